"""Whether a person or a body bears a name, by what the article does with it."""

import re

from framing.article import Article
from framing.entities.name_words import PERSONAL_TITLES
from framing.entities.rows import Row

__all__ = ["is_like_body", "is_like_person"]

_WHO = re.compile(
    r",? (?:who|whom|whose)\b|,? (?:aged )?\d{2}, |[’']s? (?:wife|husband|lawyer|attorney|mother|father|son)\b"
)
"""What follows a person's name."""
_WHICH = re.compile(
    r",? which\b|,? an? (?:[\w-]+ ){0,4}(?:group|company|firm|organi[sz]ation|website|publication|charity)\b"
)
"""What follows a body's."""
_THE = re.compile(r"\b[Tt]he \Z")
_TITLE = re.compile(r"\b([A-Z][a-z]+)\.? \Z")
_BEFORE = 20


def is_like_person(article: Article, row: Row) -> bool:
    """Return whether the article treats a name as a person's: a title, a surname alone, "who", an age."""
    full = row.name.split()
    for one in row.names:
        text = article.slice(one.span)
        before = _TITLE.search(article.text, max(one.span.start - _BEFORE, 0), one.span.start)
        if before and before.group(1).lower() in PERSONAL_TITLES:
            return True
        if len(full) > 1 and text == full[-1]:
            return True
        if _WHO.match(article.text, one.span.end):
            return True
    return any(
        article.slice(role.span).split()[-1].strip(".").lower() in PERSONAL_TITLES
        for role in row.roles
        if role.place == "title"
    )


def is_like_body(article: Article, row: Row) -> bool:
    """Return whether the article treats a name as a body's: an article in front, "which", "a group" behind."""
    return any(
        _THE.search(article.text, max(one.span.start - _BEFORE, 0), one.span.start)
        or _WHICH.match(article.text, one.span.end)
        for one in row.names
    )
