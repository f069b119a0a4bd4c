"""Figures laid side by side, and when their difference carries."""

import pytest

import framing
from framing.comparing.event import shared
from framing.comparing.measures import COMPARED
from framing.comparing.sources import same_name
from framing.comparison import Comparison

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


def test_a_difference_has_an_interval_where_both_figures_have_one(both: Comparison) -> None:
    for found in both.differences:
        sides = [report.measures[found.measure] for report in both.reports]
        if any(side.low is None or side.high is None for side in sides):
            assert found.low is None
            assert not found.carried
        elif found.low is not None and found.high is not None and found.difference is not None:
            assert found.low <= found.difference <= found.high
            assert found.carried == (not found.low <= 0 <= found.high)


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
