"""Bootstrap intervals."""

import numpy as np
from numpy.typing import NDArray

from framing.measuring.counts import Counts, counts_of
from framing.measuring.intervals import DRAWS, bootstrap_totals, intervals


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
