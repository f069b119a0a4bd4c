"""The records of a web archive (WARC), each found by itself: what is wrong with one costs that one only.

The length that a record announces counts where another record, or the end of the file, follows it. Where it does not,
the record ends in front of the next line that begins one.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from framing.corpus.intake.record import too_long
from framing.errors import InputError
from framing.expressions import expression

__all__ = ["ArchiveRecord", "archive_records", "header_fields"]

_PIECE = 1 << 16
"""Bytes that are read at a time: 64 kB."""
_MOST_HEAD = 1 << 16
"""Bytes of a record's header."""
_FEWEST_KEPT = 1 << 20
"""Bytes of the smallest window over a file: 1 MB."""
_VERSION = expression(rb"WARC/\d\.\d{1,3}[ \t]{0,9}\r?\n")
_BEGINNING = expression(_VERSION.pattern + rb"(?:[^\n]{0,200}\n){0,3}?(?:WARC|Content)-", re.IGNORECASE)
_LONGEST = 1024
"""Bytes within which a beginning is found or not."""
_ENDS = (b"\r\n\r\n", b"\n\n")
_LENGTH = expression(rb"content-length[ \t]{0,9}:[ \t]{0,9}(\d{1,18})[ \t]{0,9}\r?\n", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ArchiveRecord:
    """A record, or what stands in the place of one.

    Attributes:
        offset: Where it begins, in bytes of the decompressed file.
        fields: Its header's fields, by their names in small letters.
        block: Its content; with a fault what there is of its beginning, nothing where others may be lost with it.
        fault: Why it cannot be read, empty where it can.
    """

    offset: int
    fields: Mapping[str, str]
    block: bytes
    fault: str = ""


def archive_records(read: Callable[[int], bytes], max_bytes: int) -> Iterator[ArchiveRecord]:
    """Yield the records of a web archive in their order; what is no record and not empty is one with a fault.

    Args:
        read: Gives the next bytes, at most so many, none at the end. It may raise ``InputError`` where bytes are lost
            and go on behind them.
        max_bytes: The longest article: a record of more than twice as much is not kept.
    """
    window = _Window(read)
    while True:
        _pass_blank(window)
        offset = window.place
        junk, gap = _passed(window)
        if junk or gap:
            lost = f"{junk:,} bytes that are no record of a web archive" if junk else "the file is damaged here"
            yield ArchiveRecord(offset, {}, b"", fault=f"{lost} ({gap})" if gap else lost)
        elif not window.has(1):
            return
        else:
            yield _record(window, max_bytes)


def header_fields(lines: bytes) -> dict[str, str]:
    """Return the fields of a header by lower-case name; lines that are no fields are skipped.

    The first of two fields of one name counts; a line that begins with a blank goes on with the one before.
    """
    fields: dict[str, str] = {}
    last = ""
    for line in lines.replace(b"\r\n", b"\n").split(b"\n"):
        text = line.decode("utf-8", "replace")
        if text[:1] in {" ", "\t"} and last:
            fields[last] += f" {text.strip()}"
            continue
        name, colon, value = text.partition(":")
        last = name.strip().lower() if colon else ""
        if last in fields:
            last = ""
        elif last:
            fields[last] = value.strip()
    return fields


class _Window:
    """The bytes that were read from the file and not used yet."""

    def __init__(self, read: Callable[[int], bytes]) -> None:
        self._read = read
        self._bytes = bytearray()
        self._first = 0
        self._ended = False
        self._heard = True
        self._gap = ""
        self.place = 0

    def __len__(self) -> int:
        return len(self._bytes) - self._first

    def has(self, count: int) -> bool:
        """Read until so many bytes are there, and return whether they are before the end or the next gap."""
        while len(self) < count and not self._ended and not self._gap:
            try:
                piece = self._read(_PIECE)
            except InputError as error:
                self._gap = error.what
                # What cannot be read twice in a row will never be.
                self._ended, self._heard = not self._heard, False
                break
            self._ended = not piece
            self._heard = self._heard or bool(piece)
            self._bytes += piece
        return len(self) >= count

    def get(self, start: int, end: int) -> bytes:
        return bytes(self._bytes[self._first + start : self._first + end])

    def search(self, start: int) -> int:
        """Return where the next record begins in what was read, or -1."""
        match = _BEGINNING.search(self._bytes, self._first + start)
        return match.start() - self._first if match else -1

    def begins(self, start: int) -> bool:
        return bool(_VERSION.match(self._bytes, self._first + start))

    def pass_by(self, count: int) -> None:
        self._first += count
        self.place += count
        if self._first > len(self._bytes) // 2:
            del self._bytes[: self._first]
            self._first = 0

    def close_gap(self) -> str:
        """If the reader stands at a gap, continue after it and return the reason for it."""
        gap = "" if len(self) else self._gap
        if gap:
            self._gap = ""
        return gap


def _pass_blank(window: _Window) -> None:
    while window.has(1):
        head = window.get(0, _LONGEST)
        blank = len(head) - len(head.lstrip())
        if not blank:
            return
        window.pass_by(blank)


def _passed(window: _Window) -> tuple[int, str]:
    """Go to the next record; return how many bytes before it are not empty lines, and why others are lost."""
    junk = 0
    while window.has(1):
        window.has(_LONGEST)
        if window.begins(0):
            return junk, ""
        whole = not window.has(_PIECE)
        next_record = window.search(1)
        # At the end of what was read a record may begin that cannot be seen yet.
        count = next_record if next_record >= 0 else len(window) if whole else len(window) - _LONGEST
        junk += len(window.get(0, count).strip())
        window.pass_by(count)
    return junk, window.close_gap()


def _record(window: _Window, max_bytes: int) -> ArchiveRecord:
    window.has(_MOST_HEAD)
    head = window.get(0, _MOST_HEAD)
    following = _BEGINNING.search(head, 1)
    ends = [
        (place, mark) for mark in _ENDS if (place := head.find(mark, 0, following.start() if following else None)) >= 0
    ]
    if not ends:
        return _unmeasured(window, head.find(b"\n") + 1, None, max_bytes, {})
    end, mark = min(ends)
    fields = header_fields(head[:end])
    start = end + len(mark)
    length = _length(fields.get("content-length", ""))
    if length is not None and length <= _kept(max_bytes) and _holds(window, start, start + length):
        record = ArchiveRecord(window.place, fields, window.get(start, start + length))
        window.pass_by(start + length)
        return record
    return _unmeasured(window, start, length, max_bytes, fields)


def _length(announced: str) -> int | None:
    return int(announced) if re.fullmatch(r"[0-9]{1,18}", announced) else None


def _holds(window: _Window, start: int, end: int) -> bool:
    """Return whether a record ends where it says: two line ends follow, or another record, or nothing."""
    if not window.has(end):
        return False
    window.has(end + _LONGEST)
    rest = window.get(end, end + _LONGEST)
    blank = len(rest) - len(rest.lstrip(b"\r\n"))
    if not (blank == len(rest) or rest.startswith(_ENDS) or window.begins(end + blank)):
        return False
    return not _reaches_over(window.get(start, end))


def _reaches_over(block: bytes) -> bool:
    """Return whether a record's length is too large by just the next records: it ends where the last of them does.

    Or where the header of the last does, whose empty line looks like the end of a record.
    """
    last = max(block.rfind(mark + b"WARC/") + len(mark) for mark in _ENDS)
    if not _BEGINNING.match(block, last):
        return False
    head = min((place + len(mark) for mark in _ENDS if (place := block.find(mark, last)) >= 0), default=-1)
    if head < 0:
        return True
    announced = _LENGTH.search(block, last, max(head, last))
    return announced is not None and head + int(announced[1]) == len(block)


def _kept(max_bytes: int) -> int:
    """Return how long a record may be: chunks and codings can make a page longer than it is."""
    return max(2 * max_bytes, _FEWEST_KEPT)


def _unmeasured(
    window: _Window, start: int, length: int | None, max_bytes: int, fields: Mapping[str, str]
) -> ArchiveRecord:
    """Return a record that does not end where it says: it ends in front of the next one."""
    offset, seen, most = window.place, start, _kept(max_bytes)
    while (next_record := window.search(seen)) < 0 and window.has(len(window) + 1) and len(window) <= start + most:
        seen = max(len(window) - _LONGEST, start)
        window.has(len(window) + _PIECE)
    if next_record < 0 and len(window) > start + most:
        beginning = window.get(start, start + _MOST_HEAD)
        _pass_to_next(window)
        return ArchiveRecord(offset, fields, beginning, too_long(max_bytes))
    raw = window.get(start, next_record if next_record >= 0 else len(window))
    window.pass_by(start + len(raw))
    gap = window.close_gap() if next_record < 0 else ""
    marked = next((mark for mark in _ENDS if raw.endswith(mark)), b"")
    if not gap and fields and (marked or (length is not None and length <= len(raw))):
        return ArchiveRecord(offset, fields, raw.removesuffix(marked))
    announced = "no length" if length is None else f"{length:,} bytes"
    fault = f"is cut off: it announces {announced}, {len(raw):,} are there" if fields else "its header is cut off"
    fault += f" ({gap})" if gap else ""
    return ArchiveRecord(offset, fields, raw if next_record >= 0 else b"", fault)


def _pass_to_next(window: _Window) -> None:
    window.pass_by(1)
    while (next_record := window.search(0)) < 0:
        more = window.has(len(window) + 1)
        window.pass_by(max(len(window) - _LONGEST, 0) if more else len(window))
        if not more:
            return
        window.has(len(window) + _PIECE)
    window.pass_by(next_record)
