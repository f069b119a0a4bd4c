"""Intervals: bounds of rates and shares, draws over sentences, and that each holds its figure on any text."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

import framing
from framing.measuring.aggregate import measures_of
from framing.measuring.counts import Counts, counts_of
from framing.measuring.definitions import DEFINITIONS
from framing.measuring.intervals import (
    DRAWS,
    Ends,
    bootstrap_totals,
    difference,
    drawn,
    effective_number,
    intervals,
    poisson,
    wilson,
)
from framing.report import Measure

SENTENCES = (
    "The harbour opened on Monday.",
    "The reckless council slammed the fishermen and wasted millions of crowns.",
    '"It is a disgrace," said Mayor Ada Holm.',
    "Officials said that the budget would be cut by a fifth.",
    "It is believed that the court will strike down the law.",
    "Police arrested two men, a spokesman said on condition of anonymity.",
    "Ice.",
    'The so-called "experts" claimed that the vaccine had failed.',
    "Voters told the Tarn Times that they wanted a new election.",
    "Kai Lund, a nurse, said that nobody had asked her.",
)


def counted(rows: NDArray[np.float64]) -> Counts:
    columns = {str(number): dict(enumerate(column)) for number, column in enumerate(rows.T.tolist())}
    return counts_of(columns, len(rows))


def test_the_same_article_has_the_same_interval() -> None:
    rows = np.arange(40, dtype=float).reshape(20, 2)
    assert (bootstrap_totals(counted(rows)) == bootstrap_totals(counted(rows))).all()


def test_draws_keep_the_number_of_sentences() -> None:
    rows = np.ones((17, 1))
    assert (bootstrap_totals(counted(rows)) == 17).all()


def test_draws_vary_around_the_total() -> None:
    rows = np.array([[0.0], [10.0]] * 50)
    totals = bootstrap_totals(counted(rows))[:, 0]
    assert abs(totals.mean() - 500) < 10
    # The binomial's deviation: 10 * sqrt(100 / 4).
    assert 40 < totals.std() < 60


def test_one_sentence_has_no_interval() -> None:
    assert bootstrap_totals(counted(np.ones((1, 3)))).shape == (0, 3)
    assert np.isnan(intervals(np.empty((2, 0)))).all()


def test_mostly_undefined_draws_have_no_interval() -> None:
    values = np.full((1, DRAWS), np.nan)
    values[0, :10] = 1.0
    assert np.isnan(intervals(values)).all()


def test_the_interval_is_the_middle_of_the_draws() -> None:
    values = np.stack([np.linspace(0, 1, 1001)[::-1], np.where(np.arange(1001) % 3 == 0, np.nan, 5.0)])
    assert np.allclose(intervals(values), [[0.025, 0.975], [5.0, 5.0]])


def test_a_rate_of_nothing_is_not_certainly_nothing() -> None:
    low, high = poisson(0, 1000)
    assert low == 0.0
    # Exact: -ln(0.025) = 3.69 of 1,000.
    assert high == pytest.approx(0.00369, abs=0.00003)


@pytest.mark.parametrize(("count", "low", "high"), [(1, 0.0253, 5.572), (4, 1.090, 10.242), (20, 12.217, 30.888)])
def test_rates_have_the_bounds_of_the_poisson_distribution(count: int, low: float, high: float) -> None:
    assert poisson(count, 1) == pytest.approx((low, high), rel=0.02, abs=0.02)


def test_shares_have_wilsons_bounds() -> None:
    assert wilson(0.1, 10) == pytest.approx((0.0179, 0.4042), abs=0.0005)
    assert wilson(1.0, 4) == pytest.approx((0.5101, 1.0), abs=0.0005)


def test_a_long_sentence_tells_little_more_than_a_short_one() -> None:
    assert effective_number(np.array([20.0, 20.0, 20.0, 0.0])) == pytest.approx(3)
    assert effective_number(np.array([97.0, 1.0, 1.0, 1.0])) < 1.1


def test_a_difference_is_as_wide_as_both_sides_allow() -> None:
    ends = difference((5.0, 3.0), (Ends(2.0, 9.0), Ends(3.0, 3.0)))
    assert ends == pytest.approx((-1.0, 6.0))
    assert difference((5.0, 3.0), (Ends(2.0, 9.0),)) is None


def test_draws_that_lose_classes_are_moved_to_the_figure() -> None:
    draws = np.linspace(0.5, 0.8, 501)
    assert drawn(0.9, draws, 0.0, 1.0) == pytest.approx((0.7575, 1.0), abs=0.001)
    assert drawn(1.0, np.ones(501), 0.0, 1.0) is None


def test_a_part_of_one_sentence_has_no_interval() -> None:
    measures = framing.analyze("Council slams reckless plan\n\n" + " ".join(SENTENCES)).measures
    headline = measures["loaded_terms_headline"]
    assert headline.value
    assert (headline.low, headline.high) == (None, None)
    assert measures["loaded_terms_headline_over_body"].low is None
    assert measures["loaded_terms_own"].low is not None


def test_the_number_of_sources_is_a_fact_of_the_page() -> None:
    sources = framing.analyze(" ".join(SENTENCES)).measures["sources"]
    assert sources.value
    assert sources.low is None


def holds(measure: Measure) -> bool:
    if measure.low is None or measure.high is None:
        return measure.low is measure.high
    return measure.value is not None and measure.low <= measure.value <= measure.high and measure.low < measure.high


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=0, max_size=14), st.text(max_size=40))
def test_every_interval_holds_its_figure_on_any_text(sentences: list[str], rest: str) -> None:
    report = framing.analyze(f"Harbour news\n\n{' '.join(sentences)}\n\n{rest}")
    assert [name for name, measure in report.measures.items() if not holds(measure)] == []


PARTS = (
    *(f"{part}.words" for part in ("own", "quoted", "reported", "headline", "caption")),
    *(f"{part}.loaded" for part in ("own", "quoted", "reported", "headline", "caption")),
    *("own.subjective", "quoted.subjective", "scare.words", "attributions", "anonymous", "unsourced"),
    *("body.frame.economic", "body.frame.political", "headline.frame.morality", "own.frame.economic"),
    *("quoted.frame.morality", "stance.neutral", "stance.doubting"),
)
WHOLE = st.dictionaries(st.integers(0, 11), st.integers(1, 60).map(float), max_size=12)


@settings(max_examples=60, deadline=None)
@given(st.fixed_dictionaries(dict.fromkeys(PARTS, WHOLE)), WHOLE, WHOLE, WHOLE)
def test_every_interval_holds_its_figure_on_any_counts(
    cells: dict[str, dict[int, float]], first: dict[int, float], second: dict[int, float], slanted: dict[int, float]
) -> None:
    speech = {"source.Ada Holm": first, "source.Kai Lund": second, "type.government": first, "type.citizen": second}
    sourced = {n: first.get(n, 0.0) + second.get(n, 0.0) for n in {*first, *second}}
    sentences = {"own.bias_sentences": dict.fromkeys(slanted, 1.0), "own.bias": {n: v / 60 for n, v in slanted.items()}}
    counts = counts_of({**cells, **speech, "sourced.words": sourced, **sentences}, 12)
    measures = measures_of(counts)
    # Parts that are more than their whole cannot come from a text.
    possible = {n: m for n, m in measures.items() if m.unit != "share" or m.value is None or m.value <= 1}
    assert [name for name, measure in possible.items() if not holds(measure)] == []


@pytest.mark.parametrize(("found", "wide"), [(1, True), (2, True), (12, False)])
def test_a_word_or_two_place_no_article_among_others(found: int, wide: bool) -> None:
    words = {"own.words": dict.fromkeys(range(30), 20.0), "own.loaded": dict.fromkeys(range(found), 1.0)}
    assert measures_of(counts_of(words, 30))["loaded_terms_own"].wide is wide


def test_every_kind_of_bounds_is_in_use() -> None:
    assert {d.bounds for d in DEFINITIONS} == {"poisson", "wilson", "difference", "drawn", "none"}
    assert all(d.parts or d.bounds == "difference" for d in DEFINITIONS)
