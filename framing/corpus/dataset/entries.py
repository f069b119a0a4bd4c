"""What an output says is in it: ``manifest.jsonl``, a line a part, and ``rejects.jsonl``, a line a rejected record."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from framing.corpus.intake.record import Reject
from framing.errors import ConfigError

__all__ = ["ENTRIES", "REJECTS", "Entry", "read_entries", "read_rejects", "reject_line"]

ENTRIES = "manifest.jsonl"
REJECTS = "rejects.jsonl"


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
        size: Their bytes together.
        rejects_end: Where ``rejects.jsonl`` ended when the part was done, in bytes.
    """

    part: int
    digest: str
    records: int
    rejected: int
    words: int
    files: int
    size: int
    rejects_end: int

    def to_line(self) -> bytes:
        """Return the entry as a line of ``manifest.jsonl``."""
        return json.dumps(asdict(self)).encode() + b"\n"


def reject_line(reject: Reject, part: int) -> bytes:
    """Return a rejected record as a line of ``rejects.jsonl``."""
    return json.dumps({"where": reject.where, "reason": reject.reason, "part": part}).encode() + b"\n"


def read_entries(folder: Path) -> Iterator[Entry]:
    """Yield the parts that are done, in their order; a last line that is not whole is not one.

    Raises:
        ConfigError: If a line is no entry.
    """
    path = folder / ENTRIES
    for number, values in _lines(path):
        try:
            yield Entry(**values)
        except TypeError as error:
            raise ConfigError(f"{path}:{number}: is not an entry of a manifest") from error


def read_rejects(folder: Path) -> Iterator[tuple[int, Reject]]:
    """Yield the rejected records with their parts, in their order; a last line that is not whole is not one.

    Raises:
        ConfigError: If a line is no rejected record.
    """
    path = folder / REJECTS
    for number, values in _lines(path):
        try:
            yield int(values["part"]), Reject(str(values["where"]), str(values["reason"]))
        except (KeyError, TypeError, ValueError) as error:
            raise ConfigError(f"{path}:{number}: is no record that was rejected") from error


def _lines(path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Yield the whole lines of a file that may not be there, with their numbers from 1 and what is in them."""
    if not path.exists():
        return
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if not line.endswith(b"\n"):
                return
            try:
                values = json.loads(line)
            except ValueError as error:
                raise ConfigError(f"{path}:{number}: is not what 'framing corpus score' writes") from error
            yield number, values
