"""The terminal report: one screen of 80 columns; with details, every finding in its sentence."""

from collections.abc import Iterator, Sequence

from framing.output.colour import Paint
from framing.output.console import without_commands
from framing.output.details import details
from framing.output.evidence_lines import with_lines
from framing.output.figures import figure, stated
from framing.output.masthead import imprint, of_the_text
from framing.output.phrases import as_source, counted, officials_sentence, slant_sentence, unheard_sentence
from framing.output.summary import CANNOT_TELL, Summary, heading, readable, summarise
from framing.output.width import columns, cut, padded, wrapped
from framing.reading.offsets import file_place
from framing.report import Report

__all__ = ["render"]

WIDTH = 80
_LABEL = 15
_BAR = 14
_MOST_SOURCES = 6
_MOST_WORD_LINES = 2


def render(reports: Sequence[Report], *, colour: bool = False, verbose: bool = False) -> str:
    """Return the report on one article, or a table with a row for each of several.

    Args:
        reports: At least one.
        colour: Whether to use ANSI colours.
        verbose: Whether to add every finding in its sentence.
    """
    paint = Paint(colour)
    if len(reports) > 1 and not verbose:
        return without_commands("\n".join(_table(reports, paint)) + "\n")
    lines: list[str] = []
    for number, report in enumerate(reports):
        lines += [""] * (number > 0) + list(_article(report, paint))
        if verbose:
            lines += ["", *details(report, paint, WIDTH)]
    return without_commands("\n".join(lines) + "\n")


def _article(report: Report, paint: Paint) -> Iterator[str]:
    for line in wrapped(heading(report), WIDTH)[:3]:
        yield paint(line, "bold")
    yield from wrapped(f"{imprint(report)} · {of_the_text(report)}", WIDTH)
    for notice in report.notices:
        for line in wrapped(f"! {notice.message}", WIDTH, "  "):
            yield paint(line, "yellow")
    if not report.measures:
        return
    summary = summarise(report)
    yield ""
    yield from _statements(report)
    yield ""
    yield from _frames(summary, paint)
    yield from _sources(summary, paint)
    yield from _voices(summary, paint)
    yield from _words(summary, paint)
    yield from _slant(report, summary, paint)
    for line in wrapped(CANNOT_TELL, WIDTH):
        yield paint(line, "dim")


def _statements(report: Report) -> Iterator[str]:
    """The sentences that sum the report up, each with the lines of its evidence."""
    for statement in report.statements:
        yield from wrapped(f"- {with_lines(report, statement)}", WIDTH, "  ")


def _labelled(label: str, text: str, paint: Paint) -> list[str]:
    """Lines of a labelled paragraph, the label in the first column."""
    lines = wrapped(text, WIDTH - _LABEL)
    return [
        (paint(padded(label, _LABEL), "cyan") if number == 0 else " " * _LABEL) + line
        for number, line in enumerate(lines)
    ]


def _frames(summary: Summary, paint: Paint) -> Iterator[str]:
    if not summary.frames:
        yield from _labelled("FRAMES", "No evidence of any of the fourteen frames.", paint)
        return
    top = max(row.measure.value or 0.0 for row in summary.frames)
    for number, row in enumerate(summary.frames):
        value = row.measure.value or 0.0
        bar = "█" * max(1, round(_BAR * value / top))
        low, high = row.measure.low, row.measure.high
        between = f"{100 * low:.0f}-{100 * high:.0f}%" if low is not None and high is not None else ""
        name = cut(readable(row.name), 29)
        label = paint(padded("FRAMES", _LABEL), "cyan") if number == 0 else " " * _LABEL
        yield f"{label}{padded(name, 30)}{padded(bar, _BAR + 1)}{100 * value:3.0f}%  {between}".rstrip()
    if summary.headline_frames:
        names = ", ".join(readable(name) for name in summary.headline_frames)
        yield from _labelled("", f"In the headline: {names}.", paint)
    if summary.attributed_only:
        names = ", ".join(readable(name) for name in summary.attributed_only)
        yield from _labelled("", f"Only in attributed words: {names}.", paint)


