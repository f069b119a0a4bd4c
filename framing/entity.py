"""Who is who in an article: persons, bodies, documents, polls, groups and places, one row each."""

from dataclasses import dataclass
from typing import Literal

from framing.attribution import Identity, SourceType
from framing.spans import Span

__all__ = ["ENTITY_KINDS", "LEAST_SURE_TYPE", "Entity", "EntityKind", "Known"]

EntityKind = Literal["person", "body", "document", "poll", "group", "place"]
ENTITY_KINDS: tuple[EntityKind, ...] = ("person", "body", "document", "poll", "group", "place")
LEAST_SURE_TYPE = 0.65
"""Probability of a type below which lists and pages don't tell it: of 331 entities of articles left out 0.60 are right
below it, of 3,072 above 0.92; of 192 that are ``other`` readers called one in eight so."""

_PRINTED: frozenset[SourceType] = frozenset({"government", "judiciary", "law_enforcement", "media"})
"""Types whose words ("defence minister", "reporter") stand for little else."""


@dataclass(frozen=True, slots=True)
class Known:
    """What open data says of a full name of which the page itself tells nothing.

    Attributes:
        office: What the data says the bearer is: "state senator, us/mn", "company".
        source: Which open data.
        as_of: The data's date, ``YYYY-MM-DD``.
    """

    office: str
    source: str
    as_of: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, body, document, poll, group or place that the article names or credits.

    Attributes:
        id: Its place in the table, from 0: entities stand in the order of their first mentions.
        name: The fullest form that the page prints, without title and article.
        kind: What it is.
        type: What kind of source it is or would be.
        confidence: The calibrated probability of ``type``. Below the threshold ``type`` is ``other``, and this is
            the probability that nobody could tell.
        party: The party where the page gives it, else ``None``.
        identity: How the reader is told who it is.
        roles: Titles in front of its name and appositions beside it, in text order.
        mentions: Where the page speaks of it, in text order; among them the pronouns that are sources.
        evidence: The words that decided the type.
        known: What open data says, where the page itself tells nothing; else ``None``.
        called: What pages and lists call it in place of a type that readers would not all give ("former harbour
            master", "actress", "lawyer"); empty for others.
    """

    id: int
    name: str
    kind: EntityKind
    type: SourceType
    confidence: float
    party: str | None
    identity: Identity
    roles: tuple[Span, ...]
    mentions: tuple[Span, ...]
    evidence: tuple[Span, ...]
    known: Known | None
    called: str = ""

    @property
    def told(self) -> bool:
        """Whether the page tells surely enough what kind of source it is for a list to say so.

        Words on the page for what officials and journalists do tell it below that too: 58 of 74 such types are right.
        """
        if self.called:
            # A description says it itself: "two lawyers".
            return self.identity == "named_person"
        printed = bool(self.evidence) and self.type in _PRINTED
        return self.type != "other" and (printed or self.confidence >= LEAST_SURE_TYPE)
