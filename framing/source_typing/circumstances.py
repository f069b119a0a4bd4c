"""Evidence beside titles and appositions: what happened to somebody, where they live, what they are an example of."""

import re
from collections.abc import Iterator, Sequence

from framing.article import Article
from framing.entities.rows import Row
from framing.expressions import expression
from framing.lexicons.match import Match
from framing.source_typing.bodies import hits_inside
from framing.source_typing.nouns import CHILDREN, KIN
from framing.source_typing.vote import Vote, VoteKind
from framing.spans import Span

__all__ = ["at_home", "befallen", "what_befell"]

_REACH = 60
"""Characters in front of "like Ada Holm" in which the noun stands that she is an example of. Set by hand."""
_BEFELL = expression(
    rf"\bwhose (?:(?:own|late|young|elderly|older|younger) )?(?:{KIN}|{CHILDREN}|friend|home|house|apartment|flat|farm|"
    r"shop|store|village|crops?|land)\b"
    r"|\bwho (?:was|were|had been|has been) (?:injured|wounded|hurt|displaced|evicted|evacuated|shot|hit|"
    r"trapped|rescued|laid off|fired|detained|deported|infected|diagnosed|arrested|jailed|imprisoned|released|attacked|"
    r"beaten|robbed|abused|harassed|assaulted|hospitali[sz]ed|stranded|paraly[sz]ed)\b"
    r"|\bwho (?:lost (?:his|her|their|a)|survived|fled|escaped)\b"
)
_BEHIND = 60
"""Characters behind a name in which a clause tells what happened to its bearer. Set by hand."""
_ANOTHER = expression(r"(?<= )(?!(?:of|from|in|at|near|with)\b)[a-z]+ (?:[A-Z][\w.’'-]* )*[A-Z][\w’'-]*,? ?\Z")
"""Words behind a name up to a relative clause that is somebody else's: "Holm replaced Rolf Kirk, who"."""
_ACCUSED = expression(
    r",? (?:(?:who|and) )?(?:(?:has|have|had) )?(?:(?:is|are|was|were|been|being) (?:\w+ly )?(?:charged|indicted|"
    r"convicted|arrested|sentenced|jailed|imprisoned|acquitted|detained|fired|sued|evicted|deported|stabbed|shot)"
    r"|(?:pleaded|pled) (?:not )?guilty|faces? (?:\w+ ){0,3}(?:charges?|counts?|trial))\b"
)
"""Words for what happens to those who stand before a court."""
_CONVICTED = expression(
    r"(?:[Tt]he |[Aa]n? )?(?:convicted|accused|alleged|suspected|confessed|jailed|disgraced)\b", re.IGNORECASE
)
_LIVES = expression(r",? who (?:\w+ly )?(?:lives?|lived|grew up|votes?|voted|works? as) ")
_LIKE = expression(r",? (?:like|such as|including) \Z")
_HOME = expression(r",? ?((?:\(?\d{1,2}\)?, )?(?:of|from) (?:[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)|\d{2})(?=[,.; ])")


def befallen(article: Article, window: Span, start: int) -> Iterator[Vote]:
    """Yield the vote of a relative clause about what happened to somebody: "Ada Holm, whose house burned down"."""
    tells = article.text.find("who", start, window.end) >= 0
    clause = _BEFELL.search(article.text, start, min(window.end, len(article.text))) if tells else None
    if clause and "." not in article.text[start : clause.start()]:
        yield Vote("befell", "affected_person", Span(*clause.span()))


def what_befell(article: Article, row: Row) -> Iterator[Vote]:
    """Yield votes of what happened to a named person. A charge is a vote only if the page gives no role."""
    matches = (_ACCUSED.match(article.text, name.span.end) for name in row.names)
    accused = next((match for match in matches if match), None)
    titles = (_CONVICTED.match(article.text, *role.span) for role in row.roles if role.place == "title")
    title = next((match for match in titles if match), None)
    if accused and not row.roles:
        yield Vote("accused", "affected_person", Span(*accused.span()))
    elif title:
        yield Vote("accused", "affected_person", Span(*title.span()))
    for name in row.names:
        for vote in befallen(article, Span(name.span.start, name.span.end + _BEHIND), name.span.end):
            another = _ANOTHER.search(article.text, name.span.end, vote.span.start)
            if another is None or "," in article.text[name.span.end : another.start()]:
                yield vote


def at_home(article: Article, row: Row, roles: Sequence[Match]) -> Iterator[Vote]:
    """Yield the vote of an introduction without a title: as an example of a group, by age, or by home.

    "Some economists, like Ada Holm", "Ada Holm, 34, of Ostvale", "Ada Holm, who lives in Tarn".
    """
    for name in row.names:
        example = _example(article, name.span, roles)
        home = _HOME.match(article.text, name.span.end)
        lives = _LIVES.match(article.text, name.span.end)
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
    """Return the noun for the group that somebody is an example of."""
    like = _LIKE.search(article.text, max(name.start - _REACH, 0), name.start)
    before = hits_inside(roles, Span(like.start() - _REACH, like.start())) if like else ()
    return before[-1] if like and before and before[-1].end == like.start() else None
