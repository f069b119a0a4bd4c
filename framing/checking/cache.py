"""A cache of findings: a file with the same content and the same settings is not analysed again."""

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from framing.diagnostic import CheckedFile, Diagnostic, MissedBudget, Suppression
from framing.errors import ConfigError
from framing.resources import artifacts_folder, lexicons_folder
from framing.spans import Span
from framing.version import __version__

__all__ = ["Cache", "Checked", "cache_in"]

_FORMAT = 2
"""Goes up when the form of what is kept changes: older entries are then not found."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A file's findings, and the budgets that it breaks."""

    file: CheckedFile
    missed: tuple[MissedBudget, ...] = ()


def _tool_state() -> str:
    """Return a hash of what else findings depend on: the version, the lexicons, the models."""
    digest = hashlib.sha256(f"{_FORMAT} {__version__}".encode())
    for path in (lexicons_folder() / "compiled.json", *sorted(artifacts_folder().glob("*.*"))):
        if path.is_file():
            state = path.stat()
            digest.update(f"{path.name} {state.st_size} {state.st_mtime_ns}".encode())
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Cache:
    """Findings in a folder, one file each.

    Attributes:
        folder: Where they are kept; ``None`` keeps nothing.
        state: What changes findings beside file and settings.
    """

    folder: Path | None
    state: str = ""

    def key(self, content: bytes, path: str, settings: str) -> str:
        """Return the key of a file's findings."""
        parts = (self.state.encode(), path.encode("utf-8", "surrogateescape"), settings.encode(), content)
        return hashlib.sha256(b"\0".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()

    def get(self, key: str) -> list[Checked] | None:
        """Return the findings that are in the cache, or ``None``: also where they cannot be read."""
        if self.folder is None:
            return None
        try:
            rows = json.loads((self.folder / key[:2] / key).read_text(encoding="utf-8", errors="surrogatepass"))
            return [_restored(row) for row in rows]
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, key: str, results: list[Checked]) -> None:
        """Keep findings; where the folder cannot be written, nothing is kept and nothing is said."""
        if self.folder is None:
            return
        place = self.folder / key[:2]
        if place.is_symlink():
            return
        try:
            place.mkdir(parents=True, exist_ok=True)
            # Not where it is a link, also one that leads nowhere: that would write what somebody's repository says.
            with suppress(FileExistsError), (self.folder / ".gitignore").open("x", encoding="utf-8") as ignore:
                ignore.write("*\n")
            descriptor, temporary = tempfile.mkstemp(dir=place)
            with os.fdopen(descriptor, "w", encoding="utf-8", errors="surrogatepass") as file:
                json.dump([_stored(result) for result in results], file, ensure_ascii=False)
            Path(temporary).replace(place / key)
        except OSError:
            return


def cache_in(folder: Path | None) -> Cache:
    """Return the cache in a folder; ``None`` keeps nothing.

    Raises:
        ConfigError: If the folder is a link: what is written would land wherever somebody's repository says.
    """
    try:
        link = folder is not None and folder.is_symlink()
    except OSError as error:
        raise ConfigError(f"{folder}: cannot be used ({error.strerror})") from error
    if link:
        raise ConfigError(f"{folder}: is a link, through which nothing is kept; remove it, or name another --cache-dir")
    return Cache(folder, _tool_state() if folder else "")


def _stored(checked: Checked) -> dict[str, Any]:
    file = checked.file
    return {
        "path": file.path,
        "text": file.text,
        "words": file.words,
        "measures": dict(file.measures),
        "fail_on": file.fail_on,
        "row": file.row,
        "diagnostics": [finding.to_dict() for finding in file.diagnostics],
        "missed": [[row.path, row.name, row.limit, row.value] for row in checked.missed],
    }


def _restored(row: dict[str, Any]) -> Checked:
    names = [field.name for field in fields(Diagnostic)]
    diagnostics = []
    for stored in row["diagnostics"]:
        values = {name: stored[name] for name in names}
        values["alternatives"] = tuple(stored["alternatives"])
        values["references"] = tuple(stored["references"])
        values["evidence"] = tuple(Span(span["start"], span["end"]) for span in stored["evidence"])
        values["suppression"] = Suppression(**stored["suppression"]) if stored["suppression"] else None
        diagnostics.append(Diagnostic(**values))
    file = CheckedFile(
        row["path"], row["text"], tuple(diagnostics), row["words"], row["measures"], row["fail_on"], row["row"]
    )
    return Checked(file, tuple(MissedBudget(*cells) for cells in row["missed"]))
