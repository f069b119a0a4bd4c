"""Clusters: the names of one person or one body."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from framing.entities.genders import Gender
from framing.entities.names import Name

__all__ = ["Cluster", "Clusters"]


_SURELY_PRINTED = 2
"""How often a page prints a gender that what is known of the name does not outweigh; a title counts twice."""


@dataclass(slots=True)
class Cluster:
    """The names of one person or body.

    Attributes:
        kind: ``person``, ``body``, or ``single`` for one word that may name either.
        name: The fullest form in the text.
        names: Where it is named, in text order.
        genders: How often the page prints each gender with it.
        known_gender: The gender that is known of the name from outside of the page.
    """

    kind: str
    name: str
    names: list[Name] = field(default_factory=list)
    genders: dict[Gender, int] = field(default_factory=dict)
    known_gender: Gender | None = None

    @property
    def gender(self) -> Gender | None:
        """The gender that the page prints; where it prints none, or both as often, the one that is known.

        One pronoun, which may mean somebody else, does not outweigh what is known.
        """
        printed = self.printed_gender
        if printed and self.genders[printed] < _SURELY_PRINTED:
            return self.known_gender
        return printed or self.known_gender

    @property
    def printed_gender(self) -> Gender | None:
        """The gender that the page prints most often; ``None`` where it prints none, or both as often."""
        most = max(self.genders.values(), default=0)
        printed = [gender for gender, count in self.genders.items() if count == most]
        return printed[0] if len(printed) == 1 else None


class Clusters(NamedTuple):
    """All clusters of an article.

    Attributes:
        clusters: In the order of their first places.
        starts: First characters of all names, ascending.
        owners: The number of each name's cluster.
    """

    clusters: Sequence[Cluster]
    starts: Sequence[int]
    owners: Sequence[int]

    def owner_of(self, start: int) -> int:
        """Return the number of the cluster of the name that begins at an offset."""
        return self.owners[bisect_left(self.starts, start)]

    def between(self, start: int, end: int) -> Iterable[tuple[int, int]]:
        """Return first character and cluster number of each name that begins in a span."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return zip(self.starts[first:last], self.owners[first:last], strict=True)
