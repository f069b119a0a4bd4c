"""A summary as JSON: settings, groups with every figure, and what is left out; the same bytes each time."""

from typing import Any

from framing.corpus.summary.estimates import Estimate
from framing.corpus.summary.opening import Corpus
from framing.corpus.summary.tables import Table
from framing.measuring.intervals import DRAWS, LEVEL
from framing.output.console import printable_json

__all__ = ["SCHEMA_VERSION", "estimate_values", "head_values", "render"]

SCHEMA_VERSION = "1.0"
"""Raised when a key is renamed, removed or changes its meaning."""


def render(corpus: Corpus, table: Table) -> str:
    """Return the summary as indented JSON."""
    groups = [
        {
            **dict(zip(table.by, group.key, strict=True)),
            "articles": group.articles,
            "clusters": group.clusters,
            "words": group.words,
            "measures": {figure.name: estimate_values(group.estimates[figure.name]) for figure in table.figures},
        }
        for group in table.groups
    ]
    units = {figure.name: figure.unit for figure in table.figures}
    values = {
        **head_values(corpus),
        "by": list(table.by),
        "cluster": table.cluster,
        "articles": table.articles,
        "left_out": dict(table.left_out),
        "units": units,
        "groups": groups,
    }
    return printable_json(values, indent=2, allow_nan=False) + "\n"


def head_values(corpus: Corpus) -> dict[str, Any]:
    """Return what the figures were made with, as JSON-able values."""
    return {
        "schema_version": SCHEMA_VERSION,
        "settings": dict(corpus.settings),
        "finished": corpus.finished,
        "rejects": dict(corpus.rejects),
        "interval": {"method": "Poisson bootstrap over clusters", "draws": DRAWS, "level": LEVEL},
    }


def estimate_values(estimate: Estimate) -> dict[str, Any]:
    """Return a figure as JSON-able values, with six decimals."""
    ends = {name: getattr(estimate, name) for name in ("value", "low", "high")}
    return {
        **{name: None if value is None else round(value, 6) for name, value in ends.items()},
        "articles": estimate.articles,
    }
