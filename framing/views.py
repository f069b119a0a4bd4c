"""A report, comparison, revision or archive as tables of pandas, as a page, and as what a notebook shows of it.

The values themselves stand below every output; their methods are doors that open this module when they are called.
"""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

from framing.comparison import Comparison
from framing.corpus.summary.archive import ArchiveSummary
from framing.corpus.summary.comparing import OutletComparison
from framing.finding import Analysis
from framing.given import given_slice, given_span
from framing.output.console import markup_without_commands
from framing.output.safe_text import one_line
from framing.report import Report
from framing.revision import Revision

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["findings_frame", "measures_frame", "page", "sources_frame", "summary_frame", "summary_html"]

_FINDINGS = "kind start end text sentence voice category origin probability reason alternatives".split()
_SOURCES = "name type party identity words attributions share first places as_of confidence".split()
_MEASURES = "value unit low high count of percentile reference wide".split()
_MOST_SOURCES = 6
"""Sources in the summary of a notebook."""
_MOST_GROUPS = 12
"""Groups in the summary of a notebook."""
Row = Mapping[str, object]


def page(value: Report | Comparison | Revision | ArchiveSummary) -> str:
    """Return the page of one file that ``--format html`` writes."""
    if isinstance(value, ArchiveSummary):
        from framing.corpus.summary.overview import overview  # noqa: PLC0415
        from framing.output.corpus import html  # noqa: PLC0415

        table = value.table
        return html.render(overview(value.corpus, table.by, table.figures, table.cluster, html.MOST_OUTLETS))
    if isinstance(value, Comparison):
        from framing.output.comparison.html import render as render_comparison  # noqa: PLC0415 -- templates are heavy

        return render_comparison(value)
    if isinstance(value, Revision):
        from framing.output.revision.html import render as render_revision  # noqa: PLC0415

        return render_revision(value)
    from framing.output.html import render  # noqa: PLC0415

    return render([value])


def findings_frame(report: Report) -> "pd.DataFrame":
    """Return the findings, one row each in text order.

    Columns: ``kind`` (``loaded_term``, ``subjective_word``, ``technique``, ``slanted_sentence``), ``start`` and ``end``
    (code points of the text as it was given), ``text``, ``sentence`` (its number), ``voice``, ``category``, ``origin``
    (``lexicon`` or ``model``), ``probability`` (0 to 1), ``reason``, ``alternatives``; missing where a kind has none.
    """
    analysis = report.analysis
    rows = sorted(_findings(analysis), key=lambda row: (int(str(row["start"])), int(str(row["end"]))))
    return _frame(rows, _FINDINGS)


def sources_frame(report: Report) -> "pd.DataFrame":
    """Return who is credited with speech or writing, one row each: sure ones first, each part by words.

    Columns: ``name``, ``type``, ``party``, ``identity``, ``words``, ``attributions``, ``share`` (of all words that are
    credited to somebody, 0 to 1), ``first`` (share of the text before its first words), ``places``, ``as_of``,
    ``confidence`` (that a reader would sign the row, 0 to 1).
    """
    total = sum(source.words for source in report.sources)
    rows = [
        {name: getattr(source, name) for name in _SOURCES if name != "share"}
        | {"share": source.words / total if total else None, "places": ", ".join(source.places)}
        for source in report.sources
    ]
    return _frame(rows, _SOURCES)


def measures_frame(report: Report) -> "pd.DataFrame":
    """Return the measures, one row each by name, in the order of ``docs/measures.md``.

    Columns: ``value``, ``unit``, ``low``, ``high``, ``count``, ``of``, ``percentile``, ``reference``, ``wide``.
    """
    frame = _frame([{name: getattr(one, name) for name in _MEASURES} for one in report.measures.values()], _MEASURES)
    frame.index = frame.index.astype("object") if not report.measures else list(report.measures)
    frame.index.name = "measure"
    return frame


def summary_frame(summary: ArchiveSummary) -> "pd.DataFrame":
    """Return an archive's figures, one row a group and measure, in the order of ``--format csv``.

    Columns: those of the grouping, ``measure``, ``unit``, ``value``, ``low``, ``high``, ``articles_with_measure``,
    ``articles``, ``clusters``, ``words``, ``cluster``.
    """
    from framing.output.corpus.csv import COLUMNS, rows  # noqa: PLC0415

    columns = (*summary.table.by, *COLUMNS)
    return _frame([dict(zip(columns, (*key, *row), strict=True)) for key, row in rows(summary.table)], columns)


def summary_html(value: Report | Comparison | Revision | ArchiveSummary | OutletComparison) -> str:
    """Return what a notebook shows: a heading, plain sentences and a small table; nothing in it runs."""
    if isinstance(value, Report):
        return _report_html(value)
    if isinstance(value, ArchiveSummary):
        return _archive_html(value)
    if isinstance(value, OutletComparison):
        return _outlets_html(value)
    if isinstance(value, Revision):
        lines = [f"{name.replace('_', ' ')}: {count}" for name, count in value.kinds.items()] or ["nothing changed"]
        return _fragment("Two versions of one article", [f"{value.unchanged} sentences unchanged", *lines], (), ())
    titles = [f"{letter}: {report.heading}" for letter, report in zip("ABCDEFGH", value.reports, strict=False)]
    lines = [
        *titles,
        "About one event." if value.one_event else "Not all about one event.",
        f"{len(value.told)} facts told in several; no counterpart found for {len(value.only)} passages.",
    ]
    return _fragment("Articles side by side", lines, (), ())


