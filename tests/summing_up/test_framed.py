"""How it is framed: most, more than any other, two together, or none."""

import pytest

from framing.summing_up.framed import framed
from tests.summing_up.conftest import MakeReport

OF = "Of the words that point to a frame,"


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ({"economic": 20, "political": 5}, f"{OF} most point to “economic”: 80%."),
        ({"economic": 24, "political": 8, "morality": 8, "health_and_safety": 8},
         f"{OF} more point to “economic” (50%) than to any other."),
        ({"economic": 13, "political": 5, "morality": 4, "health_and_safety": 2},
         f"{OF} more than half point to “economic”: 54%."),
        ({"economic": 18, "political": 14, "morality": 4}, f"{OF} most point to “economic” and “political”: 89%."),
        ({"economic": 8, "political": 7, "morality": 6},
         "No frame clearly leads: of the frames that are sure, “economic” (38%) has the most words."),
        ({"economic": 5}, f"{OF} most point to “economic”: 100%."),
        ({"economic": 4}, "Too few words point to a frame to say how it is framed."),
        ({}, "Too few words point to a frame to say how it is framed."),
    ],
)  # fmt: skip
def test_what_may_be_said(make_report: MakeReport, words: dict[str, int], text: str) -> None:
    assert framed(make_report(frames=words)).text == text


def test_only_frames_that_are_sure_are_named(make_report: MakeReport) -> None:
    """The readers of news would not call the others present, however many words point to them."""
    words = {"economic": 18, "political": 14, "morality": 4}
    found = framed(make_report(frames=words, absent=["economic", "morality"]))
    assert found.text == "Only one frame is sure: “political”, with 39% of the words that point to one."
    none = framed(make_report(frames=words, absent=list(words)))
    assert none.text == "No frame is sure."


def test_the_evidence_is_the_words_of_the_frames_that_are_named(make_report: MakeReport) -> None:
    report = make_report(frames={"political": 5, "economic": 20})
    starts = {place.start for place in report.analysis.frame_words["economic"]}
    assert {span.start for span in framed(report).evidence} == starts


def test_most_needs_more_words_than_a_majority_of_few(make_report: MakeReport) -> None:
    """Six of ten words are more than half, and so few that chance could undo it."""
    assert "most point to “economic”:" not in framed(make_report(frames={"economic": 6, "political": 4})).text
