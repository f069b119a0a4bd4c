"""Words that stand in somebody's charge, whether or not it is said whose: "amid accusations of class warfare".

A charge may also be told in a clause: "fuels assertions that Holm flouts the law". And somebody may be painted as what
the word says: "cast Holm as a ruthless tycoon".

The outlet tells that there is a charge; the word is that of those who make it.
"""

from bisect import bisect_left

from framing.expressions import expression
from framing.lexicons.match import Words

__all__ = ["is_charged"]

_CHARGES = frozenset(
    "accusation accusations allegation allegations charge charges claim claims complaint complaints insinuation "
    "insinuations suspicion suspicions cries".split()
)
_IN_CHARGE = frozenset("in take takes took taken taking has have had".split())
"""In front of a charge that is an office: "in charge of the bloated agency"."""
_OPENS = frozenset({"of", "about"})
"""What joins a charge to what it is about."""
_ENDS = frozenset(
    """
    is are was were be been has have had do does did will would can could may might must should by for from to against
    who whom whose which that in on at as but after before when while since until over amid because said says
    ; : ( ) “ ” "
    """.split()
)
"""Words and marks behind which the charge is over: "charges of fraud against the corrupt mayor"."""
_FURTHEST = 6
"""Words between the charge and a word of it: "accusations of fraud, waste and reckless spending"."""
_TOLD = _CHARGES | frozenset({"assertion", "assertions", "contention", "contentions"})
"""What a clause may tell: behind "contentions of" stands who makes them."""
_ENDS_A_CLAUSE = frozenset(', ; : ( ) “ ” " — – but'.split())
_BE_OR_HAVE = frozenset("is are was were has have had".split())
_FURTHEST_IN_A_CLAUSE = 25
"""The same where a clause tells the charge."""
_PAINTED = expression(
    r"(?:assail|brand|castigat|condemn|criticis|criticiz|decr[iy]|denounc|depict|derid|describ|disparag|dismiss|"
    r"fram|hail|label|lambast|mock|paint|portray|regard|ridicul|slam|vilif|view)(?:e|s|es|ed|ied|ies|y|ing|med|ming)?|"
    r"attack|attacked|attacking|cast|casts|casting|see|sees|seen|saw|denial|dismissal|portrayal|depiction|description"
)
"""What says for what somebody takes somebody else: "dismissed the plan as hogwash", "the denial of it as a smear"."""
_NO_PAINTING = frozenset(
    "act acted acting acts as known serve served serves serving such used well work worked".split()
)
"""In front of an "as" that tells what somebody is or does."""
_WRITERS = frozenset("i we i'd we'd let's you".split())
"""Whose painting is the outlet's own."""
_BREAKS = (_ENDS - frozenset("by for from to against in on at over".split())) | frozenset(", how why".split())
_FURTHEST_PAINTED = 12
"""Words between what is painted and the "as" behind it."""


def is_charged(words: Words, start: int) -> bool:
    """Return whether what begins at a place of the text is what somebody is charged with.

    Args:
        words: The article's words.
        start: Where it begins.
    """
    first = bisect_left(words.numbers, bisect_left(words.tokens.starts, start))
    low, _ = words.bounds[words.sentences[first]]
    if _is_in_a_clause(words, low, first) or _is_painted(words, low, first):
        return True
    for place in range(first - 1, max(low, first - 2 - _FURTHEST), -1):
        word = words.words[place]
        if word in _OPENS:
            return place > low and words.words[place - 1] in _CHARGES and not _is_office(words, low, place - 1)
        if word in _ENDS:
            return False
    return False


def _is_office(words: Words, low: int, place: int) -> bool:
    return words.words[place] == "charge" and place > low and words.words[place - 1] in _IN_CHARGE


def _is_in_a_clause(words: Words, low: int, first: int) -> bool:
    """Return whether a place stands in a clause that tells a charge, and not in one that tells of it."""
    for place in range(first - 1, max(low, first - 1 - _FURTHEST_IN_A_CLAUSE), -1):
        if words.words[place] == "that" and words.words[place - 1] in _TOLD:
            after = words.words[place + 1 : place + 4]
            # "claims that angered Tarn", "the claim that they made was"
            return not (after[0] in _BE_OR_HAVE or after[0].endswith("ed") or after[-1] in _BE_OR_HAVE)
        if words.words[place] in _ENDS_A_CLAUSE:
            return False
    return False


def _is_painted(words: Words, low: int, first: int) -> bool:
    """Return whether a place stands in what somebody is painted as, and not by the writer."""
    if words.words[first].endswith("ed") and words.words[first - 1] == "and":  # "saw him as a rival and blasted him"
        return False
    place = first - 1
    while place > low and words.words[place] not in _ENDS and words.words[place] != "," and first - place <= _FURTHEST:
        place -= 1
    if place <= low or words.words[place] != "as" or words.words[place - 1] in _NO_PAINTING:
        return False
    for verb in range(place - 1, max(low, place - 1 - _FURTHEST_PAINTED) - 1, -1):
        if words.words[verb] in _BREAKS:
            return False
        if _PAINTED.fullmatch(words.words[verb]):
            return _WRITERS.isdisjoint(words.words[max(low, verb - 3) : verb])
    return False
