"""Findings to measures: totals, intervals and percentiles of everything that ``definitions`` lists."""

import math

import numpy as np

from framing.finding import Analysis
from framing.measuring.counts import count
from framing.measuring.definitions import DEFINITIONS, Definition, Totals
from framing.measuring.intervals import bootstrap_totals, intervals
from framing.measuring.reference import REFERENCE, percentile
from framing.report import Measure

__all__ = ["measure", "values"]


def measure(analysis: Analysis) -> dict[str, Measure]:
    """Return an article's measures by name, in the order of ``docs/measures.md``.

    A measure whose denominator is empty has the value ``None``, never 0.
    """
    counts = count(analysis)
    totals = Totals(counts.columns, counts.totals())
    draws = Totals(counts.columns, bootstrap_totals(counts))
    ends = intervals(np.stack([definition.value(draws) for definition in DEFINITIONS]))
    return {
        definition.name: _measure(definition, totals, low, high)
        for definition, (low, high) in zip(DEFINITIONS, ends.tolist(), strict=True)
    }


def values(analysis: Analysis) -> dict[str, float]:
    """Return the measures that are defined, without intervals: what reference distributions are made of."""
    counts = count(analysis)
    totals = Totals(counts.columns, counts.totals())
    found = {definition.name: float(definition.value(totals)) for definition in DEFINITIONS}
    return {name: value for name, value in found.items() if not math.isnan(value)}


def _measure(definition: Definition, totals: Totals, low: float, high: float) -> Measure:
    value = float(definition.value(totals))
    count_of = {"count": float(definition.count(totals)), "of": float(definition.of(totals))}
    if math.isnan(value):
        return Measure(None, definition.unit, None, None, percentile=None, reference="", **count_of)
    place = percentile(definition.name, value)
    known = not math.isnan(low)
    return Measure(
        value=value,
        unit=definition.unit,
        low=low if known else None,
        high=high if known else None,
        percentile=place,
        reference=REFERENCE if place is not None else "",
        **count_of,
    )
