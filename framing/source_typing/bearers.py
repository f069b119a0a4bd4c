"""Whether a name is a person's or a body's, by the words around it."""

from framing.article import Article
from framing.entities.name_words import PERSONAL_TITLES
from framing.entities.rows import Row
from framing.expressions import expression

__all__ = ["is_like_body", "is_like_person"]

_WHO = expression(
    r",? (?:who|whom|whose)\b|,? (?:aged )?\d{2}, |[’']s? (?:wife|husband|lawyer|attorney|mother|father|son)\b"
)
"""Words behind a person's name."""
_WHICH = expression(
    r",? which\b|,? an? (?:[\w-]+ ){0,4}(?:group|company|firm|organi[sz]ation|website|publication|charity)\b"
)
"""Words behind a body's name."""
_THE = expression(r"\b[Tt]he \Z")
_TITLE = expression(r"\b([A-Z][a-z]+)\.? \Z")
_BEFORE = 20
"""Characters in front of a name in which its title or article ends."""


def is_like_person(article: Article, row: Row) -> bool:
    """Return whether the article treats a name as a person's: a title, a surname alone, "who", an age."""
    full = row.name.split()
    for name in row.names:
        text = article.slice(name.span)
        before = _TITLE.search(article.text, max(name.span.start - _BEFORE, 0), name.span.start)
        if before and before.group(1).lower() in PERSONAL_TITLES:
            return True
        if len(full) > 1 and text == full[-1]:
            return True
        if _WHO.match(article.text, name.span.end):
            return True
    return any(
        article.slice(role.span).split()[-1].strip(".").lower() in PERSONAL_TITLES
        for role in row.roles
        if role.place == "title"
    )


def is_like_body(article: Article, row: Row) -> bool:
    """Return whether the article treats a name as a body's: an article in front, "which", "a group" behind."""
    return any(
        _THE.search(article.text, max(name.span.start - _BEFORE, 0), name.span.start)
        or _WHICH.match(article.text, name.span.end)
        for name in row.names
    )
