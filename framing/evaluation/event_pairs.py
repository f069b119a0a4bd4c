"""Pairs of the news sample that are on one event, as far as headlines and dates tell, and pairs that are not."""

import datetime as dt
import gzip
import itertools
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from framing.expressions import expression
from framing.modelling.meanings import load_meanings, stem

__all__ = ["Pair", "one_event", "other_weeks"]

Pair = tuple[dict[str, Any], dict[str, Any]]
_NEAR_DAYS, _APART_DAYS, _LONGEST_DAYS = 2, 7, 365
"""Days between articles on one event at most, and on two events at least and at most; set by hand."""
_SHARED_WORDS = 3
"""Rare words that headlines on one event share at least."""
_OTHERS = 400
"""Pairs of other events that are drawn; set by hand."""
_RARE = 2.5
"""Rarity from which a word tells an event: one article in twelve and fewer has it; set by hand."""
_WORD = expression(r"\w+")
_NAME = expression(r"(?<=\w )[A-Z][a-z]{3,}")


def one_event(data: Path) -> list[Pair]:
    """Return pairs of one topic and other outlets, at most two days apart, whose headlines share three rare words.

    Args:
        data: Folder with ``news.jsonl.gz``.
    """
    topics = defaultdict(list)
    for row in _dated(data):
        topics[row["topic"]].append(row)
    pairs = []
    for rows in topics.values():
        rows.sort(key=_day)
        for number, one in enumerate(rows):
            for other in rows[number + 1 :]:
                if _apart(one, other) > _NEAR_DAYS:
                    break
                if one["outlet"] != other["outlet"] and len(_rare(one) & _rare(other)) >= _SHARED_WORDS:
                    pairs.append((one, other))
    random.Random(7).shuffle(pairs)  # noqa: S311 -- the order of a sample
    return pairs


def other_weeks(data: Path) -> list[Pair]:
    """Return 400 pairs of one topic with a rare name in both headlines that are more than a week apart, up to a year.

    Args:
        data: Folder with ``news.jsonl.gz``.
    """
    named = defaultdict(list)
    for row in _dated(data):
        for name in set(_NAME.findall(row["title"])):
            if _is_rare(stem(name)):
                named[row["topic"], name].append(row)
    pairs = [
        (first, other)
        for key in sorted(named)
        for first, other in itertools.combinations(named[key], 2)
        if _APART_DAYS < _apart(first, other) <= _LONGEST_DAYS
    ]
    return random.Random(7).sample(pairs, _OTHERS)  # noqa: S311 -- a sample


def _dated(data: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(data / "news.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if re.match(r"\d{4}-\d\d-\d\d", row["date"] or ""):
                yield row


def _day(row: dict[str, Any]) -> dt.date:
    return dt.date.fromisoformat(row["date"][:10])


def _apart(first: dict[str, Any], other: dict[str, Any]) -> int:
    return abs((_day(first) - _day(other)).days)


def _rare(row: dict[str, Any]) -> set[str]:
    return {word for word in map(stem, _WORD.findall(row["title"])) if _is_rare(word)}


def _is_rare(word: str) -> bool:
    return bool(load_meanings().rarities([word])[0] > _RARE)
