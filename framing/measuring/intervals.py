"""Bootstrap intervals over sentences (efron1993): how far a figure would move in another text of the same kind.

Sentences are drawn with replacement; each draw is a vector of counts by which the sentences' rows are weighted, so
that all measures of an article come from one matrix product. The seed is fixed: the same article, the same interval.
"""

import numpy as np
from numpy.typing import NDArray

__all__ = ["DRAWS", "LEVEL", "bootstrap_totals", "interval"]

DRAWS = 500
"""Draws; the ends of the interval then move by about a tenth of its width between seeds."""
LEVEL = 0.95
_SEED = 20_140_601
_FEWEST_SENTENCES = 2


def bootstrap_totals(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the column totals of each draw.

    Args:
        rows: Counts by sentence, of shape (n_sentences, n_columns).

    Returns:
        Totals of shape (DRAWS, n_columns); empty along the first axis for fewer than two sentences.
    """
    count = rows.shape[0]
    if count < _FEWEST_SENTENCES:
        return np.empty((0, rows.shape[1]))
    generator = np.random.Generator(np.random.PCG64(_SEED))
    draws = generator.integers(0, count, size=(DRAWS, count))
    weights = np.zeros((DRAWS, count))
    np.add.at(weights, (np.arange(DRAWS)[:, None], draws), 1.0)
    return weights @ rows


def interval(values: NDArray[np.float64]) -> tuple[float | None, float | None]:
    """Return the ends of the middle 95% of the draws' values; ``None`` where fewer than half of them are defined.

    Args:
        values: One value a draw, of shape (DRAWS,); NaN where a draw has an empty denominator.
    """
    known = values[~np.isnan(values)]
    if len(known) == 0 or len(known) < len(values) / 2:
        return None, None
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(known, [tail, 1 - tail])
    return float(low), float(high)
