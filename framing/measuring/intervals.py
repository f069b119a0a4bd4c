"""95% intervals: how far a figure would move in another text of the same kind, however little was counted.

Rates have Poisson bounds, shares Wilson's, and figures that are no count over another are drawn again over sentences.
Each interval holds its figure; one that would be a single point is none, because it would claim certainty.
"""

import math
import random
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.measuring.counts import Counts

__all__ = [
    "DRAWS",
    "FEWEST_SENTENCES",
    "LEVEL",
    "Ends",
    "bootstrap_totals",
    "difference",
    "drawn",
    "effective_number",
    "intervals",
    "picked",
    "poisson",
    "wilson",
]

Array = NDArray[np.float64]

DRAWS = 500
"""Draws; the ends of the interval then move by about a tenth of its width between seeds."""
LEVEL = 0.95
"""The share of intervals that hold the figure they are for."""
_OUTER = ((1 - LEVEL) / 2, 1 - (1 - LEVEL) / 2)
FEWEST_SENTENCES = 2
"""A part of one sentence has no interval: nothing shows how its sentences vary."""
_SEED = 20_140_601
"""Any number: the same text has the same interval."""
_DEVIATES = 1.959964
"""Of the normal distribution's middle 95%."""
_DRAWN_TOGETHER = 65_536
"""Counts that are weighted at a time, over all draws of a piece."""


class Ends(NamedTuple):
    """An interval's ends."""

    low: float
    high: float


def poisson(count: float, of: float) -> Ends:
    """Return the bounds of a rate, ``count / of``, by Byar's approximation (breslow1987).

    Args:
        count: What was counted, 0 or more.
        of: Among how many, above 0.

    Examples:
        >>> [round(1000 * end, 1) for end in poisson(0, 500)]
        [0.0, 7.3]
    """
    above = count + 1
    low = count * max(1 - 1 / (9 * count) - _DEVIATES / (3 * count**0.5), 0.0) ** 3 if count else 0.0
    high = above * (1 - 1 / (9 * above) + _DEVIATES / (3 * above**0.5)) ** 3
    return Ends(low / of, high / of)


def wilson(share: float, number: float) -> Ends:
    """Return the bounds of a share (wilson1927).

    Args:
        share: 0 to 1.
        number: How many independent observations it is of, above 0.

    Examples:
        >>> [round(end, 2) for end in wilson(0.0, 10)]
        [0.0, 0.28]
    """
    squared = _DEVIATES**2
    middle = (share + squared / (2 * number)) / (1 + squared / number)
    half = _DEVIATES * (share * (1 - share) / number + squared / (4 * number**2)) ** 0.5 / (1 + squared / number)
    # At 0 and at 1 the bound is the share, but for the last digits of a float.
    return Ends(max(min(middle - half, share), 0.0), min(max(middle + half, share), 1.0))


def effective_number(weights: Array) -> float:
    """Return how many sentences of equal length would tell as much (kish1965); 0 without weight.

    Args:
        weights: What each sentence adds to a denominator.

    Examples:
        >>> effective_number(np.array([10.0, 10.0, 0.0]))
        2.0
    """
    squares = float(np.square(weights).sum())
    return float(weights.sum()) ** 2 / squares if squares > 0 else 0.0


def difference(figures: Sequence[float], ends: Sequence[Ends]) -> Ends | None:
    """Return the bounds of the first figure less the second from the bounds of each (zou2008).

    Args:
        figures: The two.
        ends: Their intervals; ``None`` comes back where one has none.
    """
    if len(ends) < 2:
        return None
    (first, second), (one, two) = figures, ends
    value = first - second
    below = ((first - one.low) ** 2 + (two.high - second) ** 2) ** 0.5
    above = ((one.high - first) ** 2 + (second - two.low) ** 2) ** 0.5
    return Ends(value - below, value + above)


def drawn(value: float, draws: Array, lowest: float, highest: float) -> Ends | None:
    """Return the middle 95% of draws, moved so that their median is the figure; ``None`` where no draw moves.

    A draw loses some sentences, so that what counts classes (evenness, spread, distance) comes out too low or too
    high in most draws: the width of their middle is what they tell, not its place.

    Args:
        value: The figure.
        draws: Of shape (DRAWS,) or empty; NaN where a draw has an empty denominator.
        lowest: The least value that the figure can have.
        highest: The greatest.
    """
    low, high, median = _row_quantiles(draws, (*_OUTER, 0.5))
    if math.isnan(low) or low == high:
        return None
    moved = value - median
    return Ends(max(min(low + moved, value), lowest), min(max(high + moved, value), highest))


def bootstrap_totals(counts: Counts) -> Array:
    """Return the column totals of each draw of as many sentences, with replacement (efron1993).

    A draw is how often each sentence came, by which its counts are weighted, so that all measures of an article come
    from the same draws. The seed is fixed: the same article, the same interval.

    Args:
        counts: Counts by sentence.

    Returns:
        Totals of shape (DRAWS, n_columns); empty along the first axis for fewer than two sentences.
    """
    size = counts.size
    if size < FEWEST_SENTENCES:
        return np.empty((0, len(counts.columns)))
    totals = np.zeros((DRAWS, len(counts.columns)))
    if not counts.columns:
        return totals
    generator = random.Random(_SEED)  # noqa: S311 - no secret
    # A few draws at a time: quick for short texts, and memory stays flat for a text of any length.
    together = max(1, min(DRAWS, _DRAWN_TOGETHER // max(size, len(counts.values))))
    for first in range(0, DRAWS, together):
        taken = min(together, DRAWS - first)
        chosen = picked(generator, size, taken * size).reshape(taken, size)
        chosen += np.arange(0, taken * size, size)[:, None]
        times = np.bincount(chosen.ravel(), minlength=taken * size).reshape(taken, size)
        weighted = np.take(times, counts.sentences, axis=1) * counts.values
        np.add.reduceat(weighted, counts.starts, axis=1, out=totals[first : first + taken])
    return totals


def picked(generator: random.Random, size: int, number: int) -> NDArray[np.int64]:
    """Return numbers from 0 below ``size``, each as likely, of shape (number,).

    The standard library's generator, since importing NumPy's takes longer than analysing a short article.
    """
    bits = np.frombuffer(generator.randbytes(4 * number), dtype="<u4").astype(np.int64)
    return (bits * size) >> 32


def intervals(values: Array) -> Array:
    """Return the ends of the middle 95% of the draws' values; NaN where fewer than half of them are defined.

    Args:
        values: Of shape (n_measures, DRAWS); NaN where a draw has an empty denominator.

    Returns:
        Lower and upper ends, of shape (n_measures, 2).
    """
    return _quantiles(values, _OUTER)


def _quantiles(values: Array, shares: Sequence[float]) -> Array:
    """Return the quantiles of each row's defined values, of shape (n_measures, n_shares); NaN as in ``intervals``."""
    return np.array([_row_quantiles(row, shares) for row in values]).reshape(len(values), len(shares))


def _row_quantiles(values: Array, shares: Sequence[float]) -> list[float]:
    known = int(np.count_nonzero(~np.isnan(values)))
    if not known or known * 2 < len(values):
        return [math.nan] * len(shares)
    ordered = np.sort(values)  # NaN last
    found = []
    for share in shares:
        place = share * (known - 1)
        below = int(place)
        lower, upper = float(ordered[below]), float(ordered[min(below + 1, known - 1)])
        found.append(lower + (place - below) * (upper - lower))
    return found
