"""Markdown: a report to paste into a pull request, a newsletter or a page; several articles as a table."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from framing.expressions import expression
from framing.measuring.sure_genre import sure_genre
from framing.output.evidence_lines import with_lines
from framing.output.figures import compared, figure, in_cell, number
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
from framing.output.safe_text import one_line
from framing.output.summary import CANNOT_TELL, Summary, readable, summarise
from framing.reading.offsets import file_place
from framing.report import Report
from framing.statement import StatementName
from framing.version import __version__

__all__ = ["render"]

_SPECIAL = expression(r"([\\`*_{}\[\]<>#|~])")
_REFERENCE = expression(r"([@#])(?=\w)|(?<=\bGH)(-)(?=\d)")
_MOST_SOURCES = 12
"""Sources with a row of their own."""
_PARTS: dict[StatementName, str] = {
    "who_speaks": "who-speaks",
    "not_heard": "who-speaks",
    "framed": "how-it-is-framed",
    "judging_words": "which-words",
}
"""The heading under which a statement's evidence is laid out, as sites that show Markdown name it in links."""


def render(reports: Iterable[Report]) -> str:
    """Return the report on one article, or a table with a row for each of several."""
    return "".join(pieces(reports))


def pieces(reports: Iterable[Report]) -> Iterator[str]:
    """Yield the lines of ``render``; no more than two reports are held."""
    given = iter(reports)
    first = list(islice(given, 2))
    for line in _article(first[0]) if len(first) == 1 else _table(chain(first, given)):
        yield line + "\n"


def escaped(text: str) -> str:
    """Return text that Markdown shows as it stands, on one line; a word joiner keeps ``@name`` from calling anybody."""
    shown = _SPECIAL.sub(r"\\\1", one_line(" ".join(text.split()))).replace("&", "&amp;")
    return _REFERENCE.sub(lambda match: f"{match[0]}\u2060", shown)


def _article(report: Report) -> Iterator[str]:
    article = report.analysis.article
    yield f"## {escaped(report.heading)}"
    yield ""
    yield f"{escaped(imprint(report))} · {of_the_text(report)}"
    yield from _notices(report)
    if not report.measures:
        return
    summary = summarise(report)
    yield from _statements(report)
    yield from _frames(summary)
    yield from _sources(summary)
    yield from _words(summary)
    yield from ("", "### Where to look", "", slant_sentence(summary))
    if summary.slanted:
        yield ""
        for slant in summary.slanted:
            line = file_place(article.document, slant.start).line
            yield f"- line {line}, reads as slanted ({100 * slant.probability:.0f}%): {escaped(slant.text)}"
    yield from ("", f"*{CANNOT_TELL} Framing {__version__}.*")


def _statements(report: Report) -> Iterator[str]:
    """The sentences that sum the report up, each a link to the part that lays out its evidence."""
    yield ""
    for statement in report.statements:
        words = escaped(with_lines(report, statement))
        part = _PARTS.get(statement.name)
        yield f"- [{words}](#{part})" if part else f"- {words}"


def _frames(summary: Summary) -> Iterator[str]:
    yield from ("", "### How it is framed")
    if summary.frames:
        yield from (
            "",
            "| frame | share of frame evidence | 95% interval | among news articles |",
            "|---|---|---|---|",
        )
    for row in summary.frames:
        low, high = row.measure.low, row.measure.high
        between = f"{number(low, 'share')} to {number(high, 'share')}" if low is not None and high is not None else ""
        mark = " (only in attributed words)" if row.only_attributed else ""
        yield f"| {readable(row.name)}{mark} | {figure(row.measure)} | {between} | {compared(row.measure)} |"
    # Whose words bring a frame in stands in its row.
    sentences = frames_sentences(summary, attributed=False)
    if sentences:
        yield from ("", " ".join(sentences))


def _sources(summary: Summary) -> Iterator[str]:
    yield from ("", "### Who speaks", "")
    less_sure = less_sure_sentence(summary)
    if not (summary.sources or less_sure):
        yield "Nobody: no words are credited to a source."
    if summary.sources:
        yield from ("| source | type | identified as | words | first at |", "|---|---|---|---|---|")
        for source in summary.sources[:_MOST_SOURCES]:
            kind = escaped(as_source(source))
            yield (
                f"| {escaped(source.name)} | {kind} | {readable(source.identity)} | {source.words} "
                f"| {100 * source.first:.0f}% of the text |"
            )
        if len(summary.sources) > _MOST_SOURCES:
            yield f"| and {len(summary.sources) - _MOST_SOURCES} more | | | | |"
        yield ""
    if less_sure:
        yield from (escaped(less_sure), "")
    if summary.sources or less_sure:
        yield officials_sentence(summary)
    if summary.unheard:
        yield escaped(unheard_sentence(summary))


def _words(summary: Summary) -> Iterator[str]:
    yield from ("", "### Which words", "")
    yield loaded_sentence(summary)
    if summary.words:
        yield ""
    for words in summary.words:
        yield f"- {words.place}: {escaped(counted(words.terms))}"
    if summary.perhaps_loaded:
        yield from ("", escaped(perhaps_loaded_sentence(summary)))


def _notices(report: Report) -> Iterator[str]:
    for notice in report.notices:
        yield from ("", f"> **{readable(notice.code)}**: {escaped(notice.message)}")


def _table(reports: Iterable[Report]) -> Iterator[str]:
    heads = (
        "article",
        "words",
        "genre",
        "loaded terms, own voice",
        "slanted sentences",
        "sources",
        "officials",
        "frame",
    )
    yield f"| {' | '.join(heads)} |"
    yield "|---" * len(heads) + "|"
    for report in reports:
        words = sum(report.analysis.article.tokens.words)
        if not report.measures:
            reason = escaped(report.notices[0].message) if report.notices else ""
            yield f"| {escaped(report.heading)} | {words} | not scored: {reason} | | | | | |"
            continue
        summary = summarise(report)
        frame = readable(summary.frames[0].name) if summary.frames else ""
        names = ("loaded_terms_own", "slanted_sentences_own", "sources", "officials")
        cells = " | ".join(in_cell(report.measures[name]) for name in names)
        yield f"| {escaped(report.heading)} | {words} | {sure_genre(report) or ''} | {cells} | {frame} |"
