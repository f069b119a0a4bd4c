"""The party of a source, as the page prints it: "Rep. Holm, D-Minn.", "the Republican senator"."""

from collections.abc import Sequence
from typing import NamedTuple

from framing.article import Article
from framing.expressions import expression
from framing.lexicons.match import Match
from framing.source_typing.bodies import hits_inside
from framing.spans import Span

__all__ = ["Allegiance", "party_around", "party_within"]

_LETTER = expression(r",? ?(?:[(\[]?(?P<letter>[DRI])[-–—][A-Z][\w.]*(?: [A-Z][\w.]*)?|[(\[](?P<alone>[DRI])[)\]])")
_PICTURED = expression(
    r" (?:and [A-Z][\w.’' -]{2,30} )?(?!(?:says|is|was|has|does|as|plus|across|versus)\b)[a-z]{3,}s\b"
)
"""Words behind a name in a caption: "Holm (R) [hugs]"."""
_MARK = expression(r",| ?[(\[]")
"""Marks between a name and its party's letter."""
_OTHERS = expression(r",? (?:and|or|as well as|along with) (?:also |even )?(?:a few|many|most|several|some) ")
"""What joins others to those who open a mention: "old hands and even some Reformers"."""
_LONGEST = 40
"""Characters in the longest title that begins with a party's word: "Tory leader"."""
_LETTERS = {"D": "Democratic Party (US)", "R": "Republican Party (US)", "I": "Independent"}
_BETWEEN = expression(
    r"[ -]*(?:(?:[A-Z][\w.’'-]*|former|and|the|of|\w+(?:ial|ional|oral)|vice-presidential)(?: +|\Z))*"
)
_LEADS = expression(
    r", (?:the )?(?:[\w-]+ )?(?:chair\w*|leader|head|member|spokes\w+|secretary|director) (?:of|for) the $"
)
"""Words between a name and the party whose office its bearer holds."""
_WORDS = r"(?: (?!(?:of|to|in|on|by|for|against|with|and|or|from|at|said|told|that)\b)[\w.’'-]+){0,3}[ (-]?"
_BEHIND = expression(
    rf"(?:(?:,| \() ?an?|(?:,| \() ?the|,(?: [A-Z][\w.-]*){{1,2}}[’']s"
    rf"|,? who is(?: an?)?|,? who was(?: an?)?| is an?| was an?){_WORDS}$"
)
_BARE = expression(r",(?: [A-Z][\w.’'-]+){0,2} $| \($")
"""An apposition without an article: a state and the party's word at most ("Orr, Ostvale Democrat")."""
_BARE_ENDS = expression(r"(?: (?:of|from|in) [A-Z]|[,.;)]|$)")
"""Words that must follow such an apposition. In a headline a comma may stand for "and": "Orr, Tories trade blame"."""


class Allegiance(NamedTuple):
    """A party, and the words that tell it."""

    party: str
    span: Span


def party_within(article: Article, mention: Span, parties: Sequence[Match]) -> Allegiance | None:
    """Return the party that a mention's own words name; ``None`` if they name several or none."""
    named = hits_inside(parties, mention)
    others = _OTHERS.search(article.text, mention.start + 1, mention.end) if named else None
    if others and others.end() <= named[0].start:
        return None
    if len({hit.entry.category for hit in named}) != 1:
        return None if named else _by_letter(article, mention)
    return Allegiance(named[0].entry.category, Span(named[0].start, named[0].end))


def party_around(
    article: Article, window: Span, name: Span, parties: Sequence[Match], roles: Sequence[Match]
) -> Allegiance | None:
    """Return the party that stands directly beside a name: in front, or in an apposition behind.

    Args:
        article: The article.
        window: The name's surroundings, inside its sentence.
        name: The name.
        parties: Names of parties, in text order.
        roles: Titles and nouns for sources, which may stand between.
    """
    letter = _by_letter(article, name)
    if letter:
        return letter
    for hit in hits_inside(parties, window):
        if hit.end <= name.start:
            fits = _BETWEEN.fullmatch(_without(article, Span(hit.end, name.start), roles))
        else:
            between = article.text[name.end : hit.start]
            bare = _BARE.match(between) and _BARE_ENDS.match(article.text, hit.end, hit.end + _LONGEST)
            fits = _BEHIND.match(between) or _LEADS.match(between) or bare
        if fits and not name.start < hit.end <= name.end:
            return Allegiance(hit.entry.category, Span(hit.start, hit.end))
    return None


def _by_letter(article: Article, name: Span) -> Allegiance | None:
    mark = _MARK.search(article.text, name.start, name.end + 2)
    letter = _LETTER.match(article.text, mark.start()) if mark else None
    if letter is None or (letter.group("alone") and _is_side(article, name, letter.end())):
        return None
    group = "letter" if letter.group("letter") else "alone"
    return Allegiance(_LETTERS[letter.group(group)], Span(letter.start(group), letter.end()))


def _is_side(article: Article, name: Span, end: int) -> bool:
    """Return whether a letter alone is a side of a picture ("Holm (R) hugs") and no party."""
    return article.kind_at(name.start) == "caption" or _PICTURED.match(article.text, end, end + _LONGEST) is not None


def _without(article: Article, between: Span, roles: Sequence[Match]) -> str:
    """Return the words between, without titles and nouns for sources."""
    kept: list[str] = []
    place = between.start
    # Several titles may hold the same words.
    for hit in hits_inside(roles, Span(between.start - _LONGEST, between.end)):
        if article.text.endswith("ed", hit.start, hit.end):
            continue  # "Reformers accused Holm": in front of a name it is a verb
        kept.append(article.text[place : max(hit.start, place)])
        place = max(place, hit.end)
    return "".join([*kept, article.text[place : between.end]])
