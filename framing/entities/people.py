"""Persons of an article by surname, given name, title and initials: whose each name is."""

import re
from collections.abc import Sequence

from framing.entities.cluster import Cluster
from framing.entities.extents import Name
from framing.entities.genders import Gender, gender_of_title
from framing.entities.name_words import FULL_NAMES, PERSONAL_TITLES
from framing.entities.person_names import PersonName, agree, parsed

__all__ = ["People", "front_of"]

_FEWEST_LETTERS = 3
"""Initials by which a person is called anywhere ("MBS")."""
_FEWEST_LABEL = 2
"""Initials of a speaker's label in an interview."""
_TITLED, _LAST_NAMED, _OFTEN, _MOST_COUNTED = 3.0, 1.0, 0.5, 4
"""What a shared title, being the last named, and each name so far are worth: a title outweighs the others together."""
_YOUNGER = -4.0
"""Where a page tells "Holm Jr." from "Holm", the surname alone is the parent's."""
_TITLE_WORD = re.compile(r"(\w[\w-]*)\.? $")
_TITLE = 24
"""Characters back in which the word in front of a surname is looked for."""


def front_of(text: str, one: Name) -> str:
    """Return the characters in front of a name in which its title may stand."""
    return text[max(one.span.start - _TITLE, 0) : one.span.start]


def _title_of(before: str) -> str | None:
    """Return the office that stands in front of a name, ``None`` for none and for "Mr"."""
    found = _TITLE_WORD.search(before)
    word = found.group(1).lower() if found else ""
    return word if word in PERSONAL_TITLES and gender_of_title(before) is None else None


class People:
    """Persons by surname and by given name."""

    def __init__(self, clusters: list[Cluster], names: Sequence[Name]) -> None:
        self._clusters = clusters
        # "Holm Jr." without a given name: the page tells a child from a parent.
        short = [parsed(one.name) for one in names if one.kind == "person"]
        self._two_generations = {one.surname for one in short if one.younger and not one.given}
        self._titles: dict[int, set[str]] = {}
        self._counts: dict[int, int] = {}
        self._by_initials: dict[str, set[int]] = {}
        self._parsed: dict[int, list[PersonName]] = {}
        self._by_surname: dict[str, list[int]] = {}
        self._by_given: dict[str, list[int]] = {}

    def full(self, one: Name) -> int:
        """Return the cluster of a full name, a new one where none agrees."""
        parts = parsed(one.name)
        for number in self._by_surname.get(parts.surname, ()):
            if any(self._agree(parts, other) for other in self._parsed[number]):
                self._note(number, parts)
                self._lengthen(number, one.name)
                return number
        self._clusters.append(Cluster("person", one.name))
        number = len(self._clusters) - 1
        self._note(number, parts)
        return number

    def _note(self, number: int, parts: PersonName) -> None:
        forms = self._parsed.setdefault(number, [])
        if parts in forms:
            return
        forms.append(parts)
        initials = "".join(word[0] for word in (*parts.given, *parts.surname.split())).upper()
        self._by_initials.setdefault(initials, set()).add(number)
        last = parts.surname.split()[-1]
        for key in {parts.surname, last, last.split("-")[-1], last.split("-")[0]}:
            holders = self._by_surname.setdefault(key, [])
            if number not in holders:
                holders.append(number)
        for given in parts.given:
            holders = self._by_given.setdefault(given, [])
            if number not in holders:
                holders.append(number)

    def _agree(self, one: PersonName, other: PersonName) -> bool:
        if one.younger != other.younger and one.surname in self._two_generations:
            return False
        return agree(one, other)

    def _lengthen(self, number: int, name: str) -> None:
        cluster = self._clusters[number]
        mine, own = parsed(name).given, parsed(cluster.name).given
        longer = len(mine) > len(own)
        formal = len(mine) == len(own) > 0 and mine[0] in FULL_NAMES.get(own[0], ())
        if longer or formal:
            cluster.name = name

    def note_title(self, text: str, one: Name, number: int) -> None:
        """Note the gender and the office that the title in front of a name prints."""
        before = front_of(text, one)
        gender = gender_of_title(before)
        cluster = self._clusters[number]
        self._counts[number] = self._counts.get(number, 0) + 1
        if gender:
            cluster.genders[gender] = cluster.genders.get(gender, 0) + 2
        title = _title_of(before)
        if title:
            self._titles.setdefault(number, set()).add(title)

    def initialled(self, letters: str, *, label: bool) -> int | None:
        """Return the one person whose initials letters are: "JG" in front of a colon, "MBS" anywhere."""
        fewest = _FEWEST_LABEL if label else _FEWEST_LETTERS
        if not letters.isupper() or len(letters) < fewest:
            return None
        found = self._by_initials.get(letters, set())
        return next(iter(found)) if len(found) == 1 else None

    def single(self, text: str, one: Name, latest: dict[int, int], *, known: bool) -> int | None:
        """Return whose surname, else whose given name, a word is: of several who had its title, was last, often named.

        A word that lexicons know as a source's ("Google") is nobody's given name.
        """
        word = one.name.lower()
        before = front_of(text, one)
        gender, title = gender_of_title(before), _title_of(before)
        for holders in (self._by_surname.get(word, ()), () if known else self._by_given.get(word, ())):
            fitting = [number for number in holders if self._fits(number, gender)]
            named = [number for number in fitting if 0 < latest.get(number, 0) < one.span.start]
            if named:
                last = max(latest[number] for number in named)
                return max(
                    named, key=lambda number: (self._worth(number, title, latest[number] == last), latest[number])
                )
            if fitting:
                return fitting[0]
        return None

    def _worth(self, number: int, title: str | None, last: bool) -> float:  # noqa: FBT001
        """Return how likely a surname alone names a bearer: the one with the title, the last, the most often named."""
        titled = title is not None and title in self._titles.get(number, ())
        younger = all(one.younger and one.surname in self._two_generations for one in self._parsed[number])
        return (
            _YOUNGER * younger
            + _TITLED * titled
            + _LAST_NAMED * last
            + _OFTEN * min(self._counts.get(number, 0), _MOST_COUNTED)
        )

    def _fits(self, number: int, gender: Gender | None) -> bool:
        own = self._clusters[number].gender
        return gender is None or own is None or own == gender

    def titled(self, text: str, one: Name) -> bool:
        """Return whether a title stands in front of a word, which makes it a person's name."""
        before = front_of(text, one)
        return _title_of(before) is not None or gender_of_title(before) is not None
