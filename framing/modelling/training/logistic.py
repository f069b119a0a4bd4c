"""Logistic models over named features, and over states of the tagger's network where the cases have them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from framing.modelling.artifact import joined, save_artifact
from framing.modelling.state_weights import StateWeights, chance_by_states
from framing.modelling.training.intervals import Figure, figures_for_manifest

__all__ = ["Cases", "Fit", "fitted", "held_out_chances", "save_weights"]

_PARTS = 10
"""Parts of the articles or outlets that are left out in turn."""


class Cases(NamedTuple):
    """What a model is learned from.

    Attributes:
        named: For each case what holds for it.
        right: Of shape (n,): whether it is right.
        states: Of shape (n, states): what the network makes of its tokens; ``None`` for a model that reads none.
    """

    named: Sequence[Sequence[str]]
    right: NDArray[np.bool_]
    states: NDArray[np.floating] | None = None


class Fit(NamedTuple):
    """How a model is fitted.

    Attributes:
        fewest: Cases that a named feature has to have; others are left out.
        penalty: The inverse of the penalty.
        named: What a named feature counts; beside standardised states more, so that its weight is drawn less to
            nothing.
    """

    fewest: int
    penalty: float = 1.0
    named: float = 1.0


def fitted(cases: Cases, fit: Fit) -> StateWeights:
    """Return a model; its intercept is under the name "1"."""
    states = _states(cases)
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([dict.fromkeys(names, 1.0) for names in cases.named])
    common = np.asarray(matrix.sum(0)).ravel() >= fit.fewest
    columns = matrix[:, common] * fit.named
    mean, spread = states.mean(0), states.std(0) + 1e-3
    if states.shape[1]:
        columns = np.hstack([(states - mean) / spread, columns.toarray()])
    model = LogisticRegression(C=fit.penalty, max_iter=500).fit(columns, cases.right)
    of_states, of_named = np.split(model.coef_[0], [states.shape[1]])
    names = vectorizer.get_feature_names_out()[common].tolist()
    weights = {name: round(float(weight) * fit.named, 4) for name, weight in zip(names, of_named, strict=True)}
    weights["1"] = round(weights.get("1", 0.0) + float(model.intercept_[0] - of_states @ (mean / spread)), 4)
    return StateWeights(weights, of_states / spread)


def held_out_chances(cases: Cases, groups: NDArray[np.int64], fit: Fit) -> NDArray[np.float64]:
    """Return the probability of each case by a model of the other groups.

    Args:
        cases: What is learned from.
        groups: Of shape (n,): the number of each case's article or outlet.
        fit: How the models are fitted.
    """
    chances, states = np.zeros(len(cases.right)), _states(cases)
    for part in range(_PARTS):
        left_out = groups % _PARTS == part
        kept = [names for names, out in zip(cases.named, left_out.tolist(), strict=True) if not out]
        model = fitted(Cases(kept, cases.right[~left_out], states[~left_out]), fit)
        for place in np.flatnonzero(left_out).tolist():
            chances[place] = chance_by_states(cases.named[place], states[place], model)
    return chances


def _states(cases: Cases) -> NDArray[np.floating]:
    return np.zeros((len(cases.right), 0)) if cases.states is None else cases.states


def save_weights(
    output: Path, name: str, weights: StateWeights, data: str, figures: Mapping[str, Figure]
) -> dict[str, str]:
    """Write a model and its manifest, and return the figures as they are printed.

    Args:
        output: Folder of the artifacts.
        name: The artifact's name.
        weights: The model.
        data: What it was learned from.
        figures: On articles that were left out.
    """
    names = sorted(weights.named)
    arrays: dict[str, NDArray[Any]] = {
        "names": joined(names),
        "weights": np.array([weights.named[one] for one in names], dtype=np.float64),
    }
    if len(weights.states):
        arrays["states"] = weights.states.astype(np.float32)
    save_artifact(output, name, arrays, {"version": "2026.1", "data": data, "figures": figures_for_manifest(figures)})
    return {label: f"{figure.value:.3f}" for label, figure in figures.items()}
