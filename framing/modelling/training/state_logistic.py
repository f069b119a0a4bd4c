"""A logistic model over named features and over states of the tagger's network."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from framing.modelling.artifact import joined, save_artifact
from framing.modelling.state_weights import StateWeights, chance_by_states
from framing.modelling.training.intervals import Figure, figures_for_manifest

__all__ = ["Fit", "held_out_state_chances", "save_state_weights", "state_weights"]

_PARTS = 10
"""Parts of the articles or outlets that are left out in turn."""


class Fit(NamedTuple):
    """How a model is fitted.

    Attributes:
        fewest: Cases that a named feature has to have; others are left out.
        penalty: The inverse of the penalty.
        named: What a named feature counts beside a standardised state, so that its weight is drawn less to nothing.
    """

    fewest: int
    penalty: float
    named: float = 5.0


def state_weights(
    named: Sequence[Sequence[str]], states: NDArray[np.floating], right: NDArray[np.bool_], fit: Fit
) -> StateWeights:
    """Return a model; its intercept is under the name "1".

    Args:
        named: For each case what holds for it.
        states: Of shape (n, states): what the network makes of its tokens.
        right: Of shape (n,).
        fit: How it is fitted.
    """
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([dict.fromkeys(names, 1.0) for names in named])
    common = np.asarray(matrix.sum(0)).ravel() >= fit.fewest
    mean, spread = states.mean(0), states.std(0) + 1e-3
    columns = np.hstack([(states - mean) / spread, matrix[:, common].toarray() * fit.named])
    model = LogisticRegression(C=fit.penalty, max_iter=500).fit(columns, right)
    of_states, of_named = np.split(model.coef_[0], [states.shape[1]])
    names = vectorizer.get_feature_names_out()[common].tolist()
    weights = {name: round(float(weight) * fit.named, 4) for name, weight in zip(names, of_named, strict=True)}
    weights["1"] = round(weights.get("1", 0.0) + float(model.intercept_[0] - of_states @ (mean / spread)), 4)
    return StateWeights(weights, of_states / spread)


def held_out_state_chances(
    named: Sequence[Sequence[str]],
    states: NDArray[np.floating],
    right: NDArray[np.bool_],
    groups: NDArray[np.int64],
    fit: Fit,
) -> NDArray[np.float64]:
    """Return the probability of each case by a model of the other groups.

    Args:
        named: As for ``state_weights``, and so are ``states``, ``right`` and ``fit``.
        states: Of shape (n, states).
        right: Of shape (n,).
        groups: Of shape (n,): the number of each case's article or outlet.
        fit: How the models are fitted.
    """
    chances = np.zeros(len(right))
    for part in range(_PARTS):
        left_out = groups % _PARTS == part
        kept = [names for names, out in zip(named, left_out.tolist(), strict=True) if not out]
        model = state_weights(kept, states[~left_out], right[~left_out], fit)
        for place in np.flatnonzero(left_out).tolist():
            chances[place] = chance_by_states(named[place], states[place], model)
    return chances


def save_state_weights(
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
    save_artifact(
        output,
        name,
        {
            "names": joined(names),
            "weights": np.array([weights.named[one] for one in names], dtype=np.float64),
            "states": weights.states.astype(np.float32),
        },
        {"version": "2026.1", "data": data, "figures": figures_for_manifest(figures)},
    )
    return {label: f"{figure.value:.3f}" for label, figure in figures.items()}
