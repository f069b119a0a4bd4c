"""Votes on a body's type that the page itself corrects: a word of its name, and what it does besides."""

from collections.abc import Sequence

from framing.article import Article
from framing.entities.rows import Row
from framing.expressions import expression
from framing.source_typing.vote import Vote

__all__ = ["DOUBTFUL", "PLAIN", "without_corrected"]

_NAMES = frozenset({"name", "ending"})
"""Kinds of votes of words in a body's name."""
DOUBTFUL = frozenset({"media", "ngo", "business"})
"""Types of which a word in the name tells little: presses, foundations and groups do many things."""
PLAIN = frozenset({"ngo", "expert", "business"})
"""Types that a body is called by, whatever its name has."""

_BODY = expression(
    r"\b(?:company|firm|charity|non-?profit|think[ -]tank|organi[sz]ation"
    r"|(?:advocacy|lobbying|activist|research|watchdog) group)\Z"
)
"""The end of what only bodies are called, and no person in front of whom the body's name stands."""


def without_corrected(article: Article, row: Row, votes: Sequence[Vote]) -> list[Vote]:
    """Return the votes on a row's type without those that another corrects, if a body bears the row's name.

    "Open Press, an advocacy organization" is no outlet, and neither is an address on the web that is called a company;
    a college that owns a hall is no firm. A lexicon's entry for the whole name stays, and so does a word that opens it:
    "Doctors for Tarn" are an association.
    """
    if row.kind != "body":
        return list(votes)
    whole, starts = {name.span for name in row.names}, {name.span.start for name in row.names}
    named = [vote for vote in votes if vote.kind in _NAMES]
    called = {vote.kind for vote in votes if vote.type in PLAIN and _BODY.search(article.slice(vote.span))}
    corrected = [
        vote
        for vote in named
        if vote.type in DOUBTFUL
        and not (vote.kind == "name" and vote.span in whole)
        and ("phrase" in called if "." in row.name else "apposition" in called and vote.span.start not in starts)
    ]
    if any(vote.type not in DOUBTFUL for vote in named):
        corrected += [vote for vote in votes if vote.kind == "does" and vote.type == "business"]
    return [vote for vote in votes if vote not in corrected]
