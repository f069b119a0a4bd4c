"""A comparison on a terminal of 80 columns: one screen for two articles."""

from collections.abc import Iterator

from framing.comparison import Comparison
from framing.output.colour import Paint
from framing.output.comparison.rows import (
    COUNTERPART_NOTE,
    article_names,
    difference_rows,
    event_sentence,
    frame_rows,
    frame_sentences,
    label_words,
    only_rows,
    shortened,
    told_rows,
)
from framing.output.console import without_commands
from framing.output.letters import letter
from framing.output.summary import CANNOT_TELL, readable
from framing.output.width import cut, padded, wrapped

__all__ = ["render"]

WIDTH = 80
_LABEL = 12
_MOST_TOLD, _MOST_ONLY, _MOST_WORDINGS, _MOST_SOURCES, _MOST_FRAMES = 3, 2, 3, 4, 3
_EVERYTHING = 10_000


def render(comparison: Comparison, *, colour: bool = False, verbose: bool = False) -> str:
    """Return the comparison as lines.

    Args:
        comparison: What was compared.
        colour: Whether to use ANSI colours.
        verbose: Whether to show every row of each part.
    """
    return without_commands("\n".join(_lines(comparison, Paint(colour), verbose=verbose)) + "\n")


def _lines(comparison: Comparison, paint: Paint, *, verbose: bool) -> Iterator[str]:
    most = (lambda _: _EVERYTHING) if verbose else (lambda few: few)
    event = wrapped(event_sentence(comparison), WIDTH)
    if not comparison.one_event:
        yield from (paint(line, "yellow") for line in event)
    for name in article_names(comparison):
        yield from (paint(line, "bold") for line in wrapped(name, WIDTH, "   ")[:2])
    if comparison.one_event:
        yield from event
    yield ""
    yield from _told(comparison, paint, most(_MOST_TOLD), most(_MOST_ONLY))
    yield from _wordings(comparison, paint, most(_MOST_WORDINGS))
    yield from _sources(comparison, paint, most(_MOST_SOURCES))
    yield from _frames(comparison, paint, most(_MOST_FRAMES))
    yield from _measures(comparison, paint, verbose=verbose)
    yield from (paint(line, "dim") for line in wrapped(CANNOT_TELL, WIDTH))


def _titled(label: str, text: str, paint: Paint) -> Iterator[str]:
    for number, line in enumerate(wrapped(text, WIDTH - _LABEL)):
        yield (paint(padded(label, _LABEL), "cyan") if number == 0 else " " * _LABEL) + line


def _told(comparison: Comparison, paint: Paint, most: int, most_only: int) -> Iterator[str]:
    count = len(comparison.reports)
    everywhere = told_rows(comparison, everywhere=True)
    some = told_rows(comparison, everywhere=False)
    facts = f"{len(everywhere)} passage{'s' * (len(everywhere) != 1)} told in {'both' if count == 2 else 'all'}"
    yield from _titled("TOLD", facts + (f", {len(some)} more in some." if some else "."), paint)
    shown, left = shortened(everywhere, most)
    for row in shown:
        places = ", ".join(f"{letter(article)} {position}" for article, _, position, _ in row.cells)
        yield " " * _LABEL + cut(f"{places}: {row.cells[0][3]}", WIDTH - _LABEL)
    if left:
        yield " " * _LABEL + f"and {left} more (--verbose shows all of each part)"
    for article in range(count):
        rows, left = shortened(only_rows(comparison, article), most_only)
        count_here = len(rows) + left
        sentences = f"No counterpart found for {count_here or 'no'} sentence{'s' * (count_here != 1)}."
        yield from _titled(f"ACCOUNT {letter(article)}", sentences, paint)
        for row in rows:
            _, line, position, words = row.cells[0]
            yield " " * _LABEL + cut(f"line {line} ({position}): {words}", WIDTH - _LABEL)
    yield from (" " * _LABEL + paint(line, "dim") for line in wrapped(COUNTERPART_NOTE, WIDTH - _LABEL))


def _wordings(comparison: Comparison, paint: Paint, most: int) -> Iterator[str]:
    if not comparison.wordings:
        yield from _titled("WORDING", "No different words found for the same thing.", paint)
    for number, wording in enumerate(comparison.wordings[:most]):
        words = "  against  ".join(f"{letter(label.article)} {label_words(label)}" for label in wording.labels)
        yield from _titled("WORDING" if number == 0 else "", words, paint)


def _sources(comparison: Comparison, paint: Paint, most: int) -> Iterator[str]:
    heads = "".join(f"{letter(n):>7}" for n in range(len(comparison.reports)))
    wide = WIDTH - _LABEL - len(heads)
    yield paint(padded("WHO SPEAKS", _LABEL), "cyan") + padded("words credited to", wide) + heads
    for source in comparison.sources[:most]:
        words = {place.article: place.words for place in source.places}
        cells = "".join(f"{words.get(n, '-'):>7}" for n in range(len(comparison.reports)))
        kind = readable(source.type) + (f", {source.party}" if source.party else "")
        yield " " * _LABEL + padded(cut(f"{source.name}, {kind}", wide - 1), wide) + cells
    rest = len(comparison.sources) - most
    if rest > 0:
        yield " " * _LABEL + f"and {rest} more"
    quoted = [quotes for source in comparison.sources for quotes in source.quotes if quotes.kind != "same"]
    if quoted:
        names = {source.name for source in comparison.sources if any(q.kind != "same" for q in source.quotes)}
        yield from _titled("", f"Quoted in other words or cut otherwise: {', '.join(sorted(names))}.", paint)


def _frames(comparison: Comparison, paint: Paint, most: int) -> Iterator[str]:
    heads = "".join(f"{letter(n):>7}" for n in range(len(comparison.reports)))
    wide = WIDTH - _LABEL - len(heads)
    yield paint(padded("FRAMES", _LABEL), "cyan") + padded("share of frame words", wide) + heads
    for row in frame_rows(comparison)[:most]:
        cells = "".join(f"{'-' if share is None else f'{100 * share:.0f}%':>7}" for share in row.shares)
        yield " " * _LABEL + padded(cut(readable(row.name), wide - 1), wide) + cells
    for sentence in frame_sentences(comparison):
        yield from _titled("", sentence, paint)


def _measures(comparison: Comparison, paint: Paint, *, verbose: bool) -> Iterator[str]:
    rows = difference_rows(comparison)
    told = [row for row in rows if row.carried]
    heads = "".join(f"{letter(n):>7}" for n in range(len(comparison.reports)))
    wide = 36
    yield paint(padded("MEASURES", _LABEL), "cyan") + padded("rates per 1,000 words", wide) + heads
    for row in told:
        cells = "".join(f"{cell:>7}" for cell in row.cells)
        yield cut(" " * _LABEL + padded(row.name, wide) + cells + "  " + ", ".join(row.carried), WIDTH)
    short = [row for row in rows if not row.carried]
    if short and not verbose:
        count = f"{len(short)} other measure{'s' * (len(short) != 1)}"
        yield from _titled("", f"Too short, or too alike, to tell apart: {count} (--verbose).", paint)
    for row in short if verbose else ():
        yield cut(" " * _LABEL + padded(row.name, wide) + "".join(f"{cell:>7}" for cell in row.cells), WIDTH)
    if short and verbose:
        yield from _titled("", "Rows without a sign: too short, or too alike, to tell apart.", paint)
