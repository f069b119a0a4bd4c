"""What fails a run by default: what judges in numbers, and not what every report of an agency has once."""

from dataclasses import replace

import pytest

from framing.checking.findings import run_rules
from framing.checking.registry import select
from framing.diagnostic import Diagnostic
from framing.finding import Genre
from framing.pipeline import analyze_document
from framing.reading import document
from framing.report import Report

PLAIN = (
    "The council of Odden met in the town hall on Tuesday to talk about the plan for the old harbour. "
    "It will cost forty million and work begins in May, and residents could comment on it until the end of June. "
)
ONE = "It was a terrifying night for the town. "
TWO = "The heinous plan was shown in March. "


def report(text: str, kind: str = "") -> Report:
    return analyze_document(document(text, title="Odden plans", metadata={"kind": kind} if kind else {}))


def levels(text: str, **options: int) -> list[tuple[str, str]]:
    found = run_rules(report(text), select(["W101"]), options={"W101": options})
    return [(one.text, one.level) for one in found]


def test_one_word_in_a_long_report_is_a_note_and_two_are_warnings() -> None:
    assert levels(PLAIN * 20 + ONE) == [("terrifying", "note")]
    assert levels(PLAIN * 40 + ONE * 2) == [("terrifying", "note")] * 2
    assert levels(PLAIN * 20 + ONE * 9) == [("terrifying", "warning")] * 9
    assert levels(PLAIN * 20 + ONE + TWO) == [("terrifying", "warning"), ("heinous", "warning")]


def test_one_word_in_a_short_report_is_a_warning() -> None:
    assert levels(PLAIN + ONE) == [("terrifying", "warning")]


def test_a_word_that_judges_most_is_a_warning_wherever_it_stands() -> None:
    assert levels(PLAIN * 20 + "The illegals came to the harbour in May. ") == [("illegals", "warning")]


def test_the_settings_may_be_stricter() -> None:
    assert levels(PLAIN * 20 + ONE, **{"warn-from": 1}) == [("terrifying", "warning")]
    found = run_rules(report(PLAIN * 20 + ONE), select(["W101"]), levels={"W101": "error"})
    assert [one.level for one in found] == ["error"]


def slanted(genre: str | None, kind: str = "", setting: str = "") -> list[Diagnostic]:
    found = report(PLAIN + "The shameless regime bullied its helpless critics again and again, as cowards do.", kind)
    label = None if genre is None else Genre(genre, 0.9)  # type: ignore[arg-type]
    found = replace(found, analysis=replace(found.analysis, genre=label))
    return run_rules(found, select(["B401"]), kind=setting)


@pytest.mark.parametrize(
    ("genre", "kind", "setting", "count"),
    [
        ("reporting", "", "", 1),
        (None, "", "", 1),
        ("opinion", "", "", 0),
        ("opinion", "news", "", 1),
        ("opinion", "", "news", 1),
        ("reporting", "opinion", "", 0),
        ("reporting", "", "opinion", 0),
    ],
)
def test_a_slanted_sentence_is_found_in_what_reads_as_a_report_or_is_declared_one(
    genre: str | None, kind: str, setting: str, count: int
) -> None:
    found = slanted(genre, kind, setting)
    assert len(found) == count
    assert all(one.level == "warning" for one in found)
