"""From places in the text that is analysed to places in the text as it was given.

Stages work on a text in which character references are decoded, characters that nobody sees are left out, and a
headline that stands elsewhere is on top. What leaves the program counts in the text that came in.
"""

from bisect import bisect_right

from framing.article import Document
from framing.expressions import expression
from framing.spans import Span

__all__ = ["file_end", "file_offset", "given_slice", "given_span", "given_text"]

_REFERENCE = expression(r"&(?:amp;){0,4}(?:#[0-9]{1,9}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});")


def given_text(document: Document) -> str:
    """Return the text that offsets of reports count in: a plain text as it was given, of a page what it shows.

    A headline that was given beside a plain text stands under it, a blank line between.
    """
    origin = document.origin
    return document.text if origin is None or document.media_type != "text/plain" else origin.source


def given_span(document: Document, span: tuple[int, int]) -> Span:
    """Return where a span of the document's text stands in ``given_text``."""
    origin = document.origin
    if origin is None or document.media_type != "text/plain":
        return span if isinstance(span, Span) else Span(*span)
    first, last = span
    # Nearly every span lies in one run, and a report asks for two thousand.
    run = bisect_right(origin.text_starts, first) - 1
    if run >= 0 and first < last <= origin.text_starts[run] + origin.lengths[run]:
        moved = origin.file_starts[run] - origin.text_starts[run]
        return Span(first + moved, last + moved)
    start = file_offset(document, first)
    return Span(start, max(start, file_end(document, last - 1)) if last > first else start)


def given_slice(document: Document, span: tuple[int, int]) -> str:
    """Return a span's characters as they were given."""
    start, end = given_span(document, span)
    return given_text(document)[start:end]


def file_offset(document: Document, offset: int) -> int:
    """Return where a character of the text stands in the decoded file, in code points.

    A decoded character (``&amp;``) stands where its code starts; white space that was folded and characters that the
    file does not have stand after the nearest character before them.
    """
    origin = document.origin
    if origin is None:
        return offset
    run = bisect_right(origin.text_starts, offset) - 1
    if run < 0:
        return origin.file_starts[0] if origin.file_starts else 0
    return origin.file_starts[run] + min(offset - origin.text_starts[run], origin.lengths[run])


def file_end(document: Document, offset: int) -> int:
    """Return the place in the decoded file after a character of the text."""
    origin = document.origin
    if origin is None:
        return offset + 1
    run = bisect_right(origin.text_starts, offset) - 1
    if run >= 0 and offset < origin.text_starts[run] + origin.lengths[run]:
        return origin.file_starts[run] + offset - origin.text_starts[run] + 1
    place = file_offset(document, offset)
    decoded = run >= 0 and origin.lengths[run] == 0
    if decoded and (reference := _REFERENCE.match(origin.source, place)):
        return reference.end()
    if decoded and origin.source[place : place + 2] == "\\" + document.text[origin.text_starts[run]]:
        return place + 2
    following = run + 1
    if decoded and following < len(origin.text_starts) and origin.text_starts[following] == offset + 1:
        return max(origin.file_starts[following], place)
    return place
