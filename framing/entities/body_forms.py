"""The names of one body: its full name, its short forms and its acronym."""

import re

from framing.entities.cluster import Cluster
from framing.entities.extents import Name
from framing.entities.name_words import CORPORATE_ENDINGS, UNIONS_OF_STATES
from framing.expressions import expression
from framing.spans import Span

__all__ = ["Bodies"]

_BRACKETS = expression(r"(?P<noun> [a-z]+)?\s?\((?P<letters>[A-Z][A-Z.&]{1,7})\)")
_STATES = expression(r"\bU\.S\.?(?=\s|$)|\bUnited States\b")
_NO_LETTER = expression(r"[^A-Z]")
_THE = ("the ", "The ")
_SMALL = frozenset("of the for and & on in de del to a".split())
_OF_LEARNING = frozenset("center centre institute institution research".split())
"""Words of a body's name that news leaves out behind the first."""
_FEWEST_LETTERS = 3
"""Letters of the shortest acronym that may leave out the last words of a name; two would fit too many names."""
_MOST_LEFT_OUT = 2
"""Letters at the end of a name's initials that its acronym may leave out: "CDC" for the Centers for Disease Control and
Prevention. Set by hand."""
_FEWEST_ENDING, _MOST_ENDING = 2, 3
"""Letters at the end of a name that stand for its last words: "Tarn PD"."""


class Bodies:
    """Bodies by their words and by their acronyms."""

    def __init__(self, clusters: list[Cluster]) -> None:
        self._clusters = clusters
        self._by_words: dict[tuple[str, ...], int] = {}
        self._by_letters: dict[str, int] = {}
        self._short: dict[str, int] = {}

    def add(self, text: str, name: Name) -> int:
        """Return the number of the cluster for a body's name, a new one if no name has the same words."""
        words = _words(name.name)
        number = self._by_words.get(words)
        if number is None:
            self._clusters.append(Cluster("body", name.name))
            number = self._by_words[words] = len(self._clusters) - 1
            if len(words) > 1:
                last = len(words) - (words[-1] in CORPORATE_ENDINGS)
                letters = "".join(word[0] for word in words if word).upper()
                self._by_letters.setdefault("".join(re.findall(r"\b[A-Z]", name.name)), number)
                if last > 1:
                    self._by_letters.setdefault(letters[:last], number)
                if words[0].replace(".", "") in UNIONS_OF_STATES and last > _FEWEST_LETTERS:
                    self._by_letters.setdefault(letters[1:last], number)
        brackets = _BRACKETS.match(text, name.span.end)
        if brackets and brackets["letters"][0] in {word[0].upper() for word in words[:2]}:
            self._by_letters[brackets["letters"].replace(".", "")] = number
            noun = brackets["noun"] or ""
            if not self._clusters[number].name.endswith(noun):
                self._clusters[number].name += noun
        return number

    def join(self, owner: dict[Span, int]) -> None:
        """Move short forms and acronyms into the clusters of the bodies that they stand for."""
        stands_for: dict[int, int] = {}
        by_end = self._parts()
        for words, number in self._by_words.items():
            letters = self._clusters[number].name.replace(".", "")
            longer = by_end.get(words, set())
            spelled = self._spelled(letters) if len(words) == 1 else None
            if spelled is None and len(words) > 1 and _FEWEST_ENDING <= len(letters.split()[-1]) <= _MOST_ENDING:
                spelled = self._with_letters(words, letters.split()[-1])
            if spelled is not None and spelled != number:
                stands_for[number] = spelled
            elif len(longer) == 1:
                stands_for[number] = next(iter(longer))
        for span, number in owner.items():
            seen = [number]
            while seen[-1] in stands_for and stands_for[seen[-1]] not in seen:
                seen.append(stands_for[seen[-1]])
            owner[span] = seen[-1]
        self._short = {words[0]: min(numbers) for words, numbers in by_end.items() if len(words) == 1}

    def _parts(self) -> dict[tuple[str, ...], set[int]]:
        """Return the bodies that parts of their names may stand for."""
        parts: dict[tuple[str, ...], set[int]] = {}
        for words, number in self._by_words.items():
            for first in range(1, len(words) - 1):
                parts.setdefault(words[first:], set()).add(number)
            if len(words) > 1 and _OF_LEARNING.issuperset(words[1:]):
                parts.setdefault(words[:1], set()).add(number)  # "Pew" is the Pew Research Center
            if len(words) > 1 and "-" in words[-1]:
                parts.setdefault(words[-1:], set()).add(number)  # "Post-Herald" is the Tarn Post-Herald
            last = len(words)
            while last > 1 and words[last - 1] in CORPORATE_ENDINGS:
                last -= 1
                parts.setdefault(words[:last], set()).add(number)
        return parts

    def _with_letters(self, words: tuple[str, ...], letters: str) -> int | None:
        """Return the body that a name with letters at its end stands for: "Tarn PD" is the Tarn Police Department."""
        if not letters.isupper():
            return None
        bodies = {
            number
            for longer, number in self._by_words.items()
            if longer[: len(words) - 1] == words[:-1]
            and "".join(word[0] for word in longer[len(words) - 1 :]).upper() == letters
        }
        return next(iter(bodies)) if len(bodies) == 1 else None

    def _spelled(self, letters: str) -> int | None:
        """Return the body with these initials; the letters may leave out the last few ("CDC")."""
        letters = _NO_LETTER.sub("", letters) if letters.isupper() else letters
        if letters in self._by_letters:
            return self._by_letters[letters]
        if not letters.isupper() or len(letters) < _FEWEST_LETTERS:
            return None
        longer = {
            number
            for initials, number in self._by_letters.items()
            if initials.startswith(letters) and len(initials) <= len(letters) + _MOST_LEFT_OUT
        }
        return next(iter(longer)) if len(longer) == 1 else None

    def _ending(self, text: str, name: Name) -> int | None:
        """Return the body that "the Herald" calls: the one whose name ends so."""
        if not text.endswith(_THE, 0, name.span.start):
            return None
        ending = {
            number for words, number in self._by_words.items() if len(words) > 1 and words[-1] == name.name.lower()
        }
        return next(iter(ending)) if len(ending) == 1 else None

    def short(self, text: str, name: Name) -> int | None:
        """Return the body that a single word is short for: "Tarnex" for "Tarnex Holdings Inc", or an acronym."""
        word = name.name
        spelled = self._spelled(word.replace(".", "")) if word.isupper() else None
        short = spelled if spelled is not None else self._short.get(word.lower())
        return short if short is not None else self._ending(text, name)


def _words(name: str) -> tuple[str, ...]:
    folded = _STATES.sub("US", name)
    return tuple(word for word in (part.lower().strip(".") for part in folded.split()) if word not in _SMALL)
