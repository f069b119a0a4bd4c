"""Characters of a document's text left out or replaced, with the map back to the file kept."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from framing.article import Block, Document, Origin
from framing.given import file_end, file_offset

__all__ = ["Edit", "Runs", "edited", "mapped"]


class Edit(NamedTuple):
    """What stands instead of a stretch of text; nothing leaves it out."""

    start: int
    end: int
    text: str = ""


class Runs:
    """The stretches of a text that stand unchanged in a file, as they are found."""

    def __init__(self) -> None:
        self.text_starts: list[int] = []
        self.file_starts: list[int] = []
        self.lengths: list[int] = []

    def add(self, text_start: int, file_start: int, length: int) -> None:
        """Add a run behind those so far; one of no length is the place of characters that the file writes otherwise."""
        self.text_starts.append(text_start)
        self.file_starts.append(file_start)
        self.lengths.append(length)

    def reaches(self, text_start: int, file_start: int) -> bool:
        """Return whether the last run ends in both places."""
        return (
            self.text_starts[-1] + self.lengths[-1] == text_start
            and self.file_starts[-1] + self.lengths[-1] == file_start
        )

    def origin(self, source: str) -> Origin:
        """Return the map of the runs."""
        return Origin(source, tuple(self.text_starts), tuple(self.file_starts), tuple(self.lengths))


def edited(document: Document, edits: Iterable[Edit]) -> Document:
    """Return a document with stretches of its text left out or replaced.

    Args:
        document: The document.
        edits: Disjoint, of any order.

    Returns:
        A document whose blocks and map are those of the new text; the same one where there is no edit.
    """
    ordered = sorted(edits)
    if not ordered:
        return document
    parts: list[str] = []
    runs = Runs()
    length = place = 0
    for edit in ordered:
        for start, file_start, size in _kept(document, place, edit.start):
            runs.add(length + start - place, file_start, size)
        parts += [document.text[place : edit.start], edit.text]
        length += edit.start - place
        if edit.text:
            runs.add(length, file_offset(document, edit.start), 0)
            length += len(edit.text)
            # What follows may be left out: the replaced characters end here.
            runs.add(length, file_end(document, edit.end - 1), 0)
        place = edit.end
    for start, file_start, size in _kept(document, place, len(document.text)):
        runs.add(length + start - place, file_start, size)
    parts.append(document.text[place:])
    source = document.text if document.origin is None else document.origin.source
    moved = _Moved(ordered)
    marked = tuple(
        Block(block.kind, moved.place(block.start), moved.place(block.end), block.quoted) for block in document.marked
    )
    return replace(document, text="".join(parts), marked=marked, origin=runs.origin(source))


def mapped(document: Document, file: Document) -> Document:
    """Return a document that was read from the text of another one, with its map leading to that one's file."""
    origin = document.origin
    if origin is None or file.origin is None:
        return document if file.origin is None else replace(document, origin=file.origin)
    runs = Runs()
    for text_start, file_start, length in zip(origin.text_starts, origin.file_starts, origin.lengths, strict=True):
        if length == 0:
            runs.add(text_start, file_offset(file, file_start), 0)
        for start, place, size in _kept(file, file_start, file_start + length):
            runs.add(text_start + start - file_start, place, size)
    return replace(document, origin=runs.origin(file.origin.source))


def _kept(document: Document, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield the runs of a stretch that stays: offset in the text, place in the file, length."""
    if start >= end:
        return
    origin = document.origin
    if origin is None:
        yield start, start, end - start
        return
    run = max(bisect_right(origin.text_starts, start) - 1, 0)
    while run < len(origin.text_starts) and origin.text_starts[run] < end:
        text_start, file_start, length = origin.text_starts[run], origin.file_starts[run], origin.lengths[run]
        run += 1
        first, last = max(text_start, start), min(text_start + length, end)
        if first < last:
            yield first, file_start + first - text_start, last - first
        elif length == 0 and text_start >= start:
            yield text_start, file_start, 0


class _Moved:
    """Where places of the old text stand in the new one; a place inside of an edit stands at its beginning."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._starts = [edit.start for edit in edits]
        self._shifts = [0, *accumulate(len(edit.text) - (edit.end - edit.start) for edit in edits)]

    def place(self, offset: int) -> int:
        number = bisect_right(self._starts, offset - 1)
        if number and offset < self._edits[number - 1].end:
            return self._edits[number - 1].start + self._shifts[number - 1]
        return offset + self._shifts[number]
