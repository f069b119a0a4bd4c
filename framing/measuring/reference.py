"""Reference distributions: where a figure stands among real news articles.

``reference.json`` holds, for each measure, 101 quantiles over the reporting articles of the news sample for which the
measure is defined; ``docs/measures.md`` describes the sample.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cache

from framing.packaged import packaged_json, well_formed
from framing.resources import artifacts_folder

__all__ = ["REFERENCE", "held", "percentile", "quantiles"]

REFERENCE = "news_sample"


@cache
def _stored() -> Mapping[str, Sequence[float]]:
    path = artifacts_folder() / "reference.json"
    with well_formed(path):
        return {str(measure): tuple(map(float, points)) for measure, points in packaged_json(path)["quantiles"].items()}


def quantiles(measure: str) -> Sequence[float]:
    """Return a measure's quantiles from 0% to 100%, empty where the reference has none."""
    return _stored().get(measure, ())


def percentile(measure: str, value: float) -> float | None:
    """Return the share of reference articles below a value, ties counted half, 0 to 100; ``None`` without reference."""
    points = quantiles(measure)
    if not points:
        return None
    below, up_to = bisect_left(points, value), bisect_right(points, value)
    if below == up_to:
        return round(_between(points, value, below), 1)
    # Ties: the middle of the run of equal quantiles, so that "none, as most articles" is not the 0th percentile.
    return round((below + up_to - 1) / 2 * 100 / (len(points) - 1), 1)


def held(measure: str, low: float, high: float) -> float:
    """Return the share of reference articles whose figure lies in an interval, 0 to 1; 0 without reference."""
    points = quantiles(measure)
    return (bisect_right(points, high) - bisect_left(points, low)) / len(points) if points else 0.0


def _between(points: Sequence[float], value: float, place: int) -> float:
    if place == 0:
        return 0.0
    if place == len(points):
        return 100.0
    low, high = points[place - 1], points[place]
    return (place - 1 + (value - low) / (high - low)) * 100 / (len(points) - 1)
