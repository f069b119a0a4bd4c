"""Which of an entry's neutral wordings can stand where it was found: in its number, tense and case, and grammatical.

Whether one of them is right in its sentence is the writer's to say. What cannot be told is left out: better no wording
than one that breaks the sentence.
"""

import itertools
import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from typing import NamedTuple

from framing.expressions import expression
from framing.lexicons.index import CompiledEntry
from framing.lexicons.match import Match, Words
from framing.lexicons.taken import Taken, taken
from framing.lexicons.word_forms import FormName, formed, guessed_forms, head_of_noun, is_mass, is_plural
from framing.scoring.words_found import LexiconText

__all__ = ["in_place"]

_SLOT = expression(r"\{(\d)\}")
_ARTICLES = frozenset({"a", "an"})
_ONE = _ARTICLES | {"another", "each", "every", "one"}
_DETERMINERS = _ONE | frozenset(
    "the this that these those no any some its his her their our my your which what whose both all many several few "
    "two three four five six seven eight nine ten".split()
)
_VERBS_OF_ONE = frozenset("is was has does isn't wasn't hasn't doesn't remains seems makes comes goes gets".split())
_PERFECT = frozenset("be been being is are was were am have has had having get gets got getting 's 've 'd".split())
_BEFORE_A_NOUN = frozenset("at in more of on than with".split())
_BEFORE_A_VERB = _PERFECT | frozenset("by while when keep keeps kept start starts started stop stopped".split())
_BEFORE_A_PAST = frozenset("he she it they we i you who which that and but".split())
_FUNCTION_WORDS = _DETERMINERS | frozenset(
    """
    a about above across after against all also although among an and are around arrived as at attacked away back
    be because been before began being below beside between but by called came can come comes could crossed did
    didn't died do does doesn't don't down during either ended entered even fell for friday from gathered get gets
    go goes got had has hasn't have haven't he here him how i if in inside into is isn't it just killed leave
    leaves left like made make makes marched may me might monday more most must near need needs never nor not now
    of off on once only onto or out outside over rather rose said saturday say says she should since so such
    sunday take takes than that the them then there they through thursday to today told tomorrow too took toward
    towards tuesday under until up upon us used voted want wanted wants was wasn't we wednesday went were weren't
    what when where whether which while who whom whose why will with within without won't would yesterday yet you
    """.split()
)
"""Words behind a noun that do not make it part of a compound: of any other word it may be the first half."""
_NO_ADVERBS = frozenset("early elderly family friendly likely only daily weekly deadly costly".split())
_AGENTS = ("er", "or", "man")
"""Endings of those who do a thing: "terrorist attack" is no "attacker attack"."""
_PREPOSITIONS = frozenset("about against at by for from in into of on over to with without".split())
_BEFORE_NO_NOUN = _PREPOSITIONS | frozenset("can could may might must out shall should will would".split())
_LONG = 4
"""Letters of words that a reader notices twice."""
_NEAR = 5
"""Words to either side in which a wording that stands already would be said twice."""
_HYPHENS = frozenset("-‐‑")
_VOWELS = "aeiou"


class _Place(NamedTuple):
    """Where an entry was found.

    Attributes:
        text: The words as they stand.
        before: Up to three words in front of them in their sentence, the nearer first.
        beside: The words near them in their sentence, in the text's order, themselves left out.
        after: The word behind them, empty where a mark or the sentence's end follows.
        joined: Whether a hyphen follows.
        hangs: Whether a hyphen stands before.
        owned: Whether a possessive stands before.
        first: Whether they begin a sentence.
    """

    text: str
    before: tuple[str, ...]
    beside: str
    after: str
    joined: bool
    hangs: bool
    owned: bool
    first: bool


def in_place(text: LexiconText, match: Match) -> tuple[str, ...]:
    """Return the entry's alternatives that can stand in place of the words found, each once, in the entry's order.

    Args:
        text: The article's words.
        match: Where the entry was found.
    """
    entry = match.entry
    if not entry.alternatives:
        return ()
    words = text.words
    first = bisect_left(words.numbers, bisect_left(words.tokens.starts, match.start))
    last = bisect_left(words.numbers, bisect_left(words.tokens.starts, match.end)) - 1
    way = taken(entry, words.words[first : last + 1])
    if way is None:
        return ()
    place = _place(text, match, first, last)
    slots = [text.article.text[slice(*_span(words, first, *slot))] for slot in way.slots]
    if any(_SLOT.search(base) for base in entry.alternatives) and _judges(text, words.words[first : last + 1], way):
        return ()
    wordings = (_wording(entry, way, place, _filled(base, slots)) for base in entry.alternatives)
    return tuple(dict.fromkeys(wording for wording in wordings if wording))


