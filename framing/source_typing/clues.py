"""Clues: words of a noun phrase, or of a title, that tell the type of a source.

The head of the phrase decides: "a customs memo" is a document, "a spokesman for the police" speaks for law enforcement.
An office that many kinds of bodies have takes its type from the body: "president of the bakers' union". An office that
somebody has left counts only if nothing else is said.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from framing.article import Article
from framing.attribution import SourceType
from framing.entities.personal_nouns import THRONGS
from framing.entities.roles import ELECTED_HEADS
from framing.expressions import expression
from framing.lexicons.match import Match
from framing.modelling.canonical import class_of_capital
from framing.source_typing.bodies import body_behind, hits_inside
from framing.source_typing.nouns import OFFICE_ENDS
from framing.spans import Span

__all__ = ["Clue", "best_clue", "clues_in_phrase", "is_vague"]


class Clue(NamedTuple):
    """Words that tell a type.

    Attributes:
        span: The words.
        type: The type.
        rank: Of several clues in a phrase the one with the lowest rank decides.
        shared: Whether the words are an office that many kinds of bodies have, and the phrase names no body.
        called: What to call such a one in place of a type that readers would not all give: "former harbour master".
    """

    span: Span
    type: SourceType
    rank: int
    shared: bool = False
    called: str = ""


_FORMER = r"(?:former|ex|one-time|onetime|retired)"
_HEAD_END = expression(
    r",| \((?![A-Z.]{2,8}\))|—| --?(?= )|;| (?:who|whose|which|that|with|by|close|familiar|representing|turned|across|"
    r"throughout) "
    r"| (?:from|in|at|on|for|of|to) (?=(?:the |a |an |its |their )?[a-z“\"])"
    r"| (?:from|in|at|on|for|with) (?=the [A-Z])"
    rf"| and (?=(?:(?:an? )?{_FORMER}|one of) )|(?<=[a-z]s) and (?=(?:[\w-]+ ){{0,2}}[\w-]+s(?:$|[,;]))"
    r"| (?:released|provided|quoted|obtained|published|issued|compiled|conducted|commissioned) (?=by )"
    r"|(?:(?<=\bdata)|(?<=figures)|(?<=numbers)|(?<=\bpoll)|(?<=polls)|(?<=polling)) (?:from|by) "
    r"|(?:(?<=conomist)|(?<=conomists)|(?<=nalyst)|(?<=nalysts)) (?:at|with|for) "
)
"""The end of a phrase's head. Prepositions inside names ("Department of Labor") do not end it."""
_OFFICE = expression(
    r"(?:\b(?:officials?|aides?|commissioners?|directors?|chiefs?|secretar(?:y|ies)|presidents?|administrators?|"
    r"envoys?|representatives?|advis[eo]rs?|ceo|executives?|founders?|co-founders?|leaders?|managers?|officers?|"
    r"owners?|publishers?|producers?|governors?|departments?|offices?|bureaus?|attorneys?|lawyers?|counsel|organi[sz]ers?)|"
    rf"(?:chair|spokes){OFFICE_ENDS}|"
    r"\bchair)$",
    re.IGNORECASE,
)
"""Offices of many kinds of bodies."""
_SHARED = expression(
    r"(?:(?:vice|deputy|assistant|founding|senior|top)[ -])*"
    r"(?:(?:aides?|advis[eo]rs?|attorneys?|chair|counsel|directors?|executives?|founders?|co-founders?|lawyers?|"
    r"leaders?|lobbyists?|managers?|owners?|presidents?|representatives?|chiefs?)|"
    rf"(?:chair|spokes){OFFICE_ENDS})"
)
"""Offices that do not tell, in small letters, what kind of body they belong to. "Campaign manager" tells it."""
_SENT = expression(r"(?:experts?|inspectors?|investigators?|monitors?|observers?|peacekeepers?)$", re.IGNORECASE)
"""Nouns for people whom an international organisation may send."""
_EMPLOYERS = frozenset(
    {"international_organisation", "ngo", "business", "media", "law_enforcement", "military", "judiciary", "expert"}
)
_STATE = frozenset({"government", "politician"})
_EMPLOYED = frozenset({"government", "business", "law_enforcement", "expert", "ngo"})
_PRACTICE = expression(r"(?:attorneys?|lawyers?|counsel)$", re.IGNORECASE)
_OF_UNION = expression(r"\bunion\b", re.IGNORECASE)
"""An office of those who work for the body in front: "the Border Patrol union president"."""
_MODIFIES = expression(
    r"(?:[’']s)?(?: (?:[Tt]he|[Hh]igh|[Ss]enior|[Tt]op|[Cc]hief|state|field|regional|national|local|lead|for|of|"
    r"public|press|media|information|communications|financial|medical|deputy|executive|"
    r"[A-Z]\w+))* ?"
)
_HOLDER = expression(
    r"\b(?:director|head|chief|president|member|leader|founder|manager|coordinator|organi[sz]er|partner|advis[eo]r|"
    r"employee|counsel|officer|secretary|executive|representative|delegate|official|administrator|ceo|superintendent|"
    r"(?:chair|spokes)(?:man|woman|person)?|spokesmen|spokespeople|members|leaders|officials|representatives|employees)"
    r"(?=(?:,? and (?:[\w-]+ ){0,2}[\w-]+)? (?:of|for|at|with|to) )",
    re.IGNORECASE,
)
"""An office whose body is named behind it; the head of the phrase ends at the office."""
_LEFT = expression(rf"\b{_FORMER}[ -](?:[A-Z][\w.]*[ -]|[\w.]+[ -])?$|^{_FORMER}[ -]", re.IGNORECASE)
_ONCE = expression(rf"\b{_FORMER}[ -](?:(?!(?:and|but|now|or) )[\w.-]+[ -]){{0,4}}\Z", re.IGNORECASE)
_AT_ONCE = expression(rf"{_FORMER}[ -]", re.IGNORECASE)
"""What makes an office one that somebody has left, with what stands between."""
_ELECTED = expression(rf"\b(?:{'|'.join(ELECTED_HEADS)}|governor|gov|mayor)\b", re.IGNORECASE)
"""Offices that make a politician even of a former holder; a former secretary or envoy keeps the office's type."""
_ON_THE_BENCH = expression(rf"\b{_FORMER} (?:[\w.]+ ){{0,3}}(?:prosecutor|judge|magistrate|[Aa]ttorney)\b")
_IN_FRONT = expression(r"\b(?!The\b|Former\b|Then\b|Vice\b|Acting\b|Deputy\b)([A-Z][\w&.-]*)[’']?s? \Z")
_STATES = frozenset({"<country>", "<demonym>", "<party>", "<parties>"})
"""Classes of words in front of a president of a state."""
_POSSESSIVES = ("’s", "'s")
_LEFT_RANK = 15
"""What a clue loses, in characters between it and the end of its phrase's head, for an office that somebody has left: a
present office in the same phrase goes first. Set by hand."""
_WHOEVER = expression(
    r"(?:[Aa]n? |[Tt]he |\d+ |[A-Za-z]+ ){0,3}?(?:sources?|insiders?|persons?|people|individuals?|"
    r"someone|somebody|those|anyone)"
    r" (?:\w+ly )?(?:who |with |familiar|close |briefed|involved|present|aware|knowledgeable|directly )",
    re.IGNORECASE,
)
"""Whoever is only said to know of something or somebody: what they know does not tell who they are."""
_CAMPAIGN = expression(r"campaigns?$", re.IGNORECASE)
_CAMPAIGNING = frozenset({"ngo", "international_organisation", "business", "media", "expert"})
"""Types of bodies whose campaigns are for a cause and not for votes."""
_OF_PARTIES = expression(r" (?:in|from|of) (?:both|either|the two) (?:major |political )?part(?:ies|y)\b")
"""Whose officials and aides hold no office of the state's: "aides in both parties"."""
_HEADS_NO_STATE = expression(
    r"president(?:,? (?:and|&) (?:CEO|chief (?:executive|operating)|(?:co-?)?founder)\b"
    r"| of (?:the |an? )?[A-Z][\w.-]*-based )"
)
"""A president who heads no state: "president and CEO of Shore Watch", "president of the Tarn-based Dialogue"."""
_COUNTED = expression(
    rf"(?:an?|the|one) (?:[a-z]+ )?(?:army|{THRONGS}|wave) of (?=(?:[\w’'.-]+ ){{0,4}}?[\w’'-]+s\b)",
    re.IGNORECASE,
)
"""How many speak, in front of who they are: "a host of retired generals"."""
_REACTING = expression(r" (?:commenting|posting|reacting|replying|responding|writing) (?:\w+ ){1,5}\Z")
"""What people do on a page, and no page does: "neighbours reacting to the news on the [post]"."""
_SECOND = 200
"""What a clue behind the head of a phrase loses, in characters: more than any head has, so that the head goes first."""


