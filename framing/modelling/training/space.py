"""The space in which words are compared while models are trained: vocabulary, rarity, word vectors, pieces.

Nothing of it but the vocabulary is shipped: every trained model is linear in these features, so its weights fold
into one number for each word, pair and piece.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from framing.modelling.linear import Weights
from framing.modelling.training.corpora import news
from framing.modelling.vocabulary import Encoded, Vocabulary, load_vocabulary

__all__ = [
    "Matrix",
    "Scales",
    "Space",
    "cooccurrences",
    "design",
    "fold",
    "positive_pmi",
    "space_of",
    "weights_design",
]

Matrix = Any
"""A scipy sparse matrix; scipy ships no types."""

_DIMENSIONS = 200
"""Numbers of a word's vector while models are trained. Set by hand; they are folded into weights and not shipped."""
_WINDOW = 5
"""Words on each side of a word that count as near it. Set by hand: narrower windows tell grammar, wider ones topics."""
_SIF = 1e-3
"""Weight of a word in a mean of word vectors: a / (a + its share of all tokens) (arora2017)."""


@dataclass(frozen=True, slots=True, eq=False)
class Space:
    """Features of known words.

    Attributes:
        vocabulary: The shipped vocabulary.
        rarity: Of shape (n_words,): logarithm of documents over documents with the word.
        vectors: Of shape (n_words, 200): word vectors, scaled to length 1, times their weight in a mean.
        pieces: Of shape (n_words, n_pieces): sparse counts of each word's pieces over the root of their number.
    """

    vocabulary: Vocabulary
    rarity: NDArray[np.float64]
    vectors: NDArray[np.float64]
    pieces: Matrix


@lru_cache(maxsize=1)
def space_of(data: Path, folder: Path | None = None) -> Space:
    """Return the features of the known words, computed from the news sample (about half a minute)."""
    from sklearn.utils.extmath import randomized_svd

    vocabulary = load_vocabulary(folder)
    known = vocabulary.words
    count = len(known)
    documents = np.zeros(count)
    tokens: list[int] = []
    for report in news(data):
        seen: set[int] = set()
        for words in report.sentences:
            numbers = [known.get(word, -1) for word in words]
            tokens += numbers
            tokens += [-1] * _WINDOW
            seen.update(numbers)
        documents[[number for number in seen if number >= 0]] += 1
    sequence = np.array(tokens, dtype=np.int32)
    frequencies = np.bincount(sequence[sequence >= 0], minlength=count).astype(np.float64)
    together = cooccurrences(sequence, count)
    informative = positive_pmi(together)
    left, values, _ = randomized_svd(informative, _DIMENSIONS, n_iter=4, random_state=0)
    vectors = left * np.sqrt(values)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    vectors *= (_SIF / (_SIF + frequencies / frequencies.sum()))[:, None]
    rarity = np.log(len(news(data)) / np.maximum(documents, 1))
    return Space(vocabulary, rarity, vectors, _piece_rows(vocabulary, list(vocabulary.words)))


def cooccurrences(sequence: NDArray[np.int32], count: int) -> Matrix:
    """Return how often words stand within five words of each other, nearer ones counting more.

    Args:
        sequence: Numbers of words in the order of the texts, of shape (n,); -1 is a gap.
        count: Words of the vocabulary: the matrix is of shape (count, count).
    """
    total = sp.csr_matrix((count, count), dtype=np.float64)
    for distance in range(1, _WINDOW + 1):
        first, second = sequence[:-distance], sequence[distance:]
        both = (first >= 0) & (second >= 0)
        values = np.full(int(both.sum()), 1.0 / distance)
        pairs = sp.coo_matrix((values, (first[both], second[both])), shape=(count, count)).tocsr()
        total = total + pairs + pairs.T
    return total


def positive_pmi(together: Matrix) -> Matrix:
    """Return pairs' positive pointwise mutual information, contexts smoothed by the power 0.75 (levy2015)."""
    rows = np.asarray(together.sum(axis=1)).ravel()
    contexts = np.maximum(rows, 1e-9) ** 0.75
    contexts /= contexts.sum()
    cells = together.tocoo()
    values = np.log(cells.data / (rows[cells.row] * contexts[cells.col]))
    kept = values > 0
    return sp.csr_matrix((values[kept], (cells.row[kept], cells.col[kept])), shape=together.shape)


