"""Sentences of a block: where news English ends one, damaged text included.

A mark of the end (``.``, ``!``, ``?``, an ellipsis), with the quotation marks and brackets that close after it, ends a
sentence when what follows can start one and what stands before is no abbreviation. Titles never end a sentence;
abbreviations that may stand last ("U.S.", "Inc.") do when a frequent opener follows. A missing space after a full
stop is allowed for.
"""

import re

from framing.expressions import expression
from framing.spans import Span

__all__ = ["is_abbreviation", "split_sentences"]

_END = expression(r"([.!?…]+)([\"”’'»)\]]*)(\s*)")
_WORD_BEFORE = expression(r"[\w][\w.&'’-]*$")
_TITLES = frozenset(
    """
    mr mrs ms dr sen rep gov gen lt col sgt capt cpl cmdr adm maj pvt st ste ft mt prof rev hon pres supt det insp
    fr sr reps sens gens govs messrs mme mlle sheik amb atty asst assoc dist dept hwy approx est ed eds
    trans cf viz al vs v op e.g i.e eg ie
    """.split()
)
_BEFORE_NUMBERS = frozenset("no nos vol fig pp sec".split())
"""Abbreviations in front of a number, words of their own ("She voted no.") in front of anything else."""
_MAY_END = frozenset(
    """
    u.s u.k u.n e.u d.c l.a n.y u.s.a u.a.e a.m p.m b.c a.d ph.d m.d b.a m.a j.d inc corp co ltd llc bros jr sr
    etc esq jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun ala ariz ark
    calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt
    wash wis wyo n.h n.j n.m n.c n.d s.c s.d r.i w.va ave blvd rd
    """.split()
)
_DOTTED = expression(r"(?:[a-z]\.)+[a-z]")
_OPENERS = frozenset(
    """
    the a an he she it they we i you this that these those there here in on at by for from with without after
    before as if when while where why how what who but and or so yet not no his her its their our my your some
    many most more all each every one two another other others both several few still also then now later last
    next however meanwhile although though because since until despite during among under over according asked
    instead moreover nonetheless
    """.split()
)
_NAMED_SPEAKER = expression(
    r"(?!(?:He|She|It|They|We|I|You|The|A|An|This|That|These|Those|His|Her|Their)\b)(?:[A-Z][\w’'-]*\.?\ ){1,4}"
    r"(?:said|says|asked|asks|wrote|writes|tweeted|tweets|told|added|adds|shouted|replied|continued|joked|responded)\b"
    r"(?!\ (?:that|he|she|it|they|we|I|there|no|yes|if|whether)\b)"
)
"""Who asked or exclaimed, right after the marks: “Who knew?” Moe asked. A clause after the verb is a sentence anew."""
_OPENING_MARKS = "\"“‘'(["


def split_sentences(text: str, start: int, end: int) -> list[Span]:
    """Return the sentences of a block, in order, without surrounding white space.

    Args:
        text: The whole text.
        start: The block's first character.
        end: The offset after its last.

    Examples:
        >>> text = "Sen. Orr left at 5 p.m. on Nov. 1. He told the U.S. The end.Now what?"
        >>> [text[a:b] for a, b in split_sentences(text, 0, len(text))]
        ['Sen. Orr left at 5 p.m. on Nov. 1.', 'He told the U.S.', 'The end.', 'Now what?']
    """
    spans: list[Span] = []
    first = _skip_space(text, start, end)
    for match in _END.finditer(text, start, end):
        after = match.end()
        if after >= end or first >= match.end(2):
            continue
        if _ends(text, match, first):
            spans.append(Span(first, match.end(2)))
            first = _skip_space(text, after, end)
    last = end
    while last > first and text[last - 1].isspace():
        last -= 1
    if last > first:
        spans.append(Span(first, last))
    return spans


def is_abbreviation(word: str) -> bool:
    """Return whether a word before a full stop is an abbreviation that may stand at an end.

    Examples:
        >>> [word for word in ("U.N", "Inc", "D.C", "vote", "Va") if is_abbreviation(word)]
        ['U.N', 'Inc', 'D.C', 'Va']
    """
    bare = word.lower()
    return (bare in _MAY_END and word[:1].isupper()) or _DOTTED.fullmatch(bare) is not None


def _skip_space(text: str, place: int, end: int) -> int:
    while place < end and text[place].isspace():
        place += 1
    return place


def _ends(text: str, match: re.Match[str], first: int) -> bool:
    marks, closers, space = match.groups()
    following = text[match.end()]
    if not space:
        return _missing_space(text, match, first)
    if following in ".!?…,;:":
        return False
    opener = _next_word(text, match.end())
    if not opener or not (opener[0].isupper() or opener[0].isdigit()):
        return False
    if closers and closers[0] in ")]" and marks == "." and len(closers) == 1:
        return opener[0].isupper() or opener[0].isdigit()
    if marks != ".":
        asked = closers and closers[-1] in "\"”’'" and marks[-1] in "!?"
        return not (asked and _NAMED_SPEAKER.match(text, match.end()))
    before = _WORD_BEFORE.search(text, max(first, match.start() - 40), match.start())
    if before is None or closers:
        return True
    return _word_may_end(before.group(), opener)


def _word_may_end(word: str, opener: str) -> bool:
    bare = word.lower().rpartition("-")[2] if "-" in word else word.lower()
    if bare in _TITLES:
        return word in {"al", "est", "ed", "trans"} and opener.lower() in _OPENERS
    if bare in _BEFORE_NUMBERS:
        return not opener[0].isdigit()
    if len(bare) == 1 and word[-1].isupper():
        return word == "I" and opener.lower() in _OPENERS
    if bare in _MAY_END or _DOTTED.fullmatch(bare):
        return opener.lower() in _OPENERS and opener[0].isupper()
    return True


def _missing_space(text: str, match: re.Match[str], first: int) -> bool:
    """A full stop glued to the next sentence: "ended.The", "over.”He"; not a domain, a decimal or an initial."""
    marks, closers, _ = match.groups()
    place = match.end()
    opener = _next_word(text, place)
    if not opener or not opener[0].isupper() or (len(opener) == 1 and opener not in {"A", "I"}):
        return False
    if closers and closers[-1] in "\"”’'":
        return text[place].isupper()
    before = _WORD_BEFORE.search(text, max(first, match.start() - 40), match.start())
    word = before.group() if before else ""
    if "." in word or len(word) < 2 or not word[-1].islower():
        return False
    return len(marks) == 1 and (opener[1:].islower() or len(opener) == 1)


def _next_word(text: str, place: int) -> str:
    end = len(text)
    while place < end and text[place] in _OPENING_MARKS:
        place += 1
    stop = place
    while stop < end and text[stop].isalnum():
        stop += 1
    return text[place:stop]
