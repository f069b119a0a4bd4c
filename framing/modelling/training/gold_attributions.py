"""PolNeAR (newell2018) as training data: articles, their tokens' labels, and the pairs that belong together."""

import gzip
import json
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from framing.article import Article, Document
from framing.modelling.labels import LABELS
from framing.segmenting import segment

__all__ = ["GoldArticle", "read_gold"]

_KINDS = {"content": 1, "cue": 3, "source": 5}
"""Numbers of the labels that begin a stretch of each kind; the label inside follows each."""


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An annotated article.

    Attributes:
        outlet: Who published it: the fold of cross-validation.
        article: The segmented text.
        labels: The number of each token's label.
        cue_of: First token of the cue by first token of a content.
        source_of: First token of the source (``None``: nobody) by first token of a cue.
        attributions: As in the file.
    """

    outlet: str
    article: Article
    labels: tuple[int, ...]
    cue_of: dict[int, int]
    source_of: dict[int, int | None]
    attributions: list[dict[str, Any]]


def read_gold(data: Path, parts: Sequence[str] = ("train", "dev")) -> list[GoldArticle]:
    """Return the annotated articles of some parts.

    Args:
        data: Folder with ``polnear_<part>.jsonl.gz``.
        parts: Which files.
    """
    articles: list[GoldArticle] = []
    for part in parts:
        with gzip.open(data / f"polnear_{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
            articles.extend(_gold(json.loads(line)) for line in lines)
    return articles


def _gold(row: dict[str, Any]) -> GoldArticle:
    article = segment(Document(row["text"]))
    attributions = [attribution for attribution in row["attributions"] if attribution["content"]]
    labels = [0] * len(article.tokens)
    # Contents first, the longest first: where annotations overlap, the shorter and the cue and source win.
    for attribution in sorted(attributions, key=lambda a: -sum(end - start for start, end in a["content"])):
        _mark(article, labels, attribution["content"], "content")
    for attribution in attributions:
        for kind in ("source", "cue"):
            if attribution[kind]:
                _mark(article, labels, [attribution[kind]], kind)
    cue_of: dict[int, int] = {}
    source_of: dict[int, int | None] = {}
    for attribution in attributions:
        if not attribution["cue"]:
            continue
        cue = _first_token(article, attribution["cue"][0])
        for start, _ in attribution["content"]:
            cue_of[_first_token(article, start)] = cue
        source_of[cue] = _first_token(article, attribution["source"][0]) if attribution["source"] else None
    return GoldArticle(row["publisher"], article, tuple(labels), cue_of, source_of, row["attributions"])


def _first_token(article: Article, start: int) -> int:
    place = bisect_left(article.tokens.starts, start)
    return place - 1 if place and article.tokens.ends[place - 1] > start else place


def _mark(article: Article, labels: list[int], spans: Iterable[Sequence[int]], kind: str) -> None:
    begin = _KINDS[kind]
    assert LABELS[begin] == f"B-{kind}"  # noqa: S101 -- the numbers above are the label list's
    for start, end in spans:
        first = _first_token(article, start)
        last = bisect_left(article.tokens.starts, end)
        labels[first:last] = [begin] + [begin + 1] * (last - first - 1) if last > first else []
