"""Train the vocabulary of ordinary words: those that news writes in small letters inside a sentence."""

import itertools
import json
from collections import Counter
from pathlib import Path

from framing.modelling.training.news import read_news
from framing.segmenting.words import find_tokens

__all__ = ["train"]

MINIMUM_COUNT = 5
"""Small-letter uses that a word needs; below it are typing errors and foreign names."""
MINIMUM_SHARE = 0.5
"""Least share of small letters among uses inside sentences: below it the word is a name more often than not."""

_ENDS = frozenset(".!?:“”\"‘’'(—-–•*")


def train(data: Path, output: Path) -> dict[str, int]:
    """Write ``vocabulary.json``: the words that are ordinary, not names, in the news sample.

    Args:
        data: Folder with ``news.jsonl.gz``.
        output: Folder of the artifacts.

    Returns:
        How many words were counted and kept.
    """
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for record in read_news(data):
        tokens = find_tokens(record["text"]).texts
        for before, token in itertools.pairwise(tokens):
            if token.isalpha() and before not in _ENDS:
                (small if token.islower() else large)[token.lower()] += 1
    kept = sorted(
        word
        for word, count in small.items()
        if count >= MINIMUM_COUNT and count >= MINIMUM_SHARE * (count + large[word])
    )
    (output / "vocabulary.json").write_text(json.dumps(" ".join(kept), ensure_ascii=False) + "\n", encoding="utf-8")
    return {"words": len(small | large), "kept": len(kept)}
