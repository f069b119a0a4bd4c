"""Logistic models over named features: one weight a name, stored as names and weights."""

import math
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from framing.modelling.artifact import Artifact, load_artifact, split

__all__ = ["chance_of", "load_named_weights", "named_weights", "surer"]

_TENTHS = 10
"""In how many parts a probability is cut where it is a feature."""


@cache
def load_named_weights(name: str) -> Mapping[str, float]:
    """Return the shipped weights of a model by feature.

    Raises:
        ModelError: If the artifact is missing or damaged.
    """
    return named_weights(load_artifact(name))


def named_weights(stored: Artifact) -> dict[str, float]:
    """Return an artifact's weights by feature.

    Raises:
        ModelError: If it has none.
    """
    return dict(zip(split(stored.array("names")), stored.array("weights").tolist(), strict=True))


def chance_of(names: Iterable[str], weights: Mapping[str, float]) -> float:
    """Return the probability that some features add up to."""
    return 1 / (1 + math.exp(-sum([weights.get(name, 0.0) for name in names])))


def surer(of: str, chance: float) -> Iterator[str]:
    """Yield a feature for each tenth that a probability reaches, so that a surer one has those of the less sure too."""
    yield from (f"{of} surer than {tenth}" for tenth in range(1, min(int(chance * _TENTHS), _TENTHS - 1) + 1))
