"""Cross-validated figures with bootstrap intervals."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["Figure", "bootstrap", "figures_for_manifest"]

_DRAWS = 500
"""Draws of the bootstrap: at 500 the ends of a 95% interval still rest on a dozen draws each."""


class Figure(NamedTuple):
    """A figure with its 95% interval."""

    value: float
    low: float
    high: float


def bootstrap(
    measures: Mapping[str, Callable[..., float]],
    *columns: NDArray[Any],
    groups: NDArray[Any] | None = None,
    draws: int = _DRAWS,
) -> dict[str, Figure]:
    """Return measures of predictions with percentile intervals, each of which reaches to its figure.

    Args:
        measures: Functions of the columns by name.
        *columns: Labels, predictions; each of shape (n,).
        groups: Of shape (n,): where cases belong together (an article's sentences), what is drawn instead of cases.
        draws: How often to draw.
    """
    generator = np.random.default_rng(0)
    count = len(columns[0])
    units = np.arange(count) if groups is None else np.unique(groups, return_inverse=True)[1]
    members = np.split(np.argsort(units, kind="stable"), np.cumsum(np.bincount(units))[:-1])
    drawn: dict[str, list[float]] = {name: [] for name in measures}
    for _ in range(draws):
        sample = np.concatenate([members[i] for i in generator.integers(0, len(members), len(members))])
        for name, measure in measures.items():
            drawn[name].append(measure(*(column[sample] for column in columns)))
    figures: dict[str, Figure] = {}
    for name, measure in measures.items():
        value = float(measure(*columns))
        low, high = np.quantile(drawn[name], [0.025, 0.975]).tolist()
        # Few groups of which one holds most cases: nearly all draws may lie on one side of the figure.
        figures[name] = Figure(value, min(low, value), max(high, value))
    return figures


def figures_for_manifest(figures: Mapping[str, Figure]) -> dict[str, list[float]]:
    """Return figures as lists of value, low and high, rounded to three digits."""
    return {name: [round(part, 3) for part in figure] for name, figure in figures.items()}
