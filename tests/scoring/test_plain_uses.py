"""Uses in which no loaded word judges: each kind, and the same word where it does."""

import pytest

import framing

PLAIN = {
    "weather": (
        "Ominous storm clouds gathered over Tarn.",
        "A brutal winter storm closed the roads.",
        "Brutal cold gripped the valley.",
        "A savage gale hit the harbour.",
        "A vicious storm felled trees along the coast.",
        "Savage frost killed the vines.",
    ),
    "gifts": (
        "The church offered free rides to the polls.",
        "Volunteers gave free rides to voters.",
        "The bus company gives pensioners a free ride on Sundays.",
        "Children get a free ride on the carousel.",
        "The free lunch for pupils was served at noon.",
        "Patients have a free ride to the hospital by taxi.",
    ),
    "offices": (
        "The child-care czar resigned on Monday.",
        "The drug czar spoke in Tarn.",
        "Norland named a new housing czar.",
        "The border czar visited the camp.",
        "The city's first climate czar took office.",
        "She was the state's testing czar until May.",
    ),
    "works": (
        "She starred in the film Bloodbath last year.",
        "The musical Regime Change opened in Tarn.",
        "He wrote the novel “Thugs” in 1999.",
        "The documentary Mob Rule won a prize.",
        "In the play Liars, Holm is the maid.",
        "The band played its song Idiot twice.",
    ),
    "mentions": (
        "The term bloodbath is old.",
        "The bill bans the word regime.",
        "He objected to the word thug.",
        "The paper no longer uses the phrase “illegal alien”.",
        "“Regime” is a word of French origin.",
        "The label extremist does not fit, she said.",
    ),
    "denials": (
        "He is no thug.",
        "Lund is not a liar.",
        "The mayor isn't a clown.",
        "She was never an extremist.",
        "They are not thugs.",
        "Holm is hardly an idiot.",
    ),
    "senses": (
        "A regime of three drugs helped.",
        "The new exercise regime begins in May.",
        "The patient follows a strict drug regime.",
        "The tax regime of Norland is simple.",
        "The sanctions regime expires in May.",
        "The circus clown retired.",
    ),
    "distance": ("Holm opposes letting “thugs” vote.", "The party wants a “regime” of order."),
}
JUDGING = (
    ("A savage attack on the council followed.", "savage"),
    ("A savage storm of criticism broke out.", "savage"),
    ("The shameless firms got a scandalous free ride while honest people paid.", "free ride"),
    ("She saw Bloodbath, a word for the whole regime.", "regime"),
    ("The bloodbath was his doing.", "bloodbath"),
    ("They are thugs.", "thugs"),
    ("Holm is an idiot.", "idiot"),
    ("Holm's regime fell.", "regime"),
    ("The mayor is a clown.", "clown"),
)


def terms(sentence: str) -> list[str]:
    found = framing.analyze(f"Council meets\n\nThe council met on Tuesday.\n\n{sentence}\n").to_dict()["loaded_terms"]
    return [term["text"].lower() for term in found]


@pytest.mark.parametrize("kind", PLAIN)
def test_no_word_of_a_plain_use_counts(kind: str) -> None:
    assert {sentence: terms(sentence) for sentence in PLAIN[kind]} == {sentence: [] for sentence in PLAIN[kind]}


@pytest.mark.parametrize(("sentence", "word"), JUDGING)
def test_the_same_word_counts_where_it_judges(sentence: str, word: str) -> None:
    assert word in terms(sentence)
