"""A person's name in its parts: given names, surname, "Jr."; and whether two may be one person's."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from framing.entities.name_words import FULL_NAMES, PARTICLES, SUFFIXES

__all__ = ["PersonName", "agree", "parsed", "surname_of"]

_PART = re.compile(r"[\w.’'-]+")
_MARKS = str.maketrans("", "", '“”"‘.,()')


class PersonName(NamedTuple):
    """A person's name in small letters, its marks left out, and whether it is told from a parent's by "Jr."."""

    given: tuple[str, ...]
    surname: str
    younger: bool


def surname_of(name: str) -> str:
    """Return a person's surname in small letters.

    Examples:
        >>> surname_of("Marie de la Roche"), surname_of("Rolf King Jr.")
        ('de la roche', 'king')
    """
    return parsed(name).surname


def parsed(name: str) -> PersonName:
    """Return a person's name in its parts."""
    words = [word for word in (part.translate(_MARKS) for part in _PART.findall(name)) if word]
    younger = words[-1:] == ["Jr"]
    while len(words) > 1 and words[-1] in SUFFIXES:
        words.pop()
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in PARTICLES:
        first -= 1
    return PersonName(tuple(word.lower() for word in words[:first]), " ".join(words[first:]).lower(), younger)


def agree(one: PersonName, other: PersonName) -> bool:
    """Return whether two names with one surname may be one person's: a given name or an initial in common."""
    if not one.given or not other.given:
        return True
    if _whole(one.given) & _whole(other.given):
        return True
    first, second = one.given[0], other.given[0]
    return first[0] == second[0] and 1 in {len(first), len(second)}


def _whole(given: Sequence[str]) -> set[str]:
    """Return given names with those that they are short for: "Bill" is "William" too."""
    return {other for name in given for other in (name, *FULL_NAMES.get(name, ()))}
