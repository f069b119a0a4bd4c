"""What training the models of sentences shares: teachers' scores as features, folds, folding to one linear model."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from framing.modelling.linear import Weights
from framing.modelling.training.calibration import platt
from framing.modelling.training.space import Matrix, Space, fold
from framing.modelling.training.weak import Teacher

__all__ = ["Taught", "group_folds", "out_of_fold", "taught_design", "trained"]

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Taught:
    """A design with the teachers' scores as further columns, scaled to mean 0 and deviation ``weight``."""

    matrix: Matrix
    teachers: tuple[Teacher, ...]
    means: Floats
    deviations: Floats


def taught_design(matrix: Matrix, teachers: Mapping[str, Teacher], names: Sequence[str]) -> Taught:
    """Return a design with the named teachers' scores beside it."""
    chosen = tuple(teachers[name] for name in names)
    scores = np.array([matrix @ teacher.coefficients for teacher in chosen]).T.reshape(matrix.shape[0], len(chosen))
    means, deviations = scores.mean(axis=0), scores.std(axis=0)
    columns = sp.csr_matrix((scores - means) / deviations)
    return Taught(sp.hstack([matrix, columns]).tocsr(), chosen, means, deviations)


def group_folds(groups: Sequence[str], folds: int = 8) -> list[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Return train and test indices; a group (topic, article, outlet) is never on both sides."""
    from sklearn.model_selection import GroupKFold

    return list(GroupKFold(folds).split(np.zeros(len(groups)), groups=np.array(groups)))


def out_of_fold(
    matrix: Matrix,
    labels: NDArray[np.bool_],
    folds: Sequence[tuple[NDArray[np.int64], NDArray[np.int64]]],
    strength: float,
) -> Floats:
    """Return log-odds for each row from a model that saw no row of its group."""
    from sklearn.linear_model import LogisticRegression

    scores = np.zeros(len(labels))
    for train, test in folds:
        model = LogisticRegression(C=strength, max_iter=2000).fit(matrix[train], labels[train])
        scores[test] = model.decision_function(matrix[test])
    return scores


def trained(space: Space, design: Taught, labels: NDArray[np.bool_], strength: float, held_out: Floats) -> Weights:
    """Return the weights of a model trained on all rows and calibrated on held-out scores.

    The calibration (a slope and a shift of the log-odds) is part of the weights, so they sum to calibrated log-odds.
    """
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=strength, max_iter=2000).fit(design.matrix, labels)
    slope, shift = platt(held_out, labels)
    width = design.matrix.shape[1] - len(design.teachers)
    coefficients = model.coef_[0, :width].copy()
    intercept = float(model.intercept_[0])
    for place, teacher in enumerate(design.teachers):
        share = model.coef_[0, width + place] / design.deviations[place]
        coefficients += share * teacher.coefficients
        intercept -= share * design.means[place]
    return fold(space, (slope * coefficients)[None, :], np.array([slope * intercept + shift]))
