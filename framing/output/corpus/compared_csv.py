"""A comparison of outlets as CSV: one row a pair and measure, raw and matched; cells never start a formula."""

import csv
import io

from framing.corpus.summary.comparing import OutletComparison
from framing.output.corpus.csv import written
from framing.output.csv import safe

__all__ = ["render"]

_RAW = ("first_value", "second_value", "difference", "low", "high", "first_articles", "second_articles")


def render(comparison: OutletComparison) -> str:
    """Return a table with a header row; figures that are not defined, or cannot be told, are empty cells."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(
        [
            "first",
            "second",
            "measure",
            "unit",
            *_RAW,
            *(f"matched_{name}" for name in _RAW),
            "matched_events",
            "cluster",
        ]
    )
    for pair in comparison.pairs:
        for figure in comparison.figures:
            raw, matched = pair.raw[figure.name], pair.matched[figure.name]
            writer.writerow(
                [
                    safe(pair.first),
                    safe(pair.second),
                    figure.name,
                    figure.unit,
                    *map(written, (raw.first.value, raw.second.value, raw.difference, raw.low, raw.high)),
                    raw.first.articles,
                    raw.second.articles,
                    *map(written, (matched.first, matched.second, matched.difference, matched.low, matched.high)),
                    *matched.articles,
                    matched.events,
                    comparison.cluster,
                ]
            )
    return out.getvalue()
