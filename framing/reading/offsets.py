"""From places in the text to line and column of the file."""

from bisect import bisect_right
from functools import lru_cache

from framing.article import Document, FilePlace, Origin

__all__ = ["file_offset", "file_place"]


def file_offset(document: Document, offset: int) -> int:
    """Return where a character of the text stands in the decoded file, in code points.

    Inside folded white space or decoded markup it is the nearest place before.
    """
    origin = document.origin
    if origin is None:
        return offset
    run = max(bisect_right(origin.text_starts, offset) - 1, 0)
    if not origin.text_starts:
        return 0
    inside = min(max(offset - origin.text_starts[run], 0), origin.lengths[run])
    return origin.file_starts[run] + inside


def file_place(document: Document, offset: int) -> FilePlace:
    """Return line and column (1-based, in code points) of a character in the file as it was read."""
    source = document.origin.source if document.origin is not None else document.text
    place = min(file_offset(document, offset), len(source))
    starts = _line_starts(source)
    line = bisect_right(starts, place)
    return FilePlace(line, place - starts[line - 1] + 1, place)


@lru_cache(maxsize=8)
def _line_starts(source: str) -> tuple[int, ...]:
    starts = [0]
    place = 0
    while (place := source.find("\n", place)) != -1:
        place += 1
        starts.append(place)
    return tuple(starts)


def plain_origin(source: str) -> Origin:
    """Return the map of a text that is the file itself."""
    return Origin(source, (0,), (0,), (len(source),))
