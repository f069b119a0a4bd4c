"""Reference distributions: where a figure stands among real news articles.

``reference.json`` holds, for each measure, 101 quantiles over the reporting articles of the news sample for which the
measure is defined; ``docs/measures.md`` describes the sample. An article that the encoder read is compared with others
that it read, where it brings their distribution.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from framing.encoding.installed import described, fitted_file
from framing.packaged import packaged_json, well_formed
from framing.resources import artifacts_folder

__all__ = ["ENCODED", "REFERENCE", "held", "percentile", "quantiles", "reference_of"]

REFERENCE = "news_sample"
ENCODED = "news_sample_with_encoder"
"""The same articles, or a part of them, read with the encoder."""
_FILE = "reference.json"


@cache
def _stored(path: Path) -> Mapping[str, Sequence[float]]:
    with well_formed(path):
        return {str(measure): tuple(map(float, points)) for measure, points in packaged_json(path)["quantiles"].items()}


def reference_of(*, encoded: bool) -> str:
    """Return the reference for an article.

    Args:
        encoded: Whether the encoder read it.
    """
    return ENCODED if encoded and _FILE in described().hashes else REFERENCE


def quantiles(measure: str, reference: str = REFERENCE) -> Sequence[float]:
    """Return a measure's quantiles from 0% to 100%, empty where the reference has none."""
    path = fitted_file(_FILE) if reference == ENCODED else _shipped_file()
    return _stored(path).get(measure, ())


@cache  # asked for more than a hundred times an article: putting a path together takes longer than the rest
def _shipped_file() -> Path:
    return artifacts_folder() / _FILE


def percentile(measure: str, value: float, reference: str = REFERENCE) -> float | None:
    """Return the share of reference articles below a value, ties counted half, 0 to 100; ``None`` without reference."""
    points = quantiles(measure, reference)
    if not points:
        return None
    below, up_to = bisect_left(points, value), bisect_right(points, value)
    if below == up_to:
        return round(_between(points, value, below), 1)
    # Ties: the middle of the run of equal quantiles, so that "none, as most articles" is not the 0th percentile.
    return round((below + up_to - 1) / 2 * 100 / (len(points) - 1), 1)


def held(measure: str, low: float, high: float, reference: str = REFERENCE) -> float:
    """Return the share of reference articles whose figure lies in an interval, 0 to 1; 0 without reference."""
    points = quantiles(measure, reference)
    return (bisect_right(points, high) - bisect_left(points, low)) / len(points) if points else 0.0


def _between(points: Sequence[float], value: float, place: int) -> float:
    if place == 0:
        return 0.0
    if place == len(points):
        return 100.0
    low, high = points[place - 1], points[place]
    return (place - 1 + (value - low) / (high - low)) * 100 / (len(points) - 1)
