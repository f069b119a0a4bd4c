"""Tables of three accounts and more on a terminal: which account tells which fact, and how far frames lie apart."""

from collections.abc import Iterator, Sequence

from framing.comparison import Comparison
from framing.output.comparison.rows import ToldRow
from framing.output.comparison.sheet import Sheet
from framing.output.letters import letter
from framing.output.width import padded, wrapped

__all__ = ["distances", "head", "matrix", "row_of_cells"]

_LABEL = 12
"""Columns of the labels on the left."""
_WIDE = 8
"""Columns of an account's place in a fact's row."""
_CELL = 7
"""Columns of an account's figure."""
_LEAST_NAME = 16
"""Columns for a row's name, below which its cells stand under it, each behind its letter."""
_MARKS = {"told": "", "partly": "~", "unsure": "?", "not_found": "-"}
_PLACES = {"lead": "lead", "middle": "mid", "end": "end"}


def head(label: str, text: str, count: int, sheet: Sheet) -> Iterator[str]:
    """Yield a table's first line: what it is, and the letters of so many accounts where cells stand beside names."""
    letters = "".join(f"{letter(number):>{_CELL}}" for number in range(count)) if _beside(count, sheet) else ""
    lines = wrapped(text, sheet.width - _LABEL - len(letters))
    yield sheet.paint(padded(label, _LABEL), "cyan") + (
        padded(lines[0], sheet.width - _LABEL - len(letters)) + letters if letters else lines[0]
    )
    yield from (" " * _LABEL + line for line in lines[1:])


def row_of_cells(name: str, cells: Sequence[str], sheet: Sheet) -> Iterator[str]:
    """Yield a row: its name whole, and a cell an account."""
    if not _beside(len(cells), sheet):
        yield from (" " * _LABEL + line for line in wrapped(name, sheet.width - _LABEL, "  "))
        told = "   ".join(f"{letter(number)}\u00a0{cell}" for number, cell in enumerate(cells))
        yield from (" " * (_LABEL + 2) + line for line in wrapped(told, sheet.width - _LABEL - 2))
        return
    wide = sheet.width - _LABEL - _CELL * len(cells)
    lines = wrapped(name, wide - 1, "  ")
    yield " " * _LABEL + padded(lines[0], wide) + "".join(f"{cell:>{_CELL}}" for cell in cells)
    yield from (" " * _LABEL + line for line in lines[1:])


def _beside(count: int, sheet: Sheet) -> bool:
    return sheet.width - _LABEL - _CELL * count >= _LEAST_NAME


def matrix(comparison: Comparison, rows: Sequence[ToldRow], sheet: Sheet) -> Iterator[str]:
    """Yield each fact whole, and below it how each account stands to it and where in its story it tells it.

    Args:
        comparison: Of three accounts or more.
        rows: The facts.
        sheet: Colours and width.
    """
    count = len(comparison.reports)
    legend = "~: at least in part; ?: unsure; -: not found"
    for number, line in enumerate(wrapped(legend, sheet.width - _LABEL)):
        yield sheet.paint(padded("" if number else "FACTS", _LABEL), "cyan") + sheet.paint(line, "dim")
    for row in rows:
        places = {article: position for article, _, position, _ in row.cells}
        for number, line in enumerate(wrapped(row.cells[0][3], sheet.width - _LABEL - 2)):
            yield " " * _LABEL + ("- " if number == 0 else "  ") + line
        cells = [
            padded(f"{letter(n)} {_MARKS[row.standings[n]]}{_PLACES.get(places.get(n, ''), '')}", _WIDE)
            for n in range(count)
        ]
        together = (sheet.width - _LABEL - 2) // _WIDE
        for first in range(0, count, together):
            yield " " * (_LABEL + 2) + "".join(cells[first : first + together]).rstrip()


def distances(comparison: Comparison, sheet: Sheet) -> Iterator[str]:
    """Yield the frames' distances as one small matrix; a star marks those that are more than chance can bring."""
    count = len(comparison.reports)
    by_pair = {row.articles: row for row in comparison.frames}
    text = "Frames apart, 0 to 1 (*: more than chance between such texts)"
    yield from (" " * _LABEL + sheet.paint(line, "dim") for line in wrapped(text, sheet.width - _LABEL))
    told = {
        pair: "-" if row.distance is None else f"{row.distance:.2f}" + "*" * row.carried
        for pair, row in by_pair.items()
    }
    if _LABEL + 2 + _CELL * (count - 1) > sheet.width:
        pairs = "   ".join(f"{letter(a)}{letter(b)}\u00a0{cell}" for (a, b), cell in sorted(told.items()))
        yield from (" " * (_LABEL + 2) + line for line in wrapped(pairs, sheet.width - _LABEL - 2))
        return
    yield " " * (_LABEL + 2) + "".join(f"{letter(number):>{_CELL}}" for number in range(count - 1))
    for below in range(1, count):
        yield " " * _LABEL + f"{letter(below)} " + "".join(f"{told[across, below]:>{_CELL}}" for across in range(below))
