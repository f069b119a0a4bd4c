"""A revision on a terminal: what changed, every sentence whole, wrapped to the width."""

from collections.abc import Iterator

from framing.output.colour import Paint
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
from framing.output.summary import CANNOT_TELL, heading
from framing.output.width import padded, wrapped
from framing.revision import Revision

__all__ = ["render"]

WIDTH = 80
_LABEL = 12
_SIGNS = {"added": "+", "dropped": "-", "moved": ">", "reworded": "~", "reworded and moved": "~"}
_COLOURS = {"added": "green", "dropped": "red", "moved": "cyan"}


def render(revision: Revision, *, colour: bool = False) -> str:
    """Return the revision as lines of at most 80 columns.

    Args:
        revision: What changed.
        colour: Whether to use ANSI colours.
    """
    return without_commands("\n".join(_lines(revision, Paint(colour))) + "\n")


def _lines(revision: Revision, paint: Paint) -> Iterator[str]:
    for label, report in (("OLD", revision.old), ("NEW", revision.new)):
        name = f" ({report.name})" if report.name and report.name != heading(report) else ""
        yield from _titled(label, heading(report) + name, paint)
    yield ""
    found = headlines(revision)
    if found is not None:
        yield from _titled("HEADLINE", f"- {found[0]}", paint)
        yield from _titled("", f"+ {found[1]}", paint)
    yield from _titled("SENTENCES", in_short(revision), paint)
    for row in change_rows(revision):
        yield from _change(row, paint)
    yield from _titled("CREDITS", credits_in_short(revision), paint)
    for _, sentence in credit_rows(revision):
        yield from _titled("", sentence, paint, "  ")
    terms = term_rows(revision)
    gone = sum(row.kind == "loaded_out" for row in terms)
    yield from _titled("LOADED", f"{len(terms) - gone} loaded words in, {gone} out.", paint)
    for term in terms:
        sign, style = ("+", "green") if term.kind == "loaded_in" else ("-", "red")
        lines = wrapped(f"{sign} “{term.words}” {term.voice}, line {term.line}: {term.sentence}", WIDTH - _LABEL, "  ")
        yield from (" " * _LABEL + paint(line, style) for line in lines)
    yield from (paint(line, "dim") for line in wrapped(CANNOT_TELL, WIDTH))


def _titled(label: str, text: str, paint: Paint, indent: str = "") -> Iterator[str]:
    for number, line in enumerate(wrapped(text, WIDTH - _LABEL, indent)):
        yield (paint(padded(label, _LABEL), "cyan") if number == 0 else " " * _LABEL) + line


def _change(row: ChangeRow, paint: Paint) -> Iterator[str]:
    marks = {"same": "{}", "out": "[-{}-]", "in": "{{+{}+}}"}
    whole = len(row.runs) == 1
    words = " ".join(run if whole else marks[kind].format(run) for kind, run in row.runs)
    moved = " (moved)" if row.kind == "reworded and moved" else ""
    text = f"{_SIGNS[row.kind]} {row.place}{moved}: {words}"
    style = (_COLOURS[row.kind],) if row.kind in _COLOURS else ()
    yield from (" " * _LABEL + paint(line, *style) for line in wrapped(text, WIDTH - _LABEL, "  "))
