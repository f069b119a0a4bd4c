"""Paths as platforms know files: relative to the folder that the check ran in."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from framing.diagnostic import Outcome

__all__ = ["with_relative_paths"]


def with_relative_paths(outcome: Outcome, bases: Sequence[PurePath]) -> Outcome:
    """Return the outcome with absolute paths made relative to the first of the folders that holds them.

    Code scanning and annotations find a file by its place in the repository. A path that is relative already, or lies
    outside of the folders, stays.

    Args:
        outcome: The run.
        bases: Absolute folders: the working folder, and what it is where it was reached by a link.
    """
    if not any(PurePath(file.path).is_absolute() for file in outcome.files):
        return outcome
    files = tuple(
        replace(
            file,
            path=_relative(file.path, bases),
            diagnostics=tuple(replace(finding, path=_relative(finding.path, bases)) for finding in file.diagnostics),
        )
        for file in outcome.files
    )
    missed = tuple(replace(budget, path=_relative(budget.path, bases)) for budget in outcome.missed)
    return replace(outcome, files=files, missed=missed)


def _relative(path: str, bases: Sequence[PurePath]) -> str:
    place = PurePath(path)
    base = next((base for base in bases if place.is_absolute() and place.is_relative_to(base)), None)
    return path if base is None else place.relative_to(base).as_posix()
