"""Finding entries in a text: longest form first, no overlaps within a construct, guards obeyed.

The semantics stand in ``lexicons/README.md``. Words are compared as ``patterns.normal`` writes them; hyphens count as
spaces; any other punctuation mark between two words of a form keeps it from matching.
"""

import bisect
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from framing.article import Sentence, Tokens
from framing.lexicons.index import CompiledEntry, Index
from framing.lexicons.patterns import HYPHENS, NAME, normal

__all__ = ["Match", "Words", "comparable", "find"]


_OPEN = frozenset({"*", NAME})
"""How a word of a guard ends that stands for others."""
_NO_WORDS = frozenset({"", "*"})
"""Keys of the second words that are no text's: the end of a one-word form, and any word."""


class Match(NamedTuple):
    """An entry found at a place."""

    start: int
    end: int
    sentence: int
    entry: CompiledEntry


@dataclass(frozen=True, slots=True)
class Words:
    """A text's tokens as they are compared, hyphens left out, as parallel sequences of one length.

    Attributes:
        words: Normal forms.
        numbers: Each one's index among the text's tokens.
        sentences: Each one's sentence, -1 outside of sentences.
        tokens: The text's tokens.
        places: Where each word stands, outside of sentences left out.
        found: The hits of each index that was asked for: several stages ask for the same ones.
    """

    words: Sequence[str]
    numbers: Sequence[int]
    sentences: Sequence[int]
    tokens: Tokens
    places: Mapping[str, Sequence[int]]
    found: dict[Index, tuple[Match, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)


class _Candidate(NamedTuple):
    first: int
    last: int
    entry: CompiledEntry


def comparable(tokens: Tokens, sentences: Sequence[Sentence]) -> Words:
    """Return a text's tokens in the form that ``find`` compares, made once for all constructs.

    Args:
        tokens: All tokens of the text.
        sentences: The text's sentences; a match lies inside one.
    """
    starts = tokens.starts
    owners = [-1] * len(tokens)
    for number, sentence in enumerate(sentences):
        first, last = bisect.bisect_left(starts, sentence.start), bisect.bisect_left(starts, sentence.end)
        owners[first:last] = [number] * (last - first)
    numbers = [i for i, text in enumerate(tokens.texts) if text not in HYPHENS]
    texts = tokens.texts
    forms = {text: normal(text) for text in set(texts)}
    words = [forms[texts[i]] for i in numbers]
    inside = [owners[i] for i in numbers]
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        if inside[place] >= 0:
            places.setdefault(word, []).append(place)
    return Words(words, numbers, inside, tokens, places)


def find(words: Words, index: Index, exempt: Sequence[tuple[int, int]] = ()) -> Iterator[Match]:
    """Return a construct's hits in text order.

    Args:
        words: The text, from ``comparable``.
        index: The construct's entries.
        exempt: Spans in which no hit counts (fixed phrases).
    """
    found = words.found.get(index)
    if found is None:
        found = words.found[index] = tuple(_found(words, index))
    covers = sorted(exempt)
    return iter([hit for hit in found if not _inside(hit.start, hit.end, covers)] if covers else found)


def _found(words: Words, index: Index) -> Iterator[Match]:
    starts, ends = words.tokens.starts, words.tokens.ends
    # A form with open slots and one without may both be an entry's at one place.
    found = {_in_order(candidate): candidate for candidate in _candidates(words, index)}
    for first, last, entry in _chosen([found[place] for place in sorted(found)]):
        yield Match(starts[words.numbers[first]], ends[words.numbers[last]], words.sentences[first], entry)


def _in_order(candidate: _Candidate) -> tuple[int, int, str]:
    return candidate.first, candidate.last, candidate.entry.key


def _chosen(candidates: Sequence[_Candidate]) -> Iterator[_Candidate]:
    """Yield the candidates that stand, in order: of those that share a word, the longest first.

    A form that signals two frames is two hits at one place; otherwise a word belongs to one hit.
    """
    cluster: list[_Candidate] = []
    reach = -1
    for candidate in candidates:
        if candidate.first > reach and cluster:
            yield from _longest(cluster)
            cluster = []
        cluster.append(candidate)
        reach = max(reach, candidate.last)
    yield from _longest(cluster)


def _longest(cluster: Sequence[_Candidate]) -> Sequence[_Candidate]:
    if len(cluster) < 2:  # most hits stand alone
        return cluster
    taken: set[int] = set()
    held: set[tuple[int, int]] = set()
    chosen: list[_Candidate] = []
    for candidate in sorted(cluster, key=lambda c: (c.first - c.last, c.first, c.entry.key)):
        place = (candidate.first, candidate.last)
        span = range(candidate.first, candidate.last + 1)
        if place in held or not any(i in taken for i in span):
            held.add(place)
            taken.update(span)
            chosen.append(candidate)
    return sorted(chosen, key=_in_order)


def _inside(start: int, end: int, covers: Sequence[tuple[int, int]]) -> bool:
    place = bisect.bisect_right(covers, (start, float("inf"))) - 1
    return place >= 0 and covers[place][0] <= start and end <= covers[place][1]


def _candidates(words: Words, index: Index) -> Iterator[_Candidate]:
    sequence = words.words
    # The text has fewer different words than the lexicon has first words, or the other way round: ask the shorter.
    for word in words.places.keys() & index.first_words:
        seconds = index.seconds(word)
        alone, any_second = seconds.get("", ()), seconds.get("*")
        longer = len(seconds) > bool(alone)
        for place in words.places[word]:
            if longer and place + 1 < len(sequence):
                following = sequence[place + 1]
                if following in seconds and following not in _NO_WORDS:
                    yield from _longer(words, index, place, seconds[following])
                if any_second and following[:1].isalnum():
                    yield from _longer(words, index, place, any_second)
            for _, numbers in alone:
                yield from _guarded(words, index, place, place, numbers)


def _longer(words: Words, index: Index, place: int, continuations: Sequence[Sequence[Any]]) -> Iterator[_Candidate]:
    """Yield forms of two words and more that start at a place, from those that share their second word."""
    sequence, sentences = words.words, words.sentences
    for rest, numbers in continuations:
        last = place + len(rest) + 1
        if last < len(sequence) and sentences[last] == sentences[place] and _follows(sequence, place + 2, rest):
            yield from _guarded(words, index, place, last, numbers)


def _guarded(words: Words, index: Index, first: int, last: int, numbers: Sequence[int]) -> Iterator[_Candidate]:
    for number in numbers:
        entry = index.entry(number)
        if not (entry.case or entry.guards) or _allowed(words, first, last, entry):
            yield _Candidate(first, last, entry)


def _follows(sequence: Sequence[str], start: int, rest: Sequence[str]) -> bool:
    for offset, wanted in enumerate(rest):
        word = sequence[start + offset] if start + offset < len(sequence) else ""
        if wanted != word and not (wanted == "*" and word[:1].isalnum()):
            return False
    return True


def _allowed(words: Words, first: int, last: int, entry: CompiledEntry) -> bool:
    if entry.case and not _case_fits(words, first, last, entry):
        return False
    sequence = words.words
    for name, phrases in entry.guards.items():
        place = name.partition("_")[2]
        # Long lists of phrases: what the word beside the hit rules out is not compared word by word.
        if place == "before":
            beside = sequence[last + 1] if last + 1 < len(sequence) else ""
            likely = [phrase for phrase in phrases if not phrase or phrase[0] == beside or phrase[0][-1] in _OPEN]
            applies = any(_fits(words, last + 1, phrase) for phrase in likely)
        elif place == "after":
            beside = sequence[first - 1] if first else ""
            likely = [phrase for phrase in phrases if not phrase or phrase[-1] == beside or phrase[-1][-1] in _OPEN]
            applies = any(_fits(words, first - len(phrase), phrase) for phrase in likely)
        else:
            applies = _near(words, first, last, phrases)
        if applies != name.startswith("only"):
            return False
    return True


def _case_fits(words: Words, first: int, last: int, entry: CompiledEntry) -> bool:
    texts = words.tokens.texts
    if entry.case == "lower":
        return texts[words.numbers[first]][0].islower()
    if entry.case == "capital":
        return texts[words.numbers[first]][0].isupper()
    return all(texts[words.numbers[i]] in entry.written for i in range(first, last + 1))


_FURTHEST = 200
"""Words to either side that count as the same sentence: above any sentence of news. A transcript without full stops is
one sentence, which every hit would read from end to end."""


def _near(words: Words, first: int, last: int, phrases: Sequence[Sequence[str]]) -> bool:
    sequence, sentences = words.words, words.sentences
    low, high = first, last + 1
    while low > max(first - _FURTHEST, 0) and sentences[low - 1] == sentences[first]:
        low -= 1
    while high < min(last + _FURTHEST, len(sentences)) and sentences[high] == sentences[first]:
        high += 1
    # Most phrases begin with a word that the sentence has not: only the others are looked for place by place.
    # An idiom's open slots hold words of the text's own.
    places = (*range(low, first), *range(first + 1, last), *range(last + 1, high))
    around = {sequence[place] for place in places}
    for phrase in phrases:
        begins = _fitting(around, phrase[0]) if phrase else around
        if begins and (
            len(phrase) < 2 or any(sequence[place] in begins and _fits(words, place, phrase) for place in places)
        ):
            return True
    return False


def _fitting(words: Collection[str], wanted: str) -> Collection[str]:
    """Return the words that one of a guard's words stands for."""
    if wanted[-1] != "*":
        return (wanted,) if wanted in words else ()
    return [word for word in words if _stands_for(wanted, word)]


def _fits(words: Words, start: int, phrase: Sequence[str]) -> bool:
    if start < 0 or start + len(phrase) > len(words.words):
        return False
    for place, wanted in enumerate(phrase, start):
        if wanted == NAME:
            if not words.tokens.texts[words.numbers[place]][:1].isupper():
                return False
        elif not _stands_for(wanted, words.words[place]):
            return False
    return True


def _stands_for(wanted: str, word: str) -> bool:
    """Return whether one of a guard's words stands for a word: itself, a stem of it, or any word."""
    return (
        wanted == word
        or (wanted == "*" and word[:1].isalnum())
        or (len(wanted) > 1 and wanted[-1] == "*" and word.startswith(wanted[:-1]))
    )
