"""What an output holds: its settings, the parts that are done, the records that were rejected.

Parts are entered in their order, each after its files are complete on disk, so that the manifest's last whole line says
how far the run came. A run that goes on reads the input again, finds each part by its hash, and passes over those that
are done.
"""

import json
import os
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from framing.corpus.dataset.amendments import append_amendment, fold_amendments
from framing.corpus.dataset.entries import ENTRIES, REJECTS, Entry, read_entries, reject_line
from framing.corpus.dataset.part_files import write_whole
from framing.corpus.intake.record import Reject
from framing.errors import ConfigError

__all__ = ["Manifest", "Totals", "read_head"]

_HEAD = "corpus.json"


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

    def __init__(self, folder: Path, identity: Mapping[str, Any], *, free: Collection[str] = ()) -> None:
        """Open an output, new or begun.

        Args:
            folder: The output.
            identity: What the output depends on beside the records.
            free: Names in it that may be others than before, and are from now on.

        Raises:
            ConfigError: If it cannot be written, is another run's, was made with other settings, or is something else.
        """
        self.folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._lock = _locked(folder)
            try:
                self.before = self._opened(identity, free)
            except BaseException:
                os.close(self._lock)
                raise
        except OSError as error:
            raise ConfigError(f"{folder}: cannot be written ({error.strerror or error})") from error

    def _opened(self, identity: Mapping[str, Any], free: Collection[str]) -> Totals:
        folder = self.folder
        head = read_head(folder) if (folder / _HEAD).exists() else None
        if head is None:
            _check_empty(folder)
        else:
            _check_same(folder, head["settings"], {key: identity[key] for key in identity if key not in free})
        self._identity = dict(identity)
        if head is None or head["settings"] != self._identity:
            self._write_head(None)
        fold_amendments(folder)
        before = self._remove_remains()
        self._file = (folder / ENTRIES).open("ab")
        self._rejects = (folder / REJECTS).open("ab")
        return before

    def begin(self) -> None:
        """Say that the output is not complete, where a run before said that it was and the input has grown."""
        if read_head(self.folder)["finished"] is not None:
            self._write_head(None)

    def enter(self, entry: Entry, rejects: Sequence[Reject]) -> None:
        """Enter a part whose files are complete.

        Raises:
            ConfigError: If the output cannot be written; it then is as it was before the part.
        """
        try:
            for reject in rejects:
                self._rejects.write(reject_line(reject, entry.part))
            _flushed(self._rejects)
            whole = replace(entry, rejects_end=self._rejects.tell())
            self._file.write(whole.to_line())
            _flushed(self._file)
        except OSError as error:
            raise ConfigError(f"{self.folder}: cannot be written ({error.strerror or error})") from error

    def amend(self, entry: Entry, rejects: Sequence[Reject]) -> None:
        """Enter a part that was entered before and has been made again.

        Raises:
            ConfigError: If the output cannot be written.
        """
        try:
            append_amendment(self.folder, entry, rejects)
        except OSError as error:
            raise ConfigError(f"{self.folder}: cannot be written ({error.strerror or error})") from error

    def finish(self, summary: Mapping[str, Any]) -> None:
        """Say that every record of the input is in the output."""
        # A worker of a cluster that was lost left what it was writing; another one wrote the part.
        self._remove_unfinished()
        fold_amendments(self.folder)
        self._write_head(summary)

    def close(self) -> None:
        """Let another run have the output."""
        for file in (self._file, self._rejects):
            # What a full disk did not take is written again to be lost again; the error has been told.
            with suppress(OSError):
                file.close()
        os.close(self._lock)

    def _write_head(self, finished: Mapping[str, Any] | None) -> None:
        summary = None if finished is None else dict(finished)
        write_whole(self.folder / _HEAD, (_json({"settings": self._identity, "finished": summary}),))

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
        rejects_end = min(rejects_end, _whole_lines(self.folder / REJECTS))
        for path, end in ((self.folder / ENTRIES, length), (self.folder / REJECTS, rejects_end)):
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
        head: Any = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ConfigError(f"{folder}: is no output of 'framing corpus score': it has no {_HEAD}") from error
    except (OSError, ValueError) as error:
        raise ConfigError(f"{path}: cannot be read ({error})") from error
    if (
        isinstance(head, dict)
        and isinstance(head.get("settings"), dict)
        and isinstance(head.get("finished"), dict | None)
    ):
        return head
    raise ConfigError(f"{path}: is not what 'framing corpus score' writes")


def _whole_lines(path: Path) -> int:
    """Return where the last whole line of a file ends: what was cut off is not to be written behind."""
    return path.read_bytes().rfind(b"\n") + 1 if path.exists() else 0


def _locked(folder: Path) -> int:
    descriptor = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
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
