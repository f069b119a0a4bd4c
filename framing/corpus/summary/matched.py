"""Differences between outlets on the same events: outlets choose different stories, which a raw difference holds too.

An event is a topic in an ISO week. Only events count that both sides wrote about; within each, the difference of the
two sides' figures is taken, and the events' differences are averaged with the weight ``n m / (n + m)`` for n and m
articles, which is that of mantel1959: the inverse of the variance where articles scatter alike. The interval
draws whole events.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from framing.corpus.summary.estimates import Sums, ends, figure_values
from framing.corpus.summary.figures import Figure
from framing.corpus.summary.grouping import Key
from framing.corpus.summary.weights import name_hash, poisson_weights

__all__ = ["FEWEST_EVENTS", "Events", "Matched", "matched_difference", "matched_to_others", "negative"]

Array = NDArray[np.float64]
FEWEST_EVENTS = 10
"""Events below which nothing is said: ``docs/corpus-summary.md`` has the measured coverage."""

Events = Mapping[tuple[str, str], Mapping[str, Sums]]
"""By topic and week, then by outlet: sums without draws."""


@dataclass(frozen=True, slots=True)
class Matched:
    """A difference on the same events.

    Attributes:
        first: The first side's figure, weighted as the difference is; ``None`` with fewer than ``FEWEST_EVENTS``.
        second: The second side's.
        difference: First less second.
        low: Lower end of the difference's 95% interval.
        high: Its upper end.
        events: Events with the figure on both sides.
        articles: Articles of both sides in them.
    """

    first: float | None
    second: float | None
    difference: float | None
    low: float | None
    high: float | None
    events: int
    articles: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Side:
    """One side's figures by event: values and numbers of articles, of shape (n_events, n_figures)."""

    values: Array
    articles: NDArray[np.int64]


def matched_difference(events: Events, pair: tuple[str, str], figures: Sequence[Figure]) -> dict[str, Matched]:
    """Return the difference of two outlets on the events of both, by figure.

    Swapping the two swaps figures and ends and turns every sign, to the last digit.
    """
    ordered = (min(pair), max(pair))
    shared = sorted(event for event, found in events.items() if all(outlet in found for outlet in pair))
    sides = [_side([[events[event][outlet]] for event in shared], figures) for outlet in ordered]
    found = _differences(shared, sides[0], sides[1], figures)
    return found if ordered == pair else {name: _turned(difference) for name, difference in found.items()}


def matched_to_others(events: Events, outlet: str, figures: Sequence[Figure]) -> dict[str, Matched]:
    """Return the difference of an outlet from all others together on the same events, by figure."""
    shared = sorted(event for event, outlets in events.items() if outlet in outlets and len(outlets) > 1)
    own = _side([[events[event][outlet]] for event in shared], figures)
    others = _side(
        [[sums for name, sums in sorted(events[event].items()) if name != outlet] for event in shared], figures
    )
    return _differences(shared, own, others, figures)


def _side(rows: Sequence[Sequence[Sums]], figures: Sequence[Figure]) -> _Side:
    values = np.full((len(rows), len(figures)), np.nan)
    articles = np.zeros((len(rows), len(figures)), dtype=np.int64)
    for number, together in enumerate(rows):
        total = Sums.empty(len(figures), 0)
        for sums in together:
            total.totals += sums.totals
            total.known += sums.known
        values[number] = figure_values(total, figures)
        articles[number] = total.known
    return _Side(values, articles)


def _differences(shared: Sequence[Key], first: _Side, second: _Side, figures: Sequence[Figure]) -> dict[str, Matched]:
    known = np.isfinite(first.values) & np.isfinite(second.values)
    both = first.articles * second.articles
    weights = np.where(known, both / np.maximum(first.articles + second.articles, 1), 0.0)
    sides = [np.where(known, side.values, 0.0) for side in (first, second)]
    apart = sides[0] - sides[1]
    drawn = poisson_weights(np.array([name_hash("event", *event) for event in shared], dtype=np.uint64)).T
    total, draws = weights.sum(axis=0), drawn.astype(np.float64) @ weights
    values = _over((weights * apart).sum(axis=0), total)
    pairs = ends(values, _over(drawn @ (weights * apart), draws))
    means = [_over((weights * side).sum(axis=0), total).tolist() for side in sides]
    counts = known.sum(axis=0).tolist()
    by_figure: dict[str, Matched] = {}
    for number, figure in enumerate(figures):
        articles = tuple(int(side.articles[known[:, number], number].sum()) for side in (first, second))
        enough = counts[number] >= FEWEST_EVENTS
        low, high = pairs[number] if enough else (None, None)
        by_figure[figure.name] = Matched(
            first=means[0][number] if enough else None,
            second=means[1][number] if enough else None,
            difference=float(values[number]) if enough else None,
            low=low,
            high=high,
            events=counts[number],
            articles=(articles[0], articles[1]),
        )
    return by_figure


def _over(above: Array, below: Array) -> Array:
    result: Array = np.full(above.shape, np.nan)
    np.divide(above, below, out=result, where=below > 0)
    return result


def _turned(difference: Matched) -> Matched:
    return Matched(
        first=difference.second,
        second=difference.first,
        difference=negative(difference.difference),
        low=negative(difference.high),
        high=negative(difference.low),
        events=difference.events,
        articles=(difference.articles[1], difference.articles[0]),
    )


def negative(value: float | None) -> float | None:
    """Return minus the figure; zero stays a positive zero."""
    return None if value is None else 0.0 - value
