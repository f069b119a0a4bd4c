"""A comparison of outlets on a terminal of 80 columns."""

from collections.abc import Iterator

from framing.corpus.summary.comparing import OutletComparison, Pair
from framing.corpus.summary.opening import Corpus
from framing.output.colour import Paint
from framing.output.console import without_commands
from framing.output.corpus.differences import difference_rows, events_sentence
from framing.output.corpus.words import cluster_words, left_out_lines, plural
from framing.output.summary import CANNOT_TELL
from framing.output.width import cut, padded, wrapped

__all__ = ["render"]

_WIDTH = 80
"""Columns of the table."""
_LABEL, _VALUE, _DIFFERENCE = 21, 4, 23


def render(corpus: Corpus, comparison: OutletComparison, *, colour: bool = False) -> str:
    """Return the comparison as lines.

    Args:
        corpus: Where the articles lie.
        comparison: What was compared.
        colour: Whether to use ANSI colours.
    """
    return without_commands("\n".join(_lines(corpus, comparison, Paint(colour))) + "\n")


def _lines(corpus: Corpus, comparison: OutletComparison, paint: Paint) -> Iterator[str]:
    yield paint(cut(str(corpus.folder), _WIDTH), "bold")
    for group in comparison.outlets:
        yield from wrapped(f"{group.key[0]}: {plural(group.articles, 'article')}, {group.words:,} words", _WIDTH, "  ")
    if not corpus.finished:
        yield paint("The run that scores them has not finished: articles are missing.", "yellow")
    for line in left_out_lines(corpus, comparison.left_out):
        yield from (paint(part, "yellow") for part in wrapped(f"Left out: {line}", _WIDTH, "  "))
    for pair in comparison.pairs:
        yield ""
        yield from _pair(pair, comparison, paint)
    yield ""
    yield from wrapped(
        "*: the 95% interval leaves out zero; of many measures, one in twenty does so by chance. Shares differ in "
        f"points. Raw intervals draw each {cluster_words(comparison.cluster)} as a whole, matched ones each event.",
        _WIDTH,
    )
    yield from (paint(line, "dim") for line in wrapped(CANNOT_TELL, _WIDTH))


def _pair(pair: Pair, comparison: OutletComparison, paint: Paint) -> Iterator[str]:
    yield paint(cut(f"A {pair.first}   B {pair.second}", _WIDTH), "bold")
    yield from wrapped(events_sentence(comparison, pair), _WIDTH)
    head = f"{'A':>{_VALUE}} {'B':>{_VALUE}}  {padded('A−B, all', _DIFFERENCE)} A−B, same events"
    yield paint(padded("", _LABEL + 1) + head, "cyan")
    for row in difference_rows(pair, comparison.figures):
        raw = padded(("*" if row.raw_apart else " ") + row.raw, _DIFFERENCE + 1)
        matched = ("*" if row.matched_apart else " ") + row.matched
        yield f"{padded(row.label, _LABEL)} {row.first:>{_VALUE}} {row.second:>{_VALUE}} {raw}{matched}".rstrip()
