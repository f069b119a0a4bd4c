"""Findings to measures: totals, intervals and percentiles of everything that ``definitions`` lists."""

import math

import numpy as np

from framing.finding import Analysis
from framing.measuring.counts import count
from framing.measuring.definitions import DEFINITIONS, Totals
from framing.measuring.intervals import bootstrap_totals, interval
from framing.measuring.reference import REFERENCE, percentile
from framing.report import Measure

__all__ = ["measure"]


def measure(analysis: Analysis) -> dict[str, Measure]:
    """Return an article's measures by name, in the order of ``docs/measures.md``.

    A measure whose denominator is empty has the value ``None``, never 0.
    """
    counts = count(analysis)
    totals = Totals(counts.columns, counts.rows.sum(axis=0))
    draws = Totals(counts.columns, bootstrap_totals(counts.rows))
    measures: dict[str, Measure] = {}
    for definition in DEFINITIONS:
        value = float(definition.value(totals))
        known = not math.isnan(value)
        low, high = interval(np.asarray(definition.value(draws))) if known else (None, None)
        place = percentile(definition.name, value) if known else None
        measures[definition.name] = Measure(
            value=value if known else None,
            unit=definition.unit,
            low=low,
            high=high,
            count=float(definition.count(totals)),
            of=float(definition.of(totals)),
            percentile=place,
            reference=REFERENCE if place is not None else "",
        )
    return measures
