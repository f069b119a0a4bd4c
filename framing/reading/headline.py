"""A headline that stands elsewhere than in the text: on top of it, so that it is scored like any other."""

import re
from dataclasses import replace
from itertools import islice

from framing.article import Block, Document, Origin
from framing.expressions import expression
from framing.reading.edits import Runs
from framing.titles import FIRST_LINES, says_title

__all__ = ["LONGEST_TITLE", "aligned", "titled", "with_headline"]

_GAP = "\n\n"
LONGEST_TITLE = 300
"""Characters of a title; what is longer is a text."""
_SEARCHED = 200
"""Characters in which the next character of a title is looked for: markup may stand between two."""
_LINE = expression(r"(?<![^\S\r\n])[^\S\r\n]*+\S[^\r\n]*+")
"""Not begun again at each of a line's spaces, where nothing else stands on it."""
_TAG = expression(r"\s{0,9}</?[A-Za-z][^<>]{0,300}>")
_CODED = expression(
    r"&(?:amp;){0,4}(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|\\u[0-9a-fA-F]{4}|\\.|''",
    re.DOTALL,
)


def with_headline(document: Document) -> Document:
    """Return a document whose text begins with its headline, where it stands nowhere in the text.

    The blocks and the map go along: places in the headline lead to where it came from. Of a plain text and a title
    beside it, the map's file is the text, a blank line, and the title.
    """
    title = " ".join((document.title or "").split())
    if not title or len(title) > LONGEST_TITLE or _stands_in(document, title):
        return document
    shift = len(title) + len(_GAP)
    blocks = (block._replace(start=block.start + shift, end=block.end + shift) for block in document.marked)
    return replace(
        document,
        text=f"{title}{_GAP}{document.text}",
        marked=(Block("headline", 0, len(title)), *blocks),
        origin=_joined(document, title, shift),
        title_place=document.title_place or "title",
        headline_on_top=True,
    )


def titled(document: Document, given: str | None) -> Document:
    """Return a document whose title was given beside it, with the map of its title to what was given."""
    if given is None or document.title is None:
        return document
    origin = aligned(document.title, given) if len(document.title) <= LONGEST_TITLE else None
    return replace(document, title_place="title", title_origin=origin)


def aligned(title: str, source: str, start: int = 0) -> Origin:
    """Return the map of a title's characters to a place where it is written otherwise: escaped, folded, in quotes.

    Args:
        title: The title as it is read.
        source: The file, or the title as it was given.
        start: Where the title is written in it.
    """
    runs = Runs()
    place = start
    for number, character in enumerate(title):
        if character.isspace():
            while place < len(source) and source[place].isspace():
                place += 1
            continue
        while tag := _TAG.match(source, place):
            place = tag.end()
        coded = _CODED.match(source, place)
        if coded:
            runs.add(number, place, 0)
            place = coded.end()
            continue
        next_place = source.find(character, place, place + _SEARCHED)
        if next_place == -1:
            runs.add(number, place, 0)
            continue
        if runs.lengths and runs.lengths[-1] and runs.reaches(number, next_place):
            runs.lengths[-1] += 1
        else:
            runs.add(number, next_place, 1)
        place = next_place + 1
    return runs.origin(source)


def _stands_in(document: Document, title: str) -> bool:
    named = [block for block in document.marked if block.kind == "headline"]
    if any(says_title(document.text[block.start : block.end], title) for block in named):
        return True
    return any(says_title(match.group(), title) for match in islice(_LINE.finditer(document.text), FIRST_LINES))


def _joined(document: Document, title: str, shift: int) -> Origin:
    """Return the map of the title and the text below it."""
    body = document.origin or Origin(document.text, (0,), (0,), (len(document.text),))
    head = document.title_origin or (aligned(title, title) if document.media_type == "text/plain" else None)
    runs = Runs()
    source = body.source
    if head is not None:
        place = 0
        if head.source is not body.source:
            place = len(source) + len(_GAP)
            source = f"{source}{_GAP}{head.source}"
        for text_start, file_start, length in zip(head.text_starts, head.file_starts, head.lengths, strict=True):
            runs.add(text_start, file_start + place, length)
    for text_start, file_start, length in zip(body.text_starts, body.file_starts, body.lengths, strict=True):
        runs.add(text_start + shift, file_start, length)
    return runs.origin(source)
