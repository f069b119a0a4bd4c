"""What blind readers marked as said, thought and planned (``docs/source-types.md``), joined to the articles' texts."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from framing.article import Article
from framing.evaluation.span_words import in_text, words_in
from framing.expressions import expression
from framing.modelling.training.news import read_news
from framing.resources import gold_folder
from framing.spans import Span

__all__ = ["Marked", "Said", "marked_as", "read_learned", "read_marked", "said_by_readers"]

_JOINT = expression(r",? and |, ")
"""What stands between the names of persons who speak together."""


class Said(NamedTuple):
    """An attribution that a reader marked, with the numbers of its content's words.

    ``names`` are those of all who speak: two for "Rolf Kirk and Ada Owen".
    """

    words: frozenset[int]
    act: str
    kind: str
    names: tuple[str, ...]
    type: str | None
    identity: str | None
    mention: Span | None
    post: bool


class Marked(NamedTuple):
    """An article as it was marked: its text, title first, and the attributions."""

    text: str
    attributions: tuple[dict[str, Any], ...]


def read_learned(data: Path) -> Iterator[Marked]:
    """Yield the marked articles that models learn from: all but those that are kept.

    Args:
        data: Folder with ``news.jsonl.gz``.
    """
    for name in ("speakers.jsonl", "speakers_taught.jsonl"):
        yield from read_marked(data, gold_folder() / name)


def read_marked(data: Path, gold: Path) -> Iterator[Marked]:
    """Yield the marked articles, in the order of the news sample.

    Args:
        data: Folder with ``news.jsonl.gz``.
        gold: A file with a line an article: ``id`` and ``attributions`` with ``content`` [[start, end]], ``act``,
            ``kind``, ``source``, ``name``, ``type``, ``identity``, ``party``, ``relayed``, ``form``.
    """
    lines = (json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines())
    rows = {row["id"]: row["attributions"] for row in lines}
    for article in read_news(data):
        if article["id"] in rows:
            yield Marked(f"{article['title']}\n\n{article['text']}", tuple(rows[article["id"]]))


def marked_as(article: Article, row: dict[str, Any]) -> Said:
    """Return a row of the gold with the numbers of its words."""
    return Said(
        words_in(article, in_text(article, row["content"])),
        row["act"],
        row["kind"],
        _names(row["name"], row["identity"]),
        row["type"],
        row["identity"],
        in_text(article, [row["source"]])[0] if row["source"] else None,
        row["form"] == "post",
    )


def _names(name: str | None, identity: str | None) -> tuple[str, ...]:
    """Return the names of those who speak: joined persons are several."""
    if name is None:
        return ()
    return tuple(_JOINT.split(name)) if identity == "named_person" and " and " in name else (name,)


def said_by_readers(article: Article, marked: Marked) -> list[Said]:
    """Return what a reader marked as speech."""
    return [said for said in (marked_as(article, row) for row in marked.attributions) if said.act == "speech"]
