"""Tables of three accounts and more on a terminal: which account tells which fact, and how far frames lie apart."""

from collections.abc import Iterator, Sequence

from framing.comparison import Comparison
from framing.output.comparison.rows import ToldRow
from framing.output.comparison.sheet import Sheet
from framing.output.letters import letter
from framing.output.width import padded, wrapped

__all__ = ["distances", "matrix"]

_LABEL = 12
_WIDE = 8
_MARKS = {"told": "", "partly": "~", "unsure": "?", "not_found": "-"}
_PLACES = {"lead": "lead", "middle": "mid", "end": "end"}


def matrix(comparison: Comparison, rows: Sequence[ToldRow], sheet: Sheet) -> Iterator[str]:
    """Yield each fact whole, and below it how each account stands to it and where in its story it tells it.

    Args:
        comparison: Of three accounts or more.
        rows: The facts.
        sheet: Colours and width.
    """
    count = len(comparison.reports)
    legend = "~: at least in part; ?: unsure; -: not found"
    yield sheet.paint(padded("FACTS", _LABEL), "cyan") + sheet.paint(legend, "dim")
    for row in rows:
        places = {article: position for article, _, position, _ in row.cells}
        for number, line in enumerate(wrapped(row.cells[0][3], sheet.width - _LABEL - 2)):
            yield " " * _LABEL + ("- " if number == 0 else "  ") + line
        cells = "".join(
            padded(f"{letter(n)} {_MARKS[row.standings[n]]}{_PLACES.get(places.get(n, ''), '')}", _WIDE)
            for n in range(count)
        )
        yield " " * (_LABEL + 2) + cells.rstrip()


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
