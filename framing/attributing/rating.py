"""How sure each attribution is: whether a careful reader would probably sign it."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.article import Article
from framing.attributing.attitudes import HELD, held
from framing.attributing.certain import CERTAIN, around, certain
from framing.attributing.spoken import Heard, as_told, heard
from framing.attributing.tails import tail_chance
from framing.attribution import Attribution
from framing.entity import Entity
from framing.modelling.state_weights import StateWeights

__all__ = ["Sureness", "rated"]


class Sureness(NamedTuple):
    """What attributions are rated by; those that weights are lacking for are all sure.

    Attributes:
        attitudes: For whether somebody thinks or wants what is told of them.
        certainty: For whether an attribution of speech is right.
        tails: For whether a content ends in words of the writer's.
    """

    attitudes: Mapping[str, float]
    certainty: StateWeights
    tails: StateWeights


def rated(
    article: Article,
    symmetric: Sequence[str],
    attributions: Sequence[Attribution],
    entities: Sequence[Entity],
    states: NDArray[np.float16],
    known: Mapping[Hashable, Heard],
    sureness: Sureness,
) -> Iterator[Attribution]:
    """Yield attributions with how sure they are.

    Whoever marks articles leaves the writer's tails in the contents; whoever is asked to sign one refuses it.

    Args:
        article: The article.
        symmetric: Its tokens' symmetric forms.
        attributions: In text order, each with its source as the report credits it.
        entities: The article's table.
        states: What the tagger's network makes of each token, of shape (n_tokens, states).
        known: What told whether they are speech, by ``as_told``; of others it is found here.
        sureness: The weights.
    """
    for attribution, beside in zip(attributions, around(attributions, entities), strict=True):
        chance = 1.0
        if attribution.act != "speech":
            least = HELD
            if sureness.attitudes:
                chance = held(article, attribution, sureness.attitudes)
        else:
            least = CERTAIN
            if sureness.certainty.named:
                entity = entities[attribution.source.entity] if attribution.source else None
                told = known.get(as_told(attribution)) or heard(article, attribution, states)
                chance = certain(article, attribution, entity, beside, told, sureness.certainty)
                chance *= 1 - tail_chance(article, symmetric, attribution, states, sureness.tails)
        yield replace(attribution, sure=chance >= least, confidence=chance)
