"""Count what the articles of the news sample tell of full names: ``framing train known_names``.

Articles that were read blind to measure the product are left out, so that no figure on them knows what they tell.
"""

import json
from collections import Counter
from pathlib import Path

import numpy as np

from framing.attribution import SOURCE_TYPES, SourceType
from framing.entities import build_table
from framing.evaluation.source_types import START
from framing.modelling.article_words import read_words
from framing.modelling.artifact import save_artifact
from framing.modelling.gazetteer import hash_of
from framing.modelling.known_names import known_key
from framing.modelling.training.news import read_news
from framing.modelling.training.soft_labels import held_back
from framing.reading import document
from framing.resources import gold_folder
from framing.segmenting import segment
from framing.source_typing import describe, find_words
from framing.spans import Span

__all__ = ["train"]

_SURE = 0.6
"""Probability from which what one page tells is counted."""
_FEWEST = 2
"""Articles that have to tell the same."""
_CLEAR = 0.6
"""Share of them that the most frequent type has to have: what is told of two namesakes is told of nobody."""
_MOST = 255
"""The greatest count that one byte holds."""


def train(data: Path, output: Path) -> dict[str, int]:
    """Write ``known_names.npz`` and its manifest.

    Args:
        data: Folder with ``news.jsonl.gz``.
        output: Folder of the artifacts.

    Returns:
        How many articles were read and how many names can be looked up.
    """
    left_out = held_back() | _read_blind()
    counts: dict[str, Counter[SourceType]] = {}
    articles, last = 0, ""
    for row in read_news(data):
        if row["id"] in left_out:
            continue
        articles += 1
        last = max(last, row["date"][:4])
        told = _told(f"{row['title']}\n\n{row['text']}")
        told.update({key: "media" for name in row["authors"].split(",") if (key := known_key(name, "person"))})
        for key, kind in told.items():
            counts.setdefault(key, Counter())[kind] += 1
    kept = {
        hash_of(key): count
        for key, count in counts.items()
        if count.total() >= _FEWEST and max(count.values()) >= _CLEAR * count.total()
    }
    names = sorted(kept)
    table = [[min(kept[name][kind], _MOST) for kind in SOURCE_TYPES] for name in names]
    save_artifact(
        output,
        "known_names",
        {"names": np.array(names, dtype=np.uint64), "counts": np.array(table, dtype=np.uint8)},
        {"version": last, "as_of": last, "data": f"{articles} articles of the news sample (Baly et al. 2020)"},
    )
    return {"articles": articles, "names": len(names)}


def _told(text: str) -> dict[str, SourceType]:
    """Return what one article's own words tell of each full name in it; attributions are not needed."""
    article = segment(document(text))
    seen = read_words(article)
    words = find_words(article, seen.compared)
    nouns = {Span(hit.start, hit.end): hit.entry.category for hit in words.roles}
    table = build_table(article, seen.symmetric, (), nouns)
    told: dict[str, SourceType] = {}
    for one in describe(article, table, words, None, model=START).entities:
        key = known_key(one.name, one.kind) if one.identity in {"named_person", "named_organisation"} else None
        if key is not None and one.type != "other" and one.confidence >= _SURE:
            told[key] = one.type
    return told


def _read_blind() -> frozenset[str]:
    """Return the ids of all articles that readers marked."""
    lines = (line for file in sorted(gold_folder().glob("*.jsonl")) for line in file.read_text("utf-8").splitlines())
    return frozenset(row["id"] for row in map(json.loads, lines) if "id" in row)
