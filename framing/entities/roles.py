"""Roles: what the page says beside a name about its bearer, in a title, an apposition or "X is a …".

A role is a span of the page's own words. Facts about somebody else are kept out: words behind "whom", a verb or another
name belong to no role of the first name.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Literal, NamedTuple

from framing.article import Article
from framing.entities.name_words import ENVOYS, PERSONAL_TITLES, POST_NOMINALS
from framing.entities.names import Name
from framing.entities.personal_nouns import is_personal
from framing.expressions import expression
from framing.spans import Span

__all__ = ["ELECTED_HEADS", "HEADS_OF_STATE", "Role", "RolePlace", "roles_of"]

RolePlace = Literal["title", "apposition", "inverted", "member"]


class Role(NamedTuple):
    """Words that say who or what somebody is.

    Attributes:
        span: The words, without the name.
        place: Where they stand: in front (``title``), behind a comma (``apposition``), in front with a comma
            (``inverted``), or behind "of" or "at" (``member``).
    """

    span: Span
    place: RolePlace


ELECTED_HEADS = ("chancellor", "premier", "president", "prime minister")
HEADS_OF_STATE = (*ELECTED_HEADS, "emperor", "king", "pope", "queen")
"""Offices that one person in a country holds."""
_OWNER = expression(r"(?:[A-Z][\w.&-]* )+$")
_MOST_TITLE_WORDS = 9
"""Words of the longest title in front of a name. Set by hand."""
_LONGEST_ABBREVIATION = 5
"""Letters of the longest abbreviation, whose full stop ends no sentence: "Prof."."""
_STOP = frozenset(
    "said says told asked added by with that when while as but or from after before because although though if to in "
    "on at about against between into over under than then so not no is was were are be been has have had will would "
    "can could may might must do does did like unlike including between among without within during until since "
    "where who whom which whose what why how he she it they we i you his her its their our my your this these those "
    "also only just even still again yet now including said, here there via per "
    "quoted met called named praised blamed thanked joined visited warned wrote".split()
)
_COURTESIES = frozenset({"mr", "mrs", "ms", "miss"})
"""Titles that no noun in small letters has behind it: "the poll gave [Mrs.] Holm"."""
_FIRST_WORD = expression(r"[A-Za-z]+")
_BESIDE = expression(rf"\b[Tt]he (?:{'|'.join(HEADS_OF_STATE)}|governor) and \Z")
"""Somebody else in front of a title: "the president and House Speaker Ada Holm" are two."""
_OF = frozenset({"of", "for", "the", "and", "&", "de"})
_LEFT = frozenset("retired ousted convicted disgraced embattled elected appointed".split())
_SUFFIXED = expression(r"(?:er|or|ist|ian|man|woman|ant|ent|eer|person|chief|ess|ee|ate|nurse|mother|father|widow)$")
_OPENS = expression(
    r"(?:,? who (?:is|was|heads|leads|runs|chairs|directs|founded) |, now | —? ?(?:is|was) (?=(?:an?|the|one) )| — |, "
    r"| \()(?=[\w“\"])"
)
_COPULA = expression(r" (?:is|was) ")
_AGE = expression(r"(?:aged )?\d{1,3}(?:, |\) ?|,? (?:of|from) )")
_NO_APPOSITION = expression(
    r"(?:of|to|in|on|at|for|and|but|or|with|as|by|from|after|before|when|while|where|if|because|said|says|told|who|whose|"
    r"which|that|he|she|they|it|we|i|not|then|also|including|such|like|along|according|adding|meanwhile|however|though|"
    r"will|would|is|was|has|had|have|can|could|may|might|must|did|does|so|too|there|this|these|(?!(?:acting|founding|managing|leading|sitting|presiding)\b)\w+ing|\w+ed"
    r"|(?:first|once|later|\w+ly) \w+ed (?:after|at|by|during|from|in|last|on|this|to|with))\b",
    re.IGNORECASE,
)
_APPOSITION_END = expression(
    r"[,;:—)]|(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bSen)(?<!\bGov)(?<!\bRep)"
    r"(?<![A-Z])\.(?= [A-Z“\"]|$)|\n|"
    r" (?:who|which|that|whose|said|told|says|say|added|via|was|is|were|are|has|had|"
    r"have|will|would)\b"
)
_WAS = expression(r"(?:an? |the )?(?:former|ex-|one-?time|retired|longtime)", re.IGNORECASE)
_NOW = expression(r",? (?:who (?:is|works) now |who now (?:is|works as) |and now |now )(?=(?:an?|the) )")
"""What parts somebody's former office from what they are now."""
_VERBS = frozenset("said told says say added was is were are has had have will would".split())
_DETERMINED = expression(r"(?:an?|the|one|former|its|their|his|her|[A-Z][\w.-]*[’']s?) ", re.IGNORECASE)
"""Openings of an apposition that may end at a verb: "Ada Holm, a baker said". "Ada Holm, critics say" has none."""
_REPORTS = expression(r"(?:[Tt]he )?[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*)* (?:reports|reported|writes|wrote)")
"""An outlet that reports, which is no apposition: "tweeted by Holm, the Tarn Times reports"."""
_INVERTED = expression(
    r"(?:^|[\s,;“\"(])((?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Mm]y|[Oo]ur|"
    r"(?:[A-Z][\w.-]* ){0,3}[A-Z][\w.-]*[’']s?) "
    r"(?:(?!(?:after|before|while|as|by|on|and|told|met|saw|said|says|was|is|were|are|had|has|have|who|which|that)\b)"
    r"[\w’'.&-]+ ){0,8}?"
    r"(?!(?:after|before|while|with|from|by|in|on|at|to|and|told|met|saw)\b)[\w’'.-]+), $"
)
_GOVERNED = expression(
    r"(?:\A|[,;:—(“”\"] ?)"
    r"(?:in|on|at|for|with|from|by|after|before|during|via|through|under|upon|citing|following|amid)"
    r"\s\Z",
    re.IGNORECASE,
)
"""A preposition that opens a clause: the noun phrase behind it is no apposition ("In a statement, Ada Holm said")."""
_LISTED = expression(
    r"(?:, (?:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*)+,? and (?:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*"
    r" (?:agree|all|also|are|both|did|do|have|say|were|will|would)\b"
)
"""Others of a list behind a name: "Holm, Kirk, the White House and Shore Watch have"."""
_BELONGS = expression(r",? (?:of|from|at|with) (?:the )?(?=[A-Z])")
_BODY = expression(r"[A-Z][\w.&’'-]*(?:(?: (?:of|for|the|and|on|in|&))* [A-Z][\w.&’'-]*)*")
_SENT = expression(rf"\b(?:[A-Z]\w+ )*(?i:{'|'.join(sorted(ENVOYS))}) to (?:the )?(?:[A-Z][\w.]* )+$")
"""An office with the body or country to which its bearer is sent: "ambassador to the United Nations"."""
_HELD = expression(
    r"\b(?:[A-Z]\w+ )*(?:[Uu]nder-?[Ss]ecretary|Secretary|Minister|Commissioner|Director|Administrator|Superintendent|"
    r"Ombudsman|Governor|Mayor|Chancellor|Chief|Head|Chair|Chairman|President) (?:of|for) (?:the )?"
    r"(?:[A-Z][\w.]* (?:and )?)+$"
)
"""An office with what it is for or of: "Assistant Secretary for Health"."""
_LETTERS = expression(rf",? ({'|'.join(sorted(POST_NOMINALS))})\b")
"""Letters of an office or a degree: "Ada Holm MP"."""
_BEFORE, _BEHIND = 110, 160
"""Characters in front of and behind a name in which roles are looked for. Set by hand."""


