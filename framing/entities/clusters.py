"""Names that are one person's or one body's: clusters by evidence on the page.

Full names agree where surname and a given name, an initial or a nickname in marks agree; a surname alone is the last
full name with it; a body's acronym and short form are the body's. Nobody is known beforehand.
"""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from framing.entities.cluster import Cluster, Clusters
from framing.entities.genders import Gender, gender_of_title
from framing.entities.name_words import CORPORATE_ENDINGS, PARTICLES, PERSONAL_TITLES, SUFFIXES
from framing.entities.names import Name
from framing.spans import Span

__all__ = ["cluster_names", "surname_of"]

_PART = re.compile(r"[\w.’'-]+")
_MARKS = str.maketrans("", "", '“”"‘.,()')
_BRACKETS = re.compile(r"\s?\(([A-Z][A-Z.&]{1,7})\)")
_SMALL = frozenset("of the for and & on in de del to a".split())
_FEWEST_LETTERS = 3
"""Letters of an acronym that leaves out the last words of a name."""
_MOST_LEFT_OUT = 2
_TITLE_WORD = re.compile(r"(\w[\w-]*)\.? $")
_TITLE = 24
"""Characters back in which the word in front of a surname is looked for."""


class _PersonName(NamedTuple):
    """A person's name in small letters, its marks left out."""

    given: tuple[str, ...]
    surname: str


def cluster_names(text: str, names: Sequence[Name], nouns: Collection[Span]) -> Clusters:
    """Return the clusters of an article's names.

    Args:
        text: The article's characters.
        names: All names, in text order.
        nouns: Names and nouns of sources that the lexicons know.
    """
    clusters: list[Cluster] = []
    owner: dict[Span, int] = {}
    people = _People(clusters)
    for one in names:
        if one.kind == "person":
            owner[one.span] = people.full(one)
    bodies = _Bodies(clusters)
    for one in names:
        if one.kind == "body":
            owner[one.span] = bodies.add(text, one)
    bodies.join(owner)
    _give_singles(text, names, nouns, _Given(clusters, owner, people, bodies))
    return _ordered(text, names, clusters, owner)


class _Given(NamedTuple):
    """The clusters of the names of several words, and whose each name is."""

    clusters: list[Cluster]
    owner: dict[Span, int]
    people: "_People"
    bodies: "_Bodies"


def _give_singles(text: str, names: Sequence[Name], nouns: Collection[Span], given: _Given) -> None:
    """Give each single word to whom it names by then, or to a cluster of its own."""
    singles: dict[str, int] = {}
    latest = dict.fromkeys(range(len(given.clusters)), 0)
    for one in names:
        if one.kind != "single":
            latest[given.owner[one.span]] = one.span.start
            continue
        found = given.people.single(text, one, latest, known=one.span in nouns)
        if found is None:
            found = given.bodies.short(one.name)
        if found is None:
            key = one.name.lower()
            if key not in singles:
                given.clusters.append(Cluster("body" if one.span in nouns else "single", one.name))
                singles[key] = len(given.clusters) - 1
            found = singles[key]
            if _title_before(text, one):
                given.clusters[found].kind = "person"
        given.owner[one.span] = found
        latest[found] = one.span.start


def _ordered(text: str, names: Sequence[Name], clusters: Sequence[Cluster], owner: dict[Span, int]) -> Clusters:
    """Give each cluster its names and titles' genders, and number them by their first names."""
    order: dict[int, int] = {}
    for one in names:
        order.setdefault(owner[one.span], len(order))
        cluster = clusters[owner[one.span]]
        cluster.names.append(one)
        gender = gender_of_title(text[max(one.span.start - _TITLE, 0) : one.span.start])
        if gender:
            cluster.genders[gender] = cluster.genders.get(gender, 0) + 2
    kept = [clusters[number] for number in order]
    return Clusters(kept, [one.span.start for one in names], [order[owner[one.span]] for one in names])


def _title_before(text: str, one: Name) -> bool:
    found = _TITLE_WORD.search(text[max(one.span.start - _TITLE, 0) : one.span.start])
    return found is not None and (
        found.group(1).lower() in PERSONAL_TITLES or gender_of_title(found.group() + one.name) is not None
    )