@dataclass(frozen=True, slots=True)
class Scales:
    """How strongly each kind of feature speaks before regularisation evens them out."""

    words: float = 0.7
    pieces: float = 1.5
    vectors: float = 1.0
    pairs: float = 0.6
    extras: float = 1.0


def _counts(numbers: NDArray[np.int64], bounds: NDArray[np.int64], width: int, lengths: NDArray[np.float64]) -> Matrix:
    rows = np.repeat(np.arange(len(bounds) - 1), np.diff(bounds))
    values = 1 / np.sqrt(np.maximum(lengths, 1))[rows]
    return sp.csr_matrix((values, (rows, numbers)), shape=(len(bounds) - 1, width))


def weights_design(vocabulary: Vocabulary, encoded: Encoded) -> tuple[Matrix, Matrix, Matrix]:
    """Return word, piece (of unknown words) and pair counts over the root of the texts' lengths, as sparse matrices.

    These are the features that a shipped model's weights belong to.
    """
    count = len(vocabulary.words)
    lengths = np.diff(encoded.word_bounds).astype(np.float64)
    both = _counts(encoded.words, encoded.word_bounds, count + len(encoded.unknown), lengths)
    rare = _piece_rows(vocabulary, encoded.unknown)
    return (
        both[:, :count],
        both[:, count:] @ rare,
        _counts(encoded.pairs, encoded.pair_bounds, len(vocabulary.pairs), lengths),
    )


def _piece_rows(vocabulary: Vocabulary, words: Sequence[str]) -> Matrix:
    rows: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    for place, word in enumerate(words):
        pieces = vocabulary.piece_numbers(word)
        rows += [place] * len(pieces)
        columns += pieces
        values += [max(len(pieces), 1) ** -0.5] * len(pieces)
    return sp.csr_matrix((values, (rows, columns)), shape=(len(words), len(vocabulary.pieces)))


def design(space: Space, encoded: Encoded, extras: NDArray[np.float64], scales: Scales | None = None) -> Matrix:
    """Return the sparse matrix that classifiers are trained on: words, pieces, vectors, pairs, extras.

    Args:
        space: Words, their vectors and rarities.
        encoded: n texts as the vocabulary has them: the matrix has n rows.
        extras: Of shape (n, n_extras).
        scales: What each part is multiplied with.
    """
    scale = scales or Scales()
    words, rare, pairs = weights_design(space.vocabulary, encoded)
    return sp.hstack(
        [
            words @ sp.diags(space.rarity * scale.words),
            (words @ space.pieces + rare) * scale.pieces,
            sp.csr_matrix(words @ (space.vectors * scale.vectors)),
            pairs * scale.pairs,
            sp.csr_matrix(extras * scale.extras),
        ]
    ).tocsr()


def fold(
    space: Space, coefficients: NDArray[np.float64], intercepts: NDArray[np.float64], scales: Scales | None = None
) -> Weights:
    """Return the weights of words, pieces, pairs and extras that equal coefficients of ``design``'s columns.

    Args:
        space: The space that the classifiers were trained in.
        coefficients: Of shape (k, n_columns).
        intercepts: Of shape (k,).
        scales: As given to ``design``.
    """
    scale = scales or Scales()
    sizes = (
        len(space.vocabulary.words),
        len(space.vocabulary.pieces),
        space.vectors.shape[1],
        len(space.vocabulary.pairs),
    )
    edges = np.cumsum((0, *sizes))
    single, piece, vector, pair = (coefficients[:, start:end].T for start, end in pairwise(edges))
    words = (
        single * (space.rarity * scale.words)[:, None]
        + np.asarray(space.pieces @ piece) * scale.pieces
        + (space.vectors * scale.vectors) @ vector
    )
    return Weights(
        words, piece * scale.pieces, pair * scale.pairs, coefficients[:, edges[-1] :].T * scale.extras, intercepts
    )
