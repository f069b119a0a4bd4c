"""What an output holds: its settings, the parts that are done, the records that were rejected.

Parts are entered in their order, each after its files are complete on disk, so that the manifest's last whole line says
how far the run came. A run that goes on reads the input again, finds each part by its hash, and passes over those that
are done.
"""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from framing.corpus.parts import write_whole
from framing.corpus.record import Reject
from framing.errors import ConfigError

__all__ = ["Entry", "Manifest", "Totals", "read_entries", "read_head"]

_HEAD = "corpus.json"
_ENTRIES = "manifest.jsonl"
_REJECTS = "rejects.jsonl"


@dataclass(frozen=True, slots=True)
class Entry:
    """A part that is done.

    Attributes:
        part: Its number.
        digest: The hash of its records.
        records: How many records it was made of.
        rejected: How many of them were rejected.
        words: Words of its articles.
        files: How many files were written.
        rejects_end: Where ``rejects.jsonl`` ended when the part was done, in bytes.
    """

    part: int
    digest: str
    records: int
    rejected: int
    words: int
    files: int
    rejects_end: int

    def to_line(self) -> bytes:
        """Return the entry as a line of ``manifest.jsonl``."""
        return json.dumps({name: getattr(self, name) for name in self.__slots__}).encode() + b"\n"


class Totals(NamedTuple):
    """What an output holds: records, how many of them were rejected, and words of the articles."""

    records: int
    rejected: int
    words: int


class Manifest:
    """An output that is being written; to be opened by one run at a time, which a lock holds to.

    Attributes:
        folder: The output.
        before: How many records, rejects and words were in it before this run.
    """

    def __init__(self, folder: Path, identity: Mapping[str, Any]) -> None:
        """Open an output, new or begun.

        Raises:
            ConfigError: If it cannot be written, is another run's, was made with other settings, or is something else.
        """
        self.folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._lock = _locked(folder)
            head = read_head(folder) if (folder / _HEAD).exists() else None
            if head is None:
                _check_empty(folder)
                write_whole(folder / _HEAD, _json({"settings": dict(identity), "finished": None}))
            else:
                _check_same(folder, head["settings"], identity)
            self._identity = dict(identity)
            self.before = self._remove_remains()
            self._file = (folder / _ENTRIES).open("ab")
            self._rejects = (folder / _REJECTS).open("ab")
        except OSError as error:
            raise ConfigError(f"{folder}: cannot be written ({error.strerror or error})") from error

    def begin(self) -> None:
        """Say that the output is not complete, where a run before said that it was and the input has grown."""
        if read_head(self.folder)["finished"] is not None:
            write_whole(self.folder / _HEAD, _json({"settings": self._identity, "finished": None}))

    def enter(self, entry: Entry, rejects: Sequence[Reject]) -> None:
        """Enter a part whose files are complete.

        Raises:
            ConfigError: If the output cannot be written; it then is as it was before the part.
        """
        try:
            for reject in rejects:
                line = json.dumps({"where": reject.where, "reason": reject.reason, "part": entry.part})
                self._rejects.write(line.encode() + b"\n")
            _flushed(self._rejects)
            whole = replace(entry, rejects_end=self._rejects.tell())
            self._file.write(whole.to_line())
            _flushed(self._file)
        except OSError as error:
            raise ConfigError(f"{self.folder}: cannot be written ({error.strerror or error})") from error

    def finish(self, summary: Mapping[str, Any]) -> None:
        """Say that every record of the input is in the output."""
        # A worker of a cluster that was lost left what it was writing; another one wrote the part.
        self._remove_unfinished()
        write_whole(self.folder / _HEAD, _json({"settings": self._identity, "finished": dict(summary)}))

    def close(self) -> None:
        """Let another run have the output."""
        for file in (self._file, self._rejects):
            # What a full disk did not take is written again to be lost again; the error has been told.
            with suppress(OSError):
                file.close()
        os.close(self._lock)

    def _remove_unfinished(self) -> None:
        for temporary in self.folder.rglob(".part-*"):
            temporary.unlink(missing_ok=True)

    def _remove_remains(self) -> Totals:
        """Cut what a stopped run left behind, and return what is there.

        It may have left half a line, rejects of a part that was never entered, and files that were not complete.
        """
        records = rejected = words = length = rejects_end = 0
        for entry in read_entries(self.folder):
            records, rejected, words = records + entry.records, rejected + entry.rejected, words + entry.words
            length, rejects_end = length + len(entry.to_line()), entry.rejects_end
        for path, end in ((self.folder / _ENTRIES, length), (self.folder / _REJECTS, rejects_end)):
            if path.exists() and path.stat().st_size > end:
                os.truncate(path, end)
        self._remove_unfinished()
        return Totals(records, rejected, words)


def read_head(folder: Path) -> dict[str, Any]:
    """Return what ``corpus.json`` says: ``settings``, and ``finished`` (``None`` while a run is under way).

    Raises:
        ConfigError: If the folder is no output of ``framing corpus score``.
    """
    path = folder / _HEAD
    try:
        head = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ConfigError(f"{folder}: is no output of 'framing corpus score': it has no {_HEAD}") from error
    except (OSError, ValueError) as error:
        raise ConfigError(f"{path}: cannot be read ({error})") from error
    if not isinstance(head, dict) or not isinstance(head.get("settings"), dict):
        raise ConfigError(f"{path}: is not what 'framing corpus score' writes")
    return head


def read_entries(folder: Path) -> Iterator[Entry]:
    """Yield the parts that are done, in their order; a last line that is not whole is not one."""
    path = folder / _ENTRIES
    if not path.exists():
        return
    with path.open("rb") as file:
        for number, line in enumerate(file):
            try:
                values = json.loads(line) if line.endswith(b"\n") else None
                entry = Entry(**values) if values else None
            except (ValueError, TypeError, KeyError) as error:
                raise ConfigError(f"{path}:{number + 1}: is not an entry of a manifest") from error
            if entry is None:
                return
            yield entry


def _locked(folder: Path) -> int:
    descriptor = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT, 0o666)
    try:
        import fcntl  # noqa: PLC0415 -- not on Windows
    except ImportError:
        return descriptor
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(descriptor)
        raise ConfigError(f"{folder}: another run writes there") from error
    return descriptor


def _check_empty(folder: Path) -> None:
    if any(path.name != ".lock" for path in folder.iterdir()):
        raise ConfigError(f"{folder}: has files that 'framing corpus score' did not write; name an empty folder")


def _check_same(folder: Path, before: Mapping[str, Any], now: Mapping[str, Any]) -> None:
    for name in now:
        if before.get(name) != now[name]:
            shown = "" if name in {"models_and_lexicons", "own_lexicons"} else f" ({before.get(name)}, now {now[name]})"
            raise ConfigError(
                f"{folder}: was made with another setting of '{name}'{shown}; use the same, or another output"
            )


def _flushed(file: Any) -> None:  # noqa: ANN401 -- a binary file
    file.flush()
    os.fsync(file.fileno())


def _json(value: Mapping[str, Any]) -> bytes:
    return json.dumps(value, indent=2, ensure_ascii=False).encode() + b"\n"