def _judges(text: LexiconText, found: Sequence[str], way: Taken) -> bool:
    """Return whether a word that a brace took is itself listed: "flood of illegals" is no "number of illegals"."""
    index = text.indexes["loaded"]
    for start, end in way.slots:
        for place in range(start, end):
            word = found[place]
            # "surge of [illegal ][immigrants]": the next brace's words belong to it.
            joined = place + 1 < end or (place > 0 and any(slot[0] == end < slot[1] for slot in way.slots))
            following = found[place + 1] if joined else ""
            if index.lists(word) or (following and word in index.first_words and following in index.seconds(word)):
                return True
    return False


def _filled(base: str, slots: Sequence[str]) -> str:
    """Return an alternative with the words that the pattern's braces took, ``{2}`` the second's; empty without them."""
    if any(int(slot) > len(slots) for slot in _SLOT.findall(base)):
        return ""
    return " ".join(_SLOT.sub(lambda slot: slots[int(slot[1]) - 1], base).split())


def _span(words: Words, first: int, start: int, end: int) -> tuple[int, int]:
    if start == end:
        return 0, 0
    numbers = words.numbers[first + start], words.numbers[first + end - 1]
    return words.tokens.starts[numbers[0]], words.tokens.ends[numbers[1]]


def _place(text: LexiconText, match: Match, first: int, last: int) -> _Place:
    words, article = text.words, text.article
    sentence = words.sentences[first]
    before = [
        words.words[place]
        for place in range(first - 1, max(first - 4, -1), -1)
        if words.sentences[place] == sentence and words.words[place][:1].isalnum()
    ]
    rest = article.text[match.end : match.end + 2]
    follows = last + 1 < len(words.words) and words.sentences[last + 1] == sentence
    return _Place(
        text=article.text[match.start : match.end],
        before=tuple(before),
        beside=_beside(words, first, last),
        after=words.words[last + 1] if follows and rest[:1] in {" ", "\n"} and rest[1:2].isalpha() else "",
        joined=rest[:1] in _HYPHENS,
        hangs=article.text[match.start - 1 : match.start] in _HYPHENS,
        owned=article.text[max(match.start - 3, 0) : match.start] in {"'s ", "’s "},
        first=article.sentences[match.sentence].start == match.start,
    )


def _wording(entry: CompiledEntry, way: Taken, place: _Place, base: str) -> str:
    """Return an alternative as it would stand; empty where it cannot."""
    pos = "noun" if entry.pos == "phrase" and "~" in entry.pattern else entry.pos
    written = formed(base, pos, _forms(way.forms, place) if pos == "verb" else way.forms) if base else ""
    if not written or _repeats(written, place):
        return ""
    if pos != "verb" and _hangs_on_a_noun(entry, written, place):
        return ""
    if pos == "noun" and not _fits_a_noun(way, place, written):
        return ""
    if (
        pos not in {"noun", "verb"}
        and place.before[:1]
        and place.before[0] in _ONE
        and is_plural(written.split(" ")[-1])
    ):
        return ""
    if pos == "verb" and _is_a_noun_here(way, place):
        return ""
    if place.before[:1] and place.before[0] in _ARTICLES:
        wanted = "an" if written[0].lower() in _VOWELS else "a"
        if place.before[0] != wanted:
            return ""
    return _in_case(_whose(written, place.text), place.text, first=place.first)


def _whose(written: str, text: str) -> str:
    """Return an alternative with the possessive that the words have."""
    apostrophe = next((mark for mark in "'’" if text.endswith(f"{mark}s")), "")
    return f"{written}{apostrophe}{'' if written.endswith('s') else 's'}" if apostrophe else written


def _forms(forms: Collection[FormName], place: _Place) -> Collection[FormName]:
    """Return the form of a verb that is written alike as a past and as a participle, where the words before tell."""
    if {"past", "participle"} - set(forms):
        return forms
    # "were ignored or swept under the rug": the verb before stands in the same form.
    joined = place.before[:1] != () and place.before[0] in {"or", "and"}
    if not _PERFECT.isdisjoint(place.before[: 3 if joined else 2]):
        return {"participle"}
    return {"past"} if place.before[:1] and place.before[0] in _BEFORE_A_PAST else forms


def _is_a_noun_here(way: Taken, place: _Place) -> bool:
    """Return whether the form of a verb is a noun where it stands: "a bashing", "the senator's taunts"."""
    nouns = way.forms <= {"ongoing", "third", "base"}
    return nouns and (place.owned or (place.before[:1] != () and place.before[0] in _DETERMINERS | _BEFORE_A_NOUN))


