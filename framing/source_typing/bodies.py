"""The body that an office belongs to, and the type that a body's name shows."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from framing.article import Article
from framing.attribution import SourceType
from framing.entities.body_endings import ending_type
from framing.entities.name_words import PERSONAL_TITLES
from framing.entities.personal_nouns import is_personal
from framing.expressions import expression
from framing.lexicons.compiled import shipped_indexes
from framing.lexicons.match import Match
from framing.modelling.canonical import canonical_words
from framing.segmenting.words import find_tokens
from framing.spans import Span

__all__ = ["Body", "body_behind", "hits_inside", "text_by_ending", "type_by_ending", "type_by_opening"]


class Body(NamedTuple):
    """The words that name a body, and the type of sources that speak for it."""

    span: Span
    type: SourceType


_NAME = r"[A-Z][\w.’']*(?:(?: (?:of|for|the|and|on|in|&|to|against))*[ -][A-Z][\w.’']*)*"
_BEHIND = expression(
    r"(?: (?:of|for|at|with|from|in|on|to)(?! behalf) (?:the |its |their |his |her |an? )?(?:[\w’'-]+,? ){0,3}?)"
    rf"(?P<body>{_NAME}|[a-z][\w’'-]*)"
)
_SMALL_END = expression(r"[,.;:]| (?:of|for|at|with|from|in|on|to|and|who|that|which) ")
"""The end of a body's name in small letters."""
_OWNER = expression(r".*[’']s (?=[A-Z])")
_OWN_GROUP = expression(r"[’'] (?:[\w-]+ )?(?P<group>group|organi[sz]ation|network)\b")
"""A body of those in front: "the mayors' group"."""
_FARTHEST = 90
"""Characters behind an office in which its body stands. Set by hand: a long title and the body's name."""
_SENTENCE_END = expression(r"\.(?= [A-Z“\"]|$)|[;:—]|\b(?:said|told|says|who|which|that)\b")
_OF = expression(r"(?:,? and (?:[\w-]+ ){0,2}[\w-]+)? (?:of|for|at|with|to)\b")
_FOR_A_FIELD = expression(r"(?:.* )?(?:[Uu]nder-?)?(?:Secretary|Minister|Commissioner) for ")
_SPEAKS_FOR_ITSELF = frozenset({"document", "citizen", "affected_person", "other"})
_LEARNED = expression(
    r"universit|institut|college|school|hospital|cent(?:er|re)\b|think.tank|laborator|clinic", re.IGNORECASE
)
_STATES = frozenset({"<country>", "<demonym>", "united", "republic", "state", "states", "kingdom", "government"})
_PARTS = frozenset("north south east west northern southern eastern western central new upper lower great".split())
"""Words in front of a country's or place's name: "West Norland", "New Tarn"."""
_CALLED = expression(
    r"(?:[KW][A-Z]{3}(?:[- ]?(?:TV|FM|AM))?|[KW][A-Z]{2}[- ](?:TV|FM|AM)"
    r"|(?:ABC|CBS|CW|FOX|Fox|NBC)[ -]?\d{1,2}(?: News)?|[A-Z][\w-]*(?:[nN]ews(?:\d+)?|Radio|TV)"
    r"|[A-Z][\w-]*\.(?:com|net))"
)
"""Names that stations and sites on the web alone have: "WTRN", "Fox 7", "Tarn.com"."""
_BRANCH = expression(r" Local(?: \d+)?\Z")
"""The end of the name of a union's branch: "Steamfitters Local 449"."""
_ENDING = expression(
    r"(?:(?<=[ -])|\A(?=\w+ of ))(?P<word>[A-Za-z]+)"
    r"\b\.?(?=(?: (?:Network|Service|Agency))?(?: of\b| for\b| at\b|[’']s\b|\Z))"
)
"""The last word of a name, or of its part in front of "of"; one before "Network" or "Service" goes first."""
_OPENING_TYPES: Mapping[str, SourceType] = {"campaign": "ngo", "expert": "expert", "ngo": "ngo"}
_FAITHS = (
    "Baptists?|Buddhists?|Catholics?|Christians?|Church(?:es)?|Episcopal|Evangelicals?|Hindus?|Jewish|Jews"
    "|Lutherans?|Methodists?|Mormons?|Muslims?|Orthodox|Presbyterians?|Protestants?|Sikhs?"
)
"""Words of a church's or a faith's bodies, whose commissions are no state's: "the Tarn Baptist Ethics Commission"."""
_OF_A_FAITH = r"(?!City|County|Democra|District|Parish|Planning|School|State|Street|Town|Union)[A-Z][\w’'-]*"
"""A word of such a name; "the Falls Church City Council" and "the Christian Democratic Committee" are none."""
_OPENINGS = expression(
    r"(?:[Tt]he )?(?:(?P<campaign>Cent(?:er|re)) (?:for|against) (?!.*(?:Budget|Disease|Econom|Interest|Medic|"
    r"Opportunit|Polic|Politic|Progress|Research|Scien|Securit|Strateg|Stud))"
    r"|(?P<expert>University|Institute|College|School|Cent(?:er|re)) (?:of|for|on)"
    r"|(?P<ngo>(?:Committee|Council) (?:for|against)|American (?:[A-Z][\w’'-]* ){1,4}?(?:Committee|Council)(?! of)"
    r"|(?:[A-Z][\w.’'-]* ){0,2}(?:Society|Coalition|Association|Alliance|Federation|Guild|Brotherhood)"
    r" (?:of|for|against)"
    r"|(?:(?:American|Global|International|National|World) )?"
    r"(?:Campaign|Citizens|Americans|People|Friends|Doctors|Society|Coalition|Association|Alliance|Foundation|"
    r"Federation|Union|Partnership) (?:of|for|on|against|to|without)"
    r"|National Council of|United (?:[Aa]gainst|[Ff]or)"
    rf"|(?:[A-Z][\w.]* )?(?:{_FAITHS})(?:[’']s?)?(?: (?:{_OF_A_FAITH}|&|and)){{0,4}}?"
    r" (?:Board|Commission|Committee|Council)"
    r"|(?:Christians|Conservatives|Democrats|Families|Farmers|Lawyers|Liberals|Moms|Mothers|Nurses|"
    r"Parents|Physicians|Republicans|Scientists|Students|Teachers|Veterans|Voters|Women|Workers) "
    r"(?:[Aa]gainst|[Ff]or|[Uu]nited|[Ww]ithout)))\b"
)
_OF_LEARNING = expression(
    r"[^.,;:“”]{0,60} (?:at|of) (?:the )?(?:[A-Z][\w.&’'-]* ){0,4}(?:College|Institute|School|University)\b"
)
"""Words behind "Center for" in a name, and behind the name, that tell whose the centre is."""
_TRADE = expression(r"(?:\w+ )*Association of (?:[A-Z][\w’'-]* ){0,3}?(?P<members>[A-Z][a-z]+s)(?![\w’'-]| [A-Z])")
"""An association and those who are in it: "National Association of Home Builders"."""


