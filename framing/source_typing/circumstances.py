"""What befell somebody, where they live and whose example they are: evidence that is no title and no apposition."""

import re
from collections.abc import Iterator, Sequence

from framing.article import Article
from framing.entities.rows import Row
from framing.lexicons.match import Match
from framing.source_typing.bodies import hits_inside
from framing.source_typing.vote import Vote, VoteKind
from framing.spans import Span

__all__ = ["at_home", "befallen", "what_befell"]

_REACH = 60
"""Characters in front of "like Ada Holm" in which the noun begins that she is an example of."""
_BEFELL = re.compile(
    r"\bwhose (?:(?:own|late|young|elderly|older|younger) )?(?:home|house|apartment|flat|farm|shop|store|son|"
    r"daughter|child|children|husband|wife|father|mother|brother|sister|parents|family|village|cousin|uncle|aunt|friend|crops?|land)\b"
    r"|\bwho (?:was|were|had been|has been) (?:injured|wounded|hurt|displaced|evicted|evacuated|shot|hit|"
    r"trapped|rescued|laid off|fired|detained|deported|infected|diagnosed)\b"
    r"|\bwho (?:lost (?:his|her|their|a)|survived|fled|escaped)\b"
)
_BEHIND = 60
"""Characters behind a name in which what befell its bearer is told."""
_ACCUSED = re.compile(
    r",? (?:(?:who|and) )?(?:(?:has|have|had) )?(?:(?:is|are|was|were|been|being) (?:\w+ly )?(?:charged|indicted|"
    r"convicted|arrested|sentenced|jailed|imprisoned|acquitted|detained|fired|sued|evicted|deported|stabbed|shot)"
    r"|(?:pleaded|pled) (?:not )?guilty|faces? (?:\w+ ){0,3}(?:charges?|counts?|trial))\b"
)
"""What befell whoever stands before a court."""
_CONVICTED = re.compile(
    r"(?:[Tt]he |[Aa]n? )?(?:convicted|accused|alleged|suspected|confessed|jailed|disgraced)\b", re.IGNORECASE
)
_LIVES = re.compile(r",? who (?:\w+ly )?(?:lives?|lived|grew up|votes?|voted|works? as) ")
_LIKE = re.compile(r",? (?:like|such as|including) \Z")
_HOME = re.compile(r",? ?((?:\(?\d{1,2}\)?, )?(?:of|from) (?:[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)|\d{2})(?=[,.; ])")


def befallen(article: Article, window: Span, start: int) -> Iterator[Vote]:
    """Yield what a relative clause says happened to somebody: "Ada Holm, whose house burned down"."""
    found = _BEFELL.search(article.text, start, min(window.end, len(article.text)))
    if found and "." not in article.text[start : found.start()]:
        yield Vote("befell", "affected_person", Span(*found.span()))


def what_befell(article: Article, row: Row) -> Iterator[Vote]:
    """Yield what happened to a named person; before a court only those stand for it of whom nothing else is said."""
    found = (_ACCUSED.match(article.text, one.span.end) for one in row.names)
    accused = next((one for one in found if one), None)
    titles = (_CONVICTED.match(article.text, *role.span) for role in row.roles if role.place == "title")
    title = next((one for one in titles if one), None)
    if accused and not row.roles:
        yield Vote("accused", "affected_person", Span(*accused.span()))
    elif title:
        yield Vote("accused", "affected_person", Span(*title.span()))
    for name in row.names:
        yield from befallen(article, Span(name.span.start, name.span.end + _BEHIND), name.span.end)


def at_home(article: Article, row: Row, roles: Sequence[Match]) -> Iterator[Vote]:
    """Yield what introduces somebody who bears no title: as an example, by age, by home.

    "Some economists, like Ada Holm", "Ada Holm, 34, of Ostvale", "Ada Holm, who lives in Tarn".
    """
    for one in row.names:
        example = _example(article, one.span, roles)
        home = _HOME.match(article.text, one.span.end)
        lives = _LIVES.match(article.text, one.span.end)
        if example:
            yield Vote("member", example.entry.category, Span(example.start, example.end))  # type: ignore[arg-type]
        elif home:
            kind: VoteKind = "aged" if home.group(1).isdigit() else "resident"
            kind = "from" if home.group(1).startswith("of ") else kind
            yield Vote(kind, "citizen", Span(*home.span(1)))
        elif lives:
            yield Vote("resident", "citizen", Span(*lives.span()))
        if example or home or lives:
            return


def _example(article: Article, name: Span, roles: Sequence[Match]) -> Match | None:
    """Return the noun that somebody is an example of."""
    like = _LIKE.search(article.text, max(name.start - _REACH, 0), name.start)
    before = hits_inside(roles, Span(like.start() - _REACH, like.start())) if like else ()
    return before[-1] if like and before and before[-1].end == like.start() else None
