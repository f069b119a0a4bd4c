"""Finding entries in a text: longest form first, no overlaps within a construct, guards obeyed.

The semantics stand in ``lexicons/README.md``. Words are compared as ``patterns.normal`` writes them; hyphens count as
spaces; any other punctuation mark between two words of a form keeps it from matching.
"""

import bisect
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from framing.lexicons.compared import Found, Match, Words, comparable
from framing.lexicons.guards import allowed
from framing.lexicons.index import CompiledEntry, Index

__all__ = ["Match", "Words", "comparable", "find"]

_NO_WORDS = frozenset({"", "*"})
"""Keys of the second words that are no text's: the end of a one-word form, and any word."""


class _Candidate(NamedTuple):
    first: int
    last: int
    entry: CompiledEntry


def find(words: Words, index: Index, exempt: Sequence[tuple[int, int]] = (), *, alone: bool = False) -> Iterator[Match]:
    """Return a construct's hits in text order.

    Args:
        words: The text, from ``comparable``.
        index: The construct's entries.
        exempt: Spans in which no hit counts (fixed phrases).
        alone: Whether guards see nothing of the sentences beside.
    """
    found = words.found.get(index)
    if found is None:
        found = words.found[index] = _found(words, index)
    hits = found.alone if alone else found.together
    covers = sorted(exempt)
    return iter([hit for hit in hits if not _inside(hit.start, hit.end, covers)] if covers else hits)


def _found(words: Words, index: Index) -> Found:
    both, together, alone = _candidates(words, index)
    hits = _hits(words, both + together)
    return Found(hits, _hits(words, both + alone) if together or alone else hits)


def _hits(words: Words, candidates: Sequence[_Candidate]) -> tuple[Match, ...]:
    starts, ends, numbers, sentences = words.tokens.starts, words.tokens.ends, words.numbers, words.sentences
    # A form with open slots and one without may both be an entry's at one place.
    found = {_in_order(candidate): candidate for candidate in candidates}
    return tuple(
        Match(starts[numbers[first]], ends[numbers[last]], sentences[first], entry)
        for first, last, entry in _chosen([found[place] for place in sorted(found)])
    )


def _in_order(candidate: _Candidate) -> tuple[int, int, str]:
    return candidate.first, candidate.last, candidate.entry.key


def _chosen(candidates: Sequence[_Candidate]) -> Iterator[_Candidate]:
    """Yield the candidates that stand, in order: of those that share a word, the longest first.

    A form that signals two frames is two hits at one place; otherwise a word belongs to one hit.
    """
    cluster: list[_Candidate] = []
    reach = -1
    for candidate in candidates:
        if candidate.first > reach:
            yield from cluster if len(cluster) < 2 else _longest(cluster)  # most hits stand alone
            cluster = []
        cluster.append(candidate)
        reach = max(reach, candidate.last)
    yield from cluster if len(cluster) < 2 else _longest(cluster)


def _longest(cluster: Sequence[_Candidate]) -> Sequence[_Candidate]:
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


def _candidates(words: Words, index: Index) -> tuple[list[_Candidate], list[_Candidate], list[_Candidate]]:
    """Return what stands in any case, what stands in the whole text alone, and what in single sentences alone."""
    both: list[_Candidate] = []
    together: list[_Candidate] = []
    alone: list[_Candidate] = []
    for first, last, numbers in _forms(words, index):
        for number in numbers:
            entry = index.entry(number)
            candidate = _Candidate(first, last, entry)
            if not (entry.case or entry.guards):
                both.append(candidate)
                continue
            low, high = words.bounds[words.sentences[first]]
            holds = allowed(words, first, last, entry, 0, len(words.words))
            # Guards that stay inside of the sentence say the same of it alone.
            inside = low <= first - entry.reach and last + entry.reach < high
            if holds == (holds if inside else allowed(words, first, last, entry, low, high)):
                both += [candidate] * holds
            else:
                (together if holds else alone).append(candidate)
    return both, together, alone


def _forms(words: Words, index: Index) -> list[tuple[int, int, Sequence[int]]]:
    """Return the forms that stand in a text: places of first and last word, and entries' numbers."""
    found: list[tuple[int, int, Sequence[int]]] = []
    sequence = (*words.words, "")
    # The text has fewer different words than the lexicon has first words, or the other way round: ask the shorter.
    for word in words.places.keys() & index.first_words:
        seconds, places = index.seconds(word), words.places[word]
        if "" in seconds:
            found += [(place, place, numbers) for _, numbers in seconds[""] for place in places]
            if len(seconds) == 1:
                continue
        any_second = seconds.get("*")
        for place in places:
            second = sequence[place + 1]
            if second in seconds and second not in _NO_WORDS:
                found += _continued(words, place, seconds[second])
            if any_second and second[:1].isalnum():
                found += _continued(words, place, any_second)
    return found


def _continued(
    words: Words, place: int, continuations: Sequence[Sequence[Any]]
) -> Iterator[tuple[int, int, Sequence[int]]]:
    """Yield forms of two words and more that begin at a place, from those that share their second word."""
    sequence, sentences = words.words, words.sentences
    for rest, numbers in continuations:
        last = place + len(rest) + 1
        if last < len(sequence) and sentences[last] == sentences[place] and _follows(sequence, place + 2, rest):
            yield place, last, numbers


def _follows(sequence: Sequence[str], start: int, rest: Sequence[str]) -> bool:
    for offset, wanted in enumerate(rest):
        word = sequence[start + offset] if start + offset < len(sequence) else ""
        if wanted != word and not (wanted == "*" and word[:1].isalnum()):
            return False
    return True
