"""What somebody does, told by a clause or an outlet behind the name: "Ada Holm, who owns the mill"."""

import re
from collections.abc import Iterator, Sequence

from framing.article import Article
from framing.attribution import SourceType
from framing.entities.rows import Row
from framing.expressions import expression
from framing.lexicons.match import Match
from framing.source_typing.bodies import hits_inside, type_by_ending
from framing.source_typing.vote import Vote
from framing.spans import Span

__all__ = ["studies", "what_they_do"]

_CLAUSE = expression(
    r"(?:,| —)? ?(?:who|which)(?: (?:has|have|had|is|was|also|now|currently|once|long|\w+ly))* (?:"
    r"(?P<business>(?:co-)?own(?:s|ed)|employs?|manufactures?|sells?|sold|distributes?|invests?|invested|bought|"
    r"act(?:s|ed) in|perform(?:s|ed) (?:in|at|with|as)|plays? for|played for|coach(?:es|ed))"
    r"|(?P<expert>teach(?:es|ing)|taught|stud(?:ies|ied|ying)|research(?:es|ed|ing)|speciali[sz](?:es|ed|ing)|"
    r"analy[sz](?:es|ed|ing)|polled|tracks?)"
    r"|(?P<media>hosts?|hosted|anchors?|edits?|edited|blogs?|(?:covers?|covered|covering) (?!up\b)|"
    r"(?:reports|reported|writes|wrote) for)"
    r"|(?P<politician>running (?:for|against)|runs for|ran for|seeking (?:re-?election|the nomination|a seat)|"
    r"challeng(?:ed|ing) (?=(?:Rep|Sen|Gov)\b)|represent(?:s|ed|ing) (?=[\w’' .-]{0,40}\b(?:[Dd]istrict|[Cc]ounty|"
    r"[Cc]onstituency|[Ww]ard)\b)|chairs? (?=the (?:House|Senate)\b))"
    r"|(?P<judiciary>prosecut(?:es|ed|ing))"
    r"|(?P<ngo>help(?:s|ed) (?:to )?organi[sz]ed?|organi[sz](?:es|ed|ing)|campaign(?:s|ed|ing) (?:for|against)|"
    r"advocat(?:es|ed|ing) for|lobb(?:ies|ied|ying) for))\b"
)
"""Clauses of an occupation, by the type of whoever has it."""
_LEADS = expression(
    r",? who(?: (?:has|is|now|also|currently|once|\w+ly))* (?:co-)?"
    r"(?:found(?:s|ed)|runs?|running|heads?|heading|leads?|leading|direct(?:s|ed|ing)|"
    r"work(?:s|ed|ing) (?:for|at|with)|serv(?:es|ed|ing) (?:as|on)|"
    r"help(?:s|ed) (?:to )?(?:found|lead|run)(?:ed)?|manag(?:es|ed)|chair(?:s|ed)) "
)
"""Clauses that name the body behind: what it is tells what its people are."""
_BODY_END = expression(r"[,;:—“”]|\.(?= [A-Z“]|$)|\b(?:said|says|told|and|which|that)\b")
_IN_PRINT = expression(
    r"(?:,? (?:writing|writes|wrote|argues|argued))? (?:in|for|on|at) (?P<outlet>(?:the |The |his |her )?"
    r"[A-Z][\w&’'-]*(?: (?:of |the |and )?[A-Z][\w&’'-]*){0,4}(?: (?:blog|magazine|newspaper|podcast|website))?)"
)
"""An outlet in which somebody writes, directly behind the name."""
_PRINTED = expression(r"(?:blog|magazine|newspaper|podcast)$")
_STUDIES = expression(
    r"(?:an? |the )?(?:[\w-]+ ){0,3}?(?:student|undergraduate|freshman|sophomore|junior|senior) "
    r"(?:at|from|in|of|studying)\b",
    re.IGNORECASE,
)
"""Whoever studies somewhere, and is none of those who teach there."""
_WHERE_CLAUSES_BEGIN = len(" — wh")
"""Characters behind a name in which "who" or "which" begins, where there is a clause."""
_FARTHEST = 90
"""Characters behind a clause in which its body stands. Set by hand."""


def studies(article: Article, role: Span) -> bool:
    """Return whether a role tells that somebody studies somewhere: "a senior at Tarn University"."""
    return _STUDIES.match(article.text, *role) is not None


def what_they_do(article: Article, row: Row, roles: Sequence[Match]) -> Iterator[Vote]:
    """Yield the vote of a clause behind a name that tells what its bearer does for a living or for a cause."""
    for name in row.names:
        relative = article.text.find("wh", name.span.end, name.span.end + _WHERE_CLAUSES_BEGIN) >= 0
        vote = (_by_clause(article, name.span) or _by_body(article, name.span, roles)) if relative else None
        vote = vote or (_by_outlet(article, name.span, roles) if row.kind == "person" else None)
        if vote:
            yield vote
            return


def _by_clause(article: Article, name: Span) -> Vote | None:
    clause = _CLAUSE.match(article.text, name.end)
    return Vote("does", _type(clause), Span(*clause.span(clause.lastgroup or 0))) if clause else None


def _type(clause: re.Match[str]) -> SourceType:
    return clause.lastgroup  # type: ignore[return-value]


def _by_body(article: Article, name: Span, roles: Sequence[Match]) -> Vote | None:
    clause = _LEADS.match(article.text, name.end)
    if clause is None:
        return None
    end = _BODY_END.search(article.text, clause.end(), clause.end() + _FARTHEST)
    window = Span(clause.end(), end.start() if end else clause.end())
    bodies = [hit for hit in hits_inside(roles, window) if hit.entry.category not in {"document", "citizen"}]
    if bodies:
        return Vote("does", bodies[-1].entry.category, Span(bodies[-1].start, bodies[-1].end))  # type: ignore[arg-type]
    ending = type_by_ending(article, window)
    return Vote("does", ending.type, ending.span) if ending else None


def _by_outlet(article: Article, name: Span, roles: Sequence[Match]) -> Vote | None:
    outlet = _IN_PRINT.match(article.text, name.end)
    if outlet is None:
        return None
    span = Span(*outlet.span("outlet"))
    known = any(hit.entry.category == "media" and hit.end == span.end for hit in hits_inside(roles, span))
    ending = type_by_ending(article, span)
    if known or (ending and ending.type == "media") or _PRINTED.search(article.slice(span)):
        return Vote("does", "media", span)
    return None
