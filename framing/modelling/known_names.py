"""What other articles say of a name: how often each type of source, and "she" or "he", was told of its bearer.

A surname alone is known where nearly all articles that print it with a given name mean the same person.

Made by ``framing train known_names`` from the news sample. Like the gazetteer it holds hashes only: a name can be
looked up and no list be read out. It is evidence beside the page's own, is shown as such, and is switched off with
open data.
"""

from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.attribution import SOURCE_TYPES, SourceType
from framing.expressions import expression
from framing.modelling.artifact import load_artifact
from framing.modelling.gazetteer import name_key, place_of

__all__ = ["SOURCE", "KnownNames", "known_keys", "load_known_names"]

SOURCE = "other articles of the news sample"
_NAMED = frozenset({"person", "body", "single"})
_FEWEST = 2
"""Articles that have to print a gender."""
_AGREED = 0.9
"""Share of them that has to print the same."""
_SUFFIX = expression(r" (Jr|Sr|II|III|IV)\b")


class KnownNames(NamedTuple):
    """Counts of types and of genders by name.

    Attributes:
        names: Of shape (n_names,): hashes of keys, ascending.
        counts: Of shape (n_names, 14): articles that told each type of the bearer, 255 at most, in the order of
            ``SOURCE_TYPES``.
        as_of: The sample's last year.
        gendered: Of shape (n_gendered,): hashes of the keys of persons with whom articles print a gender, ascending;
            of these names the types need not be known.
        genders: Of shape (n_gendered, 2): articles that print "she" and articles that print "he" with the bearer.
    """

    names: NDArray[np.uint64]
    counts: NDArray[np.uint8]
    as_of: str
    gendered: NDArray[np.uint64] = np.zeros(0, dtype=np.uint64)
    genders: NDArray[np.uint16] = np.zeros((0, 2), dtype=np.uint16)

    def told(self, name: str, kind: str) -> Mapping[SourceType, float]:
        """Return how strongly other articles speak for each type of a name: its share, the more articles the stronger.

        Args:
            name: The name.
            kind: The kind of its row. A name that is known as a person's only or as a body's only is looked up as
                that, whatever it was taken for on this page.
        """
        rows = [row for key in known_keys(name, kind) if (row := self._counts_of(key)) is not None]
        if not rows:
            return {}
        row = max(rows, key=lambda counts: float(counts.sum()))
        total = float(row.sum())
        strength = float(np.log2(1 + total)) / (total + 1)
        return {SOURCE_TYPES[number]: float(row[number]) * strength for number in np.flatnonzero(row)}

    def bearer(self, name: str, kind: str) -> Literal["person", "body"] | None:
        """Return whether a person or a body bears a name in other articles, ``None`` where they do not tell."""
        counted = [
            (float(row.sum()), key) for key in known_keys(name, kind) if (row := self._counts_of(key)) is not None
        ]
        if not counted:
            return None
        return "body" if max(counted)[1].startswith("body ") else "person"

    def gender(self, name: str, kind: str) -> Literal["she", "he"] | None:
        """Return the gender that other articles print with a person's name, ``None`` where they do not agree on one.

        It is never told by the form of a name, and not by a given name alone.
        """
        if kind == "body":
            return None
        for key in known_keys(name, kind)[:1]:
            place = place_of(key, self.gendered)
            if place is not None:
                she, he = (int(count) for count in self.genders[place])
                if she + he >= _FEWEST and max(she, he) >= _AGREED * (she + he):
                    return "she" if she > he else "he"
        return None

    def _counts_of(self, key: str) -> NDArray[np.float64] | None:
        place = place_of(key, self.names)
        return None if place is None else np.asarray(self.counts[place], dtype=np.float64)


def known_keys(name: str, kind: str) -> tuple[str, ...]:
    """Return what a name is looked up as; nothing for what is no name.

    Middle names are left out, and "Jr." is kept: a son is not his father.

    Examples:
        >>> known_keys("Ada M. Holm", "person"), known_keys("TNN", "body")
        (('ada holm', 'body ada m. holm'), ('body tnn', 'surname tnn'))
        >>> known_keys("Rolf King Jr.", "person")[0], known_keys("King", "single")
        ('rolf king jr', ('surname king', 'body king'))
    """
    if kind not in _NAMED:
        return ()
    body = f"body {name.lower().removeprefix('the ').strip('.,')}"
    words = name_key(name).split()
    if not words:
        return ()
    if len(words) == 1:
        person = f"surname {words[0]}"
    else:
        suffix = _SUFFIX.search(name)
        person = f"{words[0]} {words[-1]}" + (f" {suffix.group(1).lower()}" if suffix else "")
    return (body, person) if kind == "body" else (person, body)


@cache
def load_known_names() -> KnownNames:
    """Return the shipped counts.

    Raises:
        ModelError: If the artifact is missing or damaged.
    """
    stored = load_artifact("known_names")
    return KnownNames(
        stored.array("names"),
        stored.array("counts"),
        str(stored.manifest["as_of"]),
        stored.array("gendered"),
        stored.array("genders"),
    )
