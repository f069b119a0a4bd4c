"""How it is framed: one frame leads where readers would say so, else what is present, without a ranking."""

import pytest

from framing.summing_up.framed import AHEAD, CLOSE, framed
from tests.summing_up.conftest import MakeReport

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
         "“economic”, “public opinion”, “political” and “morality” are present as frames."),
        # More than half of the words, and readers as often call another one leading.
        ({"economic": 13, "political": 9, "morality": 2},
         "“economic”, “political” and “morality” are present as frames."),
        ({"economic": 8, "political": 7, "morality": 6},
         "No frame clearly leads: “economic”, “political” and “morality” are present."),
        ({"economic": 11, "political": 10}, "“economic” and “political” are present as frames."),
        ({"economic": 4}, "Too few words point to a frame to say how it is framed."),
        ({}, "Too few words point to a frame to say how it is framed."),
    ],
)  # fmt: skip
def test_what_may_be_said(make_report: MakeReport, words: dict[str, int], text: str) -> None:
    assert framed(make_report(frames=words)).text == text


def test_the_edges_of_leading_and_of_being_close(make_report: MakeReport) -> None:
    """Seven and three of ten lie 0.4 apart; 23 and 17 of forty 0.15."""
    assert (AHEAD, CLOSE) == (0.4, 0.15)
    assert "leads:" in framed(make_report(frames={"economic": 7, "political": 3})).text
    assert "leads" not in framed(make_report(frames={"economic": 35, "political": 16})).text
    near = {"economic": 20, "political": 15, "morality": 5}
    assert "clearly leads" in framed(make_report(frames=near)).text
    apart = {"economic": 19, "political": 12, "morality": 9}
    assert "leads" not in framed(make_report(frames=apart)).text


def test_only_frames_that_are_sure_are_named(make_report: MakeReport) -> None:
    """The readers of news would not call the others present, however many words point to them."""
    words = {"economic": 18, "political": 14, "morality": 4}
    found = framed(make_report(frames=words, absent=["economic", "morality"]))
    assert found.text == "One frame was found surely: “political”."
    none = framed(make_report(frames=words, absent=list(words)))
    assert none.text == "No frame was found surely."


def test_the_evidence_is_the_words_of_the_frames_that_are_named(make_report: MakeReport) -> None:
    report = make_report(frames={"political": 5, "economic": 20})
    starts = {place.start for place in report.analysis.frame_words["economic"]}
    assert {span.start for span in framed(report).evidence} == starts
    both = framed(make_report(frames={"political": 11, "economic": 12, "morality": 11}, absent=["morality"]))
    assert len(both.evidence) == 23