def _hangs_on_a_noun(entry: CompiledEntry, written: str, place: _Place) -> bool:
    """Return whether words with a preposition would stand before a noun: "tough-on-crime laws"."""
    many = is_plural(place.text.lower().split(" ")[-1])
    compound = not many and bool(place.after) and place.after not in _FUNCTION_WORDS and not _is_past(place.after)
    within = written.split(" ")[:-1]
    open_ended = entry.pattern.rstrip("}~").split(" ")[-1] in _PREPOSITIONS
    return compound and not open_ended and not _PREPOSITIONS.isdisjoint(within)


def _repeats(written: str, place: _Place) -> bool:
    """Return whether a word would stand twice: "people in the country presently in the country"."""
    small = written.lower().split(" ")
    beside = [*place.before[:1], *small, place.after]
    if any(word == following for word, following in itertools.pairwise(beside)):
        return True
    telling = [word for word in small if len(word) >= _LONG and word not in _FUNCTION_WORDS]
    return any(f" {word} " in place.beside and word not in place.text.lower() for word in telling)


def _beside(words: Words, first: int, last: int) -> str:
    """Return the words near a place, with a space at either end and a mark where the place is."""
    low, high = words.bounds[words.sentences[first]]
    before, after = words.words[max(low, first - _NEAR) : first], words.words[last + 1 : min(high, last + 1 + _NEAR)]
    return f" {' '.join(before)} | {' '.join(after)} "


def _fits_a_noun(way: Taken, place: _Place, written: str) -> bool:
    """Return whether a noun phrase can stand in place of a noun: beside what hangs on it, and in its number."""
    words = written.split(" ")
    head = head_of_noun(words)
    parts = re.split(r"[\s\-‐‑]+", re.sub("['’]s$", "", place.text.lower()))
    stands = parts[min(way.head, len(parts) - 1)]
    if _is_no_noun_here(place, stands, parts, written=words[head]):
        return False
    if stands.endswith("ing") and place.before[:1] and place.before[0] in _BEFORE_A_VERB:
        return False
    fits = way.head < len(parts) - 1 or _fits_its_neighbours(place, words, head, many=is_plural(stands))
    return fits and _fits_its_number(place, words[head], stands)


def _is_no_noun_here(place: _Place, stands: str, parts: Sequence[str], *, written: str) -> bool:
    """Return whether the words are a verb ("to flip-flop") or an adjective ("out misogynist, lewd remarks").

    A noun in the singular has a determiner or an adjective before it. Behind an adverb an adjective leads
    ("presently illegal immigrants"), whose place no other noun takes.
    """
    before = place.before[0] if place.before else ""
    if before.endswith("ly") and before not in _NO_ADVERBS and len(parts) > 1:
        return True
    bare = before in _BEFORE_NO_NOUN and not place.owned
    return bare and not any(is_plural(word) or is_mass(word) for word in (stands, written))


def _fits_its_neighbours(place: _Place, words: Sequence[str], head: int, *, many: bool) -> bool:
    """Return whether a noun phrase fits the hyphen, the possessive or the noun that hangs on the words."""
    whole = head == len(words) - 1
    if place.text.endswith(("'s", "’s")):
        return whole
    joined = place.joined or place.hangs
    compound = bool(place.after) and place.after not in _FUNCTION_WORDS and not _is_past(place.after)
    if not joined and (many or not compound):
        return True
    agent = len(words) == 1 and words[0].endswith(_AGENTS) and not is_mass(words[0])
    return whole and words[0] != "the" and not (joined and head) and not is_plural(words[-1]) and not agent


def _is_past(word: str) -> bool:
    return "past" in guessed_forms(word, "verb")


def _fits_its_number(place: _Place, mine: str, stands: str) -> bool:
    """Return whether a head fits the number of the word that stands there, and its determiner."""
    determined = not _DETERMINERS.isdisjoint(place.before[:2]) or place.owned
    if is_mass(mine):
        return not is_plural(stands) and _ONE.isdisjoint(place.before[:2])
    if is_plural(mine) == is_plural(stands):
        return is_plural(mine) or not is_mass(stands) or determined
    return is_plural(mine) and is_mass(stands) and not determined and place.after not in _VERBS_OF_ONE


def _in_case(base: str, text: str, *, first: bool) -> str:
    words = re.findall(r"[^\W\d_]+", text)
    if any(len(word) > 1 and word.isupper() for word in words):
        return base.upper() if all(word.isupper() for word in words) else ""
    if len(words) > 1 and all(word[0].isupper() for word in words):
        return " ".join(word[:1].upper() + word[1:] for word in base.split(" "))
    return base[:1].upper() + base[1:] if first and text[:1].isupper() else base
