"""A logistic model over named features: one weight a name."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from framing.modelling.artifact import joined, save_artifact
from framing.modelling.named_weights import chance_of
from framing.modelling.training.intervals import Figure, figures_for_manifest

__all__ = ["held_out_chances", "logistic_weights", "save_weights"]

_FOLDS = 10
"""Groups that articles are left out in."""


def logistic_weights(rows: Sequence[tuple[Sequence[str], bool]], fewest: int) -> dict[str, float]:
    """Return the weight of each feature, that of "1" with the intercept.

    Args:
        rows: What holds for each case, and whether it is right.
        fewest: Cases that a feature has to have; others are left out.
    """
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([dict.fromkeys(names, 1.0) for names, _ in rows])
    common = np.asarray(matrix.sum(0)).ravel() >= fewest
    model = LogisticRegression(C=1.0, max_iter=500).fit(matrix[:, common], [right for _, right in rows])
    weights: Mapping[str, float] = dict(
        zip(vectorizer.get_feature_names_out()[common], model.coef_[0].tolist(), strict=True)
    )
    rounded = {name: round(weight, 4) for name, weight in weights.items()}
    rounded["1"] = round(rounded.get("1", 0.0) + float(model.intercept_[0]), 4)
    return rounded


def held_out_chances(
    features: Sequence[Sequence[str]], right: NDArray[np.bool_], articles: NDArray[np.int64], fewest: int
) -> NDArray[np.float64]:
    """Return the probability of each case by weights of the other articles.

    Args:
        features: For each case what holds for it.
        right: Of shape (n,): whether it is right.
        articles: Of shape (n,): the number of each one's article.
        fewest: As for ``logistic_weights``.
    """
    probabilities = np.zeros(len(right))
    folds = articles % _FOLDS
    cases = list(zip(features, right.tolist(), strict=True))
    for fold in range(_FOLDS):
        weights = logistic_weights(
            [case for case, other in zip(cases, folds.tolist(), strict=True) if other != fold], fewest
        )
        for place in np.flatnonzero(folds == fold).tolist():
            probabilities[place] = chance_of(features[place], weights)
    return probabilities


def save_weights(
    output: Path, name: str, weights: Mapping[str, float], data: str, figures: Mapping[str, Figure]
) -> dict[str, str]:
    """Write a model of named weights and its manifest, and return the figures as they are printed.

    Args:
        output: Folder of the artifacts.
        name: The artifact's name.
        weights: By feature.
        data: What it was learned from.
        figures: On articles that were left out.
    """
    names = sorted(weights)
    save_artifact(
        output,
        name,
        {"names": joined(names), "weights": np.array([weights[one] for one in names], dtype=np.float64)},
        {"version": "2026.1", "data": data, "figures": figures_for_manifest(figures)},
    )
    return {label: f"{figure.value:.3f}" for label, figure in figures.items()}
