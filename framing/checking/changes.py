"""What changed since a commit: the files and lines that differ from the merge base."""

import os
import subprocess
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from framing.diagnostic import CheckedFile
from framing.errors import ConfigError
from framing.expressions import expression

__all__ = ["changed_lines", "content_at_base", "forget_commits", "on_changed_lines"]

_PLAIN = (
    "--unified=0",
    "--inter-hunk-context=0",
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--no-relative",
    "--text",
    "--src-prefix=a/",
    "--dst-prefix=b/",
)
_HUNK = expression(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@")

_GZIP = b"\x1f\x8b"
_UNLIKE = bytes(code for code in range(256) if code != ord("\n") and not 0x20 <= code < 0x7F)


def changed_lines(reference: str, files: Iterable[str]) -> Mapping[str, frozenset[int]]:
    """Return the changed lines of files by name: all of one that git does not compare; an unchanged one is absent.

    Args:
        reference: A commit, branch or tag; the merge base with it, in the repository that a file is in, is what is
            compared with.
        files: Files that exist.

    Raises:
        ConfigError: If a file is in no repository, or its repository has no such commit.
    """
    inside: dict[Path, dict[str, list[str]]] = {}
    for name in files:
        place = Path(os.path.realpath(name))
        repository = _repository(place.parent)
        inside.setdefault(repository, {}).setdefault(place.relative_to(repository).as_posix(), []).append(name)
    lines_by_file: dict[str, frozenset[int]] = {}
    for repository, names in inside.items():
        changed = _changed_in(repository, _merge_base(reference, repository), names)
        lines_by_file.update((name, lines) for place, lines in changed.items() for name in names[place])
    return lines_by_file


def _changed_in(repository: Path, base: str, wanted: Collection[str]) -> Mapping[str, frozenset[int]]:
    lines_by_place: dict[str, set[int]] = {}
    file = ""
    # Whatever the user's own settings of git say, the form of the answer is this one.
    for line in _git(repository, "diff", *_PLAIN, base, "--").split("\n"):
        if line.startswith("+++ "):
            file = "" if line == "+++ /dev/null" else _unquoted(line[4:]).removeprefix("b/")
        elif file in wanted and (hunk := _HUNK.match(line)):
            first, count = int(hunk[1]), int(hunk[2]) if hunk[2] is not None else 1
            lines_by_place.setdefault(file, set()).update(range(first, first + count))
    # With a tag in front; another than H: git was told not to look at the file, or it is in a conflict.
    compared = {entry[2:] for entry in _git(repository, "ls-files", "-v", "-z").split("\0") if entry[:2] == "H "}
    for name in wanted:
        if name not in compared:
            lines_by_place[name] = set(range(1, (repository / name).read_bytes().count(b"\n") + 2))
    return {name: frozenset(lines) for name, lines in lines_by_place.items()}


def content_at_base(reference: str, path: Path) -> bytes | None:
    """Return a file as it was at the merge base, ``None`` where it was not there.

    Raises:
        ConfigError: If its folder is in no repository, or there is no such commit.
    """
    place = Path(os.path.realpath(path))
    base = _merge_base(reference, _repository(place.parent))
    done = _run(place.parent, "show", "--no-textconv", f"{base}:./{place.name}")
    return None if done.returncode else done.stdout


def on_changed_lines(files: Sequence[CheckedFile], changes: Mapping[str, frozenset[int]]) -> list[CheckedFile]:
    """Return the files with the findings on changed lines; findings about the whole text stay.

    A record counts as changed where one of its lines is: they end where the next record begins. All findings stay where
    the lines that git counts are not those of the text: in compressed files, letters, documents and feeds, and in files
    with carriage returns alone. Standard input, which no commit knows, counts whole.
    """
    result = []
    read, content = "", b""
    for number, file in enumerate(files):
        lines = changes.get(file.container)
        if lines is None:
            result.append(file)
            continue
        if file.container != read:
            read, content = file.container, _content(Path(file.container))
        kept = file.diagnostics
        if not _has_lines(content):
            pass
        elif file.row:
            kept = kept if _record_changed(files, number, lines) else ()
        elif _printed(content) == _printed(file.text.encode("utf-8", "replace")):
            kept = tuple(
                finding
                for finding in kept
                if finding.start == finding.end
                or any(line in lines for line in range(finding.line, finding.end_line + 1))
            )
        result.append(replace(file, diagnostics=kept))
    return result


def _record_changed(files: Sequence[CheckedFile], number: int, lines: frozenset[int]) -> bool:
    """Return whether one of a record's lines changed, or might have: records of a feed all stand on its first line."""
    file = files[number]
    before = files[number - 1] if number else None
    after = files[number + 1] if number + 1 < len(files) else None
    if before and before.container == file.container and before.row >= file.row:
        return True
    if not after or after.container != file.container:
        return any(line >= file.row for line in lines)
    return after.row <= file.row or any(file.row <= line < after.row for line in lines)


def _content(path: Path) -> bytes:
    """Return a file as it is now; nothing of one that was removed since it was checked."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _has_lines(content: bytes) -> bool:
    """Return whether git counts a file's lines as they are: not of one that is packed or in UTF-16."""
    return b"\0" not in content and not content.startswith(_GZIP) and (b"\n" in content or b"\r" not in content)


def _printed(content: bytes) -> bytes:
    """Return what every encoding of a text has alike: its lines, and in them the letters of ASCII."""
    return content.translate(None, _UNLIKE)


def forget_commits() -> None:
    """Forget what git said of repositories and merge bases, so that it is asked again."""
    _repository.cache_clear()
    _merge_base.cache_clear()


@lru_cache(maxsize=512)
def _repository(folder: Path) -> Path:
    return Path(os.path.realpath(_git(folder, "rev-parse", "--show-toplevel").removesuffix("\n")))


@lru_cache(maxsize=512)
def _merge_base(reference: str, folder: Path) -> str:
    if reference.startswith("-") or "\0" in reference:
        raise ConfigError(f"--diff-base: {reference!r} is no commit")
    done = _run(folder, "merge-base", reference, "HEAD")
    if done.returncode == 0:
        return done.stdout.decode().strip()
    if _git(folder, "rev-parse", "--is-shallow-repository").strip() == "true":
        raise ConfigError(
            f"--diff-base: this clone is shallow, and the merge base with '{reference}' is not in it; check out with "
            "fetch-depth: 0, or run git fetch --unshallow"
        )
    said = _last_line(done)
    raise ConfigError(f"--diff-base: {said or f'{reference!r} and HEAD have no commit in common'}")


def _unquoted(name: str) -> str:
    name = name.rstrip("\t")
    if name.startswith('"') and name.endswith('"'):
        return (
            name[1:-1]
            .encode("latin-1", "backslashreplace")
            .decode("unicode_escape")
            .encode("latin-1")
            .decode("utf-8", "surrogateescape")
        )
    return name


def _git(folder: Path, *arguments: str) -> str:
    done = _run(folder, *arguments)
    if done.returncode:
        raise ConfigError(f"--diff-base: {_last_line(done) or 'git failed'}")
    return done.stdout.decode("utf-8", "surrogateescape")


def _last_line(done: "subprocess.CompletedProcess[bytes]") -> str:
    said = done.stderr.decode("utf-8", "replace").strip()
    return said.splitlines()[-1] if said else ""


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
