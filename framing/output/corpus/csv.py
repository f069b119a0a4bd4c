"""A summary as CSV: one row a group and figure, with interval and numbers of articles; cells never start a formula."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from framing.corpus.summary.grouping import Key
from framing.corpus.summary.tables import Table
from framing.output.csv import safe

__all__ = ["COLUMNS", "render", "rows", "written"]

COLUMNS = (
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
    writer.writerow([*table.by, *COLUMNS])
    for key, (name, unit, *ends, with_measure, articles, clusters, words, cluster) in rows(table):
        writer.writerow(
            [*map(safe, key), name, unit, *map(written, ends), with_measure, articles, clusters, words, cluster]
        )
    return out.getvalue()


def rows(table: Table) -> Iterator[tuple[Key, tuple[Any, ...]]]:
    """Yield a row a group and figure: the group's values, and those of ``COLUMNS``."""
    for group in table.groups:
        for figure in table.figures:
            estimate = group.estimates[figure.name]
            yield (
                group.key,
                (
                    figure.name,
                    figure.unit,
                    estimate.value,
                    estimate.low,
                    estimate.high,
                    estimate.articles,
                    group.articles,
                    group.clusters,
                    group.words,
                    table.cluster,
                ),
            )


def written(value: float | None) -> float | str:
    """Return a cell's value."""
    return "" if value is None else round(value, 6)
