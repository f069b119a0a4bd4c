"""The geometry of the charts, in percent of their width and height; templates draw it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from framing.measuring.reference import quantiles
from framing.report import Measure

__all__ = ["BINS", "Distribution", "NamedRange", "Range", "Scale", "distribution", "interval", "percent"]

BINS = 32
"""Columns of a reference distribution's histogram: the width of its box."""
_SAMPLES = 10
"""Points drawn between two neighbouring quantiles: enough that the bins' edges do not show in the shape."""


@dataclass(frozen=True, slots=True)
class Range:
    """A stretch of a chart's width: where it starts and how wide it is, in percent."""

    start: float
    width: float


@dataclass(frozen=True, slots=True)
class NamedRange(Range):
    """A part of a bar: what it stands for, and its share in words."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Distribution:
    """A measure's place among news articles.

    Attributes:
        shape: The reference articles as a histogram: the outline of an SVG path in a box of ``BINS`` by 100.
        value: Where the article stands.
        interval: The 95% interval, cut to the chart.
        low: The figure at the left edge.
        high: The figure at the right edge.
    """

    shape: str
    value: float
    interval: Range | None
    low: float
    high: float


class Scale:
    """Words of an article as places in a chart: the first word starts at 0, the last one ends at 100 percent."""

    def __init__(self, word_starts: Sequence[int]) -> None:
        self._starts = word_starts

    def range(self, start: int, end: int) -> Range:
        """Return where a span's words lie; a span without words has no width."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        total = max(len(self._starts), 1)
        return Range(percent(first / total), percent((last - first) / total))


def percent(share: float) -> float:
    """Return a share as percent of a chart, with the digits that a screen can show."""
    return round(100 * min(max(share, 0.0), 1.0), 2)


def interval(measure: Measure, top: float = 1.0) -> Range | None:
    """Return the measure's interval on a scale from 0 to ``top``, ``None`` where it has none."""
    if measure.low is None or measure.high is None:
        return None
    low, high = percent(measure.low / top), percent(measure.high / top)
    return Range(low, round(high - low, 2))


def distribution(name: str, measure: Measure) -> Distribution | None:
    """Return a measure's place in its reference distribution; ``None`` where it has no place there.

    The chart runs from the reference's 1st to its 99th percentile, and further where the article lies outside.
    """
    if measure.value is None or measure.percentile is None:
        return None
    points = quantiles(name, measure.reference)
    if len(points) < 3:
        return None
    low, high = min(points[1], measure.value), max(points[-2], measure.value)
    if high <= low:
        return None
    edges = [low + (high - low) * number / BINS for number in range(BINS + 1)]
    samples = [
        first + (second - first) * (step + 0.5) / _SAMPLES
        for first, second in pairwise(points)
        for step in range(_SAMPLES)
    ]
    # The first bin includes its left edge, where measures that are often zero have their mass.
    below = [bisect_left(samples, low), *(bisect_right(samples, edge) for edge in edges[1:])]
    counts = [after - before for before, after in pairwise(below)]
    tallest = max(*counts, 1)
    steps = "".join(f"V{100 - percent(count / tallest):.0f}h1" for count in counts)
    shown = None
    if measure.low is not None and measure.high is not None:
        left, right = (percent((end - low) / (high - low)) for end in (measure.low, measure.high))
        shown = Range(left, round(right - left, 2))
    return Distribution(f"M0 100{steps}V100Z", percent((measure.value - low) / (high - low)), shown, low, high)
