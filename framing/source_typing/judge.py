"""From evidence to a type: a softmax over sums of learned weights; ``other`` if no type is likely enough.

The weights are learned from entities that blind readers typed (``framing train source_types``). A kind of evidence has
one weight for all types. Only the kind of row and a source's own words have weights by type. No party, country, sex or
name has a weight, so that a swap cannot move a judgement. The probabilities are calibrated: see
``docs/models/source-types.md``.
"""

import math
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from framing.attribution import SOURCE_TYPES, SourceType
from framing.modelling.artifact import load_artifact, split
from framing.modelling.named_weights import named_weights
from framing.source_typing.case import SPEAKS_FOR_A_BODY, Case, features, page_tells
from framing.source_typing.vote import Vote

__all__ = ["CONFIDENT", "TypeModel", "chances", "judged", "load_type_model"]

CONFIDENT = 0.22
"""Probability below which the type is ``other``: the page does not tell. One plain word ("Holm, a voter") is enough."""
CONFIDENT_ALONE = 0.5
"""The same for a source of which neither the page nor other articles tell more than its words, home or age: of 39
persons that were told from 0.3 on, 11 were right. Set by hand: rather one than the other."""


class TypeModel(NamedTuple):
    """The learned model.

    Attributes:
        weights: By names of features.
        near: Types of nouns that no lexicon lists: those of listed nouns that are used like them.
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
        named_weights(stored),
        {
            word: SOURCE_TYPES[number]
            for word, number in zip(split(stored.array("near_words")), stored.array("near_types"), strict=True)
        },
    )


def chances(case: Case, model: TypeModel) -> dict[SourceType, float]:
    """Return the probability of each type."""
    weights = model.weights
    sums = {
        kind: sum([weights.get(name, 0.0) * value for name, value in features(case, kind)]) for kind in SOURCE_TYPES
    }
    most = max(sums.values())
    weighed = {kind: math.exp(value - most) for kind, value in sums.items()}
    total = sum(weighed.values())
    return {kind: value / total for kind, value in weighed.items()}


def judged(case: Case, model: TypeModel | None = None) -> tuple[SourceType, float, tuple[Vote, ...]]:
    """Return the type, its probability and the votes for it, in falling order of weight.

    Args:
        case: The evidence.
        model: Another model than the shipped one: training's.
    """
    weights = (model or load_type_model()).weights
    probabilities = chances(case, model or load_type_model())
    best = max(SOURCE_TYPES, key=lambda kind: probabilities[kind])
    known = case.elsewhere or case.figure or SPEAKS_FOR_A_BODY in case.signs
    least = CONFIDENT if known or page_tells(case) else CONFIDENT_ALONE
    if best == "other" or probabilities[best] < least:
        return "other", probabilities["other"], ()
    votes = [vote for vote in case.votes if vote.type == best]
    votes.sort(key=lambda vote: (-weights.get(f"vote {vote.kind}", 0.0), vote.span))
    return best, probabilities[best], tuple(votes)