def _sources(summary: Summary, paint: Paint) -> Iterator[str]:
    if not summary.sources:
        yield from _labelled("WHO SPEAKS", "Nobody: no words are credited to a source.", paint)
        return
    top = summary.sources[0].words
    for number, source in enumerate(summary.sources[:_MOST_SOURCES]):
        bar = "█" * max(1, round(_BAR * source.words / max(top, 1)))
        label = paint(padded("WHO SPEAKS", _LABEL), "cyan") if number == 0 else " " * _LABEL
        kind = as_source(source)
        name = padded(cut(source.name, 29), 30)
        told = kind if source.as_of else cut(kind, 14)
        yield f"{label}{name}{padded(bar, _BAR + 1)}{source.words:4}  {told}".rstrip()
    rest = summary.sources[_MOST_SOURCES:]
    if rest:
        yield from _labelled("", f"and {len(rest)} more with {sum(s.words for s in rest)} words", paint)
    yield from _labelled("", officials_sentence(summary), paint)
    unsourced = summary.measures["unsourced_attributions"]
    if unsourced.count:
        count = int(unsourced.count)
        yield from _labelled("", f"{count} statement{'s' * (count > 1)} credited to nobody.", paint)
    if summary.unheard:
        yield from _labelled("", unheard_sentence(summary), paint)


def _voices(summary: Summary, paint: Paint) -> Iterator[str]:
    own, quoted, reported = (summary.measures[f"words_{name}"] for name in ("own", "quoted", "reported"))
    text = f"{figure(own)} of the body is the outlet's own voice, {figure(quoted)} quoted, {figure(reported)} reported."
    yield from _labelled("VOICE", text, paint)


def _words(summary: Summary, paint: Paint) -> Iterator[str]:
    own = summary.measures["loaded_terms_own"]
    text = f"Loaded terms in own voice: {stated(own)}."
    yield from _labelled("WORDS", text, paint)
    for row in summary.words:
        lines = wrapped(f"{row.place}: {counted(row.terms)}", WIDTH - _LABEL, "  ")
        if len(lines) > _MOST_WORD_LINES:
            lines = [*lines[: _MOST_WORD_LINES - 1], cut(lines[_MOST_WORD_LINES - 1], WIDTH - _LABEL - 2) + " …"]
        yield from (" " * _LABEL + line for line in lines)


def _slant(report: Report, summary: Summary, paint: Paint) -> Iterator[str]:
    yield from _labelled("WHERE TO LOOK", slant_sentence(summary), paint)
    document = report.analysis.article.document
    for row in summary.slanted:
        line = file_place(document, row.start).line
        place = f"line {line}, {100 * row.probability:.0f}%: "
        yield " " * _LABEL + cut(f"{place}{row.text}", WIDTH - _LABEL)


def _table(reports: Sequence[Report], paint: Paint) -> Iterator[str]:
    """One row an article: words, genre, loaded terms, slanted share, leading frame, sources, officials."""
    head = f"{'article':27}{'words':>6} {'genre':9}{'loaded':>7}{'slant':>6} {'sources':>7}{'officials':>10} frame"
    yield paint(head, "bold")
    for report in reports:
        name = padded(report.name or heading(report), 26)
        words = sum(report.analysis.article.tokens.words)
        if not report.measures:
            yield f"{name} {words:6} not scored: {report.notices[0].message if report.notices else ''}"[:WIDTH]
            continue
        summary = summarise(report)
        measures = report.measures
        genre = report.analysis.genre.label if report.analysis.genre else "-"
        loaded = measures["loaded_terms_own"].value
        slanted, sources, officials = (
            _short(report, column) for column in ("slanted_sentences_own", "sources", "officials")
        )
        shown = "-" if loaded is None else f"{loaded:.1f}" if loaded else "none"
        cells = f"{name} {words:6} {genre:9}{shown:>7}{slanted:>6} {sources:>7}{officials:>10} "
        frame = readable(summary.frames[0].name) if summary.frames else "-"
        yield cells + cut(frame, WIDTH - columns(cells))


def _short(report: Report, name: str) -> str:
    measure = report.measures[name]
    return "-" if measure.value is None else figure(measure)