def roles_of(article: Article, name: Name, sentence: Span, ends: Collection[int], floor: int) -> Iterator[Role]:
    """Yield the roles that stand around a name.

    Args:
        article: The article.
        name: The name's place.
        sentence: The sentence that holds the name.
        ends: Offsets at which titles and nouns for sources end.
        floor: Where another person's name ends in front; a title begins behind it.
    """
    text = article.text
    low = max(sentence.start, name.span.start - _BEFORE)
    title = _title(text, name, max(low, floor), ends)
    if title:
        yield Role(title, "title")
    begin = title.start if title else name.span.start
    letters = _LETTERS.match(text, name.span.end) if name.kind == "person" else None
    ended = letters.end() if letters else name.span.end
    closed = ended >= len(text) or text[ended] in ',.;:—)”"' or text.startswith(" said", ended)
    inverted = _INVERTED.search(text, max(low - 1, 0), begin) if closed else None
    if inverted and inverted.end() == begin and not _GOVERNED.search(text[low : inverted.start(1)]):
        yield Role(Span(*inverted.span(1)), "inverted")
    high = min(sentence.end, name.span.end + _BEHIND)
    if letters:
        yield Role(Span(*letters.span(1)), "apposition")
    behind = _apposition(text, ended, high, subject=begin <= sentence.start + 1)
    if behind:
        yield Role(behind, "apposition")
    belongs = _BELONGS.match(text, name.span.end, high)
    if belongs:
        body = _BODY.match(text, belongs.end(), high)
        if body:
            yield Role(Span(*body.span()), "member")


def _last_word(text: str, low: int, place: int) -> int | None:
    """Return where the last word in front of a place begins; a title may be broken by a line or paragraph."""
    before = text[low:place]
    before = before[:-1] if before.endswith(" ") else before.rstrip("\n")
    if not before or before[-1].isspace():
        return None
    return low + len(before) - len(before.rsplit(maxsplit=1)[-1])


