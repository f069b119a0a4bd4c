"""How strongly single words read as loaded, and a sentence's strongest ones as features.

A word's mark is the log-odds that annotators underline it. One strong word makes a sentence loaded however long the
sentence is, which a sum over words cannot say; so the strongest words count on their own.
"""

import numpy as np
from numpy.typing import NDArray

__all__ = ["MARK_FEATURES", "mark_features", "mark_shares"]

Floats = NDArray[np.float64]

MARK_FEATURES = ("density", "strongest", "strongest three", "any")
"""The features of one kind of mark: sum of probabilities over the root of the length, the strongest word's log-odds
above the floor, the mean of the three strongest, and minus the logarithm of the chance that no word is marked."""

_FLOOR = -6.0
"""Log-odds from which a word counts among the strongest: an ordinary word of news text lies at -5 and below."""


def mark_features(shares: Floats, bounds: NDArray[np.int64]) -> Floats:
    """Return sentences' features, of shape (n_sentences, 4 * n_kinds), kind by kind.

    Args:
        shares: From ``mark_shares``.
        bounds: Of shape (n_sentences + 1,): where each sentence's tokens start.
    """
    totals = np.zeros((len(bounds) - 1, shares.shape[1]))
    filled = np.flatnonzero(np.diff(bounds))
    if len(filled):
        totals[filled] = np.add.reduceat(shares, bounds[:-1][filled], axis=0)
    return totals


def mark_shares(marks: Floats, bounds: NDArray[np.int64]) -> Floats:
    """Return what each token adds to its sentence's features, of shape (n_tokens, 4 * n_kinds).

    Args:
        marks: Of shape (n_tokens, n_kinds): log-odds; ``-inf`` for tokens that are no words.
        bounds: Of shape (n_sentences + 1,): where each sentence's tokens start.
    """
    count, kinds = marks.shape
    lengths = np.diff(bounds)
    sentences = np.repeat(np.arange(len(lengths)), lengths)
    result = np.zeros((count, len(MARK_FEATURES) * kinds))
    if not count:
        return result
    roots = np.sqrt(lengths[sentences])
    for kind in range(kinds):
        column = marks[:, kind]
        chance = np.minimum(1 / (1 + np.exp(-np.maximum(column, -40))), 0.999)
        above = np.maximum(column, _FLOOR) - _FLOOR
        # Each token's rank in its sentence: sorted by sentence, the strongest first.
        order = np.lexsort((-column, sentences))
        rank = np.empty(count, dtype=np.int64)
        rank[order] = np.arange(count) - bounds[:-1][sentences[order]]
        start = kind * len(MARK_FEATURES)
        result[:, start] = chance / roots
        result[:, start + 1] = np.where(rank == 0, above, 0)
        result[:, start + 2] = np.where(rank < 3, above, 0) / np.minimum(lengths[sentences], 3)
        result[:, start + 3] = -np.log1p(-chance)
    return result
