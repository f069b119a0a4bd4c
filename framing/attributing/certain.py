"""How likely an attribution of speech is right as a whole: a logistic model over cue, content, source and its entity.

It is right where a reader marked most of the same words as speech of the same source. What tells it is how clearly the
cue reports, how source, cue and content stand to each other, whether a name, a description or a pronoun is credited and
who else could be meant, what the page tells of the entity, and what the tagger's network makes of the words before it
labels them. The weights are learned from what blind readers marked (``framing train certain``). No name, party, country
or sex is read.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from framing.article import Article
from framing.attributing.attitudes import attitude_features
from framing.attributing.credit import is_quoted
from framing.attributing.spoken import Heard, speech_features
from framing.attribution import Attribution, Source
from framing.entity import Entity
from framing.modelling.named_weights import chance_of, load_named_weights, surer
from framing.modelling.state_weights import StateWeights, chance_by_states

__all__ = ["CERTAIN", "Around", "around", "certain", "certain_features"]

CERTAIN = 0.65
"""Probability from which an attribution of speech is shown as sure. Of those 0.86 are right on articles left out, of
the others 0.42 (docs/models/certain.md)."""

_MOST_NAME_WORDS, _MOST_MENTIONS, _MOST_ROLES = 5, 4, 2
"""Counts from which attributions share a weight: few have more."""
_FARTHEST = (3, 10, 30, 80, 150)
"""Characters between source and content from which on an attribution has one weight more."""
_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we"})


class Around(NamedTuple):
    """Who else an attribution's source could be.

    Attributes:
        persons: Where the page speaks of persons, in text order: the start of each mention and whose it is.
        before: Whose the speech in front of this one is.
    """

    persons: Sequence[tuple[int, int]]
    before: int | None = None


def around(attributions: Sequence[Attribution], entities: Sequence[Entity]) -> Iterator[Around]:
    """Yield for each attribution of an article, in text order, who else could be meant."""
    persons = sorted(
        (mention.start, entity.id) for entity in entities if entity.kind == "person" for mention in entity.mentions
    )
    before: int | None = None
    for attribution in attributions:
        yield Around(persons, before)
        if attribution.act == "speech":
            before = attribution.source.entity if attribution.source else None


def certain(
    article: Article,
    attribution: Attribution,
    entity: Entity | None,
    beside: Around,
    told: Heard,
    weights: StateWeights,
) -> float:
    """Return the probability that a reader would sign an attribution of speech.

    Args:
        article: The article.
        attribution: With its source as the report credits it.
        entity: The source's row in the table of entities; ``None`` where nobody is credited.
        beside: Who else could be meant.
        told: What tells whether it is speech.
        weights: The model's.
    """
    return chance_by_states(certain_features(article, attribution, entity, beside, told.features), told.states, weights)


def certain_features(
    article: Article,
    attribution: Attribution,
    entity: Entity | None,
    beside: Around,
    spoken: Sequence[str] | None = None,
) -> Iterator[str]:
    """Yield the names of an attribution's features.

    Args:
        article: As for ``certain``, and so are the next three.
        attribution: With its source as the report credits it.
        entity: The source's row in the table of entities.
        beside: Who else could be meant.
        spoken: Its ``speech_features`` where they are known already.
    """
    spoken = tuple(speech_features(article, attribution)) if spoken is None else spoken
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
    yield from _of_mention(article, attribution.content[0].start, attribution.content[-1].end, source, beside)


def _of_mention(article: Article, first: int, last: int, source: Source, beside: Around) -> Iterator[str]:
    """Yield how a source is mentioned, crossed with how it stands to its content and to the persons before it."""
    mention = article.slice(source.span)
    form = "description"
    if mention.lower() in _PRONOUNS:
        form = "pronoun"
    elif mention[:4].lower() == "the ":
        form = "the"
    elif any(word[0].isupper() for word in mention.split()):
        form = "name"
    earlier = bisect_left(beside.persons, (source.span.start, -1))
    distance = first - source.span.end if source.span.start < first else source.span.start - last
    block = article.block_at(first)
    stands = {
        "in front": source.span.start < first,
        "in another block": article.block_at(source.span.start) != block,
        "who spoke before": beside.before == source.entity,
        "last named": earlier > 0 and beside.persons[earlier - 1][1] == source.entity,
        "somebody named in its block": earlier > 0 and beside.persons[earlier - 1][0] >= article.blocks[block].start,
    }
    yield f"form {form}"
    for name, holds in stands.items():
        yield f"{form}, {name} {holds}"
    yield from (f"{form}, apart over {length}" for length in _FARTHEST if distance > length)
