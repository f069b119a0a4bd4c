"""Public figures and bodies whom readers of news know without being told: what kind of source they are.

The lists are ``lexicons/public_figures.csv`` and ``lexicons/public_bodies.csv``, written by hand from general
knowledge; ``framing train public_figures`` makes hashes of them, so that a name is looked up without reading a list. Of
people only full names are looked up. The lists are asked where the page tells nothing, are shown as such, and are
switched off with open data.
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from framing.attribution import SOURCE_TYPES, SourceType
from framing.modelling.artifact import load_artifact
from framing.modelling.gazetteer import name_key, place_of

__all__ = ["BODIES", "FIGURES", "GENDERS", "PublicFigures", "body_key", "load_public_figures"]

FIGURES = "a list of public figures"
BODIES = "a list of public bodies"
GENDERS: tuple[Literal["she", "he"] | None, ...] = (None, "she", "he")
"""In the order of their numbers in the artifact."""


@dataclass(frozen=True, slots=True, eq=False)
class PublicFigures:
    """Types and genders by name.

    Attributes:
        names: Of shape (n_names,): hashes of full names, ascending.
        types: Of shape (n_names,): numbers in ``SOURCE_TYPES``.
        genders: Of shape (n_names,): numbers in ``GENDERS``.
        as_of: The lists' year.
        bodies: Of shape (n_bodies,): hashes of the keys of bodies' names, ascending.
        body_types: Of shape (n_bodies,): numbers in ``SOURCE_TYPES``.
    """

    names: NDArray[np.uint64]
    types: NDArray[np.uint8]
    genders: NDArray[np.uint8]
    as_of: str
    bodies: NDArray[np.uint64]
    body_types: NDArray[np.uint8]

    def body(self, name: str) -> SourceType | None:
        """Return what kind of source a body is, ``None`` for a name that is not listed."""
        place = place_of(body_key(name), self.bodies)
        return None if place is None else SOURCE_TYPES[int(self.body_types[place])]

    def type_of(self, name: str) -> SourceType | None:
        """Return what kind of source the bearer of a full name is, ``None`` for a name that is not listed."""
        place = self._place(name)
        return None if place is None else SOURCE_TYPES[int(self.types[place])]

    def gender(self, name: str) -> Literal["she", "he"] | None:
        """Return the pronoun of the bearer of a full name, ``None`` where none is listed."""
        place = self._place(name)
        return None if place is None else GENDERS[int(self.genders[place])]

    def _place(self, name: str) -> int | None:
        key = name_key(name)
        return place_of(key, self.names) if " " in key else None


def body_key(name: str) -> str:
    """Return a body's name as it is looked up: small letters, without "the", full stops and kinds of apostrophes.

    Examples:
        >>> body_key("The U.N. Fund"), body_key("Holm’s Inc.")
        ('un fund', "holm's inc")
    """
    return name.lower().removeprefix("the ").replace("’", "'").replace(".", "").strip(" ,")


@cache
def load_public_figures() -> PublicFigures:
    """Return the shipped lists.

    Raises:
        ModelError: If the artifact is missing or damaged.
    """
    stored = load_artifact("public_figures")
    return PublicFigures(
        stored.array("names"),
        stored.array("types"),
        stored.array("genders"),
        str(stored.manifest["as_of"]),
        stored.array("bodies"),
        stored.array("body_types"),
    )
