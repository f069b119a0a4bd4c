"""Reduce the lists of public figures and bodies to hashes of their names: ``framing train public_figures``."""

import csv
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np

from framing.attribution import SOURCE_TYPES
from framing.errors import InputError
from framing.modelling.artifact import save_artifact
from framing.modelling.gazetteer import hash_of, name_key
from framing.modelling.public_figures import GENDERS, body_key
from framing.resources import lexicons_folder

__all__ = ["PUBLIC_BODIES", "PUBLIC_FIGURES", "read_bodies", "read_figures", "train"]

PUBLIC_FIGURES = "public_figures.csv"
PUBLIC_BODIES = "public_bodies.csv"
_AS_OF = "2026"
"""The year in which the list was written."""

_Known = TypeVar("_Known")


def train(_data: Path, output: Path) -> dict[str, int]:
    """Write ``public_figures.npz`` and its manifest.

    Args:
        _data: Not read: the list is shipped with the lexicons.
        output: Folder of the artifacts.

    Returns:
        How many names can be looked up.

    Raises:
        InputError: If a line of a list is none of a public figure or body.
    """
    figures = read_figures(lexicons_folder() / PUBLIC_FIGURES)
    bodies = read_bodies(lexicons_folder() / PUBLIC_BODIES)
    names = sorted(figures)
    save_artifact(
        output,
        "public_figures",
        {
            "names": np.array(names, dtype=np.uint64),
            "types": np.array([figures[name][0] for name in names], dtype=np.uint8),
            "genders": np.array([figures[name][1] for name in names], dtype=np.uint8),
            "bodies": np.array(sorted(bodies), dtype=np.uint64),
            "body_types": np.array([bodies[name] for name in sorted(bodies)], dtype=np.uint8),
        },
        {
            "version": _AS_OF,
            "as_of": _AS_OF,
            "data": f"lexicons/{PUBLIC_FIGURES} and lexicons/{PUBLIC_BODIES}, written by hand",
        },
    )
    return {"names": len(names), "bodies": len(bodies)}


def read_bodies(path: Path) -> dict[int, int]:
    """Return the number of the type by the hash of each name; a name of bodies of several types is left out.

    Args:
        path: A CSV file with the columns ``name``, ``other_names`` (by ``;``) and ``type``.

    Raises:
        InputError: If a name is empty, or a type is none.
    """
    return _by_hash(path, body_key, _known_body)


def read_figures(path: Path) -> dict[int, tuple[int, int]]:
    """Return the numbers of type and gender by the hash of each name; a name of two different bearers is left out.

    Args:
        path: A CSV file with the columns ``name``, ``other_names`` (by ``;``), ``type`` and ``gender`` ("she", "he" or
            empty).

    Raises:
        InputError: If a name is one word, or a type or gender is none.
    """
    return _by_hash(path, name_key, _known_figure)


def _known_body(row: Mapping[str, str], keys: Sequence[str]) -> int:
    if not all(keys):
        raise ValueError("a body has a name")
    if row["type"] not in SOURCE_TYPES:
        raise ValueError("no such type")
    return SOURCE_TYPES.index(row["type"])


def _known_figure(row: Mapping[str, str], keys: Sequence[str]) -> tuple[int, int]:
    if any(" " not in key for key in keys):
        raise ValueError("a full name has two words or more")
    if row["type"] not in SOURCE_TYPES or (row["gender"] or None) not in GENDERS:
        raise ValueError("no such type or gender")
    return SOURCE_TYPES.index(row["type"]), GENDERS.index(row["gender"] or None)


def _by_hash(
    path: Path, key_of: Callable[[str], str], known_of: Callable[[Mapping[str, str], Sequence[str]], _Known]
) -> dict[int, _Known]:
    """Return what is known by the hash of each name; a name of which two things are known is left out."""
    found: dict[int, set[_Known]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), 2):
            keys = [key_of(name) for name in (row["name"], *filter(None, row["other_names"].split(";")))]
            try:
                known = known_of(row, keys)
            except ValueError as error:
                raise InputError(f"{path.name}, line {number}", str(error)) from error
            for key in keys:
                found.setdefault(hash_of(key), set()).add(known)
    return {name: next(iter(all_known)) for name, all_known in found.items() if len(all_known) == 1}
