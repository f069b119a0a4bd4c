"""Which files a run reads: folders walked, ``.gitignore`` and globs obeyed, in one order."""

import os
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path

from framing.errors import InputError

__all__ = ["EXCLUDED", "SUFFIXES", "find_files"]

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
    """Return the files to check, each once, folders' files in the order of their names.

    Args:
        paths: Files and folders.
        include: Globs; where there are any, folders' files must match one.
        exclude: Globs of paths and names that are left out.
        force_exclude: Whether a file that is named is left out as well.

    Raises:
        InputError: If a path does not exist.
    """
    wanted, unwanted = tuple(include), (*EXCLUDED, *exclude)
    found: dict[str, None] = {}
    for path in paths:
        place = Path(path)
        if place.is_dir():
            for file in _walk(place, unwanted):
                name = file.as_posix()
                if _matches(name, wanted) if wanted else file.suffix.lower() in SUFFIXES:
                    found[name] = None
        elif place.exists():
            if not (force_exclude and _matches(place.as_posix(), unwanted)):
                found[place.as_posix()] = None
        else:
            raise InputError(path, "does not exist")
    return list(found)


def _walk(folder: Path, exclude: Sequence[str]) -> Iterator[Path]:
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
            if not _matches((base / name).as_posix(), exclude) and not ignored(base / name, folder_=True)
        )
        for name in sorted(files):
            file = base / name
            if not _matches(file.as_posix(), exclude) and not ignored(file, folder_=False):
                yield file


def _repository(folder: Path) -> Path | None:
    absolute = folder.resolve()
    return next((place for place in (absolute, *absolute.parents) if (place / ".git").exists()), None)


def _matches(path: str, patterns: Iterable[str]) -> bool:
    name = path.rsplit("/", 1)[-1]
    return any(
        fnmatch(path, pattern)
        or fnmatch(name, pattern)
        or fnmatch(path, f"*/{pattern}")
        or fnmatch(path, f"{pattern}/*")
        for pattern in patterns
    )
