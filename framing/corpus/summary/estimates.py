"""Figures of groups with intervals by a Poisson bootstrap over clusters (chamandy2012), in one pass over articles."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from framing.corpus.summary.figures import Figure
from framing.corpus.summary.grouping import Key
from framing.measuring.intervals import DRAWS, intervals

__all__ = ["CELL_BYTES", "Estimate", "Group", "Sums", "ends", "estimates_of", "figure_draws", "figure_values"]

Array = NDArray[np.float64]
CELL_BYTES = 2 * 8 * (DRAWS + 1)
"""What one figure of one group takes in memory."""
_ROWS = 256
"""Articles whose weights are added at a time."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure of a group.

    Attributes:
        value: The figure; ``None`` where no article of the group has it.
        low: The 95% interval's lower end; ``None`` where there is no interval.
        high: Its upper end.
        articles: How many articles have it.
    """

    value: float | None
    low: float | None
    high: float | None
    articles: int


@dataclass(frozen=True, slots=True)
class Group:
    """A group of articles.

    Attributes:
        key: Its values, in the order of the grouping.
        articles: How many are counted.
        clusters: How many clusters they lie in.
        words: Their words.
        estimates: By the figure's name.
    """

    key: Key
    articles: int
    clusters: int
    words: int
    estimates: Mapping[str, Estimate]


@dataclass(slots=True)
class Sums:
    """A group's totals while articles are read: as they are, and of each draw."""

    totals: Array
    """Above and below the line, of shape (2, n_figures)."""
    draws: Array
    """The same by draw, of shape (2, n_draws, n_figures)."""
    known: NDArray[np.int64]
    """How many articles have each figure, of shape (n_figures,)."""
    articles: int = 0
    words: int = 0
    clusters: int = 0

    @classmethod
    def empty(cls, figures: int, draws: int) -> "Sums":
        """Return the sums of no articles."""
        return cls(np.zeros((2, figures)), np.zeros((2, draws, figures)), np.zeros(figures, dtype=np.int64))

    def add(self, above: Array, below: Array, weights: NDArray[np.uint8], words: int, clusters: int) -> None:
        """Add articles.

        Args:
            above: What they add above the line, of shape (n_articles, n_figures).
            below: What they add below it.
            weights: How often each draw counts them, of shape (n_articles, n_draws).
            words: Their words together.
            clusters: How many clusters come with them for the first time.
        """
        for number, values in enumerate((above, below)):
            self.totals[number] += values.sum(axis=0)
        # A few rows at a time stay in the processor's cache: ten times as fast as all at once.
        for first in range(0, len(above) if weights.size and above.size else 0, _ROWS):
            counts = weights[first : first + _ROWS].astype(np.float64).T
            for number, values in enumerate((above, below)):
                self.draws[number] += counts @ values[first : first + _ROWS]
        self.known += (below > 0).sum(axis=0)
        self.articles += len(above)
        self.words += words
        self.clusters += clusters


def figure_values(sums: Sums, figures: Sequence[Figure]) -> Array:
    """Return a group's figures; NaN where it has none."""
    return _divided(sums.totals, figures)


def figure_draws(sums: Sums, figures: Sequence[Figure]) -> Array:
    """Return the figures of each draw, of shape (DRAWS, n_figures); NaN where a draw has none."""
    return _divided(sums.draws, figures)


def ends(values: Array, draws: Array) -> list[tuple[float | None, float | None]]:
    """Return the 95% intervals of figures.

    Draws that never move make no interval: then the figure rests on one cluster, or all clusters have the same, as
    where nothing was found in any of them, and the draws cannot say how far it would move elsewhere. Few clusters of
    which one holds most of the words give draws that nearly all lie on one side of the figure: an interval reaches to
    its figure all the same.

    Args:
        values: The figures, of shape (n_figures,).
        draws: Of shape (DRAWS, n_figures).
    """
    interval_ends = intervals(draws.T)
    pairs: list[tuple[float | None, float | None]] = []
    for value, (low, high) in zip(values.tolist(), interval_ends.tolist(), strict=True):
        moves = math.isfinite(value) and math.isfinite(low) and high - low > 1e-9 * max(abs(value), 1e-9)
        pairs.append((min(low, value), max(high, value)) if moves else (None, None))
    return pairs


def estimates_of(sums: Sums, figures: Sequence[Figure]) -> dict[str, Estimate]:
    """Return a group's figures by name; without intervals where it has fewer than two clusters."""
    values = figure_values(sums, figures)
    pairs = ends(values, figure_draws(sums, figures)) if sums.clusters > 1 else [(None, None)] * len(figures)
    return {
        figure.name: Estimate(value if math.isfinite(value) else None, low, high, known)
        for figure, value, (low, high), known in zip(figures, values.tolist(), pairs, sums.known.tolist(), strict=True)
    }


def _divided(sums: Array, figures: Sequence[Figure]) -> Array:
    above, below = sums
    result: Array = np.full(above.shape, np.nan)
    np.divide(above, below, out=result, where=below > 0)
    result *= np.array([figure.scale for figure in figures])
    return result
