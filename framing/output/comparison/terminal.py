"""A comparison on a terminal: what matters most of each part, every sentence whole."""

from collections.abc import Iterator, Sequence

from framing.comparison import Comparison
from framing.output.colour import Paint
from framing.output.comparison.openings import opening_sentence
from framing.output.comparison.rows import (
    COUNTERPART_NOTE,
    ToldRow,
    article_names,
    contradiction_sentences,
    cut_sentences,
    difference_rows,
    event_sentence,
    frame_rows,
    frame_sentences,
    introduction_sentences,
    label_words,
    named_alone_sentences,
    only_rows,
    shortened,
    told_rows,
)
from framing.output.comparison.sheet import Sheet
from framing.output.comparison.terminal_tables import distances, head, matrix, row_of_cells
from framing.output.console import without_commands
from framing.output.letters import letter
from framing.output.phrases import as_source
from framing.output.summary import CANNOT_TELL, readable
from framing.output.width import padded, wrapped

__all__ = ["render"]

WIDTH = 80
"""Columns where the terminal does not tell its own."""
_LEAST = 40
"""Columns below which no line is broken further."""
_LABEL = 12
"""Columns of the labels on the left."""
_MOST = 3
"""Rows of a part that are shown without ``--verbose``."""
_EVERYTHING = 10_000
"""More rows than any part has."""


def render(comparison: Comparison, *, colour: bool = False, verbose: bool = False, width: int = WIDTH) -> str:
    """Return the comparison as lines.

    Args:
        comparison: What was compared.
        colour: Whether to use ANSI colours.
        verbose: Whether to show every row of each part.
        width: Columns of the terminal; fewer than 40 are taken for 40.
    """
    return without_commands(
        "\n".join(_lines(comparison, Sheet(Paint(colour), max(width, _LEAST)), verbose=verbose)) + "\n"
    )


def _lines(comparison: Comparison, sheet: Sheet, *, verbose: bool) -> Iterator[str]:
    most = _EVERYTHING if verbose else _MOST
    event = wrapped(event_sentence(comparison), sheet.width)
    if not comparison.one_event:
        yield from (sheet.paint(line, "yellow") for line in event)
    yield from (sheet.paint(line, "bold") for line in wrapped(opening_sentence(comparison), sheet.width))
    for name in article_names(comparison):
        yield from (sheet.paint(line, "bold") for line in wrapped(name, sheet.width, "   "))
    if comparison.one_event:
        yield from event
    yield ""
    yield from _told(comparison, sheet, most)
    yield from _alone(comparison, sheet, most)
    yield from _listed("CONTRADICT", contradiction_sentences(comparison), sheet, most)
    yield from _wordings(comparison, sheet, most)
    yield from _listed("INTRODUCED", introduction_sentences(comparison), sheet, most)
    yield from _listed("NAMED ALONE", named_alone_sentences(comparison), sheet, _EVERYTHING)
    yield from _sources(comparison, sheet, most)
    yield from _listed("CUT", cut_sentences(comparison), sheet, most)
    yield from _frames(comparison, sheet, most)
    yield from _measures(comparison, sheet, verbose=verbose)
    yield from (sheet.paint(line, "dim") for line in wrapped(CANNOT_TELL, sheet.width))


def _titled(label: str, text: str, sheet: Sheet, indent: str = "") -> Iterator[str]:
    for number, line in enumerate(wrapped(text, sheet.width - _LABEL, indent)):
        yield (sheet.paint(padded(label, _LABEL), "cyan") if number == 0 else " " * _LABEL) + line


def _listed(label: str, sentences: Sequence[str], sheet: Sheet, most: int) -> Iterator[str]:
    for number, sentence in enumerate(sentences[:most]):
        yield from _titled(label if number == 0 else "", sentence, sheet, "  ")
    if len(sentences) > most:
        yield from _titled("", f"and {len(sentences) - most} more", sheet)


