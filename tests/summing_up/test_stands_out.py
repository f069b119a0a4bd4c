"""What stands out: a figure whose whole interval lies at one end of the reference."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

import framing
from framing.measuring import reference
from framing.report import Measure
from framing.summing_up.stands_out import stands_out
from tests.summing_up.conftest import MakeReport, Say


@pytest.fixture(autouse=True)
def even(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reference in which a figure of 37 is higher than in 37 of 100 articles."""

    def points(*_: str) -> Sequence[float]:
        return tuple(map(float, range(101)))

    monkeypatch.setattr(reference, "quantiles", points)


def measure(value: float, low: float, high: float) -> Measure:
    return Measure(value, "share", low, high, 1, 2, value, "news_sample")


def said(make_report: MakeReport, **measures: Measure) -> str:
    statement = stands_out(make_report(measures=measures))
    return statement.text if statement else ""


def test_a_figure_far_out_with_its_interval(make_report: MakeReport) -> None:
    text = said(make_report, loaded_terms_own=measure(95, 80, 100))
    assert text == "The article has more loaded terms in its own voice than 95 of 100 news articles."


@pytest.mark.parametrize(
    ("value", "low", "high", "out"),
    [(90, 75, 100, True), (89.9, 75, 100, False), (90, 74.9, 100, False), (10, 0, 25, True), (10, 0, 25.1, False)],
)
def test_the_edges(make_report: MakeReport, value: float, low: float, high: float, *, out: bool) -> None:
    assert bool(said(make_report, officials=measure(value, low, high))) is out


def test_of_all_and_of_nothing_no_article_counts_that_has_the_same(make_report: MakeReport) -> None:
    """Seven of 100 have all, so that their place is 96.5: 93 have less."""
    whole = Measure(1.0, "share", 90, 100, 5, 5, 96.5, "news_sample")
    assert "than 93 of 100 news articles" in said(make_report, officials=whole)
    assert said(make_report, officials=replace(whole, percentile=94.0)) == ""
    nothing = Measure(0.0, "share", 0, 5, 0, 5, 2.0, "news_sample")
    assert "than 96 of 100 news articles" in said(make_report, officials=nothing)


def test_fewer_than_others_is_said_only_where_it_means_something(make_report: MakeReport) -> None:
    assert "fewer of its sourced words from officials than 95" in said(make_report, officials=measure(5, 0, 20))
    assert said(make_report, loaded_terms_own=measure(5, 0, 20)) == ""


def test_a_figure_without_interval_or_reference_does_not_stand_out(make_report: MakeReport) -> None:
    bare = Measure(99, "share", None, None, 1, 2, 99, "news_sample")
    unplaced = Measure(99, "share", 98, 100, 1, 2, None, "")
    assert said(make_report, officials=bare, loaded_terms_own=unplaced) == ""


def test_two_things_at_most_and_no_thing_twice(make_report: MakeReport) -> None:
    text = said(
        make_report,
        words_own=measure(2, 1, 3),
        words_quoted=measure(99, 98, 100),
        officials=measure(97, 96, 98),
        loaded_terms_own=measure(95, 94, 96),
    )
    assert text == (
        "The article has a larger part quoted word for word than 99 of 100 news articles, and "
        "more of its sourced words from officials than 97 of 100."
    )


def test_no_article_is_more_than_all_others(make_report: MakeReport) -> None:
    assert "than 99 of 100" in said(make_report, officials=measure(100, 99, 100))


def test_a_source_that_has_most_is_named_with_its_share(make_report: MakeReport, say: Say) -> None:
    """The measure is an index: said of a number of sources it would read as a count."""
    speech = [say("politician", 84, "Ada Holm"), say("citizen", 16, "Rolf Kirk", 5)]
    made = make_report(speech, measures={"source_concentration": measure(94, 90, 97)})
    report = replace(made, sources=tuple(replace(source, confidence=0.9) for source in made.sources))
    alone = stands_out(report)
    assert alone is not None
    assert alone.text == (
        "One source, Ada Holm, has 84% of the sourced words: in 94 of 100 news articles they are shared more evenly."
    )
    unsure = replace(report, sources=tuple(replace(source, confidence=0.1) for source in report.sources))
    found = stands_out(unsure)
    assert found is not None
    assert found.text.startswith("One source has 84%")
    both = stands_out(replace(report, measures={**report.measures, "officials": measure(97, 96, 98)}))
    assert both is not None
    assert both.text == (
        "The article has more of its sourced words from officials than 97 of 100 news articles; one source, Ada Holm, has "
        "84% of the sourced words: in 94 of 100 news articles they are shared more evenly."
    )


def test_where_all_words_are_a_pronouns_no_source_is_named() -> None:
    report = framing.analyze("he said he said ", title="0/0\x1asHE sAID.")
    assert not report.sources
    assert all("one source" not in statement.text for statement in report.statements)
