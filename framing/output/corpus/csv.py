"""A summary as CSV: one row a group and figure, with interval and numbers of articles; cells never start a formula."""

import csv
import io

from framing.corpus.summary.tables import Table
from framing.output.csv import safe

__all__ = ["render", "written"]

_COLUMNS = (
    "measure",
    "unit",
    "value",
    "low",
    "high",
    "articles_with_measure",
    "articles",
    "clusters",
    "words",
    "cluster",
)


def render(table: Table) -> str:
    """Return a table with a header row; figures and intervals that are not defined are empty cells."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*table.by, *_COLUMNS])
    for group in table.groups:
        for figure in table.figures:
            estimate = group.estimates[figure.name]
            writer.writerow(
                [
                    *map(safe, group.key),
                    figure.name,
                    figure.unit,
                    *map(written, (estimate.value, estimate.low, estimate.high)),
                    estimate.articles,
                    group.articles,
                    group.clusters,
                    group.words,
                    table.cluster,
                ]
            )
    return out.getvalue()


def written(value: float | None) -> float | str:
    """Return a cell's value."""
    return "" if value is None else round(value, 6)