def best_clue(article: Article, phrase: Span, hits: Sequence[Match], reach: int = 0) -> Clue | None:
    """Return the clue of a noun phrase that decides; ``None`` if it has none."""
    clue = min(clues_in_phrase(article, phrase, hits, reach), key=_rank, default=None)
    if clue and clue.type == "government" and _OF_PARTIES.match(article.text, clue.span.end, phrase.end):
        return clue._replace(type="politician", shared=False)
    return clue


def is_vague(article: Article, phrase: Span) -> bool:
    """Return whether a phrase is for people of whom only is said what they know or whom: "people close to Holm"."""
    return _WHOEVER.match(article.text, phrase.start, phrase.end) is not None


def _rank(clue: Clue) -> int:
    return clue.rank


def clues_in_phrase(article: Article, phrase: Span, hits: Sequence[Match], reach: int = 0) -> list[Clue]:
    """Return the clues of a noun phrase: of its head, and of the words behind "of" and "for".

    Args:
        article: The article.
        phrase: The words, without a name in front.
        hits: Titles and nouns for sources, in text order.
        reach: The offset up to which an office's body may stand, if that is behind the end of the phrase.
    """
    counted = _COUNTED.match(article.text, phrase.start, phrase.end)
    phrase = Span(counted.end(), phrase.end) if counted else phrase
    cut = _HEAD_END.search(article.text, phrase.start + 1, phrase.end)
    head_end = cut.start() if cut else phrase.end
    vague = _WHOEVER.match(article.text, phrase.start, phrase.end)
    inside = hits_inside(hits, Span(phrase.start, vague.end()) if vague else phrase)
    clues: list[Clue] = []
    holder = _HOLDER.search(article.text, phrase.start, phrase.end)
    if holder and not vague:
        head_end = min(head_end, holder.end())
        body = body_behind(article, Span(*holder.span()), max(phrase.end, reach), hits, of_a_state=False)
        owner = next((hit for hit in reversed(inside) if _owns(article, hit, holder.start())), None)
        if owner:
            clues.append(Clue(Span(owner.start, owner.end), owner.entry.category, 0))  # type: ignore[arg-type]
        elif body:
            clues.append(Clue(body.span, body.type, 1))
    for number, hit in enumerate(inside):
        if hit.entry.category == "document" and _REACTING.search(article.text, phrase.start, hit.start):
            continue
        distance = head_end - hit.end
        rank = distance if distance >= 0 else _SECOND + hit.start - head_end
        clue = _weighed(article, phrase, inside[:number], hit, hits, rank)
        # "Former United Nations ambassador": a body's name goes with the office behind it.
        end = next((other.end for other in inside[number + 1 :] if other.start == hit.end + 1), hit.end)
        clues.append(clue._replace(called=_called(article, phrase, hit, clue, end)))
    return clues


