"""A word in marks is held at a distance, unless the sentence speaks of somebody's speaking."""

import pytest

from framing.article import Block
from framing.segmenting.marks import find_quotations


def kinds(text: str) -> list[str]:
    return [quotation.kind for quotation in find_quotations(text, [Block("body", 0, len(text))])]


@pytest.mark.parametrize(
    "verb", ["slammed", "quips", "admitted", "echoes", "ripped", "criticised", "characterizes", "tells", "dubbed"]
)
def test_a_verb_of_speech_in_any_of_its_forms_makes_a_quotation(verb: str) -> None:
    assert kinds(f"Ada Holm of Odden {verb} the “reckless” plan for the harbour.") == ["quotation"]


@pytest.mark.parametrize("verb", ["builds", "attacks", "backs", "aims at", "fears"])
def test_other_verbs_leave_the_word_to_the_outlet(verb: str) -> None:
    assert kinds(f"Ada Holm of Odden {verb} the “reckless” plan for the harbour.") == ["scare"]


@pytest.mark.parametrize("noun", ["state", "charge", "term", "question", "report"])
def test_a_verb_that_is_more_often_a_noun_counts_in_the_past_alone(noun: str) -> None:
    assert kinds(f"The {noun} has a “reckless” plan for the harbour.") == ["scare"]
    assert kinds(f"Ada Holm {noun.removesuffix('e')}ed a “reckless” plan for the harbour.") == ["quotation"]
