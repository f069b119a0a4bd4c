"""What was said, apart from what a verb of saying only stands beside."""

from dataclasses import replace

import pytest
from passages import article

from framing.attributing import Learned, attribute, attributed
from framing.attributing.spoken import SPOKEN, as_told, speech_features, was_spoken
from framing.modelling.article_words import read_words
from framing.modelling.named_weights import chance_of
from framing.modelling.state_weights import NO_WEIGHTS


def spoken(sentence: str) -> list[str]:
    found = article(sentence)
    return [found.slice(one.content[0]) for one in attribute(found) if one.act == "speech"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Holm announced that the mill would close in May.",
        "“The mill will close in May,” Ada Holm said on Tuesday.",
        "Rolf King warned that nobody would be paid.",
        "There are estimates that two hundred people will lose their work.",
    ],
)
def test_words_that_are_reported_are_speech(sentence: str) -> None:
    assert spoken(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Holm did not specifically identify whom she had in mind.",
        "Rolf King did not name the buyer of the mill.",
        "The council released its budget for the harbour.",
    ],
)
def test_words_that_nobody_is_told_to_have_said_are_none(sentence: str) -> None:
    assert not spoken(sentence)


def test_without_weights_the_lexicons_alone_decide() -> None:
    found = article("Ada Holm did not name the buyer of the mill. “It will close,” Rolf King said.")
    alone = attributed(found, read_words(found), learned=Learned(speech=NO_WEIGHTS, attitudes={})).attributions
    weighed = attributed(found, read_words(found), learned=Learned(attitudes={})).attributions
    assert sum(one.act == "speech" for one in alone) > sum(one.act == "speech" for one in weighed)
    assert [one.content for one in alone] == [one.content for one in weighed]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("About 40 percent of voters said that the mill should close.", "a share"),
        ("The audit found that the mill was not safe.", "a document"),
        ("Ada Holm has long argued that the mill should close.", "opens with has"),
    ],
)
def test_who_speaks_and_how_a_cue_begins_is_known(sentence: str, name: str) -> None:
    found = article(sentence)
    plain = article("Rolf King said that the mill should close.")
    assert [name in speech_features(found, one) for one in attribute(found)] == [True]
    assert [name in speech_features(plain, one) for one in attribute(plain)] == [False]


def test_a_probability_is_the_weights_of_what_holds() -> None:
    found = article("Ada Holm said that the mill would close.")
    one = next(one for one in attribute(found) if one.cue)
    names = list(speech_features(found, one))
    assert {"kind indirect", "clause that"} <= set(names)
    assert chance_of(names, {}) == 0.5
    assert chance_of(names, {"clause that": 2.0}) > 0.85
    assert was_spoken(found, one) > SPOKEN


def test_what_is_heard_depends_on_nothing_but_what_is_told() -> None:
    found = article("Ada Holm said that the mill would close. Kirk said so too.")
    first, *others = (one for one in attribute(found) if one.source)
    assert first.source
    assert as_told(first) == as_told(replace(first, source=replace(first.source, name="Rolf Kirk"), sure=False))
    assert as_told(first) != as_told(replace(first, words=first.words + 1))
    assert all(as_told(first) != as_told(one) for one in others)
