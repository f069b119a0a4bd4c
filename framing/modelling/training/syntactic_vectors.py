"""Word vectors by the words that stand beside a word: near in this space are words of one grammatical use.

Positive pointwise mutual information of a word with the 1,500 most frequent words at each of five places around it
(one and two before, one and two after, three away), reduced to 96 dimensions (levy2015).
"""

from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from sklearn.decomposition import TruncatedSVD

from framing.modelling.canonical import canonical_words
from framing.modelling.training.news import read_news
from framing.segmenting.words import find_tokens

__all__ = ["syntactic_vectors"]

_FEWEST = 6
"""How often the news sample must hold a word."""
_CONTEXTS = 1500
"""The most frequent words, beside which a word is counted."""
_DIMENSIONS = 96
"""Numbers of a vector, of those that the tagger reads."""
_PLACES: tuple[tuple[int, ...], ...] = ((-1,), (1,), (-2,), (2,), (-3, 3))
"""Offsets that are counted apart; three away, both sides count as one."""


def syntactic_vectors(data: Path) -> tuple[list[str], NDArray[np.float32]]:
    """Return the vocabulary and a unit vector for each word, with two rows of zeros (padding, unknown) in front.

    The vectors are of shape (n_words + 2, n_dimensions).

    Args:
        data: Folder with ``news.jsonl.gz``.
    """
    texts = [canonical_words(find_tokens(f"{row['title']}\n{row['text']}").texts) for row in read_news(data)]
    counts = Counter(word for text in texts for word in text)
    # Words of one frequency in the order of their letters: the same vocabulary for the same input.
    vocabulary = [word for word, count in sorted(counts.items(), key=lambda c: (-c[1], c[0])) if count >= _FEWEST]
    number = {word: place for place, word in enumerate(vocabulary, start=2)}
    gap = [0] * 3
    sequence = np.concatenate([np.array([number.get(word, 1) for word in text] + gap) for text in texts])
    size = len(vocabulary) + 2
    together = sp.hstack([sum(_beside(sequence, offset, size) for offset in place) for place in _PLACES]).tocoo()
    rows, columns = np.asarray(together.sum(1)).ravel(), np.asarray(together.sum(0)).ravel() ** 0.75
    columns *= together.sum() / columns.sum()
    information = np.log(together.data * together.sum() / (rows[together.row] * columns[together.col]))
    kept = information > 0
    matrix = sp.csr_matrix((information[kept], (together.row[kept], together.col[kept])), shape=together.shape)
    decomposition = TruncatedSVD(_DIMENSIONS, random_state=0, n_iter=4)
    vectors = decomposition.fit_transform(matrix) / np.sqrt(decomposition.singular_values_)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-6
    vectors[:2] = 0
    return vocabulary, vectors.astype(np.float32)


def _beside(sequence: NDArray[np.int64], offset: int, size: int) -> Any:  # noqa: ANN401 -- scipy ships no types
    """Return how often each word has each frequent word at an offset."""
    first = sequence[max(0, -offset) : len(sequence) - max(0, offset)]
    second = sequence[max(0, offset) : len(sequence) - max(0, -offset)]
    known = (first > 0) & (second > 0) & (second < _CONTEXTS)
    ones = np.ones(int(known.sum()), dtype=np.float32)
    return sp.coo_matrix((ones, (first[known], second[known])), shape=(size, _CONTEXTS)).tocsr()
