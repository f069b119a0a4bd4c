"""How likely an attribution of speech is right as a whole: a logistic model over cue, content, source and its entity.

It is right where a reader marked most of the same words as speech of the same source. What tells it is how clearly the
cue reports, how source, cue and content stand to each other, whether a name, a description or a pronoun is credited,
and what the page tells of the entity. The weights are learned from what blind readers marked (``framing train
certain``). No name, party, country or sex is read.
"""

from collections.abc import Iterator, Mapping

from framing.article import Article
from framing.attributing.attitudes import attitude_features
from framing.attributing.credit import is_quoted
from framing.attributing.spoken import speech_features
from framing.attribution import Attribution
from framing.entity import Entity
from framing.modelling.named_weights import chance_of, load_named_weights, surer

__all__ = ["CERTAIN", "certain", "certain_features"]

CERTAIN = 0.65
"""Probability from which an attribution of speech is shown as sure. Of those 0.83 are right on articles left out, of
the others 0.42 (docs/models/certain.md)."""

_MOST_NAME_WORDS, _MOST_MENTIONS, _MOST_ROLES = 5, 4, 2
"""Counts from which attributions share a weight: few have more."""


def certain(
    article: Article, attribution: Attribution, entity: Entity | None, weights: Mapping[str, float] | None = None
) -> float:
    """Return the probability that a reader would sign an attribution of speech.

    Args:
        article: The article.
        attribution: With its source as the report credits it.
        entity: The source's row in the table of entities; ``None`` where nobody is credited.
        weights: Other weights than the shipped ones: training's.
    """
    known = weights if weights is not None else load_named_weights("certain")
    return chance_of(certain_features(article, attribution, entity), known)


def certain_features(article: Article, attribution: Attribution, entity: Entity | None) -> Iterator[str]:
    """Yield the names of an attribution's features; the arguments are those of ``certain``."""
    spoken = tuple(speech_features(article, attribution))
    yield from attitude_features(article, attribution, spoken)
    yield from surer("spoken", chance_of(spoken, load_named_weights("speech")))
    if attribution.relayed:
        yield "relayed"
    if attribution.cue and is_quoted(article, attribution.cue.span.start):
        yield "cue in marks"
    if attribution.source is None or entity is None:
        return
    source = attribution.source
    length = min(len(source.name.split()), _MOST_NAME_WORDS)
    yield f"name words {length}, {source.identity}"
    yield f"kind {entity.kind}, {source.identity}"
    yield f"mentions {min(len(entity.mentions), _MOST_MENTIONS)}"
    yield f"roles {min(len(entity.roles), _MOST_ROLES)}"
    yield f"evidence {bool(entity.evidence)}"
    yield from surer("type", entity.confidence)
    if entity.known:
        yield "known from elsewhere"
