"""From scores to probabilities that mean what they say, and how to see whether they do."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["Cell", "expected_calibration_error", "platt", "reliability"]

Floats = NDArray[np.float64]


class Cell(NamedTuple):
    """One cell of a reliability diagram: mean probability, share of positives, number of cases."""

    probability: float
    share: float
    cases: int


def platt(scores: Floats, labels: NDArray[np.bool_]) -> tuple[float, float]:
    """Return the slope and shift that turn out-of-fold scores, of shape (n,), into log-odds (platt1999)."""
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=1e6, max_iter=1000).fit(scores[:, None], labels)
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def reliability(probabilities: Floats, labels: NDArray[np.bool_], cells: int = 10) -> tuple[Cell, ...]:
    """Return a reliability diagram's points: cells of equal width from 0 to 1, empty ones left out.

    Args:
        probabilities: Of shape (n,), 0 to 1.
        labels: Of shape (n,).
        cells: How many cells there are.
    """
    cell = np.minimum((probabilities * cells).astype(int), cells - 1)
    return tuple(
        Cell(float(probabilities[cell == i].mean()), float(labels[cell == i].mean()), int((cell == i).sum()))
        for i in range(cells)
        if (cell == i).any()
    )


def expected_calibration_error(probabilities: Floats, labels: NDArray[np.bool_], cells: int = 10) -> float:
    """Return the mean distance, weighted by cases, between probability and share of positives, 0 to 1 (guo2017).

    Both arrays are of shape (n,).

    Examples:
        >>> expected_calibration_error(np.array([0.25, 0.25, 0.75, 0.75]), np.array([False, False, True, True]))
        0.25
    """
    total = len(labels)
    return sum(abs(c.probability - c.share) * c.cases / total for c in reliability(probabilities, labels, cells))
