"""Bootstrap intervals over sentences (efron1993): how far a figure would move in another text of the same kind.

Sentences are drawn with replacement; each draw is how often each sentence came, by which its counts are weighted, so
that all measures of an article come from the same draws. The seed is fixed: the same article, the same interval.
"""

import numpy as np
from numpy.typing import NDArray

from framing.measuring.counts import Counts

__all__ = ["DRAWS", "LEVEL", "bootstrap_totals", "intervals"]

DRAWS = 500
"""Draws; the ends of the interval then move by about a tenth of its width between seeds."""
LEVEL = 0.95
_SEED = 20_140_601
_FEWEST_SENTENCES = 2
_DRAWN_TOGETHER = 65_536
"""Counts that are weighted at a time, over all draws of a piece."""


def bootstrap_totals(counts: Counts) -> NDArray[np.float64]:
    """Return the column totals of each draw.

    Args:
        counts: Counts by sentence.

    Returns:
        Totals of shape (DRAWS, n_columns); empty along the first axis for fewer than two sentences.
    """
    size = counts.size
    if size < _FEWEST_SENTENCES:
        return np.empty((0, len(counts.columns)))
    totals = np.zeros((DRAWS, len(counts.columns)))
    if not counts.columns:
        return totals
    generator = np.random.Generator(np.random.PCG64(_SEED))
    # A few draws at a time: quick for short texts, and memory stays flat for a text of any length.
    together = max(1, min(DRAWS, _DRAWN_TOGETHER // max(size, len(counts.values))))
    for first in range(0, DRAWS, together):
        drawn = min(together, DRAWS - first)
        chosen = generator.integers(0, size, size=(drawn, size))
        chosen += np.arange(0, drawn * size, size)[:, None]
        times = np.bincount(chosen.ravel(), minlength=drawn * size).reshape(drawn, size)
        weighted = np.take(times, counts.sentences, axis=1) * counts.values
        np.add.reduceat(weighted, counts.starts, axis=1, out=totals[first : first + drawn])
    return totals


def intervals(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the ends of the middle 95% of the draws' values; NaN where fewer than half of them are defined.

    Args:
        values: Of shape (n_measures, DRAWS); NaN where a draw has an empty denominator.

    Returns:
        Lower and upper ends, of shape (n_measures, 2).
    """
    ends = np.full((values.shape[0], 2), np.nan)
    if values.shape[1] == 0:
        return ends
    ordered = np.sort(values, axis=1)  # NaN last
    known = (~np.isnan(values)).sum(axis=1)
    enough = known * 2 >= values.shape[1]
    for column, share in enumerate(((1 - LEVEL) / 2, 1 - (1 - LEVEL) / 2)):
        place = share * (known - 1)
        below = np.floor(place).astype(int).clip(min=0)
        above = np.minimum(below + 1, np.maximum(known - 1, 0))
        lower = np.take_along_axis(ordered, below[:, None], axis=1)[:, 0]
        upper = np.take_along_axis(ordered, above[:, None], axis=1)[:, 0]
        ends[:, column] = np.where(enough, lower + (place - below) * (upper - lower), np.nan)
    return ends
