"""Guards: what must or must not stand around a hit, and how it must be written."""

from collections.abc import Collection, Sequence

from framing.lexicons.compared import Words
from framing.lexicons.index import CompiledEntry
from framing.lexicons.patterns import NAME

__all__ = ["allowed"]

_OPEN = frozenset({"*", NAME})
"""How a word of a guard ends that stands for others."""


def allowed(words: Words, first: int, last: int, entry: CompiledEntry, low: int, high: int) -> bool:
    """Return whether the guards of an entry that see the words from one place up to another let it stand."""
    if entry.case and not _case_fits(words, first, last, entry):
        return False
    sequence = words.words
    for name, phrases in entry.guards.items():
        place = name.partition("_")[2]
        # Long lists of phrases: what the word beside the hit rules out is not compared word by word.
        if place == "before":
            beside = sequence[last + 1] if last + 1 < high else ""
            likely = [phrase for phrase in phrases if not phrase or phrase[0] == beside or phrase[0][-1] in _OPEN]
            applies = any(last + len(phrase) < high and _fits(words, last + 1, phrase) for phrase in likely)
        elif place == "after":
            beside = sequence[first - 1] if first > low else ""
            likely = [phrase for phrase in phrases if not phrase or phrase[-1] == beside or phrase[-1][-1] in _OPEN]
            applies = any(first - len(phrase) >= low and _fits(words, first - len(phrase), phrase) for phrase in likely)
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
    sequence = words.words
    begin, end = words.bounds[words.sentences[first]]
    low, high = max(begin, first - _FURTHEST), min(end, last + _FURTHEST)
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
    if wanted == "*":
        return [word for word in words if _stands_for(wanted, word)]
    stem = wanted[:-1]
    return [word for word in words if word.startswith(stem)]


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
