"""From all evidence to a type: a softmax over sums of learned weights, and ``other`` where no type is likely enough.

The weights are learned from entities that blind readers typed (``framing train source_types``). Each kind of evidence
has one weight for all types; beside it only the kind of row and what a source says of itself have weights by type. No
party, country, sex or name has one, so that a swap cannot move a judgement. The probabilities are calibrated: see
``docs/models/source-types.md``.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from framing.attribution import SOURCE_TYPES, SourceType
from framing.modelling.artifact import load_artifact, split
from framing.source_typing.case import Case, features
from framing.source_typing.vote import Vote

__all__ = ["CONFIDENT", "TypeModel", "chances", "judged", "load_type_model"]

CONFIDENT = 0.3
"""Probability below which the page does not tell."""


@dataclass(frozen=True, slots=True)
class TypeModel:
    """What was learned.

    Attributes:
        weights: By the names of what speaks for a type.
        near: The type of nouns that no lexicon lists, by the listed nouns that are used like them.
    """

    weights: Mapping[str, float]
    near: Mapping[str, SourceType]


@cache
def load_type_model() -> TypeModel:
    """Return the shipped model.

    Raises:
        ModelError: If the artifact is missing or damaged.
    """
    stored = load_artifact("source_types")
    return TypeModel(
        dict(zip(split(stored.array("names")), stored.array("weights").tolist(), strict=True)),
        {
            word: SOURCE_TYPES[number]
            for word, number in zip(split(stored.array("near_words")), stored.array("near_types"), strict=True)
        },
    )


def chances(case: Case, model: TypeModel) -> dict[SourceType, float]:
    """Return the probability of each type."""
    sums = {
        kind: sum(model.weights.get(name, 0.0) * value for name, value in features(case, kind)) for kind in SOURCE_TYPES
    }
    most = max(sums.values())
    weighed = {kind: math.exp(value - most) for kind, value in sums.items()}
    total = sum(weighed.values())
    return {kind: value / total for kind, value in weighed.items()}


def judged(case: Case, model: TypeModel | None = None) -> tuple[SourceType, float, tuple[Vote, ...]]:
    """Return the type, its probability and the votes for it, the weightiest first.

    Args:
        case: What speaks for a type.
        model: Another model than the shipped one: training's.
    """
    weights = (model or load_type_model()).weights
    found = chances(case, model or load_type_model())
    best = max(SOURCE_TYPES, key=lambda kind: found[kind])
    if best == "other" or found[best] < CONFIDENT:
        return "other", found["other"], ()
    told = [one for one in case.votes if one.type == best]
    told.sort(key=lambda one: (-weights.get(f"vote {one.kind}", 0.0), one.span))
    return best, found[best], tuple(told)
