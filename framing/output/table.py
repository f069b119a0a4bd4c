"""The terminal's table of several articles: a row each, as wide as the screen, or a few lines each on a narrow one."""

from collections.abc import Iterator, Sequence

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


def table(reports: Sequence[Report], paint: Paint, width: int) -> Iterator[str]:
    """Yield the lines: words, genre, loaded terms, slanted share, sources, officials and leading frame of each.

    Args:
        reports: The articles.
        paint: Paints the head.
        width: Cells of the screen.
    """
    room = width - _TAKEN - 1
    if room < _LEAST:
        yield from _stacked(reports, paint, width)
        return
    frame = min(max(room * 2 // 5, 10), 44)
    name = min(room - frame, 60)
    head = [Cell("article", name), *(Cell(label, size) for label, size in _FIGURES), Cell("frame", frame)]
    yield paint(beside(_aligned(head))[0], "bold")
    for report, title in zip(reports, _called(reports), strict=True):
        called = Cell(title, name)
        if report.measures:
            cells = [Cell(value, size) for value, (_, size) in zip(_figures(report), _FIGURES, strict=True)]
            yield from beside(_aligned([called, *cells, Cell(_frame(report), frame)]))
        else:
            yield from beside([called, Cell(_unscored(report), width - name - 1)])


def _stacked(reports: Sequence[Report], paint: Paint, width: int) -> Iterator[str]:
    for report, title in zip(reports, _called(reports), strict=True):
        yield from (paint(line, "bold") for line in wrapped(title, width))
        if not report.measures:
            yield from wrapped(f"  {_unscored(report)}", width, "  ")
            continue
        values = zip(_FIGURES, _figures(report), strict=True)
        text = ", ".join(f"{label} {value}" for (label, _), value in values)
        yield from wrapped(f"  {text}, frame {_frame(report)}", width, "  ")


def _aligned(cells: Sequence[Cell]) -> list[Cell]:
    """Figures to the right of their columns; names to the left."""
    first, *figures, last = cells
    return [first, *(cell._replace(right=True) for cell in figures), last]


def _called(reports: Sequence[Report]) -> list[str]:
    """The inputs' names without the folder that all lie in; headlines where there are no names."""
    names = [report.name for report in reports]
    folders = [name.rpartition("/")[0] for name in names]
    shared = next(iter(folders)) if len(set(folders)) == 1 else ""
    return [name.removeprefix(f"{shared}/") or report.heading for name, report in zip(names, reports, strict=True)]


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
