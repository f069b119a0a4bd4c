"""Tables of three accounts and more on a terminal: which account tells which fact, and how far frames lie apart."""

from collections.abc import Iterator, Sequence

from framing.comparison import Comparison
from framing.output.comparison.rows import ToldRow
from framing.output.comparison.sheet import Sheet
from framing.output.letters import letter
from framing.output.width import padded, wrapped

__all__ = ["distances", "matrix"]

_LABEL = 12
_SURE = 0.8
_WIDE = 5
_PLACES = {"lead": "lead", "middle": "mid", "end": "end"}


def matrix(comparison: Comparison, rows: Sequence[ToldRow], sheet: Sheet) -> Iterator[str]:
    """Yield the lines of a table with a row for each fact and a column for each account: where it tells the fact.

    Args:
        comparison: Of three accounts or more.
        rows: The facts.
        sheet: Colours and width.
    """
    count = len(comparison.reports)
    wide = sheet.width - _LABEL - _WIDE * count
    heads = "".join(f"{letter(number):>{_WIDE}}" for number in range(count))
    yield (sheet.paint(padded("FACTS", _LABEL), "cyan") + padded("?: less sure; -: not found", wide) + heads)
    for row in rows:
        places = {article: position for article, _, position, _ in row.cells}
        unsure = "?" if row.probability < _SURE else ""
        cells = "".join(f"{_PLACES[places[n]] + unsure if n in places else '-':>{_WIDE}}" for n in range(count))
        lines = wrapped(row.cells[0][3], wide - 2, "  ")
        yield " " * _LABEL + padded(lines[0], wide) + cells
        yield from (" " * _LABEL + line for line in lines[1:])


def distances(comparison: Comparison, sheet: Sheet) -> Iterator[str]:
    """Yield the frames' distances as one small matrix; a star marks those that are more than chance can bring."""
    count = len(comparison.reports)
    found = {row.articles: row for row in comparison.frames}
    text = "Frames apart, 0 to 1 (*: more than chance between such texts)"
    yield " " * _LABEL + sheet.paint(text, "dim")
    yield " " * (_LABEL + 2) + "".join(f"{letter(number):>7}" for number in range(count - 1))
    for below in range(1, count):
        cells = ""
        for across in range(below):
            row = found[across, below]
            cells += f"{'-' if row.distance is None else f'{row.distance:.2f}' + '*' * row.carried:>7}"
        yield " " * _LABEL + f"{letter(below)} " + cells
