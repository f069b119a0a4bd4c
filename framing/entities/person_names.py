"""The parts of a person's name (given names, surname, "Jr."), and whether two names may be one person's."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from framing.entities.name_words import PARTICLES, SUFFIXES
from framing.expressions import expression
from framing.lexicons.compiled import shipped_indexes

__all__ = ["PersonName", "agree", "full_names", "parsed", "surname_of"]

_PART = expression(r"[\w.’'-]+")
_MARKS = str.maketrans("’", "'", '“”"‘.,()')


class PersonName(NamedTuple):
    """A person's name in small letters without marks, and what stands behind it: "Jr", "III"."""

    given: tuple[str, ...]
    surname: str
    suffix: str = ""

    @property
    def younger(self) -> bool:
        """Whether the name ends with "Jr."."""
        return self.suffix == "Jr"


def surname_of(name: str) -> str:
    """Return a person's surname in small letters.

    Examples:
        >>> surname_of("Marie de la Roche"), surname_of("Rolf King Jr.")
        ('de la roche', 'king')
    """
    return parsed(name).surname


def parsed(name: str) -> PersonName:
    """Return the parts of a person's name."""
    words = [word for word in (part.translate(_MARKS) for part in _PART.findall(name)) if word]
    suffix = words[-1] if len(words) > 1 and words[-1] in SUFFIXES else ""
    while len(words) > 1 and words[-1] in SUFFIXES:
        words.pop()
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in PARTICLES:
        first -= 1
    return PersonName(tuple(word.lower() for word in words[:first]), " ".join(words[first:]).lower(), suffix)


def agree(first: PersonName, second: PersonName) -> bool:
    """Return whether two names with one surname may be one person's: they share a given name or an initial.

    "Rolf Holm III" is not "Rolf Holm Jr."; a name without either is anybody's.
    """
    if first.suffix and second.suffix and first.suffix != second.suffix:
        return False
    if not first.given or not second.given:
        return True
    if _whole(first.given) & _whole(second.given):
        return True
    given, second_given = first.given[0], second.given[0]
    if f"{given} {first.surname}" == second.surname or f"{second_given} {second.surname}" == first.surname:
        return True  # "Van Orr" is the surname of "Ada Van Orr"
    return given[0] == second_given[0] and 1 in {len(given), len(second_given)}


def _whole(given: Sequence[str]) -> set[str]:
    """Return given names and the full forms of short ones: "Bill" may be "William"."""
    return {full for name in given for full in (name, *full_names(name))}


@lru_cache(maxsize=4_096)
def full_names(short: str) -> frozenset[str]:
    """Return the given names that a lexicon has for a short form in small letters; empty for other names.

    Examples:
        >>> sorted(full_names("bill")), full_names("ada")
        (['william'], frozenset())
    """
    index = shipped_indexes()["short_name"]
    forms = index.seconds(short)[""] if index.lists(short) else ()
    return frozenset(index.entry(number).category for _, numbers in forms for number in numbers)
