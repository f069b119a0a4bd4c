"""The group and the cluster of an article, or the reason why it has none."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from framing.corpus.summary.weights import name_hash
from framing.expressions import expression

__all__ = ["CLUSTERS", "GROUPINGS", "KEYS", "Key", "LeftOut", "Place", "places", "week_of"]

GROUPINGS = ("outlet", "week", "month", "year", "topic", "genre", "language", "kind")
"""What articles can be grouped by."""
CLUSTERS = ("article", "day", "week", "event")
"""What is drawn whole."""
KEYS = ("article", "content", "outlet", "date", "month", "topic", "genre", "language", "kind", "warnings", "words")
"""The columns that groups and clusters are made from."""

_DAY = expression(r"\d{4}-\d{2}-\d{2}")

Key = tuple[str, ...]
Row = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article belongs.

    Attributes:
        key: Its group.
        cluster: A hash of its cluster's name.
    """

    key: Key
    cluster: int


@dataclass(slots=True)
class LeftOut:
    """Articles that a summary does not count, by reason; collected while articles are read."""

    articles: int = 0
    """Articles of the dataset, counted or not."""
    reasons: Counter[str] = field(default_factory=Counter)
    repeated: set[int] = field(default_factory=set)
    """Hashes of the names of articles that an outlet has already, word for word."""


def places(rows: Sequence[Row], scored: NDArray[np.bool_], by: Sequence[str], cluster: str) -> list[Place | str]:
    """Return each article's group and cluster, or why it has none.

    Args:
        rows: The columns ``KEYS`` of each article.
        scored: Of shape (n_articles,): whether an article has measures.
        by: Of ``GROUPINGS``.
        cluster: One of ``CLUSTERS``.
    """
    return [_place(row, by, cluster) if known else _unscored(row) for row, known in zip(rows, scored, strict=True)]


def week_of(date: str | None) -> str | None:
    """Return the ISO week of a date that starts as an ISO date, such as ``2020-W05``; ``None`` for any other."""
    match = _DAY.match(date or "")
    if not match:
        return None
    try:
        year, week, _ = dt.date.fromisoformat(match.group()).isocalendar()
    except ValueError:
        return None
    return f"{year}-W{week:02d}"


def _unscored(row: Row) -> str:
    language = row["language"] or "und"
    if language not in {"en", "und"}:
        return "not in English"
    warnings = (row["warnings"] or "").split()
    return f"not measured: {warnings[0].replace('_', ' ')}" if warnings else "not measured"


def _place(row: Row, by: Sequence[str], cluster: str) -> Place | str:
    key: list[str] = []
    for name in by:
        value, needed = _value(row, name)
        if not value:
            return f"no {needed} given"
        key.append(value)
    cluster_hash = _cluster(row, cluster)
    if cluster_hash is None:
        return "no topic or no full date given" if cluster == "event" else "no full date given"
    return Place(tuple(key), cluster_hash)


def _value(row: Row, name: str) -> tuple[str | None, str]:
    """Return a row's value of a grouping, and what it is read from."""
    if name == "year":
        return (row["month"] or "")[:4], "month"
    return (week_of(row["date"]), "full date") if name == "week" else (row[name], name)


def _cluster(row: Row, cluster: str) -> int | None:
    if cluster == "article":
        # By its words: the same article gets the same draws wherever it stands, and whatever its outlet is called.
        return name_hash("article", row["content"] or row["article"] or "")
    week = week_of(row["date"])
    if week is None:
        return None
    if cluster == "day":
        return name_hash("day", (row["date"] or "")[:10])
    if cluster == "week":
        return name_hash("week", week)
    return name_hash("event", row["topic"], week) if row["topic"] else None