def _title(text: str, name: Name, low: int, ends: Collection[int]) -> Span | None:
    """Return the title in front of a name; an owner ("Facebook's") counts as one."""
    end = name.span.start
    office = _office_for(text, low, end)
    if office is not None:
        return Span(office, end - 1)
    start = place = end
    for _ in range(_MOST_TITLE_WORDS):
        begins = _last_word(text, low, place)
        if (
            begins is None
            or _ends_title(text[begins:place])
            or _is_another_s(text, low, place, end)
            or _ends_courtesy(text[begins:place], text[start:end])
        ):
            break
        token = text[begins:place].rstrip()
        if place == end and token.lower() in _OF:
            return None
        place = begins
        if token.lower() in {"a", "an", "the"}:
            break
        start = place
        if token.endswith(("’s", "'s", "s’", "s'")):
            owner = _OWNER.search(text, low, start)
            start = owner.start() if owner else start
            break
    while start < end:
        first = text[start:end].split(" ", 1)[0]
        if first.lower() not in _OF:
            break
        start += len(first) + 1
    if start >= end:
        return None
    words = text[start:end].split()
    last = start + len(text[start:end].rstrip())
    return Span(start, last) if last in ends or last - 1 in ends or _is_title(words) else None


def _ends_courtesy(front: str, title: str) -> bool:
    """Return whether a word in front of "Mrs." is none of a title: "gives [Mrs.] Holm", but "the lawyer Mrs. Holm"."""
    courtesy = _FIRST_WORD.match(title)
    if courtesy is None or courtesy.group().lower() not in _COURTESIES:
        return False
    word = front.rstrip()
    return word[0].islower() and not is_personal(word.removesuffix("s"))


def _is_another_s(text: str, low: int, place: int, end: int) -> bool:
    """Return whether the word in front leads from somebody else to a title: "a lawyer for [President] Ada Holm"."""
    words = text[place:end].split()
    whole = len(words) == 1 and words[0][0].isupper() and words[0].strip(".").lower() in PERSONAL_TITLES
    before = text[low:place].split()[-1:]
    return (whole and bool(before) and before[0].lower() in _OF) or _BESIDE.search(text, low, place) is not None


def _office_for(text: str, low: int, end: int) -> int | None:
    """Return where an office begins that is named with what it is for, or to whom it is sent."""
    forms = ((_SENT, (" to ",)), (_HELD, (" of ", " for ")))
    found = (
        form.search(text, low, end)
        for form, joints in forms
        if any(text.find(joint, low, end) >= 0 for joint in joints)
    )
    return next((office.start() for office in found if office), None)


def _ends_title(written: str) -> bool:
    """Return whether no title reaches over a word: it is a verb or an adverb, or ends a clause."""
    token = written.rstrip()
    bare = token.strip(".,")
    return (
        not written.endswith((" ", "-", "\n"))
        or token[-1] in ',;:—–)”"!?“'
        or token[0] in '“"('
        or not bare
        or bare.lower() in _STOP
        or (bare.endswith(("ly", "ed")) and bare[0].islower() and bare not in _LEFT)
        or (token.endswith(".") and len(bare) > _LONGEST_ABBREVIATION)
    )


def _is_title(words: Sequence[str]) -> bool:
    last = words[-1].strip(".").lower()
    if last.endswith(("’s", "'s", "s’", "s'")):
        return True
    parts = last.split("-")
    if last in PERSONAL_TITLES or parts[-1] in PERSONAL_TITLES or last.removesuffix("s") in PERSONAL_TITLES:
        return True
    return (
        words[-1][0].islower()
        and bool(_SUFFIXED.search(parts[-1]))
        and last not in {"later", "earlier", "former", "under"}
    )


def _apposition(text: str, start: int, high: int, *, subject: bool) -> Span | None:
    """Return the noun phrase behind a name that says who its bearer is."""
    opens = None if _LISTED.match(text, start, high) else _OPENS.match(text, start, high)
    if opens is None or (not subject and _COPULA.fullmatch(opens.group())):
        return None
    first = opens.end()
    age = _AGE.match(text, first, high)
    if age:
        first = age.end()
    if first >= high or _NO_APPOSITION.match(text, first, high):
        return None
    end = _APPOSITION_END.search(text, first, high)
    stop = end.start() if end else high
    now = _NOW.match(text, stop, high) if _WAS.match(text, first, high) else None
    if now:
        # "A former legislator who is now a lobbyist" is what she is now.
        first, end = now.end(), _APPOSITION_END.search(text, now.end(), high)
        stop = end.start() if end else high
    clause = end is not None and end.group().strip() in _VERBS and not _DETERMINED.match(text, first, stop)
    clause = clause or _REPORTS.fullmatch(text, first, stop) is not None
    return Span(first, stop) if stop > first and not clause else None
