"""Attributions: who is credited with which words (source, cue, content)."""

from dataclasses import dataclass
from typing import Literal

from framing.spans import Span

__all__ = [
    "ACTS",
    "IDENTITIES",
    "LEAST_TOLD",
    "NAMED",
    "SOURCE_TYPES",
    "STANCES",
    "Act",
    "Attribution",
    "Cue",
    "Identity",
    "Kind",
    "Source",
    "SourceType",
    "Stance",
]

Kind = Literal["direct", "indirect", "mixed"]
Act = Literal["speech", "attitude", "plan"]
Stance = Literal["neutral", "doubting", "endorsing", "confrontational", "emotive"]
SourceType = Literal[
    "government",
    "law_enforcement",
    "military",
    "judiciary",
    "politician",
    "international_organisation",
    "ngo",
    "expert",
    "business",
    "media",
    "document",
    "affected_person",
    "citizen",
    "other",
]
Identity = Literal["named_person", "named_organisation", "document", "unnamed_person", "unnamed_group", "anonymous"]
NAMED: frozenset[Identity] = frozenset({"named_person", "named_organisation"})
"""Identities of those whose name the page prints."""

ACTS: tuple[Act, ...] = ("speech", "attitude", "plan")
STANCES: tuple[Stance, ...] = ("neutral", "doubting", "endorsing", "confrontational", "emotive")
SOURCE_TYPES: tuple[SourceType, ...] = (
    "government",
    "law_enforcement",
    "military",
    "judiciary",
    "politician",
    "international_organisation",
    "ngo",
    "expert",
    "business",
    "media",
    "document",
    "affected_person",
    "citizen",
    "other",
)
IDENTITIES: tuple[Identity, ...] = (
    "named_person",
    "named_organisation",
    "document",
    "unnamed_person",
    "unnamed_group",
    "anonymous",
)


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that announce an attribution ("said", "according to"), with the verb's stance."""

    span: Span
    stance: Stance


@dataclass(frozen=True, slots=True)
class Source:
    """Who is credited.

    Attributes:
        span: The mention in this attribution; it may be a pronoun, and may stand in another sentence.
        name: The canonical name: the fullest form that the article gives for this source.
        type: What kind of source it is.
        party: The party where the text gives it, else ``None``.
        identity: How the source is identified to the reader.
        evidence: The words that decided the type.
        entity: The ``id`` of the entity in the article's table; -1 before the table is made.
    """

    span: Span
    name: str
    type: SourceType
    party: str | None
    identity: Identity
    evidence: tuple[Span, ...] = ()
    entity: int = -1


LEAST_TOLD = 0.4
"""Probability from which an attribution of speech that is not sure is told of, as less sure. Of 74 such in 48 articles
readers signed 55, of 74 below it, or credited to nobody, 33."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """One act of speech, belief, want or plan that the article credits to somebody or to nobody.

    Attributes:
        kind: ``direct`` where the content is in quotation marks, ``mixed`` where part of it is.
        content: The credited words; one span or more, in text order, disjoint.
        cue: The announcing words, ``None`` for free direct speech.
        source: ``None`` where nobody is credited ("it is believed").
        anonymity_explained: Whether the article says why an anonymous source is not named; ``None`` for others.
        relayed: Whether the source passes on somebody else's words.
        words: Words in ``content``, without those that a source inside is credited with. What several say together
            ("Rolf Kirk and Ada Owen said") is an attribution to each, and its words are shared evenly among them.
        act: ``speech`` where the words, or words like them, were said or written; ``attitude`` where the source is only
            said to think, know or feel something; ``plan`` where it is said to want, intend or do something.
        sure: Whether a careful reader would probably sign it: mark an attitude or a plan as one (only those are shown),
            or most of the same words as speech of the same source (others are shown as less sure, or not at all).
        confidence: The probability of that, 0 to 1, calibrated on articles that were left out.
    """

    kind: Kind
    content: tuple[Span, ...]
    cue: Cue | None
    source: Source | None
    anonymity_explained: bool | None
    relayed: bool
    words: int
    act: Act = "speech"
    sure: bool = True
    confidence: float = 1.0

    @property
    def is_told(self) -> bool:
        """Whether lists and pages tell of it: what is sure, and speech of somebody that may well be right."""
        return self.sure or (self.act == "speech" and self.source is not None and self.confidence >= LEAST_TOLD)
