"""Training of the vocabulary that all other models share: words, pairs of words, pieces of words.

The other models name the vocabulary's hash: after training it anew, train them too.
"""

from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

from framing.modelling.artifact import joined, save_artifact
from framing.modelling.training.corpora import digests, news
from framing.modelling.vocabulary import pieces

__all__ = ["train"]

_WORDS_MIN = 5
"""How often the news sample must hold a word."""
_PAIRS = 30_000
"""Pairs of words, the most frequent: half as many again as there are words. Set by hand."""
_PIECES_MIN = 6
"""Words of the vocabulary that must hold a piece of a word."""


def train(data: Path, output: Path) -> dict[str, Any]:
    """Write the vocabulary: words, pairs of words and pieces of words that occur often enough in the news sample."""
    counts: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for report in news(data):
        for words in report.sentences:
            counts.update(words)
            pairs.update(f"{first} {second}" for first, second in pairwise(words))
    known = sorted(word for word, count in counts.items() if count >= _WORDS_MIN)
    parts = Counter(piece for word in known for piece in set(pieces(word)))
    lists = {
        "words": known,
        "pairs": sorted(pair for pair, _ in sorted(pairs.items(), key=lambda item: (-item[1], item[0]))[:_PAIRS]),
        "pieces": sorted(piece for piece, count in parts.items() if count >= _PIECES_MIN),
    }
    manifest = {
        "version": "2026.1",
        "data": dict(digests(data, ("news.jsonl.gz",))),
        "sizes": {name: len(entries) for name, entries in lists.items()},
    }
    return save_artifact(output, "words", {name: joined(entries) for name, entries in lists.items()}, manifest)
