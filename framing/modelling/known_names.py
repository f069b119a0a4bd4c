"""What other articles say of a full name: how often each type of source was told of its bearer on a page.

Made by ``framing train known_names`` from the news sample. Like the gazetteer it holds hashes only: a name can be
looked up and no list be read out. It is evidence beside the page's own, is shown as such, and is switched off with
open data.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from framing.attribution import SOURCE_TYPES, SourceType
from framing.modelling.artifact import load_artifact
from framing.modelling.gazetteer import hash_of, name_key

__all__ = ["SOURCE", "KnownNames", "known_key", "load_known_names"]

SOURCE = "other articles of the news sample"
_PERSONS = frozenset({"person", "several"})


@dataclass(frozen=True, slots=True, eq=False)
class KnownNames:
    """Counts of types by name.

    Attributes:
        names: Of shape (n_names,): hashes of keys, ascending.
        counts: Of shape (n_names, 14): articles that told each type of the bearer, 255 at most, in the order of
            ``SOURCE_TYPES``.
        as_of: The sample's last year.
    """

    names: NDArray[np.uint64]
    counts: NDArray[np.uint8]
    as_of: str

    def told(self, name: str, kind: str) -> Mapping[SourceType, float]:
        """Return how strongly other articles speak for each type of a name: its share, the more articles the stronger.

        Args:
            name: The name.
            kind: The kind of its row: a body's name says nothing of a person, nor a person's of a body.
        """
        key = known_key(name, kind)
        if key is None:
            return {}
        wanted = np.uint64(hash_of(key))
        place = int(np.searchsorted(self.names, wanted))
        if place == len(self.names) or self.names[place] != wanted:
            return {}
        row = self.counts[place].astype(float)
        total = float(row.sum())
        strength = float(np.log2(1 + total)) / (total + 1)
        return {SOURCE_TYPES[number]: float(row[number]) * strength for number in np.flatnonzero(row)}


def known_key(name: str, kind: str) -> str | None:
    """Return a name as it is looked up; ``None`` for what is no full name.

    Examples:
        >>> known_key("Ada M. Holm", "person"), known_key("TNN", "body"), known_key("Holm", "person")
        ('ada holm', 'body tnn', None)
    """
    if kind in _PERSONS:
        key = name_key(name)
        return key if " " in key else None
    return f"body {name.lower().removeprefix('the ').strip('.,')}" if kind in {"body", "single"} else None


@cache
def load_known_names() -> KnownNames:
    """Return the shipped counts.

    Raises:
        ModelError: If the artifact is missing or damaged.
    """
    stored = load_artifact("known_names")
    return KnownNames(stored.array("names"), stored.array("counts"), str(stored.manifest["as_of"]))
