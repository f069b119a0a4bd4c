"""What changed since a commit: the files and lines that differ from the merge base."""

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

from framing.errors import ConfigError

__all__ = ["changed_lines", "content_at_base"]

_HUNK = re.compile(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@")


def changed_lines(reference: str, folder: Path) -> Mapping[str, frozenset[int]]:
    """Return the changed lines by file, relative to a folder; new files that git does not know yet count whole.

    Args:
        reference: A commit, branch or tag; the merge base with it is what is compared with.
        folder: A folder of the repository.

    Raises:
        ConfigError: If this is no repository, or it has no such commit.
    """
    base = _merge_base(reference, folder)
    found: dict[str, set[int]] = {}
    file = ""
    for line in _git(
        folder, "diff", "--unified=0", "--no-color", "--no-ext-diff", "--relative", base, "--"
    ).splitlines():
        if line.startswith("+++ "):
            file = "" if line == "+++ /dev/null" else _unquoted(line[4:]).removeprefix("b/")
        elif file and (hunk := _HUNK.match(line)):
            first, count = int(hunk[1]), int(hunk[2]) if hunk[2] is not None else 1
            found.setdefault(file, set()).update(range(first, first + count))
    for name in _git(folder, "ls-files", "--others", "--exclude-standard", "-z").split("\0"):
        if name:
            lines = (folder / name).read_bytes().count(b"\n") + 1
            found[name] = set(range(1, lines + 1))
    return {name: frozenset(lines) for name, lines in found.items()}


def content_at_base(reference: str, path: Path) -> bytes | None:
    """Return a file as it was at the merge base, ``None`` where it was not there.

    Raises:
        ConfigError: If its folder is in no repository, or there is no such commit.
    """
    folder = path.parent
    base = _merge_base(reference, folder)
    done = _run(folder, "show", f"{base}:./{path.name}")
    return None if done.returncode else done.stdout


def _merge_base(reference: str, folder: Path) -> str:
    if reference.startswith("-"):
        raise ConfigError(f"--diff-base: '{reference}' is no commit")
    return _git(folder, "merge-base", reference, "HEAD").strip()


def _unquoted(name: str) -> str:
    name = name.rstrip("\t")
    if name.startswith('"') and name.endswith('"'):
        return (
            name[1:-1].encode("latin-1", "backslashreplace").decode("unicode_escape").encode("latin-1").decode("utf-8")
        )
    return name


def _git(folder: Path, *arguments: str) -> str:
    done = _run(folder, *arguments)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip()
        raise ConfigError(f"--diff-base: {said.splitlines()[-1] if said else 'git failed'}")
    return done.stdout.decode("utf-8", "surrogateescape")


def _run(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    try:
        return subprocess.run(  # noqa: S603 -- the program is git, the reference a single argument
            ["git", "-c", "core.quotePath=true", *arguments],  # noqa: S607 -- the user's git
            cwd=folder,
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise ConfigError(f"--diff-base: git cannot be run ({error.strerror})") from error
