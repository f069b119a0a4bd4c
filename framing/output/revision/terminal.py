"""A revision on a terminal: what changed, every sentence whole, wrapped to the width."""

from collections.abc import Iterator

from framing.output.colour import Paint
from framing.output.comparison.sheet import Sheet
from framing.output.console import without_commands
from framing.output.revision.rows import (
    ChangeRow,
    change_rows,
    credit_rows,
    credits_in_short,
    headlines,
    in_short,
    term_rows,
)
from framing.output.summary import CANNOT_TELL
from framing.output.width import padded, wrapped
from framing.revision import Revision

__all__ = ["render"]

WIDTH = 80
"""Columns where the terminal does not tell its own."""
_LEAST = 40
"""Columns below which no line is broken further."""
_LABEL = 12
"""Columns of the labels on the left."""
_SIGNS = {"added": "+", "dropped": "-", "moved": ">", "reworded": "~", "reworded and moved": "~"}
_COLOURS = {"added": "green", "dropped": "red", "moved": "cyan"}


def render(revision: Revision, *, colour: bool = False, width: int = WIDTH) -> str:
    """Return the revision as lines.

    Args:
        revision: What changed.
        colour: Whether to use ANSI colours.
        width: Columns of the terminal.
    """
    return without_commands("\n".join(_lines(revision, Sheet(Paint(colour), max(width, _LEAST)))) + "\n")


def _lines(revision: Revision, sheet: Sheet) -> Iterator[str]:
    for label, report in (("OLD", revision.old), ("NEW", revision.new)):
        name = f" ({report.name})" if report.name and report.name != report.heading else ""
        yield from _titled(label, report.heading + name, sheet)
    yield ""
    headline = headlines(revision)
    if headline is not None:
        yield from _titled("HEADLINE", f"- {headline[0]}", sheet)
        yield from _titled("", f"+ {headline[1]}", sheet)
    yield from _titled("SENTENCES", in_short(revision), sheet)
    for row in change_rows(revision):
        yield from _change(row, sheet)
    yield from _titled("CREDITS", credits_in_short(revision), sheet)
    for _, sentence in credit_rows(revision):
        yield from _titled("", sentence, sheet, "  ")
    terms = term_rows(revision)
    gone = sum(row.kind == "loaded_out" for row in terms)
    yield from _titled("LOADED", f"{len(terms) - gone} loaded terms in, {gone} out.", sheet)
    for term in terms:
        sign, style = ("+", "green") if term.kind == "loaded_in" else ("-", "red")
        lines = wrapped(
            f"{sign} “{term.words}” {term.voice}, line {term.line}: {term.sentence}", sheet.width - _LABEL, "  "
        )
        yield from (" " * _LABEL + sheet.paint(line, style) for line in lines)
    yield from (sheet.paint(line, "dim") for line in wrapped(CANNOT_TELL, sheet.width))


def _titled(label: str, text: str, sheet: Sheet, indent: str = "") -> Iterator[str]:
    for number, line in enumerate(wrapped(text, sheet.width - _LABEL, indent)):
        yield (sheet.paint(padded(label, _LABEL), "cyan") if number == 0 else " " * _LABEL) + line


def _change(row: ChangeRow, sheet: Sheet) -> Iterator[str]:
    marks = {"same": "{}", "out": "[-{}-]", "in": "{{+{}+}}"}
    whole = len(row.runs) == 1
    words = " ".join(run if whole else marks[kind].format(run) for kind, run in row.runs)
    moved = " (moved)" if row.kind == "reworded and moved" else ""
    text = f"{_SIGNS[row.kind]} {row.place}{moved}: {words}"
    style = (_COLOURS[row.kind],) if row.kind in _COLOURS else ()
    yield from (" " * _LABEL + sheet.paint(line, *style) for line in wrapped(text, sheet.width - _LABEL, "  "))
