"""Weights of the clues of an article's frames in ordinary news: three that all frames share, and one for each word.

The words of the whole article tell frames that no list has words for. Their part is fitted first, frame by frame; the
weight that it gets beside the other clues is learned from articles whose words it was not fitted on.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from framing.modelling.documents import WordCounts
from framing.modelling.linear import probabilities
from framing.modelling.training.folds import group_folds
from framing.modelling.training.space import Matrix

__all__ = ["Clued", "Fitted", "fit", "held_out_chances", "word_matrix"]

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

_STRENGTH = 0.3
"""Inverse of the penalty on the shared weights and on how far a frame's intercept lies from the common one."""
_OF_WORDS = 10.0
"""Inverse of the penalty on the words' weights (docs/models/frames.md)."""
_FEWEST = 20
"""Articles that a word stands in, at least, to get weights."""
_FOLDS, _INNER = 10, 5
"""Folds of cross-validation, and those within, by outlet."""


@dataclass(frozen=True, slots=True, eq=False)
class Clued:
    """Marked articles as the weights see them.

    Attributes:
        clues: Of shape (n_articles, 14, 2): the annotated model's log-odds and the root of the frame's share.
        words: Of shape (n_articles, n_words): normalised counts times rarity.
        labels: Of shape (n_articles, 14): what the reader calls present.
        outlets: Who published each.
    """

    clues: Floats
    words: Matrix
    labels: Flags
    outlets: Sequence[str]

    def chosen(self, rows: NDArray[np.int64]) -> "Clued":
        """Return some of the articles, by their rows, of shape (n_chosen,)."""
        return Clued(self.clues[rows], self.words[rows], self.labels[rows], [self.outlets[row] for row in rows])


@dataclass(frozen=True, slots=True, eq=False)
class Fitted:
    """The weights: of the clues, of shape (2,), of words, of shape (n_words, 14), and intercepts, of shape (14,)."""

    clues: Floats
    words: Floats
    intercepts: Floats

    def chances(self, articles: Clued) -> Floats:
        """Return the probability of each frame, of shape (n_articles, 14)."""
        chances: Floats = probabilities(articles.clues @ self.clues + articles.words @ self.words + self.intercepts)
        return chances


def fit(articles: Clued) -> Fitted:
    """Return the weights that articles teach."""
    count = articles.labels.shape[1]
    told = _crossed(articles, _INNER, lambda seen, left: _scores(_of_words(seen), left))
    features = np.concatenate([articles.clues, told[:, :, None]], axis=2)
    frames = np.broadcast_to(np.eye(count), (len(features), count, count))
    rows = np.concatenate([features, frames], axis=2).reshape(articles.labels.size, -1)
    model = LogisticRegression(C=_STRENGTH, max_iter=1000).fit(rows, articles.labels.ravel())
    shared = model.coef_[0]
    words, intercepts = _of_words(articles)
    return Fitted(shared[:2], shared[2] * words, shared[2] * intercepts + shared[3:] + model.intercept_[0])


def held_out_chances(articles: Clued) -> Floats:
    """Return the probability of each frame by weights of other outlets' articles, of shape (n_articles, 14)."""
    return _crossed(articles, _FOLDS, lambda seen, left: fit(seen).chances(left))


def word_matrix(articles: Sequence[WordCounts], rarity: Floats) -> Matrix:
    """Return articles' words as they are weighed, of shape (n_articles, n_words).

    Args:
        articles: Their words, counted.
        rarity: Of shape (n_words,).
    """
    bounds = np.cumsum([0, *(len(one.numbers) for one in articles)])
    numbers = np.concatenate([one.numbers for one in articles])
    values = np.concatenate([one.values for one in articles]) * rarity[numbers]
    return sp.csr_matrix((values, numbers, bounds), shape=(len(articles), len(rarity)))


def _crossed(articles: Clued, folds: int, judge: Callable[[Clued, Clued], Floats]) -> Floats:
    result = np.zeros(articles.labels.shape)
    for seen, left in group_folds(articles.outlets, min(folds, len(set(articles.outlets)))):
        result[left] = judge(articles.chosen(seen), articles.chosen(left))
    return result


def _scores(weights: tuple[Floats, Floats], articles: Clued) -> Floats:
    words, intercepts = weights
    scores: Floats = articles.words @ words + intercepts
    return scores


def _of_words(articles: Clued) -> tuple[Floats, Floats]:
    """Return the words' weights, zero for rare words, and each frame's intercept."""
    known = np.flatnonzero(np.asarray((articles.words > 0).sum(axis=0)).ravel() >= _FEWEST)
    count = articles.labels.shape[1]
    weights, intercepts = np.zeros((articles.words.shape[1], count)), np.zeros(count)
    seen = sp.csr_matrix(articles.words)[:, known]
    for frame in range(count):
        marked = articles.labels[:, frame]
        if not known.size or marked.all() or not marked.any():
            intercepts[frame] = np.log((marked.sum() + 0.5) / ((~marked).sum() + 0.5))
            continue
        model = LogisticRegression(C=_OF_WORDS, solver="liblinear", random_state=0).fit(seen, marked)
        weights[known, frame] = model.coef_[0]
        intercepts[frame] = model.intercept_[0]
    return weights, intercepts
