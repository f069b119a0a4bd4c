"""The noun phrase that "who" stands behind: "[Hill hawks in both parties] who called for a halt".

It is read backwards from the relative pronoun: a preposition, a verb or a mark ends it, and a determiner begins it.
Where the nearest noun is none for people ("both parties"), the phrase goes on in front of the preposition.
"""

from framing.entities.name_words import GENERIC_BODIES
from framing.entities.personal_nouns import is_personal
from framing.expressions import expression
from framing.modelling.canonical import class_of_capital
from framing.spans import Span

__all__ = ["ASIDE", "RELATIVE", "is_several", "noun_before"]

RELATIVE = ("who", "whom", "which", "that")
"""Pronouns that go on about a noun in front of them."""

_LOOKED_BACK = 110
"""Characters in front of the pronoun in which the phrase is looked for. Set by hand: about ten words."""
_MOST_WORDS = 5
"""Words of the longest noun phrase without a preposition."""
_WORD = expression(r"[^\s—–]+[—–]*$")
ASIDE = expression(r"(?:,? \([^()]{1,60}\)|, [DRI]-[A-Z][\w.]*)?[ ,–—\n-]*$")
"""What may stand between a noun or name and the pronoun: a comma, a dash, letters in brackets, a party."""
_PREPOSITION = expression(r" (?:of|in|from|at|on|for|with|among|across) ")
_SENTENCE_END = expression(r"[.!?][”\"’)]* *\n*$")
_MARKS = ',;:.!?)”"—–'
_DETERMINERS = frozenset(
    "a an the some many several other others most those these few all any another every each his her its their our my "
    "one two three four five six seven eight nine ten dozens".split()
)
_COUNTING = frozenset("one two three four five six seven eight nine ten some many most few several none all".split())
_REACHED = frozenset("in of from at on for with among across behind".split())
"""Prepositions in front of which the noun for people may stand."""
_INSIDE = frozenset("in from at across".split())
"""Prepositions in front of the names of places: "residents in Tarn"."""
_ENDS = frozenset(
    "by to about against between into over under than as like including and or but nor that which who whom whose if "
    "when while because since though although where is are was were be been has have had do does did will would can "
    "could may might must should not no only even also then so said "
    "says told show shows showed know knows knew ask asks tell tells see sees argue argues "
    "say wrote he she they it we i you him her them".split()
)
_PLACES = frozenset(
    "party parties state states country countries city cities town towns house senate congress chamber district county "
    "room audience region community world office field industry case crowd committee agency war left right "
    "side other".split()
)
"""Nouns for places and bodies, behind which "who" goes on about the people in them."""


def noun_before(text: str, start: int) -> Span | None:
    """Return the noun phrase that a relative pronoun stands behind; ``None`` where no noun does.

    Args:
        text: The article's characters.
        start: The pronoun's first character.

    Examples:
        >>> line = "It upset some voters, who said so"
        >>> line[slice(*noun_before(line, line.index("who")))]
        'some voters'
    """
    low = max(start - _LOOKED_BACK, 0)
    if _SENTENCE_END.search(text, low, start):
        return None
    aside = ASIDE.search(text, low, start)
    last = end = low + len(text[low : aside.start() if aside else start].rstrip('”"’'))
    personal = text[start : start + 3].lower() == "who"
    found: Span | None = None
    while True:
        first = _first(text, low, end)
        if first == end:
            return found
        found, word = Span(first, last), text[first:end].rsplit(maxsplit=1)[-1]
        before = _WORD.search(text, low, low + len(text[low:first].rstrip()))
        link = before.group().lower() if before else ""
        if before is None or link not in _REACHED or "\n" in text[before.end() : first]:
            return found
        end = low + len(text[low : before.start()].rstrip())
        counting = _WORD.search(text, low, end)
        counted = link == "of" and counting is not None and counting.group().lower() in _COUNTING
        inside = personal and ((link in _INSIDE and text[first].isupper()) or _is_place(word))
        if not (counted or inside or word.isdigit()):
            return found


def is_several(noun: str) -> bool:
    """Return whether a noun phrase is in the plural.

    Examples:
        >>> is_several("owners in both parties"), is_several("member of the lists")
        (True, False)
    """
    return _PREPOSITION.split(noun, maxsplit=1)[0].endswith(("s", "people"))


def _first(text: str, low: int, end: int) -> int:
    """Return where the noun phrase in front of an offset begins; the offset itself where there is none."""
    begin = end
    for _ in range(_MOST_WORDS):
        match = _WORD.search(text, low, low + len(text[low:begin].rstrip()))
        if match is None or "\n" in text[match.end() : begin]:
            break
        word = match.group()
        bare = word.strip("“\"'’(").lower()
        participle = bare.endswith("ed") and word[0].islower()
        if bare in _ENDS or bare in _REACHED or participle or (word[-1] in _MARKS and match.end() < end):
            break
        begin = match.start() + len(word) - len(word.lstrip("“\"'("))
        if bare in _DETERMINERS:
            break
    return begin


def _is_place(word: str) -> bool:
    bare = word.strip(".,").lower()
    country = word[:1].isupper() and class_of_capital(word) == "<country>"
    return country or bare in _PLACES or (bare in GENERIC_BODIES and not is_personal(bare))
