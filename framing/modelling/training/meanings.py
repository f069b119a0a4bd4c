"""Training of the words' meanings: how many articles of the news sample hold a word, and a vector of what it is near.

Words are compared as ``framing.modelling.meanings.stem`` writes them. Names stay: to lay two articles side by side is
to ask whether they name the same people.
"""

from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

from framing.modelling.artifact import joined, save_artifact
from framing.modelling.meanings import stem
from framing.modelling.training.corpora import digests
from framing.modelling.training.news import read_news
from framing.modelling.training.space import cooccurrences, positive_pmi
from framing.segmenting.words import find_tokens

__all__ = ["train"]

VERSION = "2026.1"
_FEWEST_ARTICLES = 6
"""Articles that must hold a word. Set by hand: rarer words have no dependable vector, and the artifact stays small."""
_DIMENSIONS = 64
"""Numbers of a word's vector. Set by hand: with 64 bytes a word the artifact is quickly loaded."""
_GAP = [-1] * 5
"""Places between two articles, as many as the window of ``cooccurrences`` is wide, so that no pair spans both."""


def train(data: Path, output: Path) -> dict[str, Any]:
    """Write the artifact ``meanings`` and return its manifest.

    Args:
        data: Folder with ``news.jsonl.gz``.
        output: Folder of the artifacts.
    """
    from sklearn.utils.extmath import randomized_svd

    texts = [_stems(f"{row['title']}. {row['text']}") for row in read_news(data)]
    documents = Counter(word for text in texts for word in set(text))
    words = sorted(word for word, count in documents.items() if count >= _FEWEST_ARTICLES)
    number = {word: place for place, word in enumerate(words)}
    sequence = np.array([place for text in texts for place in [*(number.get(w, -1) for w in text), *_GAP]], np.int32)
    informative = positive_pmi(cooccurrences(sequence, len(words)))
    left, values, _ = randomized_svd(informative, _DIMENSIONS, n_iter=4, random_state=0)
    vectors = left * np.sqrt(values)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    arrays = {
        "words": joined(words),
        "documents": np.array([documents[word] for word in words], dtype=np.uint16),
        "vectors": np.rint(vectors * 127).astype(np.int8),
    }
    manifest = {
        "version": VERSION,
        "data": dict(digests(data, ("news.jsonl.gz",))),
        "articles": len(texts),
        "packages": {"numpy": np.__version__},
    }
    return save_artifact(output, "meanings", arrays, manifest)


def _stems(text: str) -> list[str]:
    tokens = find_tokens(text)
    return [stem(word) for word, is_word in zip(tokens.texts, tokens.words, strict=True) if is_word]