def hits_inside(hits: Sequence[Match], window: Span) -> Sequence[Match]:
    """Return those of the hits, which are in text order, that lie inside a window."""
    first = bisect_left(hits, window.start, key=_start)
    return [hit for hit in hits[first : bisect_left(hits, window.end, key=_start)] if hit.end <= window.end]


def _start(hit: Match) -> int:
    return hit.start


def type_by_ending(article: Article, name: Span) -> Body | None:
    """Return the type that a body's name shows by its last word, or by its first with "of": "Ostvale Tribune"."""
    opening = type_by_opening(article, name)
    if opening:
        return opening
    if _CALLED.fullmatch(article.slice(name)):
        return Body(name, "media")
    if _BRANCH.search(article.slice(name)):
        return Body(name, "ngo")
    return next((body for body in _endings(article, name) if body.type != "document"), None)


def type_by_opening(article: Article, name: Span) -> Body | None:
    """Return the type that a body's name shows by its first word, whatever its members are: "Union of Sailors".

    Only an association of those who trade is one of firms: "Association of Home Builders".
    """
    opening = _OPENINGS.match(article.slice(name))
    if opening is None or opening.lastgroup is None:
        return None
    start, end = opening.span(opening.lastgroup)
    kind: SourceType = "business" if _is_trade_association(article.slice(name)) else _OPENING_TYPES[opening.lastgroup]
    if opening.lastgroup == "campaign" and _OF_LEARNING.match(article.text, name.start + opening.end()):
        kind = "expert"
    return Body(Span(name.start + start, name.start + end), kind)


