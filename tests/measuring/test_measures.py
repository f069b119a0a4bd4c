"""Every measure of one written article: value, interval, what was counted and of what; and its place in the reference."""

import csv
import io
import os
from pathlib import Path

import pytest

import framing
from framing.measuring import reference
from framing.measuring.aggregate import values
from framing.measuring.definitions import DEFINITIONS
from framing.report import Measure, Report

CASES = Path(__file__).parents[1] / "cases"
KEPT = CASES / "measures.csv"
"""After a change of lexicons or models: ``UPDATE_EXAMPLES=1 python -m pytest tests/measuring``, and look at the difference."""
FIELDS = ("unit", "value", "low", "high", "count", "of")
CANNOT_TELL = {"loaded_terms_caption"}
"""The article has no caption."""


@pytest.fixture(scope="module")
def report() -> Report:
    return framing.analyze((CASES / "measured_article.txt").read_text(encoding="utf-8"))


def row(name: str, measure: Measure) -> list[str]:
    fields = [getattr(measure, field) for field in FIELDS]
    return [name, *("" if value is None else f"{value:.4g}" if isinstance(value, float) else value for value in fields)]


def test_each_measure_is_what_was_counted(report: Report) -> None:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(
        [["measure", *FIELDS], *(row(name, measure) for name, measure in report.measures.items())]
    )
    if os.environ.get("UPDATE_EXAMPLES"):
        KEPT.write_text(written.getvalue(), encoding="utf-8")
    assert written.getvalue() == KEPT.read_text(encoding="utf-8")


def test_each_measure_has_its_definition_s_name_in_its_order(report: Report) -> None:
    assert list(report.measures) == [definition.name for definition in DEFINITIONS]


def test_references_are_made_of_the_measures_without_those_that_an_article_lacks(report: Report) -> None:
    known = {name: measure.value for name, measure in report.measures.items() if measure.value is not None}
    assert values(report.analysis) == known


def test_the_article_has_nearly_every_measure(report: Report) -> None:
    assert {name for name, measure in report.measures.items() if measure.value is None} == CANNOT_TELL


def test_a_value_lies_in_its_interval(report: Report) -> None:
    for measure in report.measures.values():
        if measure.low is not None and measure.high is not None and measure.value is not None:
            assert measure.low <= measure.value <= measure.high


def test_voices_types_and_identities_add_up(report: Report) -> None:
    def total(prefix: str) -> float:
        return sum(m.value or 0.0 for name, m in report.measures.items() if name.startswith(prefix))

    assert total("words_") - (report.measures["words_scare_quotes"].value or 0.0) == pytest.approx(1)
    assert total("source_identity_") == pytest.approx(1)
    frames = {name for name in report.measures if name.startswith("frame_")}
    frames -= {"frame_entropy", "frame_distance_headline_body", "frame_distance_own_attributed"}
    assert sum(report.measures[name].value or 0.0 for name in frames) == pytest.approx(1)


@pytest.fixture
def _evenly(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reference whose articles have 0, 0, 0, 3, 4, … 100 of a measure."""
    points = (0.0, 0.0, 0.0, *(float(number) for number in range(3, 101)))
    monkeypatch.setattr(reference, "_stored", lambda _: {"loaded": points})


@pytest.mark.usefixtures("_evenly")
@pytest.mark.parametrize(
    ("value", "place"),
    [(-1, 0.0), (0, 1.0), (1.5, 2.5), (50, 50.0), (50.5, 50.5), (99.75, 99.8), (100, 100.0), (101, 100.0)],
)
def test_a_percentile_is_the_share_of_articles_below_and_half_of_the_ties(value: float, place: float) -> None:
    assert reference.percentile("loaded", value) == place


@pytest.mark.usefixtures("_evenly")
def test_what_the_reference_lacks_has_no_place() -> None:
    assert reference.percentile("other", 3) is None
    assert reference.held("other", 0, 100) == 0
    assert reference.quantiles("other") == ()


@pytest.mark.usefixtures("_evenly")
def test_an_interval_holds_a_share_of_the_articles() -> None:
    assert reference.held("loaded", 0, 100) == 1
    assert reference.held("loaded", 51, 100) == pytest.approx(50 / 101)


def test_an_interval_that_holds_most_articles_is_wide_and_a_place_is_told(report: Report) -> None:
    for name, measure in report.measures.items():
        if measure.value is not None:
            assert measure.percentile == reference.percentile(name, measure.value)
        held = reference.held(name, measure.low, measure.high) if measure.low is not None else 0.0
        assert measure.wide or held < 0.5
        # One or two of a thing may as well be none.
        assert not measure.wide or reference.held(name, 0.0, measure.high or 0.0) >= 0.5
    assert {measure.wide for measure in report.measures.values()} == {True, False}
