"""From places in the text to line and column of the file."""

from bisect import bisect_right
from functools import lru_cache

from framing.article import Document, FilePlace
from framing.given import file_end, file_offset, given_text

__all__ = ["LineMap", "file_place", "file_span", "given_file_span", "line_map"]


class LineMap:
    """The lines of a file: a line ends with a line feed, or with a carriage return where there is no line feed."""

    def __init__(self, source: str) -> None:
        mark = "\n" if "\n" in source else "\r"
        starts = [0]
        place = 0
        while (place := source.find(mark, place)) != -1:
            place += 1
            starts.append(place)
        self._starts = starts
        self._length = len(source)

    def place(self, offset: int) -> FilePlace:
        """Return line and column (1-based, in code points); an offset outside of the file is moved into it."""
        inside = min(max(offset, 0), self._length)
        line = bisect_right(self._starts, inside)
        return FilePlace(line, inside - self._starts[line - 1] + 1, inside)

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a line and column, both 1-based; a place outside of the file is moved into it."""
        start = self._starts[min(max(line, 1), len(self._starts)) - 1]
        return min(start + max(column, 1) - 1, self._length)


# A report asks for many places of one document; a comparison for those of a few.
@lru_cache(maxsize=8)
def line_map(source: str) -> LineMap:
    """Return the lines of a decoded file."""
    return LineMap(source)


def file_place(document: Document, offset: int) -> FilePlace:
    """Return line and column (1-based, in code points) of a character in the file as it was read."""
    return line_map(_source(document)).place(file_offset(document, offset))


def file_span(document: Document, start: int, end: int) -> tuple[FilePlace, FilePlace]:
    """Return where a span of the text starts and ends in the file; the end is the place after its last character.

    Markup between the two lies inside of the span.
    """
    lines = line_map(_source(document))
    first = file_offset(document, start)
    if end <= start:
        return lines.place(first), lines.place(first)
    return lines.place(first), lines.place(max(first, file_end(document, end - 1)))


def given_file_span(document: Document, start: int, end: int) -> tuple[FilePlace, FilePlace]:
    """Return where a span of the text as it was given starts and ends in the file."""
    if document.media_type != "text/plain":
        return file_span(document, start, end)
    lines = line_map(given_text(document))
    return lines.place(start), lines.place(end)


def _source(document: Document) -> str:
    return document.text if document.origin is None else document.origin.source
