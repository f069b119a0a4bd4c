"""Logistic models over named features and over what the tagger's network makes of the tokens before it labels them."""

import math
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.modelling.artifact import load_artifact
from framing.modelling.named_weights import load_named_weights, named_weights
from framing.modelling.tagging import AttributionModel, attribution_model

__all__ = ["NO_WEIGHTS", "StateWeights", "chance_by_states", "load_state_weights", "weights_for"]


class StateWeights(NamedTuple):
    """The weights of one model.

    Attributes:
        named: By named feature; without any the model is none.
        states: Of what the network made of the tokens, of shape (states,); empty for a model that reads none.
    """

    named: Mapping[str, float]
    states: NDArray[np.floating]


NO_WEIGHTS = StateWeights({}, np.zeros(0, dtype=np.float32))
"""The weights of no model."""


@cache
def load_state_weights(name: str) -> StateWeights:
    """Return the shipped weights of a model.

    Raises:
        ModelError: If the artifact is missing or damaged.
    """
    stored = load_artifact(name)
    return StateWeights(named_weights(stored), stored.array("states").astype(np.float32))


def weights_for(tagger: AttributionModel, name: str, words_alone: str = "") -> StateWeights:
    """Return the shipped weights of a model, as far as they fit what a tagger's network makes of the tokens.

    Args:
        tagger: The shipped one; of another's states no weight is known.
        name: The model's.
        words_alone: The name of a model by words alone that stands in for it where another tagger reads.

    Raises:
        ModelError: If an artifact is missing or damaged.
    """
    if tagger is attribution_model():
        return load_state_weights(name)
    return NO_WEIGHTS._replace(named=load_named_weights(words_alone)) if words_alone else NO_WEIGHTS


def chance_by_states(names: Iterable[str], seen: NDArray[np.floating], weights: StateWeights) -> float:
    """Return the probability that some features and states add up to.

    Args:
        names: The features that hold.
        seen: What the network makes of the tokens, of shape (states,).
        weights: The model's.
    """
    by_states = float(seen @ weights.states) if len(weights.states) else 0.0
    return 1 / (1 + math.exp(-by_states - sum(weights.named.get(name, 0.0) for name in names)))