def _told(comparison: Comparison, sheet: Sheet, most: int) -> Iterator[str]:
    count = len(comparison.reports)
    everywhere = told_rows(comparison, everywhere=True)
    some = told_rows(comparison, everywhere=False)
    facts = f"{len(everywhere)} fact{'s' * (len(everywhere) != 1)} told in {'both' if count == 2 else 'all'}"
    yield from _titled("TOLD", facts + (f", {len(some)} more in some." if some else "."), sheet)
    rows = [*everywhere, *some]
    shown, left = shortened(rows, most)
    for row in shown:
        yield from _fact(row, sheet)
    if left:
        yield from _titled("", f"and {left} more (--verbose shows all of each part)", sheet)
    if count > 2 and rows:
        yield from matrix(comparison, rows[: max(most, 8)], sheet)


def _fact(row: ToldRow, sheet: Sheet) -> Iterator[str]:
    for number, (article, line, position, words) in enumerate(row.cells[:_MOST]):
        text = f"{letter(article)} line {line} ({position}): {words}"
        yield from _titled("" if number else "  =", text, sheet, "  ")
    if len(row.cells) > _MOST:
        yield from _titled("", f"also in {', '.join(letter(article) for article, *_ in row.cells[_MOST:])}", sheet)


def _alone(comparison: Comparison, sheet: Sheet, most: int) -> Iterator[str]:
    for article in range(len(comparison.reports)):
        rows = only_rows(comparison, article)
        surest = sorted(rows, key=lambda row: -row.probability)[:most]
        sentences = f"No counterpart found for {len(rows) or 'no'} sentence{'s' * (len(rows) != 1)}."
        yield from _titled(f"ACCOUNT {letter(article)}", sentences, sheet)
        for row in rows:
            if row in surest:
                _, line, position, words = row.cells[0]
                yield from _titled("", f"line {line} ({position}): {words}", sheet, "  ")
        if len(rows) > most:
            yield from _titled("", f"and {len(rows) - most} more", sheet)
    yield from (" " * _LABEL + sheet.paint(line, "dim") for line in wrapped(COUNTERPART_NOTE, sheet.width - _LABEL))


def _wordings(comparison: Comparison, sheet: Sheet, most: int) -> Iterator[str]:
    if not comparison.wordings:
        yield from _titled("WORDING", "No different words found for the same thing.", sheet)
    sentences = [
        "  against  ".join(f"{letter(label.article)} {label_words(label)}" for label in wording.labels)
        for wording in comparison.wordings
    ]
    yield from _listed("WORDING", sentences, sheet, most)


def _sources(comparison: Comparison, sheet: Sheet, most: int) -> Iterator[str]:
    count = len(comparison.reports)
    yield from head("WHO SPEAKS", "words credited", count, sheet)
    for source in comparison.sources[:most]:
        words = {place.article: place.words for place in source.places}
        kind = as_source(source)
        yield from row_of_cells(f"{source.name}, {kind}", [str(words.get(n, "-")) for n in range(count)], sheet)
    rest = len(comparison.sources) - most
    if rest > 0:
        yield " " * _LABEL + f"and {rest} more"


def _frames(comparison: Comparison, sheet: Sheet, most: int) -> Iterator[str]:
    yield from head("FRAMES", "share of frame words", len(comparison.reports), sheet)
    for row in frame_rows(comparison)[:most]:
        cells = ["-" if share is None else f"{100 * share:.0f}%" for share in row.shares]
        yield from row_of_cells(readable(row.name), cells, sheet)
    if len(comparison.reports) == 2:
        for sentence in frame_sentences(comparison):
            yield from _titled("", sentence, sheet)
    else:
        yield from distances(comparison, sheet)


def _measures(comparison: Comparison, sheet: Sheet, *, verbose: bool) -> Iterator[str]:
    rows = difference_rows(comparison)
    told = [row for row in rows if row.carried]
    yield from head("MEASURES", "what differs by more than chance", len(comparison.reports), sheet)
    for row in told:
        yield from row_of_cells(row.name, row.cells, sheet)
        yield from _titled("", f"{'; '.join(row.carried)}", sheet, "  ")
    short = [row for row in rows if not row.carried]
    if short and not verbose:
        count = f"{len(short)} other measure{'s' * (len(short) != 1)}"
        yield from _titled("", f"Too short, or too alike, to tell apart: {count} (--verbose).", sheet)
    for row in short if verbose else ():
        yield from row_of_cells(row.name, row.cells, sheet)
