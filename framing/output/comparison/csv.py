"""A comparison as CSV: one row a measure and pair of articles, with the difference and its interval."""

import csv
import io

from framing.comparison import Comparison
from framing.output.csv import safe

__all__ = ["render"]

_COLUMNS = ("first", "second", "measure", "unit", "first_value", "second_value", "difference", "low", "high", "carried")


def render(comparison: Comparison) -> str:
    """Return a table with a header row; figures that are not defined are empty cells."""
    names = [safe(report.name or report.heading) for report in comparison.reports]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for row in comparison.frames:
        values = (None, None, row.distance, row.low, row.high)
        writer.writerow(
            [*(names[n] for n in row.articles), "frame_distance", "index", *map(_figure, values), _yes(row.carried)]
        )
    for found in comparison.differences:
        figures = (*found.values, found.difference, found.low, found.high)
        writer.writerow(
            [
                *(names[n] for n in found.articles),
                found.measure,
                found.unit,
                *map(_figure, figures),
                _yes(found.carried),
            ]
        )
    return out.getvalue()


def _figure(value: float | None) -> float | str:
    return "" if value is None else round(value, 6)


def _yes(carried: bool) -> str:  # noqa: FBT001 -- a cell's value
    return "yes" if carried else "no"
