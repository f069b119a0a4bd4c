"""Figures laid side by side, and when their difference carries."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import framing
from framing.comparing.event import shared
from framing.comparing.measures import COMPARED, HEADLINE, compare_measures
from framing.comparing.sources import same_name
from framing.comparison import Comparison
from framing.output.comparison.rows import difference_rows

COURIER = """Ferry crews walk out over night shifts

The regime of the line rammed its terrifying rota through on Friday. The company cancelled 46 sailings. “We were never asked,” said Mara Holt, a deckhand. Mara Holt said that the crews were tired. It was a heinous night for Torsay. The thugs at the gate laughed.

Minister Elin Moe said that the crews could be ordered back to work. Moe said that the law allowed it.
"""
HERALD = """Ferry crews strike over night shifts

Crews of the line went on strike on Friday, and the ferry to Torsay was shut down. The company puts its loss at 300,000 crowns a day. A nurse, Ruth Amdahl, said that three patients had missed their treatment.

Two boats lay at the pier in the evening. Nobody was hurt.
"""


@pytest.fixture(scope="module")
def both() -> Comparison:
    return framing.compare([framing.analyze(COURIER), framing.analyze(HERALD)])


def test_each_difference_is_one_of_the_articles_own_figures(both: Comparison) -> None:
    assert [found.measure for found in both.differences] == list(COMPARED)
    for found in both.differences:
        first, second = (report.measures[found.measure] for report in both.reports)
        assert found.values == (first.value, second.value)
        assert found.unit == first.unit
        known = first.value is not None and second.value is not None
        assert found.difference == (first.value - second.value if known else None)  # type: ignore[operator]


def test_what_spans_most_of_the_scale_in_one_article_is_shown_in_no_comparison(both: Comparison) -> None:
    assert "subjective_words_own" not in HEADLINE
    shown = [row.name for row in difference_rows(both)]
    assert "loaded terms in own voice, per 1,000 words" in shown
    assert not any("judging" in name or "subjective" in name for name in shown)


def test_a_difference_has_an_interval_where_both_figures_have_one(both: Comparison) -> None:
    for found in both.differences:
        sides = [report.measures[found.measure] for report in both.reports]
        if any(side.low is None or side.high is None for side in sides):
            assert found.low is None
            assert not found.carried
        elif found.low is not None and found.high is not None and found.difference is not None:
            assert found.low <= found.difference <= found.high
            assert found.carried == (not found.low <= 0 <= found.high)


SENTENCES = (
    "The budget of the harbour rose by a fifth, and taxes will pay for it.",
    "Police arrested two men after the raid on the warehouse.",
    "The court will hear the appeal of the union in May.",
    "Voters go to the polls on Sunday, and the party is behind.",
    "The clinic has no beds left for the sick.",
    "Troops guard the border with Norland.",
    "The church calls the law a sin.",
    "It rained.",
    "Schools lose teachers, and children wait.",
)
ARTICLE = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=9)


@settings(max_examples=10, deadline=None)
@given(ARTICLE, ARTICLE)
def test_the_distance_of_frames_lies_inside_its_interval_on_any_texts(one: list[str], other: list[str]) -> None:
    # Draws lose sentences, so that two texts which share nearly all of theirs come out farther apart in most draws.
    [frames], differences = compare_measures([framing.analyze(" ".join(text)) for text in (one, other)])
    if frames.low is not None and frames.high is not None:
        assert frames.distance is not None
        assert frames.low <= frames.distance <= frames.high
    for between in differences:
        if between.low is not None and between.high is not None and between.difference is not None:
            assert between.low <= between.difference <= between.high


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ada Holm", "Holm", True),
        ("Ada Holm", "Ada Berg Holm", True),
        ("Ada Holm", "Elin Berg Holm", False),
        ("Ada Holm", "Elin Holm", False),
        ("Ada Holm", "Ada Berg", False),
    ],
)
def test_persons_are_one_by_surname_and_given_name(one: str, other: str, *, same: bool) -> None:
    assert same_name((one, "named_person"), (other, "named_person")) == same
    assert same_name((other, "named_person"), (one, "named_person")) == same


def test_articles_without_weekdays_are_not_told_apart_by_them() -> None:
    without_days = shared([], [], ({}, {}), 0)
    assert 0 < without_days.weekdays < 1