def _report_html(report: Report) -> str:
    from framing.output.masthead import imprint, of_the_text  # noqa: PLC0415 -- the phrases of outputs

    lines = [imprint(report), of_the_text(report), *(statement.text for statement in report.statements)]
    if not report.measures:
        lines += [notice.message for notice in report.notices]
    rows = [(source.name, source.type.replace("_", " "), str(source.words)) for source in report.sources if source.sure]
    return _fragment(report.heading, lines, ("who speaks", "type", "words"), rows[:_MOST_SOURCES])


def _archive_html(summary: ArchiveSummary) -> str:
    from framing.output.corpus import words  # noqa: PLC0415 -- the phrases of outputs

    corpus, table = summary.corpus, summary.table
    shown = table.largest(_MOST_GROUPS)
    lines = [f"{words.counted_words(table)}. Intervals are of 95%, drawn by {words.cluster_words(table.cluster)}."]
    if not corpus.finished:
        lines.append("The run that scores them has not finished: articles are missing.")
    lines += [f"Left out: {line}" for line in words.left_out_lines(corpus, table.left_out)]
    if len(shown) < len(table.groups):
        lines.append(f"Below, the {words.plural(len(shown), 'group')} with most articles.")
    columns = (" and ".join(table.by), "articles", *(words.figure_label(one) for one in table.figures))
    rows = [
        (
            words.group_name(group),
            f"{group.articles:,}",
            *(words.told(group.estimates[one.name], one.unit) for one in table.figures),
        )
        for group in shown
    ]
    return _fragment(f"Archive {corpus.folder}", lines, columns, rows)


def _outlets_html(comparison: OutletComparison) -> str:
    from framing.output.corpus.differences import difference_rows, events_sentence  # noqa: PLC0415

    parts: list[str] = []
    for pair in comparison.pairs:
        rows = [
            (row.label, row.first, row.second, row.raw, row.matched)
            for row in difference_rows(pair, comparison.figures)
        ]
        columns = ("measure", pair.first, pair.second, "over all articles", "on the same events")
        heading = f"{pair.first} less {pair.second}"
        parts.append(_fragment(heading, [events_sentence(comparison, pair)], columns, rows))
    return "".join(parts)


def _fragment(heading: str, lines: Sequence[str], columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    parts = [f"<div><strong>{_shown(heading)}</strong>", *(f"<br>{_shown(line)}" for line in lines)]
    if rows:
        parts.append(
            "<table><thead><tr>" + "".join(f"<th>{_shown(name)}</th>" for name in columns) + "</tr></thead><tbody>"
        )
        parts += ["<tr>" + "".join(f"<td>{_shown(cell)}</td>" for cell in row) + "</tr>" for row in rows]
        parts.append("</tbody></table>")
    return "".join([*parts, "</div>"])


def _shown(text: str) -> str:
    return markup_without_commands(escape(one_line(text)))


def _findings(analysis: Analysis) -> Iterator[Row]:
    for term in analysis.loaded_terms:
        yield _place(analysis, term.span) | {
            "kind": "loaded_term",
            "sentence": term.sentence,
            "voice": term.voice,
            "category": term.category,
            "origin": term.origin,
            "probability": term.probability,
            "reason": term.reason,
            "alternatives": ", ".join(term.alternatives),
        }
    for word in analysis.subjective_words:
        yield _place(analysis, word.span) | {
            "kind": "subjective_word",
            "sentence": word.sentence,
            "voice": word.voice,
            "category": word.category,
            "origin": "lexicon",
        }
    for technique in analysis.techniques:
        yield _place(analysis, technique.span) | {
            "kind": "technique",
            "category": technique.name,
            "origin": "model",
            "probability": technique.probability,
        }
    numbers = {sentence.start: number for number, sentence in enumerate(analysis.article.sentences)}
    for sentence, chance in analysis.slanted:
        yield _place(analysis, (sentence.start, sentence.end)) | {
            "kind": "slanted_sentence",
            "sentence": numbers[sentence.start],
            "origin": "model",
            "probability": chance,
        }


def _place(analysis: Analysis, span: tuple[int, int]) -> dict[str, object]:
    document = analysis.article.document
    start, end = given_span(document, (span[0], span[1]))
    return {"start": start, "end": end, "text": given_slice(document, (span[0], span[1]))}


def _frame(rows: Sequence[Row], columns: Sequence[str]) -> "pd.DataFrame":
    import pandas as pd  # noqa: PLC0415 -- heavy, and only for tables

    return pd.DataFrame([[row.get(name) for name in columns] for row in rows], columns=list(columns))
