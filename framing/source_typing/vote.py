"""One piece of evidence for a type of source: words on the page, and where they stand."""

from typing import Literal, NamedTuple

from framing.attribution import SourceType
from framing.spans import Span

__all__ = ["Vote", "VoteKind"]

VoteKind = Literal[
    "phrase",
    "title",
    "honorific",
    "apposition",
    "inverted",
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
]


class Vote(NamedTuple):
    """Words that speak for a type.

    Attributes:
        kind: Where they stand.
        type: The type.
        span: The words.
    """

    kind: VoteKind
    type: SourceType
    span: Span
