"""Titles that people keep whatever they do: "Dr.", which a paragraph on patients makes a physician's."""

import re
from functools import cache

from framing.article import Article
from framing.lexicons.forms import alternatives_of
from framing.source_typing.vote import VoteKind
from framing.spans import Span

__all__ = ["honorific_kind", "is_clerical"]

_HONORIFICS = frozenset({"dr", "doctor", "father", "sister", "lord", "baroness"})
"""Titles that people keep whatever they do."""
_CLERGY = frozenset({"ayatollah", "bishop", "cardinal", "imam", "pastor", "rabbi", "rev", "reverend"})
"""Offices of the clergy, which give way to any other in front of them: "Supreme Leader Ayatollah"."""
_PHYSICIANS = frozenset({"dr", "doctor"})


def is_clerical(article: Article, title: Span) -> bool:
    """Return whether a title is an office of the clergy, which gives way to any other in front of it."""
    return article.slice(title).rstrip(".").lower() in _CLERGY


def honorific_kind(article: Article, title: Span) -> VoteKind | None:
    """Return the kind of vote of a title that people keep whatever they do; ``None`` for a title that is an office.

    "Dr." is a physician's in a paragraph on patients.
    """
    written = article.slice(title).rstrip(".").lower()
    if written not in _HONORIFICS:
        return None
    block = article.blocks[article.block_at(title.start)]
    healing = written in _PHYSICIANS and _medicine().search(article.text, block.start, block.end)
    return "physician" if healing else "honorific"


@cache
def _medicine() -> re.Pattern[str]:
    """Words of a paragraph in which a doctor is a physician."""
    return re.compile(rf"\b(?:{alternatives_of('circumstance', 'medicine')})\b", re.IGNORECASE)