def _is_trade_association(name: str) -> bool:
    association = _TRADE.match(name)
    if association is None:
        return False
    nouns, members = shipped_indexes()["source_type"], association["members"].lower()
    return nouns.lists(members) and nouns.entry(nouns.seconds(members)[""][0][1][0]).category == "business"


def text_by_ending(article: Article, name: Span) -> Span | None:
    """Return the last word of the name of a law or another text: "Clean Shore Act"; ``None`` for other names."""
    return next((body.span for body in _endings(article, name) if body.type == "document"), None)


def _endings(article: Article, name: Span) -> Iterator[Body]:
    for match in _ENDING.finditer(article.slice(name)):
        kind = ending_type(match["word"])
        if kind is not None:
            start, end = match.span("word")
            yield Body(Span(name.start + start, name.start + end), kind)


def body_behind(
    article: Article, office: Span, phrase_end: int, hits: Sequence[Match], *, of_a_state: bool
) -> Body | None:
    """Return the body behind an office: "president of the bakers' union", "a vice president at Acme Motors".

    Args:
        article: The article.
        office: The office's words.
        phrase_end: Where the office's phrase ends.
        hits: Titles and nouns for sources, in text order.
        of_a_state: Whether the office alone would be a government's; a body of unknown type is then an ``ngo``.
    """
    text = article.text
    if not _OF.match(text, office.end):
        return None
    end = _SENTENCE_END.search(text, office.end, office.end + _FARTHEST)
    last = min(end.start() if end else office.end + _FARTHEST, phrase_end)
    bodies = [hit for hit in hits_inside(hits, Span(office.end, last)) if _is_body(article, hit)]
    place = office.end
    unknown: Span | None = None
    while match := _BEHIND.search(text, place, last):
        owner = _OWNER.match(text, match.start("body"), match.end("body"))
        name = Span(owner.end() if owner else match.start("body"), match.end("body"))
        small = None if text[name.start].isupper() else _SMALL_END.search(text, name.start, last)
        reach = small.start() if small else name.end if text[name.start].isupper() else last
        # "the Tarn Valley tribe": the noun may stand behind the name.
        known = [hit for hit in bodies if place <= hit.start < reach or hit.start == name.end + 1]
        opening = type_by_opening(article, Span(name.start, last))
        if opening and not any(hit.start == name.start and hit.end > opening.span.end for hit in known):
            return opening
        if known:
            joined = text.find(" and ", known[0].end, reach)
            hit = max((hit for hit in known if joined < 0 or hit.end <= joined), key=lambda hit: hit.end)
            theirs = _OWN_GROUP.match(text, hit.end, last)
            if theirs:
                return Body(Span(*theirs.span("group")), "ngo")
            return Body(Span(hit.start, hit.end), hit.entry.category)  # type: ignore[arg-type]
        if text[name.start].isupper():
            ending = type_by_ending(article, name)
            if ending:
                return ending
            if _is_state(article.slice(name)):
                return None
            titled = article.slice(name).split()[0].strip(".").lower() in PERSONAL_TITLES
            unknown = unknown or (None if titled else name)
        place = name.end
    # "Assistant Secretary for Health" is a state's, "secretary for Tarn Gardens" is not.
    of_a_field = _FOR_A_FIELD.fullmatch(text, office.start, office.end + len(" for "))
    return Body(unknown, "ngo") if unknown and of_a_state and not of_a_field else None


def _is_body(article: Article, hit: Match) -> bool:
    """Return whether a hit is a body and not people; of nouns for experts, those for places of learning are."""
    if hit.entry.category == "media" and is_personal(_last_word(article, hit).removesuffix("s")):
        return False  # "a call with reporters"
    if hit.entry.category == "expert":
        words = article.slice((hit.start, hit.end))
        return _LEARNED.search(words) is not None or (words[0].isupper() and " " in words)
    return hit.entry.category not in _SPEAKS_FOR_ITSELF


def _last_word(article: Article, hit: Match) -> str:
    return article.text[hit.start : hit.end].rsplit(maxsplit=1)[-1]


def _is_state(name: str) -> bool:
    texts = find_tokens(name).texts
    words = canonical_words(texts)
    part = len(texts) > 1 and texts[0].lower() in _PARTS
    return bool(_STATES & set(words)) or words[part:] == ["<name>"]
