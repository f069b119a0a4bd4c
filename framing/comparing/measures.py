"""How frames and measures differ between articles, and whether the texts are long enough to carry the difference."""

import math
import random
from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from framing.comparison import Difference, FrameDistance
from framing.finding import POLICY_FRAMES
from framing.measuring.counts import Counts, count
from framing.measuring.definitions import Totals
from framing.measuring.diversity import jensen_shannon_distance
from framing.measuring.intervals import DRAWS, Ends, bootstrap_totals, difference, drawn, picked
from framing.report import Report

__all__ = ["COMPARED", "HEADLINE", "compare_measures"]

Array = NDArray[np.float64]

COMPARED = (
    "loaded_terms_own",
    "loaded_terms_quoted",
    "loaded_terms_headline",
    "subjective_words_own",
    "slanted_sentences_own",
    "words_own",
    "words_quoted",
    "sources",
    "source_evenness",
    "officials",
    "anonymous_attributions",
    "unsourced_attributions",
    "direct_speech",
)
"""The measures that a comparison holds, in its order."""
HEADLINE = tuple(name for name in COMPARED if name != "subjective_words_own")
"""Those that it shows; what spans 19 of 1,000 words within one article tells no two of them apart."""
_SEED = 20_030_101
"""Any number: the same articles are drawn in the same way again."""
_SHIFT = DRAWS // 2 + 1
"""The second article's draws are shifted: the same draw of both would pair sentences by their number."""


def compare_measures(reports: Sequence[Report]) -> tuple[tuple[FrameDistance, ...], tuple[Difference, ...]]:
    """Return frame distances and differences of measures for each pair of articles."""
    counts = [count(report.analysis) for report in reports]
    draws = [np.roll(bootstrap_totals(article), _SHIFT * (n % 2), axis=0) for n, article in enumerate(counts)]
    frames: list[FrameDistance] = []
    differences: list[Difference] = []
    for first, second in combinations(range(len(reports)), 2):
        pair = (counts[first], counts[second])
        # An article of one sentence has no draws: no interval then, for either.
        drawn = min(len(draws[first]), len(draws[second]))
        both = (draws[first][:drawn], draws[second][:drawn])
        frames.append(_distance((first, second), pair, both))
        differences += _differences(reports, (first, second))
    return tuple(frames), tuple(differences)


def _distance(articles: tuple[int, int], counts: tuple[Counts, Counts], draws: tuple[Array, Array]) -> FrameDistance:
    weights = [_frames(article, article.totals(), "body") for article in counts]
    heads = [_frames(article, article.totals(), "headline") for article in counts]
    distance = float(jensen_shannon_distance(*weights))
    headline = float(jensen_shannon_distance(*heads))
    moved = jensen_shannon_distance(*(_frames(c, d, "body") for c, d in zip(counts, draws, strict=True)))
    between = None if math.isnan(distance) else drawn(distance, moved, 0.0, 1.0)
    alike = _alike([article.by_sentence(_columns("body")) for article in counts])
    return FrameDistance(
        articles=articles,
        distance=_known(distance),
        low=between.low if between else None,
        high=between.high if between else None,
        alike=alike,
        headline=_known(headline),
        carried=alike is not None and not math.isnan(distance) and distance > alike,
    )


def _frames(counts: Counts, values: Array, part: str) -> Array:
    return Totals(counts.columns, values).listed(_columns(part))


def _columns(part: str) -> tuple[str, ...]:
    return tuple(f"{part}.frame.{name}" for name in POLICY_FRAMES)


def _alike(rows: Sequence[Array]) -> float | None:
    """Return how far apart chance leaves two articles of the same sentences: 95 of 100 draws are nearer."""
    pool = np.concatenate(rows)
    if min(len(one) for one in rows) < 2 or not pool.any():
        return None
    generator = random.Random(_SEED)  # noqa: S311 - no secret
    distances = [
        jensen_shannon_distance(*(pool[picked(generator, len(pool), len(one))].sum(axis=0) for one in rows))
        for _ in range(DRAWS)
    ]
    known = [value for value in map(float, distances) if not math.isnan(value)]
    return float(np.quantile(known, 0.95)) if len(known) * 2 >= DRAWS else None


def _differences(reports: Sequence[Report], articles: tuple[int, int]) -> list[Difference]:
    differences: list[Difference] = []
    for name in COMPARED:
        sides = [reports[number].measures[name] for number in articles]
        figures = [side.value for side in sides if side.value is not None]
        bounds = [Ends(side.low, side.high) for side in sides if side.low is not None and side.high is not None]
        between = difference(figures, bounds)
        differences.append(
            Difference(
                measure=name,
                unit=sides[0].unit,
                articles=articles,
                values=(sides[0].value, sides[1].value),
                difference=figures[0] - figures[1] if len(figures) == len(sides) else None,
                low=between.low if between else None,
                high=between.high if between else None,
                carried=between is not None and not between.low <= 0 <= between.high,
            )
        )
    return differences


def _known(value: float) -> float | None:
    return None if math.isnan(value) else value
