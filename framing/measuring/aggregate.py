"""Findings to measures: totals, intervals and percentiles of everything that ``definitions`` lists."""

import math
from typing import NamedTuple

import numpy as np

from framing.finding import POLICY_FRAMES, Analysis
from framing.measuring.counts import Counts, count
from framing.measuring.definitions import DEFINITIONS, Definition, Totals
from framing.measuring.intervals import (
    FEWEST_SENTENCES,
    Ends,
    bootstrap_totals,
    difference,
    drawn,
    effective_number,
    poisson,
    wilson,
)
from framing.measuring.reference import REFERENCE, held, percentile, reference_of
from framing.report import Measure

__all__ = ["measure", "measures_of", "values"]

_WIDE = 0.5
"""Share of the reference's articles that an interval holds and then says nothing about where an article stands."""
_HALF_OF_ONE = 0.5
_HIGHEST = {"bits": math.log2(len(POLICY_FRAMES))}
"""The greatest value of a drawn figure by unit; of any other unit it is 1."""


def measure(analysis: Analysis) -> dict[str, Measure]:
    """Return an article's measures by name, in the order of ``docs/measures.md``.

    A measure whose denominator is empty has the value ``None``, never 0.
    """
    return measures_of(count(analysis), reference_of(encoded=analysis.encoded))


def measures_of(counts: Counts, reference: str = REFERENCE) -> dict[str, Measure]:
    """Return the measures of what was counted, compared with the articles of a reference."""
    totals = Totals(counts.columns, counts.totals())
    draws = Totals(counts.columns, bootstrap_totals(counts))
    weights = _Weights(counts)
    figures = ((definition, float(definition.value(totals))) for definition in DEFINITIONS)
    return {
        definition.name: _measure(
            definition, value, weights, totals, _ends(definition, value, weights, totals, draws), reference
        )
        for definition, value in figures
    }


class _Weight(NamedTuple):
    """What sentences add to a denominator: how many of them anything, and how many of equal length tell as much."""

    sentences: int
    effective: float


class _Weights(dict[tuple[str, ...], _Weight]):
    """What sentences add to a denominator, by the denominator's columns; many measures have the same one."""

    def __init__(self, counts: Counts) -> None:
        super().__init__()
        self._counts = counts

    def __missing__(self, columns: tuple[str, ...]) -> _Weight:
        weights = self._counts.by_sentence(columns).sum(axis=1)
        self[columns] = _Weight(int(np.count_nonzero(weights)), effective_number(weights))
        return self[columns]


def values(analysis: Analysis) -> dict[str, float]:
    """Return the measures that are defined, without intervals: what reference distributions are made of."""
    counts = count(analysis)
    totals = Totals(counts.columns, counts.totals())
    figures = {definition.name: float(definition.value(totals)) for definition in DEFINITIONS}
    return {name: value for name, value in figures.items() if not math.isnan(value)}


def _ends(definition: Definition, value: float, weights: _Weights, totals: Totals, draws: Totals) -> Ends | None:
    """The figure's interval; none where a denominator stands in one sentence."""
    if math.isnan(value) or any(weights[part].sentences < FEWEST_SENTENCES for part in definition.parts):
        return None
    match definition.bounds:
        case "poisson":
            low, high = poisson(float(definition.count(totals)), float(definition.of(totals)))
            return Ends(min(1000 * low, value), max(1000 * high, value))
        case "wilson":
            return wilson(min(value, 1.0), weights[definition.parts[0]].effective)
        case "difference":
            figures = [float(side.value(totals)) for side in definition.sides]
            sides = zip(definition.sides, figures, strict=True)
            ends = [_ends(side, figure, weights, totals, draws) for side, figure in sides]
            return difference(figures, [end for end in ends if end])
        case "drawn":
            return drawn(value, definition.value(draws), 0.0, _HIGHEST.get(definition.unit, 1.0))
        case _:
            return None


def _measure(
    definition: Definition, value: float, weights: _Weights, totals: Totals, ends: Ends | None, reference: str
) -> Measure:
    known = not math.isnan(value)
    place = percentile(definition.name, value, reference) if known else None
    return Measure(
        value=value if known else None,
        unit=definition.unit,
        low=ends.low if ends else None,
        high=ends.high if ends else None,
        count=float(definition.count(totals)),
        of=float(definition.of(totals)),
        percentile=place,
        reference=reference if place is not None else "",
        wide=ends is not None
        and held(definition.name, _lowest(definition, weights, totals, ends), ends.high, reference) >= _WIDE,
    )


def _lowest(definition: Definition, weights: "_Weights", totals: Totals, ends: Ends) -> float:
    """Return the low end of an interval; nothing where it stands for less than half of one observation.

    Another article with as much of it may well have none.
    """
    match definition.bounds:
        case "poisson":
            least = ends.low * float(definition.of(totals)) / 1000
        case "wilson":
            least = ends.low * weights[definition.parts[0]].effective
        case _:
            return ends.low
    return 0.0 if least < _HALF_OF_ONE else ends.low
