"""Relations between sources: a spokesman, lawyer or director of X gets the type of X."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from framing.article import Article
from framing.entities.cluster import Clusters
from framing.expressions import expression
from framing.lexicons.forms import alternatives_of
from framing.source_typing.nouns import KIN, LAWYERS, SPOKESPEOPLE
from framing.spans import Span

__all__ = ["Relation", "find_relation"]

_HEAD = (
    # A district attorney is nobody's lawyer, and a campaign's manager no manager of the candidate.
    r"(?<!district )(?<!special )(?<!u\.s\. )(?<!\bus )(?<!state )(?<!county )(?<!city )(?<!independent )"
    rf"(?P<lawyer>(?:defen[cs]e |trial |legal )?(?:{LAWYERS})|"
    r"legal (?:counsel|team)|(?<!general )counsel)"
    rf"|(?<!campaign )(?<!political )(?P<speaks>{SPOKESPEOPLE}|advis[eo]rs?|aides?|all(?:y|ies)|lieutenants|"
    r"general counsel|chief executives?|ceo|executives?|directors?|managers?|chiefs?|heads?|leaders?|members?|"
    r"officials?|employees?|"
    r"representatives?|founders?|co-founders?|owners?|presidents?|vice presidents?|(?:co-)?chair(?:m[ae]n|wom[ae]n|s)?|"
    r"(?P<people>teams?|office|(?P<camp>camp|insiders?|mouthpieces?|person|pollsters?|sources?|circle|staffers?|strategists?"
    r"|surrogates?))|publicists?|consultants?|press secretar(?:y|ies)|agents?)"
    rf"|(?P<kin>{KIN}|girlfriend|boyfriend|partner|relatives?|in-laws?|friends?)"
)
_BEHIND = expression(
    rf"\b(?:{_HEAD})(?: and [\w-]+(?: [\w-]+)?)? (?:of|for|to|at|with) (?:the |a |an )?(?:late |former )?",
    re.IGNORECASE,
)
_IN_FRONT = expression(
    rf"(?:[’']s?)?(?: (?!and\b|of\b|for\b|in\b|at\b)[\w.-]+){{0,4}}? (?:{_HEAD})"
    r"(?=$|[,;:]| (?:and|who|said|for|on|in|at|of|from|to|with)\b)",
    re.IGNORECASE,
)
_OWN = expression(rf"(?:his|her|its|their|whose|my|our)(?: [\w-]+){{0,2}} (?:{_HEAD})\b", re.IGNORECASE)
_OWNERS = ("his ", "her ", "its ", "their ", "whose ", "my ", "our ")
"""One of these begins what ``_OWN`` finds."""
_LONGEST_OWNER = 6
_LAWYERS = ("lawyer", "attorney", "solicitor", "barrister", "counsel")
"""One of these stands in whatever ``_client`` finds."""
_PRACTICE = rf"{LAWYERS}|counsel"
_AT_BODY = expression(r"[\w’',)-] (?:at|with|for|of|in|from) (?:the )?\Z")
_LONGEST_JOINT = 12
"""Characters of the longest of them."""
"""What stands between whatever somebody does and the body where they do it: "an associate at the Tarn Centre"."""
_BARE = expression(
    r"(?:(?:an?|the|one|another|several|some|two|three|top|senior|former|unnamed|campaign) )*"
    rf"(?:(?P<aide>aides?|advis[eo]rs?|staffers?)|(?P<spokes>{SPOKESPEOPLE}))",
    re.IGNORECASE,
)
"""Whoever works for somebody, or speaks for a body, that is not named beside it."""
_NEAR = 400
"""Characters in front of a bare "aide" in which its principal is named."""
_PERSONS, _BODIES = frozenset({"person"}), frozenset({"body", "single"})
"""Kinds of rows that have aides, and that have spokesmen."""
_BETWEEN = expression(r"(?:[A-Z]?[\w.-]+ ){0,4}")
_PLACED = expression(r"-(?:area|based|born)\b")
"""What makes a place a part of what another is like: "president of the Tarn[-based] Harbour Dialogue"."""


_CAMPAIGN = expression(r"[’']s? (?:[\w-]+ ){0,3}campaign\b")
"""What a director "for President Holm's re-election campaign" directs: no office of the state's."""
_LEFT = expression(r"\b(?:former|ex|onetime|one-time)[ -](?:[\w-]+ ){0,2}$")
_NOW = expression(r"\bnow\b")
"""An office that somebody has left, and what they are instead: "a former Holm aide and now president of Tarn Aid"."""
_IN_OFFICE = expression(r"\b(?:administration|cabinet|government|White House)\b", re.IGNORECASE)
"""What belongs to a state, whoever leads it: "Holm administration officials" are the state's, "Holm officials" hers."""
_ITS_OWN = expression(r"\b(?:alumni|association|brotherhood|federation|guild|union)\b", re.IGNORECASE)
"""A body of those who work or studied at another: "the Tarn Motors union president"."""


class Relation(NamedTuple):
    """A relation of a source to somebody else, for whom it speaks or whose kin it is.

    Attributes:
        row: The row of the other; ``None`` if only a pronoun stands for them.
        sort: ``lawyer``, ``speaks`` or ``kin``; ``aide`` where the other is only whoever was named last; ``camp`` for
            a person's followers, who hold no office of theirs; ``works`` for whoever does something at a body that is
            no office which speaks for it.
        span: The words that tell the relation.
    """

    row: int | None
    sort: Literal["lawyer", "speaks", "kin", "aide", "camp", "works"]
    span: Span


