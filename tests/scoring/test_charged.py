"""Loaded words of somebody's charge: they are reported, whether or not it is said whose the charge is."""

import pytest

import framing

LEAD = "Council debates harbour plan\n\nThe council met for five hours on Tuesday in the hall of Odden.\n\n"


def voice_of(sentence: str, word: str) -> str:
    text = f"{LEAD}{sentence}\n"
    terms = framing.analyze(text).analysis.loaded_terms
    return next(term.voice for term in terms if text[term.span.start : term.span.end] == word)


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("The mayor pushed for the fee on Monday, amid charges of class warfare.", "class warfare"),
        ("The mayor left after accusations of propaganda.", "propaganda"),
        ("The mayor left after accusations of waste, delay and propaganda.", "propaganda"),
        ("The plan fuels assertions that Holm is guilty of spreading propaganda.", "propaganda"),
        ("The mayor left amid suspicions that he colluded with the mill.", "colluded"),
        ("There were complaints about the thugs of the mill.", "thugs"),
        ("The hall heard cries of treason, fraud and blatant propaganda.", "propaganda"),
        ("The campaign of the mill was painting him as a crooked thug.", "thug"),
        ("The plan, once dismissed as propaganda, was on the table again.", "propaganda"),
        ("The mayor denounced the fee for the harbour as propaganda.", "propaganda"),
        ("Many of the workers in Tarn see the owners as thugs.", "thugs"),
        ("The letter renews the denial of the charges as propaganda.", "propaganda"),
        ("The mill tries to portray her as a friend of thugs.", "thugs"),
    ],
)
def test_what_somebody_is_charged_with_is_reported(sentence: str, word: str) -> None:
    assert voice_of(sentence, word) == "reported"


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("The mayor pushed for the fee on Monday, and it was class warfare.", "class warfare"),
        ("The allegations that angered the thugs of the mill were withdrawn.", "thugs"),
        ("The mayor faced the accusations that have botched the plan.", "botched"),
        ("Charges of fraud were brought by the thugs of the mill.", "thugs"),
        ("The leader of the thugs was charged on Monday.", "thugs"),
        ("The claim that they made was propaganda.", "propaganda"),
        ("Ada Holm is in charge of the thugs of the mill.", "thugs"),
        ("The mayor took charge of the botched plan.", "botched"),
        ("Ada Holm has charge of the thugs of the mill.", "thugs"),
        ("The mill sees no need to act as the thugs do.", "thugs"),
        ("The council saw the plan, as the thugs of the mill did.", "thugs"),
        ("The council attacked the mill, which served as a home for thugs.", "thugs"),
        ("The council saw a man known as the leader of the thugs.", "thugs"),
        ("The council saw the mill as a rival and botched the plan.", "botched"),
        ("We denounced the fee for the harbour as propaganda.", "propaganda"),
        ("The mayor spoke of the fee for the harbour as propaganda began.", "propaganda"),
    ],
)
def test_a_word_beside_a_charge_is_the_outlets_own(sentence: str, word: str) -> None:
    assert voice_of(sentence, word) == "own"
