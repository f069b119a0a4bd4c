"""Pinned floors: a task's figures must not fall below what stands in ``reports/evaluation/floors.json``.

A floor is bound to the data it was measured on, by hash: a figure on other data says nothing about it.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from framing.errors import InputError
from framing.modelling.training.intervals import Figure

__all__ = ["Floors", "below", "read_floors"]


@dataclass(frozen=True, slots=True)
class Floors:
    """What a task's figures must reach.

    Attributes:
        least: The floor by the figure's name.
        data: SHA-256 by file name of what the figures are measured on.
    """

    least: Mapping[str, float]
    data: Mapping[str, str]


def read_floors(path: Path) -> dict[str, Floors]:
    """Return the floors of a file by task.

    Raises:
        InputError: If the file is not one of floors.
    """
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        return {
            task: Floors({name: float(value) for name, value in row["floors"].items()}, dict(row["data"]))
            for task, row in stored.items()
        }
    except (OSError, ValueError, AttributeError, KeyError, TypeError) as error:
        raise InputError(str(path), f"is no file of floors ({error})") from error


def below(figures: Mapping[str, Figure], floors: Floors, data: Path) -> list[str]:
    """Return a line for each figure that is missing or below its floor.

    Args:
        figures: What was measured.
        floors: What must be reached.
        data: The folder it was measured on.

    Raises:
        InputError: If a file of the folder is not the one that the floors were set on.
    """
    for name, digest in floors.data.items():
        path = data / name
        if not path.exists() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            raise InputError(str(path), "is not the file that the floors were measured on")
    lines = []
    for name, least in floors.least.items():
        if name not in figures:
            lines.append(f"{name}: not measured, the floor is {least:.3f}")
        elif figures[name].value < least:
            lines.append(f"{name}: {figures[name].value:.3f} is below the floor of {least:.3f}")
    return lines
