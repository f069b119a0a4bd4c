"""What training the models of sentences shares: teachers' scores and words' marks as features, folds, folding."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from framing.modelling.linear import Weights
from framing.modelling.sentence_features import SentenceTokens
from framing.modelling.training.calibration import platt
from framing.modelling.training.folds import group_folds
from framing.modelling.training.marked import KINDS, MarkedTokens, marks_of, nested_marks, whole_marks
from framing.modelling.training.space import Matrix, Space, fold
from framing.modelling.training.weak import Teacher, with_extras

__all__ = ["Fold", "Sentences", "fold_matrices", "out_of_fold", "prepared", "trained"]

Floats = NDArray[np.float64]
Rows = NDArray[np.int64]

_MARK_SCALES = np.array([2.5, 0.5, 0.8, 1.5])
"""What brings the four features of a mark to a deviation near one before regularisation."""


@dataclass(frozen=True, slots=True, eq=False)
class Sentences:
    """An annotated set of sentences as features.

    Attributes:
        space: The space of words.
        matrix: ``space.design`` of the sentences.
        own: The set's own marked words, whose features are nested.
        own_kind: Which of ``KINDS`` they are.
        other: Of shape (n, 4): features of the other kind, learned from another set.
        teachers: Their scores are further columns.
        means: The teachers' mean scores.
        deviations: The teachers' standard deviations.
        groups: What belongs together: topics or articles.
    """

    space: Space
    matrix: Matrix
    own: MarkedTokens
    own_kind: int
    other: Floats
    teachers: tuple[Teacher, ...]
    means: Floats
    deviations: Floats
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Fold:
    """Training and test rows and the matrix whose marks know no test row."""

    train: Rows
    test: Rows
    matrix: Matrix


def prepared(
    space: Space,
    split: SentenceTokens,
    groups: Sequence[str],
    teachers: Mapping[str, Teacher],
    own: tuple[str, MarkedTokens],
    other: MarkedTokens,
) -> Sentences:
    """Return a set's features.

    Args:
        space: The space of words.
        split: The sentences.
        groups: Each sentence's topic or article.
        teachers: Whose scores become features.
        own: The kind of mark that the set itself gives, and its marked words.
        other: The other set's marked words.
    """
    matrix = with_extras(space, split)
    chosen = tuple(teachers.values())
    scores = np.array([matrix @ teacher.coefficients for teacher in chosen]).T
    return Sentences(
        space,
        matrix,
        own[1],
        KINDS.index(own[0]),
        marks_of(space, whole_marks(space, other), split),
        chosen,
        scores.mean(axis=0),
        scores.std(axis=0),
        tuple(groups),
    )


def _matrix(sentences: Sentences, train: Rows, test: Rows) -> Matrix:
    own = nested_marks(sentences.space, sentences.own, sentences.groups, train, test)
    kinds = [own, sentences.other] if sentences.own_kind == 0 else [sentences.other, own]
    scores = np.array([sentences.matrix @ teacher.coefficients for teacher in sentences.teachers]).T
    return sp.hstack(
        [
            sentences.matrix,
            sp.csr_matrix(np.hstack([kind * _MARK_SCALES for kind in kinds])),
            sp.csr_matrix((scores - sentences.means) / sentences.deviations),
        ]
    ).tocsr()


def fold_matrices(sentences: Sentences) -> list[Fold]:
    """Return eight folds; a group is never on both sides."""
    return [Fold(train, test, _matrix(sentences, train, test)) for train, test in group_folds(sentences.groups)]


def out_of_fold(folds: Sequence[Fold], labels: NDArray[np.bool_], strength: float) -> Floats:
    """Return log-odds for each row, of shape (n,), from a model that saw no row of its group.

    Args:
        folds: The folds' rows and columns.
        labels: Of shape (n,).
        strength: Inverse of the regularisation.
    """
    from sklearn.linear_model import LogisticRegression

    scores = np.zeros(len(labels))
    for part in folds:
        model = LogisticRegression(C=strength, max_iter=3000).fit(part.matrix[part.train], labels[part.train])
        scores[part.test] = model.decision_function(part.matrix[part.test])
    return scores


def trained(
    sentences: Sentences,
    labels: Sequence[NDArray[np.bool_]],
    strength: float,
    held_out: Sequence[Floats],
    student: Teacher | None = None,
) -> Weights:
    """Return the weights of models trained on all rows and calibrated on held-out scores, one for each labelling.

    The calibration (a slope and a shift of the log-odds) is part of the weights, so they sum to calibrated log-odds.

    Args:
        sentences: The set.
        labels: Each labelling of its rows, of shape (n,).
        strength: Inverse of the regularisation.
        held_out: Each labelling's log-odds, of shape (n,), for rows that the model did not see.
        student: Whose score makes half of the result, where it is given. Its weight is fixed, since it may know the
            labels; the sum is spread as the calibrated held-out scores are, so that it is no surer than they are.
    """
    from sklearn.linear_model import LogisticRegression

    everything = np.arange(len(sentences.groups))
    matrix = _matrix(sentences, everything, np.zeros(0, dtype=np.int64))
    width = sentences.matrix.shape[1]
    marks = np.tile(_MARK_SCALES, len(KINDS))
    coefficients = np.zeros((len(labels), width + len(marks)))
    intercepts = np.zeros(len(labels))
    for output, (truth, scores) in enumerate(zip(labels, held_out, strict=True)):
        model = LogisticRegression(C=strength, max_iter=3000).fit(matrix, truth)
        slope, shift = platt(scores, truth)
        own = model.coef_[0]
        intercept = float(model.intercept_[0])
        total = own[:width].copy()
        for teacher, weight, mean, deviation in zip(
            sentences.teachers, own[width + len(marks) :], sentences.means, sentences.deviations, strict=True
        ):
            total += weight / deviation * teacher.coefficients
            intercept -= weight / deviation * mean
        coefficients[output] = slope * np.concatenate([total, own[width : width + len(marks)] * marks])
        intercepts[output] = slope * intercept + shift
        if student is not None:
            part, other, further = _shares(slope * scores + shift, sentences.matrix @ student.coefficients)
            coefficients[output] *= part
            coefficients[output, :width] += other * student.coefficients
            intercepts[output] = part * intercepts[output] + further
    return fold(sentences.space, coefficients, intercepts)


def _shares(own: Floats, other: Floats) -> tuple[float, float, float]:
    """Return the factors that make each score half of a sum spread as ``own`` is, and what is added to the sum."""
    halves = own / own.std() + other / other.std()
    factor = own.std() / halves.std()
    part, second = factor / own.std(), factor / other.std()
    return float(part), float(second), float(own.mean() - part * own.mean() - second * other.mean())