class _People:
    """Persons by surname and by given name."""

    def __init__(self, clusters: list[Cluster]) -> None:
        self._clusters = clusters
        self._parsed: dict[int, list[_PersonName]] = {}
        self._by_surname: dict[str, list[int]] = {}
        self._by_given: dict[str, list[int]] = {}

    def full(self, one: Name) -> int:
        """Return the cluster of a full name, a new one where none agrees."""
        parsed = _parsed(one.name)
        for number in self._by_surname.get(parsed.surname, ()):
            if any(_agree(parsed, other) for other in self._parsed[number]):
                self._note(number, parsed)
                self._lengthen(number, one.name)
                return number
        self._clusters.append(Cluster("person", one.name))
        number = len(self._clusters) - 1
        self._note(number, parsed)
        return number

    def _note(self, number: int, parsed: _PersonName) -> None:
        forms = self._parsed.setdefault(number, [])
        if parsed in forms:
            return
        forms.append(parsed)
        last = parsed.surname.split()[-1]
        for key in {parsed.surname, last, last.split("-")[-1], last.split("-")[0]}:
            holders = self._by_surname.setdefault(key, [])
            if number not in holders:
                holders.append(number)
        for given in parsed.given:
            holders = self._by_given.setdefault(given, [])
            if number not in holders:
                holders.append(number)

    def _lengthen(self, number: int, name: str) -> None:
        cluster = self._clusters[number]
        if len(_parsed(name).given) > len(_parsed(cluster.name).given):
            cluster.name = name

    def single(self, text: str, one: Name, latest: dict[int, int], *, known: bool) -> int | None:
        """Return whose surname, else whose given name, a word is: of several the last named before it.

        A word that lexicons know as a source's ("Google") is nobody's given name.
        """
        word = one.name.lower()
        gender = gender_of_title(text[max(one.span.start - _TITLE, 0) : one.span.start])
        for holders in (self._by_surname.get(word, ()), () if known else self._by_given.get(word, ())):
            fitting = [number for number in holders if self._fits(number, gender)]
            if not fitting:
                continue
            before = [number for number in fitting if 0 < latest.get(number, 0) < one.span.start]
            return max(before, key=lambda number: latest[number]) if before else fitting[0]
        return None

    def _fits(self, number: int, gender: Gender | None) -> bool:
        own = self._clusters[number].gender
        return gender is None or own is None or own == gender


def surname_of(name: str) -> str:
    """Return a person's surname in small letters.

    Examples:
        >>> surname_of("Marie de la Roche"), surname_of("Rolf King Jr.")
        ('de la roche', 'king')
    """
    return _parsed(name).surname


def _parsed(name: str) -> _PersonName:
    words = [word for word in (part.translate(_MARKS) for part in _PART.findall(name)) if word]
    while len(words) > 1 and words[-1] in SUFFIXES:
        words.pop()
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in PARTICLES:
        first -= 1
    return _PersonName(tuple(word.lower() for word in words[:first]), " ".join(words[first:]).lower())


def _agree(one: _PersonName, other: _PersonName) -> bool:
    """Return whether two names with one surname may be one person's: a given name or an initial in common."""
    if not one.given or not other.given:
        return True
    if set(one.given) & set(other.given):
        return True
    first, second = one.given[0], other.given[0]
    return first[0] == second[0] and 1 in {len(first), len(second)}


class _Bodies:
    """Bodies by their words and by their acronyms."""

    def __init__(self, clusters: list[Cluster]) -> None:
        self._clusters = clusters
        self._by_words: dict[tuple[str, ...], int] = {}
        self._by_letters: dict[str, int] = {}
        self._short: dict[str, int] = {}

    def add(self, text: str, one: Name) -> int:
        """Return the cluster of a body's name as it is written."""
        words = _words(one.name)
        number = self._by_words.get(words)
        if number is None:
            self._clusters.append(Cluster("body", one.name))
            number = self._by_words[words] = len(self._clusters) - 1
            if len(words) > 1:
                letters = "".join(re.findall(r"\b[A-Z]", one.name))
                self._by_letters.setdefault(letters, number)
        brackets = _BRACKETS.match(text, one.span.end)
        if brackets and brackets.group(1)[0] == one.name.removeprefix("The ")[0]:
            self._by_letters[brackets.group(1).replace(".", "")] = number
        return number

    def join(self, owner: dict[Span, int]) -> None:
        """Give short forms and acronyms to the bodies that they stand for."""
        stands_for: dict[int, int] = {}
        by_end: dict[tuple[str, ...], set[int]] = {}
        for words, number in self._by_words.items():
            for first in range(1, len(words) - 1):
                by_end.setdefault(words[first:], set()).add(number)
            last = len(words)
            while last > 1 and words[last - 1] in CORPORATE_ENDINGS:
                last -= 1
                by_end.setdefault(words[:last], set()).add(number)
        for words, number in self._by_words.items():
            letters = self._clusters[number].name.replace(".", "")
            longer = by_end.get(words, set())
            spelled = self._spelled(letters) if len(words) == 1 else None
            if spelled is not None:
                stands_for[number] = spelled
            elif len(longer) == 1:
                stands_for[number] = next(iter(longer))
        for span, number in owner.items():
            seen = [number]
            while seen[-1] in stands_for and stands_for[seen[-1]] not in seen:
                seen.append(stands_for[seen[-1]])
            owner[span] = seen[-1]
        self._short = {words[0]: min(numbers) for words, numbers in by_end.items() if len(words) == 1}

    def _spelled(self, letters: str) -> int | None:
        """Return the body that letters stand for: all initials of its name, or all but the last few ("CDC")."""
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

    def short(self, word: str) -> int | None:
        """Return the body that a single word shortens: "Tarnex" for "Tarnex Holdings Inc", letters for their name."""
        found = self._spelled(word.replace(".", "")) if word.isupper() else None
        return found if found is not None else self._short.get(word.lower())


def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in (part.lower().strip(".") for part in name.split()) if word not in _SMALL)
