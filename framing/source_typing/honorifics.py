"""Titles that people keep whatever they do: "Dr.", which a paragraph on patients makes a physician's."""

import re
from bisect import bisect_right
from operator import attrgetter

from framing.article import Article
from framing.expressions import expression
from framing.source_typing.vote import VoteKind
from framing.spans import Span

__all__ = ["honorific_kind"]

_HONORIFICS = frozenset({"dr", "doctor", "father", "sister", "lord", "baroness"})
"""Titles that people keep whatever they do."""
_PHYSICIANS = frozenset({"dr", "doctor"})
_MEDICINE = expression(
    r"\b(?:clinics?|hospitals?|patients?|medic(?:al|ine)|physicians?|nurses?|surg(?:eon|ery|ical)|vaccin\w+|diseases?|"
    r"infect\w+|viruses|virus|treatments?|symptoms?|wards?|health)\b",
    re.IGNORECASE,
)
"""Words of a paragraph in which a doctor is a physician."""


def honorific_kind(article: Article, title: Span) -> VoteKind | None:
    """Return the kind of vote of a title that people keep whatever they do; ``None`` for a title that is an office.

    "Dr." is a physician's in a paragraph on patients.
    """
    written = article.slice(title).rstrip(".").lower()
    if written not in _HONORIFICS:
        return None
    block = article.blocks[bisect_right(article.blocks, title.start, key=attrgetter("start")) - 1]
    healing = written in _PHYSICIANS and _MEDICINE.search(article.text, block.start, block.end)
    return "physician" if healing else "honorific"
