"""The terminal's table of several articles: a row each, as wide as the screen, or a few lines each on a narrow one."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from framing.measuring.sure_genre import sure_genre
from framing.output.colour import Paint
from framing.output.figures import figure
from framing.output.summary import readable, summarise
from framing.output.width import Cell, beside, wrapped
from framing.report import Report

__all__ = ["table"]

_FIGURES = (("words", 6), ("genre", 9), ("loaded", 6), ("slant", 5), ("sources", 7), ("officials", 9))
_TAKEN = sum(width + 1 for _, width in _FIGURES)
_LEAST = 28
"""Cells that an article's name and its frame need: below, its figures stand under it."""


class _Row(NamedTuple):
    """What the table says of an article: all that is kept of its report."""

    name: str
    heading: str
    figures: tuple[str, ...]
    frame: str
    unscored: str


def table(reports: Iterable[Report], paint: Paint, width: int) -> Iterator[str]:
    """Yield the lines: words, genre, loaded terms, slanted share, sources, officials and leading frame of each.

    Args:
        reports: The articles; a row is all that is held of each.
        paint: Paints the head.
        width: Cells of the screen.
    """
    rows = list(map(_row, reports))
    room = width - _TAKEN - 1
    if room < _LEAST:
        yield from _stacked(rows, paint, width)
        return
    frame = min(max(room * 2 // 5, 10), 44)
    name = min(room - frame, 60)
    head = [Cell("article", name), *(Cell(label, size) for label, size in _FIGURES), Cell("frame", frame)]
    yield paint(beside(_aligned(head))[0], "bold")
    for row, title in zip(rows, _called(rows), strict=True):
        called = Cell(title, name)
        if row.unscored:
            yield from beside([called, Cell(row.unscored, width - name - 1)])
        else:
            cells = [Cell(value, size) for value, (_, size) in zip(row.figures, _FIGURES, strict=True)]
            yield from beside(_aligned([called, *cells, Cell(row.frame, frame)]))


def _row(report: Report) -> _Row:
    scored = bool(report.measures)
    figures, frame = (tuple(_figures(report)), _frame(report)) if scored else ((), "")
    return _Row(report.name, report.heading, figures, frame, "" if scored else _unscored(report))


def _stacked(rows: Sequence[_Row], paint: Paint, width: int) -> Iterator[str]:
    for row, title in zip(rows, _called(rows), strict=True):
        yield from (paint(line, "bold") for line in wrapped(title, width))
        if row.unscored:
            yield from wrapped(f"  {row.unscored}", width, "  ")
            continue
        values = zip(_FIGURES, row.figures, strict=True)
        text = ", ".join(f"{label} {value}" for (label, _), value in values)
        yield from wrapped(f"  {text}, frame {row.frame}", width, "  ")


def _aligned(cells: Sequence[Cell]) -> list[Cell]:
    """Figures to the right of their columns; names to the left."""
    first, *figures, last = cells
    return [first, *(cell._replace(right=True) for cell in figures), last]


def _called(rows: Sequence[_Row]) -> list[str]:
    """The inputs' names without the folder that all lie in; headlines where there are no names."""
    folders = {row.name.rpartition("/")[0] for row in rows}
    shared = folders.pop() if len(folders) == 1 else ""
    return [row.name.removeprefix(f"{shared}/") or row.heading for row in rows]


def _unscored(report: Report) -> str:
    return f"not scored: {report.notices[0].message}" if report.notices else "not scored"


def _figures(report: Report) -> list[str]:
    loaded = report.measures["loaded_terms_own"].value
    return [
        f"{sum(report.analysis.article.tokens.words):,}",
        sure_genre(report) or "-",
        "-" if loaded is None else f"{loaded:.1f}" if loaded else "none",
        *(_short(report, name) for name in ("slanted_sentences_own", "sources", "officials")),
    ]


def _short(report: Report, name: str) -> str:
    measure = report.measures[name]
    return "-" if measure.value is None else figure(measure)


def _frame(report: Report) -> str:
    frames = summarise(report).frames
    return readable(frames[0].name) if frames else "-"
