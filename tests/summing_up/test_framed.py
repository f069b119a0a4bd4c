"""How it is framed: one frame leads where readers would say so, else what is present, without a ranking."""

from dataclasses import replace

import pytest

from framing.finding import FrameScore
from framing.summing_up.framed import AHEAD, CLEARLY, framed
from tests.summing_up.conftest import MakeReport

PRESENT = "{} are present as frames; which of them leads was not found surely."
LEADS = "One frame leads: {} of the words that point to a frame point to “{}”."


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ({"economic": 20, "political": 5}, LEADS.format("80%", "economic")),
        ({"economic": 14, "political": 6}, LEADS.format("70%", "economic")),
        ({"economic": 5}, LEADS.format("100%", "economic")),
        # An election is told through its matters too: the political frame leads from a smaller distance on.
        ({"political": 20, "public_opinion": 9, "economic": 9, "morality": 8}, LEADS.format("43%", "political")),
        ({"economic": 20, "public_opinion": 9, "political": 9, "morality": 8},
         PRESENT.format("“economic”, “public opinion”, “political” and “morality”")),
        # More than half of the words, and readers as often call another one leading.
        ({"economic": 13, "political": 9, "morality": 2},
         PRESENT.format("“economic”, “political” and “morality”")),
        ({"economic": 8, "political": 7, "morality": 6},
         PRESENT.format("“economic”, “political” and “morality”")),
        ({"economic": 11, "political": 10}, PRESENT.format("“economic” and “political”")),
        ({"economic": 4}, "Too few words point to a frame to say how it is framed."),
        ({}, "Too few words point to a frame to say how it is framed."),
    ],
)  # fmt: skip
def test_what_may_be_said(make_report: MakeReport, words: dict[str, int], text: str) -> None:
    assert framed(make_report(frames=words)).text == text


def test_the_edge_of_leading(make_report: MakeReport) -> None:
    """Seven and three of ten lie 0.4 apart, and 23 and 11 of 34 hardly less."""
    assert AHEAD == 0.4
    assert "One frame leads:" in framed(make_report(frames={"economic": 7, "political": 3})).text
    assert "One frame leads:" not in framed(make_report(frames={"economic": 35, "political": 16})).text


def test_only_frames_that_are_sure_are_named(make_report: MakeReport) -> None:
    """The readers of news would not call the others present, however many words point to them."""
    words = {"economic": 18, "political": 14, "morality": 4}
    found = framed(make_report(frames=words, absent=["economic", "morality"]))
    assert found.text == "One frame was found surely: “political”."
    none = framed(make_report(frames=words, absent=list(words)))
    assert none.text == "No frame was found surely."


def test_of_several_only_those_are_named_that_are_clearly_present(make_report: MakeReport) -> None:
    """One frame that a reader does not see makes the sentence wrong."""
    words = {"economic": 12, "political": 11, "morality": 11}

    def said(**scores: float) -> str:
        report = make_report(frames=words)
        frames = {name: FrameScore(scores[name], present=True, evidence=()) for name in words}
        return framed(replace(report, analysis=replace(report.analysis, policy_frames=frames))).text

    assert said(economic=CLEARLY, political=0.9, morality=0.7) == PRESENT.format("“economic” and “political”")
    alone = "“{}” is present as a frame; whether it leads was not found surely."
    assert said(economic=0.6, political=CLEARLY, morality=0.7) == alone.format("political")
    assert said(economic=0.6, political=0.65, morality=0.7) == alone.format("morality")


def test_the_evidence_is_the_words_of_the_frames_that_are_named(make_report: MakeReport) -> None:
    report = make_report(frames={"political": 5, "economic": 20})
    starts = {place.start for place in report.analysis.frame_words["economic"]}
    assert {span.start for span in framed(report).evidence} == starts
    both = framed(make_report(frames={"political": 11, "economic": 12, "morality": 11}, absent=["morality"]))
    assert len(both.evidence) == 23
