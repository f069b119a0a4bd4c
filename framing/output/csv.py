"""CSV: one row an article, every measure with its interval and percentile; cells never start a formula."""

import csv
import io
from collections.abc import Iterable, Iterator

from framing.measuring.definitions import DEFINITIONS
from framing.output.console import without_commands
from framing.output.safe_text import displayable
from framing.report import Report

__all__ = ["pieces", "render", "safe"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(reports: Iterable[Report]) -> str:
    """Return a table with a header row; measures that are not defined are empty cells."""
    return "".join(pieces(reports))


def pieces(reports: Iterable[Report]) -> Iterator[str]:
    """Yield the table's rows, the header first."""
    names = [definition.name for definition in DEFINITIONS]
    columns = [f"{name}{part}" for name in names for part in ("", ".low", ".high", ".percentile")]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["name", "title", "language", "words", "genre", "warnings", *columns])
    for report in reports:
        yield _taken(out)
        analysis = report.analysis
        cells: list[object] = [
            safe(report.name),
            safe(report.heading),
            analysis.article.language,
            sum(analysis.article.tokens.words),
            analysis.genre.label if analysis.genre else "",
            " ".join(notice.code for notice in report.notices),
        ]
        for name in names:
            measure = report.measures.get(name)
            values = (measure.value, measure.low, measure.high, measure.percentile) if measure else (None,) * 4
            cells.extend("" if value is None else round(value, 6) for value in values)
        writer.writerow(cells)
    yield _taken(out)


def _taken(out: io.StringIO) -> str:
    written = out.getvalue()
    out.seek(0)
    out.truncate()
    return written


def safe(text: str) -> str:
    """Return text that no spreadsheet, terminal or job runs: a leading apostrophe makes a formula plain text."""
    text = without_commands(displayable(text))
    return f"'{text}" if text.startswith(_FORMULA) else text
