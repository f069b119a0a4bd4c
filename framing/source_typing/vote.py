"""Votes: each is one piece of evidence on the page for a type of source."""

from typing import Literal, NamedTuple

from framing.attribution import SourceType
from framing.spans import Span

__all__ = ["Vote", "VoteKind"]

VoteKind = Literal[
    "phrase",
    "title",
    "honorific",
    "physician",
    "apposition",
    "owner",
    "member",
    "name",
    "ending",
    "place",
    "seat",
    "share",
    "befell",
    "resident",
    "party",
    "speaks",
    "kin",
    "known",
    "printed",
    "near",
    "office",
    "made",
    "accused",
    "from",
    "aged",
    "signed",
    "crowd",
    "post",
    "practice",
    "aide",
    "does",
]


class Vote(NamedTuple):
    """Words on the page that speak for a type.

    Attributes:
        kind: The kind of evidence: where the words stand, or what they tell.
        type: The type.
        span: The words.
        called: What to call such a one in place of a type that readers would not all give.
    """

    kind: VoteKind
    type: SourceType
    span: Span
    called: str = ""
