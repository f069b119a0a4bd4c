"""Packaged data files, read once and held against the hashes with which the package was built.

A wheel carries ``hashes.json`` (``hatch_build.py`` writes it); each file is hashed when it is first needed, and
``framing doctor`` hashes all of them. A checkout has no such file: there git tells what has changed.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from framing.errors import ModelError
from framing.resources import hashes_file, lexicons_folder, package_folder

__all__ = ["damaged_files", "hashes", "packaged_bytes", "packaged_files", "packaged_json", "well_formed"]

_MEND = "install it again: pip install --force-reinstall --no-deps framing"


def packaged_bytes(path: Path) -> bytes:
    """Return a packaged file.

    Raises:
        ModelError: If it cannot be read, or is not the one that the package was built with.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ModelError(f"{path}: cannot be read ({error.strerror or error}); {_MEND}") from error
    known = hashes().get(_name(path))
    if known is not None and hashlib.sha256(content).hexdigest() != known:
        raise ModelError(f"{path}: is damaged, it is not the file that this version came with; {_MEND}")
    return content


def packaged_json(path: Path) -> Any:  # noqa: ANN401 -- whatever it holds
    """Return what a packaged file of JSON holds.

    Raises:
        ModelError: If it is missing or damaged.
    """
    content = packaged_bytes(path)
    with well_formed(path):
        return json.loads(content)


def packaged_files(folder: Path, ending: str) -> tuple[Path, ...]:
    """Return the files of a folder of packaged data in the order of their names; one that is missing is among them."""
    there = set(folder.glob(f"*{ending}"))
    beginning = f"{_name(folder)}/"
    known = {folder / name.removeprefix(beginning) for name in hashes() if name.startswith(beginning)}
    return tuple(sorted(there | {path for path in known if path.parent == folder and path.name.endswith(ending)}))


@contextmanager
def well_formed(path: Path) -> Iterator[None]:
    """Say of a packaged file that does not hold what it should that it is damaged.

    Raises:
        ModelError: If reading the file inside of this fails.
    """
    try:
        yield
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
        reason = f"{type(error).__name__}: {error}"
        raise ModelError(f"{path}: is damaged ({' '.join(reason.split())[:200]}); {_MEND}") from error


@cache
def hashes() -> Mapping[str, str]:
    """Return the SHA-256 of each packaged data file by its place in the package; empty in a checkout.

    Raises:
        ModelError: If the file of hashes is itself damaged, or missing where there is no checkout.
    """
    path = hashes_file()
    # A wheel keeps its data in the folder of the hashes, a checkout has the lexicons beside the package.
    if not path.is_file() and (path.parent.is_dir() or not lexicons_folder().is_dir()):
        raise ModelError(f"{path}: is missing, with it the hashes of the files of this version; {_MEND}")
    if not path.is_file():
        return {}
    with well_formed(path):
        return {str(name): str(value) for name, value in json.loads(path.read_bytes()).items()}


def damaged_files() -> list[str]:
    """Return one line for each packaged file that is missing or damaged."""
    damaged: list[str] = []
    for name in hashes():
        try:
            packaged_bytes(package_folder() / name)
        except ModelError as error:
            damaged.append(str(error))
    return damaged


def _name(path: Path) -> str:
    return path.relative_to(package_folder()).as_posix() if path.is_relative_to(package_folder()) else ""
