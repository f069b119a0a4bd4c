"""Which files a run reads: folders walked, ``.gitignore`` and globs obeyed, in one order."""

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from framing.errors import InputError

if TYPE_CHECKING:
    import pathspec

__all__ = ["EXCLUDED", "SUFFIXES", "find_files", "matches"]

SUFFIXES = frozenset({".md", ".markdown", ".txt", ".text", ".html", ".htm"})
"""Files of folders that are read; a file that is named is read whatever its ending."""
EXCLUDED = (".git", ".hg", ".svn", ".venv", "venv", "node_modules", "__pycache__", ".tox", "dist", "build")


def find_files(
    paths: Sequence[str],
    *,
    include: Iterable[str] = (),
    exclude: Iterable[str] = (),
    force_exclude: bool = True,
) -> list[str]:
    """Return the files to check, each once, folders' files in the order of their paths.

    Args:
        paths: Files and folders.
        include: Globs; where there are any, folders' files must match one.
        exclude: Globs of paths and names that are left out, relative to the working directory.
        force_exclude: Whether a file that is named is left out as well.

    Raises:
        InputError: If a path does not exist.
    """
    wanted, left_out = tuple(include), tuple(exclude)
    unwanted = (*(f"{name}/" for name in EXCLUDED), *left_out)
    found: dict[str, None] = {}
    for path in paths:
        place = Path(path)
        if place.is_dir():
            for file in sorted(_walk(place, unwanted)):
                name = file.as_posix()
                if matches(_relative(name), wanted) if wanted else file.suffix.lower() in SUFFIXES:
                    found[name] = None
        elif place.exists():
            if not (force_exclude and matches(_relative(place.as_posix()), left_out)):
                found[place.as_posix()] = None
        else:
            raise InputError(path, "does not exist")
    return list(found)


def _relative(path: str) -> str:
    return Path(os.path.relpath(path)).as_posix()


def _walk(folder: Path, exclude: tuple[str, ...]) -> Iterator[Path]:
    """Yield the files below a folder; a link that leads back to a folder above is not followed twice."""
    import pathspec  # noqa: PLC0415 -- only folders need it

    root = _repository(folder)
    specs: dict[Path, pathspec.GitIgnoreSpec] = {}

    def ignored(path: Path, *, folder_: bool) -> bool:
        absolute = path.resolve() if not path.is_symlink() else path.absolute()
        for above in absolute.parents:
            spec = specs.get(above)
            if spec is None:
                rules = above / ".gitignore"
                lines = rules.read_text(encoding="utf-8", errors="replace").splitlines() if rules.is_file() else []
                spec = specs[above] = pathspec.GitIgnoreSpec.from_lines(lines)
            relative = absolute.relative_to(above).as_posix() + ("/" if folder_ else "")
            if spec.match_file(relative):
                return True
            if root is None or above == root:
                return False
        return False

    for here, folders, files in os.walk(folder):
        base = Path(here)
        folders[:] = sorted(
            name
            for name in folders
            if not matches(_relative(f"{base / name}") + "/", exclude) and not ignored(base / name, folder_=True)
        )
        for name in sorted(files):
            file = base / name
            if not matches(_relative(f"{file}"), exclude) and not ignored(file, folder_=False):
                yield file


def _repository(folder: Path) -> Path | None:
    absolute = folder.resolve()
    return next((place for place in (absolute, *absolute.parents) if (place / ".git").exists()), None)


def matches(path: str, patterns: tuple[str, ...]) -> bool:
    """Return whether a path, relative to where the patterns begin, matches one; they are read as in ``.gitignore``."""
    return bool(patterns) and _spec(patterns).match_file(path)


@lru_cache(maxsize=64)
def _spec(patterns: tuple[str, ...]) -> "pathspec.GitIgnoreSpec":
    import pathspec  # noqa: PLC0415 -- only where there are patterns

    return pathspec.GitIgnoreSpec.from_lines(patterns)
