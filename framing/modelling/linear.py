"""Linear models over words: a score is a sum of its words' weights, so every score names the words that made it."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.errors import ModelError
from framing.modelling.artifact import Artifact
from framing.modelling.vocabulary import Encoded, Vocabulary

__all__ = ["Linear", "Weights", "probabilities", "weights_of"]

Floats = NDArray[np.float64]


class Weights(NamedTuple):
    """What a model adds to each of its k scores for what stands in a text, in the precision in which it is stored.

    Attributes:
        words: Of shape (n_words, k), for each known word.
        pieces: Of shape (n_pieces, k); a word that is not known gets the sum of its pieces' weights over the square
            root of their number.
        pairs: Of shape (n_pairs, k), for neighbouring words.
        extras: Of shape (n_extras, k), for further features (lexicon counts, style).
        intercepts: Of shape (k,).
    """

    words: NDArray[np.floating[Any]]
    pieces: NDArray[np.floating[Any]]
    pairs: NDArray[np.floating[Any]]
    extras: Floats
    intercepts: Floats


class Linear:
    """Several linear models on one vocabulary, scored together."""

    __slots__ = ("_vocabulary", "_weights")

    def __init__(self, vocabulary: Vocabulary, weights: Weights) -> None:
        shapes = (
            (weights.words, len(vocabulary.words)),
            (weights.pieces, len(vocabulary.pieces)),
            (weights.pairs, len(vocabulary.pairs)),
        )
        if any(array.shape != (rows, len(weights.intercepts)) for array, rows in shapes):
            raise ModelError("the model's weights do not fit the vocabulary; train both again")
        self._vocabulary = vocabulary
        self._weights = weights

    @property
    def weights(self) -> Weights:
        """The weights."""
        return self._weights

    def rows(self, encoded: Encoded) -> Floats:
        """Return each token's own weights, of shape (n_tokens, k), without those of pairs."""
        weights = self._weights
        known = len(weights.words)
        if not known:
            return self._unknown(encoded.unknown)[encoded.words]
        rows: Floats = weights.words[np.minimum(encoded.words, known - 1)].astype(np.float64)
        if encoded.unknown:
            rare = encoded.words >= known
            rows[rare] = self._unknown(encoded.unknown)[encoded.words[rare] - known]
        return rows

    def contributions(self, encoded: Encoded, rows: Floats, column: int) -> Floats:
        """Return what each token adds to a score, of shape (n_tokens,), a pair's weight shared by its two words.

        Args:
            encoded: The texts.
            rows: What ``rows`` gave for them.
            column: The score's number.
        """
        result = rows[:, column].copy()
        if len(encoded.pairs):
            halves = self._weights.pairs[encoded.pairs, column].astype(np.float64) / 2
            np.add.at(result, encoded.pair_places, halves)
            np.add.at(result, encoded.pair_places + 1, halves)
        return result

    def scores(self, encoded: Encoded, extras: Floats, rows: Floats | None = None) -> Floats:
        """Return the models' scores (log-odds before calibration), of shape (n_texts, k).

        A text's words are summed and divided by the square root of their number, so that a long sentence is not
        louder than a short one with the same share of telling words.

        Args:
            encoded: The texts.
            extras: Of shape (n_texts, n_extras).
            rows: What ``rows`` gave for these texts, where it is known already.
        """
        weights = self._weights
        lengths = np.diff(encoded.word_bounds)
        rows = self.rows(encoded) if rows is None else rows
        pairs = weights.pairs[encoded.pairs].astype(np.float64)
        total = _sums(rows, encoded.word_bounds) + _sums(pairs, encoded.pair_bounds)
        result: Floats = total / np.sqrt(np.maximum(lengths, 1))[:, None] + extras @ weights.extras + weights.intercepts
        return result

    def _unknown(self, words: Sequence[str]) -> Floats:
        weights = self._weights
        rows = np.zeros((len(words), len(weights.intercepts)))
        for place, word in enumerate(words):
            numbers = self._vocabulary.piece_numbers(word)
            if numbers:
                rows[place] = weights.pieces[numbers].sum(axis=0, dtype=np.float64) / np.sqrt(len(numbers))
        return rows


def _sums(rows: Floats, bounds: NDArray[np.int64]) -> Floats:
    """Return the sums of runs of rows; ``bounds`` says where they start, the last one where they end."""
    totals = np.zeros((len(bounds) - 1, rows.shape[1]))
    filled = np.flatnonzero(np.diff(bounds))
    if len(filled):
        # Empty runs are left out: reduceat would give them the next run's first row.
        totals[filled] = np.add.reduceat(rows, bounds[:-1][filled], axis=0)
    return totals


def probabilities(scores: Floats) -> Floats:
    """Return the logistic function of log-odds of any shape: probabilities, 0 to 1, of the same shape."""
    # The clip only keeps exp from overflowing; beyond it the probability is 0 or 1 to all digits shown.
    result: Floats = 1 / (1 + np.exp(-np.clip(scores, -40, 40)))
    return result


def weights_of(artifact: Artifact, vocabulary: Vocabulary) -> Weights:
    """Return an artifact's weights.

    Raises:
        ModelError: If it was trained on another vocabulary.
    """
    if artifact.manifest.get("vocabulary") != vocabulary.sha256:
        raise ModelError(f"model '{artifact.manifest.get('name')}' was trained on another vocabulary; train it again")
    words, pieces, pairs, extras, intercepts = map(artifact.array, ("words", "pieces", "pairs", "extras", "intercepts"))
    return Weights(words, pieces, pairs, extras.astype(np.float64), intercepts.astype(np.float64))