def _called(article: Article, phrase: Span, hit: Match, clue: Clue, end: int) -> str:
    """Return the words for an office that somebody has left, or for what readers place here and there; else nothing."""
    # "Former Secretary of State" is one title in the lexicons.
    left = _ONCE.search(article.text, phrase.start, hit.start) or _AT_ONCE.match(article.text, hit.start, hit.end)
    if left and clue.type != "politician" and article.text[end - 1] != ".":
        words = article.text[left.start() : end]
        return words[0].lower() + words[1:]
    words = article.slice(clue.span)
    letters = any(word.isupper() for word in words.split())
    doubted = hit.entry.weight < 1 or (clue.shared and clue.type == "expert")
    return (words if letters else words.lower()) if doubted else ""


def _owns(article: Article, hit: Match, office: int) -> bool:
    """Return whether a body owns the office that follows: "Facebook's director"."""
    words = article.slice((hit.start, hit.end))
    owned = words.endswith(_POSSESSIVES) or article.text.startswith(_POSSESSIVES, hit.end)
    return owned and hit.end <= office <= hit.end + 4 and hit.entry.category in _EMPLOYERS


def _weighed(
    article: Article, phrase: Span, before: Sequence[Match], hit: Match, hits: Sequence[Match], rank: int
) -> Clue:
    """Return a hit as a clue: what its holder's body is, and whether the holder has left it."""
    span = Span(hit.start, hit.end)
    words = article.slice(span)
    kind: SourceType = hit.entry.category  # type: ignore[assignment]
    left = _LEFT.search(article.text[phrase.start : hit.start]) or _LEFT.search(words)
    if left and kind == "government" and _ELECTED.search(words):
        return Clue(span, "politician", rank + _LEFT_RANK)
    if _PRACTICE.search(words) and _ON_THE_BENCH.search(article.text, phrase.start, phrase.end + 40):
        return Clue(span, "expert", rank)
    if kind == "military" and any(noun.entry.category == "law_enforcement" for noun in before[-1:]):
        return Clue(Span(before[-1].start, before[-1].end), "law_enforcement", rank)  # police have ranks too
    campaigner = before[-1] if before and _CAMPAIGN.search(words) else None
    if (
        campaigner
        and campaigner.entry.category in _CAMPAIGNING
        and _MODIFIES.fullmatch(article.text, campaigner.end, hit.start)
    ):
        return Clue(Span(campaigner.start, campaigner.end), campaigner.entry.category, rank)  # type: ignore[arg-type]
    sender = before[-1] if before and _SENT.search(words) else None
    if sender and sender.entry.category == "international_organisation" and sender.end + 1 == hit.start:
        return Clue(Span(sender.start, sender.end), "international_organisation", rank)
    of_firm = words.startswith("president") and _HEADS_NO_STATE.match(article.text, hit.start, phrase.end)
    if _OFFICE.search(words) and not _PRACTICE.search(words) and not _OF_UNION.search(words):
        bodies = _EMPLOYERS | ({"politician"} if kind == "government" else _STATE)
        employer = _employer(article, before, hit, bodies) if kind in _EMPLOYED else None
        if employer:
            return Clue(Span(employer.start, employer.end), employer.entry.category, rank)  # type: ignore[arg-type]
        body = body_behind(article, span, phrase.end, hits, of_a_state=kind == "government")
        if body and not (of_firm and body.type == "government"):
            return Clue(body.span, body.type, rank)
    firm = _IN_FRONT.search(article.text, phrase.start, hit.start) if words == "president" else None
    if of_firm or (firm and class_of_capital(firm.group(1)) not in _STATES):
        return Clue(span, "business", rank, shared=True)  # "Hart president Ada Holm" heads no state
    # Where no firm or body is named, a president is a state's.
    shared = _SHARED.fullmatch(words) is not None and not words.startswith("president")
    return Clue(span, kind, rank + _LEFT_RANK * bool(left), shared)


def _employer(article: Article, before: Sequence[Match], hit: Match, bodies: frozenset[str]) -> Match | None:
    """Return the body in front of an office: "UN officials", "the hospital's director"."""
    for noun in reversed(before):
        between = article.text[noun.end : hit.start]
        if (
            noun.entry.category in bodies
            and not noun.entry.key.startswith("titles/")
            and noun.end <= hit.start
            and _MODIFIES.fullmatch(between)
        ):
            return noun
    return None
