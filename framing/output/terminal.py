"""The terminal report: the message first, then one screen of figures; with details, every finding in its sentence."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from framing.output.colour import Paint
from framing.output.console import without_commands
from framing.output.details import details
from framing.output.evidence_lines import with_lines
from framing.output.figures import amount, figure
from framing.output.masthead import imprint, of_the_text
from framing.output.phrases import (
    as_source,
    counted,
    frames_sentences,
    less_sure_sentence,
    loaded_sentence,
    officials_sentence,
    perhaps_loaded_sentence,
    slant_sentence,
    unheard_sentence,
)
from framing.output.summary import CANNOT_TELL, Summary, readable, summarise
from framing.output.table import table
from framing.output.width import Cell, beside, cut, padded, wrapped
from framing.reading.offsets import file_place
from framing.report import Report

__all__ = ["NARROWEST", "WIDEST", "WIDTH", "render"]

WIDTH = 80
"""Columns where the terminal does not tell its own."""
NARROWEST, WIDEST = 40, 200
"""Cells between which the report follows the terminal."""
_LABEL = 15
"""Columns of the labels on the left."""
_STACKED = 64
"""Cells below which a label stands above its paragraph, and no bars are drawn."""
_NAME = 34
"""Columns of the longest name that is not cut."""
_BAR = 14
"""Columns of a bar for a share of 1."""
_INTERVAL = 8
"""Columns of an interval."""
_MOST_SOURCES = 6
"""Sources with a line of their own."""
_MOST_WORD_LINES = 2
"""Lines of the list of words."""


def render(reports: Iterable[Report], *, colour: bool = False, verbose: bool = False, width: int = WIDTH) -> str:
    """Return the report on one article, or a table with a row for each of several.

    Args:
        reports: At least one.
        colour: Whether to use ANSI colours.
        verbose: Whether to add every finding in its sentence.
        width: Cells of the terminal; fewer than ``NARROWEST`` and more than ``WIDEST`` count as these.
    """
    return "".join(pieces(reports, colour=colour, verbose=verbose, width=width))


def pieces(
    reports: Iterable[Report], *, colour: bool = False, verbose: bool = False, width: int = WIDTH
) -> Iterator[str]:
    """Yield ``render`` piece by piece; no more than two reports are held, and of a table its rows."""
    paint = Paint(colour)
    width = min(max(width, NARROWEST), WIDEST)
    given = iter(reports)
    first = list(islice(given, 2))
    every = chain(first, given)
    if len(first) > 1 and not verbose:
        yield without_commands("\n".join(table(every, paint, width)) + "\n")
        return
    for number, report in enumerate(every):
        lines = [*([""] * (number > 0)), *_Screen(report, paint, width).lines()]
        if verbose:
            lines += ["", *details(report, paint, width)]
        yield without_commands("\n".join(lines) + "\n")


class _Screen:
    """One article's report at a width."""

    def __init__(self, report: Report, paint: Paint, width: int) -> None:
        self._report = report
        self._paint = paint
        self._width = width
        self._stacked = width < _STACKED
        self._inside = width - (0 if self._stacked else _LABEL)

    def lines(self) -> Iterator[str]:
        """Yield the lines."""
        report, width = self._report, self._width
        for line in wrapped(report.heading, width):
            yield self._paint(line, "bold")
        yield from wrapped(f"{imprint(report)} · {of_the_text(report)}", width)
        for notice in report.notices:
            for line in wrapped(f"! {notice.message}", width, "  "):
                yield self._paint(line, "yellow")
        if not report.measures:
            return
        summary = summarise(report)
        yield ""
        for statement in report.statements:
            yield from wrapped(f"- {with_lines(report, statement)}", width, "  ")
        yield ""
        for label, part in (
            ("FRAMES", self._frames(summary)),
            ("WHO SPEAKS", self._sources(summary)),
            ("VOICE", self._voices(summary)),
            ("WORDS", self._words(summary)),
            ("WHERE TO LOOK", self._slant(summary)),
        ):
            yield from self._labelled(label, part)
        for line in wrapped(CANNOT_TELL, width):
            yield self._paint(line, "dim")

    def _labelled(self, label: str, lines: Iterator[str]) -> Iterator[str]:
        """Lines under a label, or beside it where there is room."""
        if self._stacked:
            yield self._paint(label, "cyan")
            yield from lines
            return
        for number, line in enumerate(lines):
            yield (self._paint(padded(label, _LABEL), "cyan") if number == 0 else " " * _LABEL) + line

    def _frames(self, summary: Summary) -> Iterator[str]:
        for row in summary.frames:
            value, low, high = row.measure.value or 0.0, row.measure.low, row.measure.high
            between = f"{100 * low:.0f}-{100 * high:.0f}%" if low is not None and high is not None else ""
            yield from self._row(readable(row.name), value, amount(value, "share"), between)
        for sentence in frames_sentences(summary):
            yield from self._said(sentence)

    def _row(self, name: str, share: float, value: str, more: str) -> list[str]:
        """A name, its bar from nothing to all, its figure, and what there is to add; narrow screens have no bar."""
        if self._stacked:
            return beside([Cell(name, self._inside - _INTERVAL - 6), Cell(value, 4, right=True), Cell(more, _INTERVAL)])
        room = self._inside - _BAR - 4 - 3
        named = min(_NAME, room - _INTERVAL)
        return beside([Cell(name, named), _bar(share), Cell(value, 4, right=True), Cell(more, room - named)])

    def _sources(self, summary: Summary) -> Iterator[str]:
        less_sure = less_sure_sentence(summary)
        if not (summary.sources or less_sure):
            yield from self._said("Nobody: no words are credited to a source.")
            return
        total = sum(row.words for row in (*summary.sources, *summary.less_sure_as_what, *summary.less_sure))
        for source in summary.sources[:_MOST_SOURCES]:
            kind = as_source(source)
            if self._stacked:
                yield from beside(
                    [Cell(f"{source.name}, {kind}", self._inside - 5), Cell(str(source.words), 4, right=True)]
                )
            else:
                yield from self._source(source.name, kind, source.words, source.words / max(total, 1))
        rest = summary.sources[_MOST_SOURCES:]
        if rest:
            yield from self._said(f"and {len(rest)} more with {sum(source.words for source in rest)} words")
        if less_sure:
            yield from self._said(less_sure)
        yield from self._said(officials_sentence(summary))
        count = summary.credited_to_nobody
        if count:
            yield from self._said(f"{count} statement{'s' * (count > 1)} credited to nobody.")
        if summary.unheard:
            yield from self._said(unheard_sentence(summary))

    def _source(self, name: str, kind: str, words: int, share: float) -> list[str]:
        """A source beside its bar and its words, and what kind of source it is."""
        room = self._inside - _BAR - 4 - 3
        named = max(room * 3 // 5, 1)
        return beside([Cell(name, named), _bar(share), Cell(str(words), 4, right=True), Cell(kind, room - named)])

    def _voices(self, summary: Summary) -> Iterator[str]:
        own, quoted, reported = (figure(summary.measures[f"words_{name}"]) for name in ("own", "quoted", "reported"))
        yield from self._said(f"{own} of the body is the outlet's own voice, {quoted} quoted, {reported} reported.")

    def _words(self, summary: Summary) -> Iterator[str]:
        yield from self._said(loaded_sentence(summary))
        for row in summary.words:
            lines = wrapped(f"{row.place}: {counted(row.terms)}", self._inside, "  ")
            if len(lines) > _MOST_WORD_LINES:
                room = self._inside - len(" and more")
                last = cut(lines[_MOST_WORD_LINES - 1], room).rstrip("… ,")
                lines = [*lines[: _MOST_WORD_LINES - 1], f"  {last.strip()} and more"]
            yield from lines
        if summary.perhaps_loaded:
            yield from self._said(perhaps_loaded_sentence(summary))

    def _slant(self, summary: Summary) -> Iterator[str]:
        yield from self._said(slant_sentence(summary))
        document = self._report.analysis.article.document
        for row in summary.slanted:
            line = file_place(document, row.start).line
            yield cut(f"line {line}, {100 * row.probability:.0f}%: {row.text}", self._inside)

    def _said(self, text: str) -> list[str]:
        return wrapped(text, self._inside)


def _bar(share: float) -> Cell:
    """A bar on a scale from nothing to all."""
    filled = max(round(_BAR * share), 1) if share else 0
    return Cell("█" * filled + "·" * (_BAR - filled), _BAR)
