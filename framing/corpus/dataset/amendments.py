"""Parts that were made again after they were entered: kept beside the manifest until they are put in their places.

The manifest and the rejects are files that grow at their ends. What changes in the middle is written to a file of its
own, line by line, and both files are written anew, whole, when the run ends or the next one begins.
"""

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from framing.corpus.dataset.entries import ENTRIES, REJECTS, Entry, read_entries, read_rejects, reject_line
from framing.corpus.dataset.part_files import write_whole
from framing.corpus.intake.record import Reject
from framing.errors import ConfigError

__all__ = ["append_amendment", "fold_amendments"]

_AMENDMENTS = "amendments.jsonl"
_Amended = tuple[Entry, tuple[Reject, ...]]


def append_amendment(folder: Path, entry: Entry, rejects: Sequence[Reject]) -> None:
    """Note the new state of a part that was made again.

    Raises:
        OSError: If that cannot be written.
    """
    line = json.dumps({"entry": asdict(entry), "rejects": [asdict(reject) for reject in rejects]})
    with (folder / _AMENDMENTS).open("ab") as file:
        file.write(line.encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())


def fold_amendments(folder: Path) -> None:
    """Write what was noted into the manifest and the rejects; if it is stopped, the next call completes it.

    Raises:
        ConfigError: If the output cannot be read or written.
    """
    path = folder / _AMENDMENTS
    if not path.exists():
        return
    amended = _amended(path)
    ends: dict[int, int] = {}
    write_whole(folder / REJECTS, _reject_lines(folder, amended, ends))
    entries = (amended[entry.part][0] if entry.part in amended else entry for entry in read_entries(folder))
    write_whole(folder / ENTRIES, (replace(entry, rejects_end=ends[entry.part]).to_line() for entry in entries))
    path.unlink()


def _reject_lines(folder: Path, amended: dict[int, _Amended], ends: dict[int, int]) -> Iterator[bytes]:
    """Yield the lines of ``rejects.jsonl`` of all entered parts, and record the offset at which each part's end."""
    there = read_rejects(folder)
    current = next(there, None)
    end = 0
    for entry in read_entries(folder):
        own: list[Reject] = []
        while current is not None and current[0] <= entry.part:
            own.append(current[1])
            current = next(there, None)
        for reject in amended[entry.part][1] if entry.part in amended else own:
            line = reject_line(reject, entry.part)
            end += len(line)
            yield line
        ends[entry.part] = end


def _amended(path: Path) -> dict[int, _Amended]:
    by_part: dict[int, _Amended] = {}
    for line in path.read_bytes().splitlines(keepends=True):
        if not line.endswith(b"\n"):
            break
        try:
            values: Any = json.loads(line)
            entry = Entry(**values["entry"])
            by_part[entry.part] = entry, tuple(Reject(**reject) for reject in values["rejects"])
        except (ValueError, TypeError, KeyError) as error:
            raise ConfigError(f"{path}: is not what 'framing corpus score' writes") from error
    return by_part
