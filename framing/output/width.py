"""Text cut, padded, wrapped and laid in columns by display width: wide characters take two cells, combining marks none.

A word is cut only where it is longer than the line that it stands on.
"""

from collections.abc import Sequence
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

from framing.expressions import expression
from framing.packages import needed

__all__ = ["Cell", "beside", "cells", "columns", "cut", "padded", "wrapped"]

_ONE_CELL = expression("[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u2193\u2500-\u25a0]*")
"""Texts of characters that take one cell each: Latin letters, marks, lines and blocks.

The tables of all others are read where a text has one of them: reading them takes longer than printing a report.
"""

_LONGEST_PIECE = 12
"""A cut text ends between words, unless that would leave out a longer piece than this."""

_JOINTS = "/-_."
"""Where a word that is longer than its line is broken, if it has one of them."""


class Cell(NamedTuple):
    """A text, the cells that it may take, and whether it stands at the right of them."""

    text: str
    width: int
    right: bool = False


def columns(text: str) -> int:
    """Return how many terminal cells a text takes."""
    if _ONE_CELL.fullmatch(text):
        return len(text)
    width: int = needed("wcwidth").wcswidth(text)
    return width if width >= 0 else len(text)


@cache
def cells(character: str) -> int:
    """Return how many terminal cells a character takes on its own."""
    if _ONE_CELL.fullmatch(character):
        return 1
    width: int = needed("wcwidth").wcwidth(character)
    return max(width, 0)


def cut(text: str, width: int) -> str:
    """Return the text, shortened with an ellipsis to a number of cells; control characters become spaces.

    It ends between words where one ends not far before.

    Examples:
        >>> cut("A long headline", 8)
        'A long …'
    """
    clean = _clean(text)
    if columns(clean) <= width:
        return clean
    kept = _fitting(clean, width - 1)
    space = kept.rfind(" ")
    if space > 0 and clean[len(kept) : len(kept) + 1] != " " and len(kept) - space <= min(_LONGEST_PIECE, width // 2):
        shorter = kept[: space + 1]
        return (shorter if columns(shorter) < width else shorter.rstrip()) + "…"
    return kept + "…"


def padded(text: str, width: int) -> str:
    """Return the text cut and filled with spaces to a number of cells."""
    short = cut(text, width)
    return short + " " * (width - columns(short))


def wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """Return the text's lines at a width, further lines indented; a word is broken only if it is longer than a line.

    White space before the first word stays, between words one space is kept.

    Examples:
        >>> wrapped("one two three", 8, "  ")
        ['one two', '  three']
    """
    clean = _clean(text)
    lines: list[str] = []
    line = clean[: len(clean) - len(clean.lstrip())]
    for word in clean.split():
        rest = word
        before = f"{line} " if line.strip() else line
        if columns(before + rest) <= width:
            line = before + rest
            continue
        if line.strip():
            lines.append(line)
            line = indent
        while rest and columns(line + rest) > width:
            part = _fitting(rest, max(width - columns(line), 1)) or rest[0]
            joint = max(part.rfind(mark) for mark in _JOINTS) + 1
            part = part[:joint] if joint > 1 else part
            lines.append(line + part)
            line, rest = indent, rest[len(part) :]
        line += rest
    return [*lines, line] if line.strip() or not lines else lines


def beside(cells: Sequence[Cell], gap: int = 1) -> list[str]:
    """Return lines in which texts stand beside each other, each wrapped in its own column.

    Examples:
        >>> beside([Cell("a long name", 6), Cell("12", 2)])
        ['a long 12', 'name']
    """
    parts = [wrapped(cell.text, cell.width) for cell in cells]
    rows = zip_longest(*parts, fillvalue="")
    return [(" " * gap).join(map(_filled, row, cells)).rstrip() for row in rows]


def _filled(text: str, cell: Cell) -> str:
    space = " " * (cell.width - columns(text))
    return space + text if cell.right else text + space


def _clean(text: str) -> str:
    return "".join(character if character.isprintable() else " " for character in text)


def _fitting(text: str, width: int) -> str:
    """The longest beginning of a text that fits."""
    used = 0
    for place, character in enumerate(text):
        used += cells(character)
        if used > width:
            return text[:place]
    return text
