"""The party that stands with a source on the page: "Rep. Lopez, D-Minn.", "the Republican senator"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from framing.article import Article
from framing.lexicons.match import Match
from framing.source_typing.bodies import hits_inside
from framing.spans import Span

__all__ = ["Allegiance", "party_around", "party_within"]

_LETTER = re.compile(r",? ?(?:[(\[]?(?P<letter>[DRI])[-–—][A-Z][\w.]*(?: [A-Z][\w.]*)?|[(\[](?P<alone>[DRI])[)\]])")
_MARK = re.compile(r",| ?[(\[]")
"""What stands between a name and its party's letter."""
_LONGEST = 40
"""Characters in the longest title that begins with a party's word: "Tory leader"."""
_LETTERS = {"D": "Democratic Party (US)", "R": "Republican Party (US)", "I": "Independent"}
_BETWEEN = re.compile(
    r"[ -]*(?:(?:[A-Z][\w.’'-]*|former|and|the|of|\w+(?:ial|ional|oral)|vice-presidential)(?: +|\Z))*"
)
_LEADS = re.compile(
    r", (?:the )?(?:[\w-]+ )?(?:chair\w*|leader|head|member|spokes\w+|secretary|director) (?:of|for) the $"
)
"""An office of the party itself."""
_BEHIND = re.compile(
    r"(?:,| \(|,? who is| is|,? who was| was)(?: an?| the)?(?: (?!(?:of|to|in|on|by|for|against|with|and|or|from|at|"
    r"said|told|that)\b)[\w.’'-]+){0,3}[ (-]?$"
)


class Allegiance(NamedTuple):
    """A party's name, and the words that say so."""

    party: str
    span: Span


def party_within(article: Article, mention: Span, parties: Sequence[Match]) -> Allegiance | None:
    """Return the one party that a mention's own words name; none where they name several."""
    found = hits_inside(parties, mention)
    if len({hit.entry.category for hit in found}) != 1:
        return None if found else _by_letter(article, mention)
    return Allegiance(found[0].entry.category, Span(found[0].start, found[0].end))


def party_around(
    article: Article, window: Span, name: Span, parties: Sequence[Match], roles: Sequence[Match]
) -> Allegiance | None:
    """Return the party that stands directly with a name, in front of it or as an apposition behind.

    Args:
        article: The article.
        window: The name's surroundings, inside its sentence.
        name: The name.
        parties: Where parties are named, in text order.
        roles: Titles and nouns of sources, which may stand between.
    """
    letter = _by_letter(article, name)
    if letter:
        return letter
    for hit in hits_inside(parties, window):
        if hit.end <= name.start:
            fits = _BETWEEN.fullmatch(_without(article, Span(hit.end, name.start), roles))
        else:
            between = article.text[name.end : hit.start]
            fits = _BEHIND.match(between) or _LEADS.match(between)
        if fits and not name.start < hit.end <= name.end:
            return Allegiance(hit.entry.category, Span(hit.start, hit.end))
    return None


def _by_letter(article: Article, name: Span) -> Allegiance | None:
    mark = _MARK.search(article.text, name.start, name.end + 2)
    letter = _LETTER.match(article.text, mark.start()) if mark else None
    if letter is None:
        return None
    group = "letter" if letter.group("letter") else "alone"
    return Allegiance(_LETTERS[letter.group(group)], Span(letter.start(group), letter.end()))


def _without(article: Article, between: Span, roles: Sequence[Match]) -> str:
    """The words between, those of titles and nouns left out."""
    text = article.slice(between)
    for hit in reversed(hits_inside(roles, Span(between.start - _LONGEST, between.end))):
        if hit.end > between.start:
            text = text[: max(hit.start - between.start, 0)] + text[hit.end - between.start :]
    return text