def find_relation(
    article: Article, phrase: Span, clusters: Clusters, own: int, may_be: Callable[[int], bool]
) -> Relation | None:
    """Return the relation that a description, title or apposition states; ``None`` if it states none.

    Args:
        article: The article.
        phrase: The words.
        clusters: The article's names.
        own: The row that the phrase describes.
        may_be: Whether a row can be whom somebody speaks for.
    """
    text = article.text
    named = [
        (start, row)
        for start, row in clusters.between(phrase.start, phrase.end + 1)
        if row != own
        and start < phrase.end
        and may_be(row)
        and not any(_PLACED.match(text, end) for end in _ends(clusters, row, start))
    ]
    in_front = list(_in_front(text, phrase, clusters, named))
    for behind in _BEHIND.finditer(text, phrase.start, phrase.end) if named else ():
        if _LEFT.search(text, phrase.start, behind.start()) and _NOW.search(text, behind.end(), phrase.end):
            continue
        for start, row in named:
            if start >= behind.end() and _BETWEEN.fullmatch(text, behind.end(), start):
                # "The Reform Party chairman for Tarn" is the party's: Tarn is where.
                of_a_body = (other for other in in_front if other.row is not None and other.span == _span(behind))
                end = next(_ends(clusters, row, start), start)
                sort = "camp" if _CAMPAIGN.match(text, end) else _sort(behind)
                return next(
                    (other for other in of_a_body if clusters.clusters[other.row or 0].kind == "body"),
                    Relation(row, sort, _span(behind)),
                )
    if in_front:
        return in_front[0]
    opening = text[phrase.start : phrase.start + _LONGEST_OWNER].lower()
    owned = _OWN.match(text, phrase.start, phrase.end) if opening.startswith(_OWNERS) else None
    if owned:
        its = opening.startswith("its ")
        sort = "speaks" if its else _sort(owned)  # a body's lawyer speaks for it, a person's for what befell the client
        owner = _last_named(clusters, phrase.start, may_be, _BODIES if its else _PERSONS) if sort == "speaks" else None
        return Relation(owner, sort, _span(owned))
    written = article.slice(phrase).lower()
    practises = any(lawyer in written for lawyer in _LAWYERS)
    client = _client().match(text, phrase.start, phrase.end) if practises else None
    if client:
        return Relation(None, "lawyer", Span(*client.span("lawyer" if client["lawyer"] else "owned")))
    bare = _BARE.fullmatch(text, phrase.start, phrase.end)
    if bare is None:
        return next(_works_at(text, clusters, named), None)
    principal = _last_named(clusters, phrase.start, may_be, _BODIES if bare["spokes"] else _PERSONS)
    return None if principal is None else Relation(principal, "aide", Span(*bare.span(bare.lastgroup or 0)))


def _in_front(text: str, phrase: Span, clusters: Clusters, named: Sequence[tuple[int, int]]) -> Iterator[Relation]:
    """Yield the relations to whoever is named in front of an office: "Holm's lawyer", "a Tarn Motors director"."""
    for start, row in named:
        end = next(_ends(clusters, row, start), start)
        front = _IN_FRONT.match(text, end, min(phrase.end, end + 80))
        kind = clusters.clusters[row].kind
        of_a_body = front and front["people"] and not front["camp"] and kind == "body"
        theirs = front is not None and any(
            other.search(text, end, _span(front).start) for other in (_IN_OFFICE, _ITS_OWN)
        )
        if front is None or of_a_body or theirs:
            continue
        if not text[phrase.start : start].strip(" ").endswith((",", " of", " for")):
            camp = front["camp"] and kind == "person"
            yield Relation(row, "camp" if camp else _sort(front), _span(front))


def _works_at(text: str, clusters: Clusters, named: Sequence[tuple[int, int]]) -> Iterator[Relation]:
    """Yield the body where a phrase says that somebody is: "a senior associate at the Tarn Centre"."""
    for start, row in named:
        joint = text[max(start - _LONGEST_JOINT, 0) : start]
        if clusters.clusters[row].kind == "body" and _AT_BODY.search(joint):
            yield Relation(row, "works", Span(start, next(_ends(clusters, row, start), start)))


def _ends(clusters: Clusters, row: int, start: int) -> Iterator[int]:
    return (name.span.end for name in clusters.clusters[row].names if name.span.start == start)


def _last_named(
    clusters: Clusters, start: int, may_be: Callable[[int], bool], kinds: frozenset[str] = _PERSONS
) -> int | None:
    """Return whoever is named last in front of "an aide said", whose aide it is."""
    near = reversed(list(clusters.between(max(start - _NEAR, 0), start)))
    return next((row for _, row in near if may_be(row) and clusters.clusters[row].kind in kinds), None)


def _span(match: re.Match[str]) -> Span:
    sort = next(name for name in ("lawyer", "speaks", "kin") if match.group(name))
    return Span(*match.span(sort))


def _sort(match: re.Match[str]) -> Literal["lawyer", "speaks", "kin"]:
    return "lawyer" if match.group("lawyer") else "kin" if match.group("kin") else "speaks"


@cache
def _client() -> re.Pattern[str]:
    """A lawyer with clients who are told by a noun: what happened to them is what the lawyer speaks of."""
    clients = alternatives_of("circumstance", "client")
    return re.compile(
        rf".*?(?P<lawyer>{_PRACTICE}) (?:for|representing|who represents|who represented|defending|of) "
        rf"(?:the |a |an |his |her |their )?(?:[\w’'-]+ ){{0,3}}?(?:{clients})\b"
        rf"|(?:the )?(?:{clients})[’']s? (?:[\w-]+ )?(?P<owned>{_PRACTICE})",
        re.IGNORECASE,
    )
