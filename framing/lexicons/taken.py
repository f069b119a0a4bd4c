"""What an entry's pattern took where it was found: the form of its head, and the words that its braces stand for."""

import itertools
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from framing.lexicons.index import CompiledEntry
from framing.lexicons.patterns import choices_of, expand, head_place, phrase_words
from framing.lexicons.word_forms import FormName, guessed_forms, named_forms

__all__ = ["Taken", "taken"]


_MOST_LETTERS = 5
"""Letters by which a form in another spelling is longer or shorter."""


class Taken(NamedTuple):
    """How an entry was found.

    Attributes:
        forms: Which forms its head may be; none where it is neither a noun nor a verb.
        head: The head's place among the words found.
        slots: For each brace of the pattern where the words that it stands for begin and end among the words found.
    """

    forms: frozenset[FormName]
    head: int
    slots: tuple[tuple[int, int], ...]


def taken(entry: CompiledEntry, words: Sequence[str]) -> Taken | None:
    """Return how an entry was found; ``None`` where its pattern is not stored.

    Args:
        entry: With its pattern, as entries with alternatives have it.
        words: The words found, as the matcher compares them.
    """
    if not entry.pattern:
        return None
    ways = _ways(entry.pattern, entry.pos, entry.inflect, entry.forms)
    found = [way for form, way in ways if len(form) == len(words) and all(map(_fits, form, words))]
    if not found:
        return None
    return found[0]._replace(forms=frozenset().union(*(way.forms for way in found if way.slots == found[0].slots)))


def _fits(wanted: str, word: str) -> bool:
    return wanted in {word, "*"}


@lru_cache(maxsize=512)
def _ways(pattern: str, pos: str, inflect: bool, forms: tuple[str, ...]) -> tuple[tuple[tuple[str, ...], Taken], ...]:  # noqa: FBT001
    """Return the forms of a pattern, each with how it is taken."""
    ways: list[tuple[tuple[str, ...], Taken]] = []
    further: list[tuple[tuple[str, ...], Taken]] = []
    for chosen in itertools.product(*choices_of(pattern)):
        starts = [len(phrase_words("".join(chosen[:part]).replace("~", ""))) for part in range(len(chosen) + 1)]
        slots = tuple((starts[part], starts[part + 1]) for part in range(1, len(chosen), 2))
        ways += [
            (words, Taken(frozenset({name}), head, slots))
            for words, name, head in _formed("".join(chosen), pos, inflect=inflect)
        ]
    for extra in forms:
        for written in expand(extra):
            words = phrase_words(written.replace("~", ""))
            if not any(_is_spelling(words, form) for form, _ in ways):
                continue
            head = _token_place(written.split(), head_place(written.split(), pos))
            further.append((words, Taken(guessed_forms(words[head], pos), head, ())))
    return (*ways, *further)


def _is_spelling(words: Sequence[str], form: Sequence[str]) -> bool:
    """Return whether a further form is one of the pattern's in another spelling, and no other part of speech."""
    mine, its = "".join(words), "".join(form)
    return mine[:2] == its[:2] and mine[-2:] == its[-2:] and abs(len(mine) - len(its)) <= _MOST_LETTERS


def _formed(written: str, pos: str, *, inflect: bool) -> Iterator[tuple[tuple[str, ...], FormName, int]]:
    """Yield the words of each form of a written-out pattern, the form's name and the head's place."""
    marked = "~" in written
    parts = written.split()
    place = head_place(parts, pos)
    parts = [part.replace("~", "") for part in parts]
    kind = "noun" if pos == "phrase" and marked else pos
    start, hyphen, base = parts[place].rpartition("-")
    head = _token_place(parts, place)
    if marked or (inflect and pos in {"noun", "verb", "adjective"}):
        for name, form in named_forms(base, kind):
            yield phrase_words(" ".join([*parts[:place], start + hyphen + form, *parts[place + 1 :]])), name, head
        return
    for name in guessed_forms(base, kind):
        yield phrase_words(" ".join(parts)), name, head


def _token_place(parts: Sequence[str], place: int) -> int:
    """Return the place among the compared words of a written word's last one."""
    return len(phrase_words(" ".join(parts[: place + 1]).replace("~", ""))) - 1
