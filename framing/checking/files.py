"""Which files a run reads: folders are walked in a fixed order, ``.gitignore``, globs and settings are obeyed."""

import os
import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from framing.config import Config, Globs
from framing.errors import ConfigError, InputError, shown
from framing.expressions import expression
from framing.on_disk import is_file, is_there, is_waiting

if TYPE_CHECKING:
    import pathspec

__all__ = ["EXCLUDED", "SUFFIXES", "find_files", "matches"]

SUFFIXES = frozenset({".md", ".markdown", ".txt", ".text", ".html", ".htm"})
"""Files of folders that are read; a file that is named is read whatever its ending."""
EXCLUDED = (".git", ".hg", ".svn", ".venv", "venv", "node_modules", "__pycache__", ".tox", "dist", "build")
_NAMED_CLASS = expression(r"\[[!^]?\]?[^\[\]]*\[([:.=])[^\[\]]*\1\]")
"""``[[:digit:]]``: the matcher takes the name for letters, which is nothing that anybody means."""


def find_files(
    paths: Sequence[str],
    *,
    include: Iterable[str] = (),
    exclude: Iterable[str] = (),
    force_exclude: bool = True,
    settings: Callable[[str], Config] | None = None,
) -> list[str]:
    """Return the files to check, each once, folders' files in the order of their paths.

    Args:
        paths: Files and folders.
        include: Globs instead of those of the settings; where there are any, folders' files must match one.
        exclude: Globs of paths and names that are left out, instead of those of the settings; relative to the working
            directory.
        force_exclude: Whether a file that is named is left out as well.
        settings: Gives the settings that count for a path; their globs are relative to their file. Those of the working
            directory count everywhere.

    Raises:
        InputError: If a path does not exist.
    """
    globs = _Globs(tuple(include), tuple(exclude), settings)
    chosen: dict[str, None] = {}
    for path in paths:
        place = Path(path)
        if os.path.isdir(path):  # noqa: PTH112 -- Path.is_dir ends with an error for a name that is too long
            chosen.update(
                (file.as_posix(), None) for file in sorted(_walk(place, globs)) if globs.wanted(file.as_posix())
            )
        elif is_waiting(place):
            raise InputError(path, "is a pipe or a device; give it as standard input (-), or save it as a file")
        elif is_there(place):
            if not (force_exclude and globs.left_out(place.as_posix())):
                chosen[place.as_posix()] = None
        else:
            raise InputError(path, "does not exist")
    return list(chosen)


class _Globs:
    """The globs of the command line and of the settings, each relative to where it was written."""

    def __init__(
        self, include: tuple[str, ...], exclude: tuple[str, ...], settings: Callable[[str], Config] | None
    ) -> None:
        self._include = include
        self._exclude = exclude
        self._settings = settings

    def left_out(self, path: str) -> bool:
        """Return whether a path is excluded; the path of a folder ends in a slash."""
        if self._exclude and matches(_relative(path), self._exclude, "--exclude"):
            return True
        return any(
            globs.patterns and matches(_relative(path, globs.folder), globs.patterns, globs.origin)
            for config in self._configs(path)
            for globs in (Globs() if self._exclude else config.globs("exclude"), config.globs("extend-exclude"))
        )

    def wanted(self, path: str) -> bool:
        """Return whether a file that was found in a folder is to be read."""
        if self._include:
            return matches(_relative(path), self._include, "--include")
        for config in self._configs(path):
            globs = config.globs("include")
            if globs.patterns:
                return matches(_relative(path, globs.folder), globs.patterns, globs.origin)
        return Path(path).suffix.lower() in SUFFIXES

    def _configs(self, path: str) -> Iterator[Config]:
        """Yield the settings nearest to a path, then those of the working directory."""
        if self._settings is not None:
            yield self._settings(path.rstrip("/"))
            yield self._settings("-")


def _relative(path: str, base: Path | None = None) -> str:
    relative = Path(os.path.relpath(Path(path).absolute(), base or Path.cwd())).as_posix()
    return f"{relative}/" if path.endswith("/") else relative


def _walk(folder: Path, globs: _Globs) -> Iterator[Path]:
    """Yield the files below a folder; a link that leads back to a folder above is not followed twice."""
    root = _repository(folder)
    specs: dict[Path, pathspec.GitIgnoreSpec] = {}

    def ignored(path: Path, *, folder_: bool) -> bool:
        absolute = path.resolve() if not path.is_symlink() else path.absolute()
        for above in absolute.parents:
            spec = specs.get(above)
            if spec is None:
                rules = above / ".gitignore"
                lines = rules.read_text(encoding="utf-8", errors="replace").splitlines() if is_file(rules) else []
                spec = specs[above] = _quietly_read([line for line in lines if _is_pattern(line)])
            relative = absolute.relative_to(above).as_posix() + ("/" if folder_ else "")
            if spec.match_file(encodable(relative)):
                return True
            if root is None or above == root:
                return False
        return False

    for here, folders, files in os.walk(folder):
        base = Path(here)
        folders[:] = sorted(
            name
            for name in folders
            if name not in EXCLUDED
            and not globs.left_out(f"{(base / name).as_posix()}/")
            and not ignored(base / name, folder_=True)
        )
        for name in sorted(files):
            file = base / name
            if not (globs.left_out(file.as_posix()) or ignored(file, folder_=False) or is_waiting(file)):
                yield file


def _repository(folder: Path) -> Path | None:
    absolute = folder.resolve()
    return next((place for place in (absolute, *absolute.parents) if (place / ".git").exists()), None)


def matches(path: str, patterns: tuple[str, ...], origin: str = "") -> bool:
    """Return whether a relative path matches one of the patterns, which are read as in a ``.gitignore``.

    Args:
        path: The path.
        patterns: The patterns.
        origin: The file or option that sets them.

    Raises:
        ConfigError: If one is no pattern, such as a lone backslash or a range that runs backwards.
    """
    return bool(patterns) and _spec(patterns, origin).match_file(encodable(path))


def encodable(path: str) -> str:
    """Return a path with question marks in place of bytes that are not UTF-8, which a matcher could not read."""
    return path.encode("utf-8", "replace").decode("utf-8") if not path.isascii() else path


@lru_cache(maxsize=64)
def _spec(patterns: tuple[str, ...], origin: str) -> "pathspec.GitIgnoreSpec":
    for pattern in patterns:
        if not _is_pattern(pattern):
            raise ConfigError(f"{f'{origin}: ' if origin else ''}'{shown(pattern)}' is no pattern of paths")
    return _quietly_read(patterns)


def _is_pattern(line: str) -> bool:
    """Return whether a line is a pattern; git passes over those of its own files that are none."""
    try:
        _quietly_read([line])
    except (ValueError, re.error):
        return False
    return _NAMED_CLASS.search(line) is None


def _quietly_read(lines: Sequence[str]) -> "pathspec.GitIgnoreSpec":
    """Return patterns as they are read; ``[[]`` and ``[a--b]`` are right, and warn of what they may mean one day.

    They are read by Python's own expressions, whatever else is installed: RE2 refuses lines that git passes over.
    """
    import pathspec  # noqa: PLC0415 -- only where there are patterns

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        return pathspec.GitIgnoreSpec.from_lines(lines, backend="simple")
