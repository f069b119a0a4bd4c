"""Framing: source bias and framing in news, every figure traced to words on the page."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from framing.version import __version__

if TYPE_CHECKING:
    import pandas as pd

    from framing.comparison import Comparison
    from framing.diagnostic import Diagnostic
    from framing.report import Report

__all__ = ["__version__", "analyze", "analyze_file", "check", "compare", "schema", "score_frame", "score_sentences"]

# The stages are imported where they are called: `framing --version` and `import framing` then cost nothing.


def analyze(
    text: str,
    title: str | None = None,
    media_type: str = "text/plain",
    metadata: Mapping[str, str] | None = None,
) -> "Report":
    """Return the report on an article.

    Args:
        text: The article; its headline may stand on the first line.
        title: The headline, where it does not stand in the text.
        media_type: ``text/plain``, ``text/markdown`` or ``text/html``.
        metadata: What is known about the article, such as ``outlet``, ``date``, ``url``.

    Raises:
        InputError: If there is no text in it.
    """
    from framing.pipeline import analyze_document  # noqa: PLC0415
    from framing.reading import document  # noqa: PLC0415

    return analyze_document(document(text, media_type=media_type, title=title, metadata=dict(metadata or {})))


def analyze_file(path_or_url: str) -> "Report":
    """Return the report on a file (text, Markdown, HTML, a JSON object) or an http(s) address.

    Raises:
        InputError: If it cannot be read, or holds several articles.
    """
    from framing.errors import InputError  # noqa: PLC0415
    from framing.pipeline import analyze_document  # noqa: PLC0415
    from framing.reading import documents  # noqa: PLC0415

    found = list(documents(str(path_or_url)))
    if len(found) != 1:
        raise InputError(str(path_or_url), f"holds {len(found)} articles; use framing.score_frame or framing score")
    return analyze_document(found[0])


def check(report: "Report", rules: Sequence[str] | None = None) -> "list[Diagnostic]":
    """Return what the rules find in a report, in the order of places.

    Args:
        report: From ``analyze`` or ``analyze_file``.
        rules: Codes, beginnings of codes, names, or ``ALL``; without them the rules that are on by default.

    Raises:
        ConfigError: If a name is no rule's.
    """
    from framing.checking.findings import run_rules  # noqa: PLC0415
    from framing.checking.registry import select  # noqa: PLC0415

    return run_rules(report, select(rules or ()), path=report.name)


def compare(reports: "Sequence[Report]") -> "Comparison":
    """Return two to eight reports side by side: what all tell, what one alone tells, words, sources, frames.

    Raises:
        InputError: If there are fewer or more reports, or one was not scored.
    """
    from framing.comparing.compare import compare as compare_reports  # noqa: PLC0415

    return compare_reports(reports)


def score_sentences(sentences: Sequence[str]) -> "pd.DataFrame":
    """Return the scores of sentences, one row each, index 0 to n-1.

    Columns: ``bias`` (calibrated probability 0 to 1, NaN where the model abstains), ``loaded`` (0 to 1),
    ``loaded_terms`` (count), ``subjectivity`` (0 to 1), ``frame`` (the strongest policy frame or ``other``) and
    ``frame.<name>`` (0 to 1) for each of the fourteen.
    """
    from framing.tables import sentence_table  # noqa: PLC0415

    return sentence_table(sentences)


def score_frame(
    df: "pd.DataFrame", text: str = "text", title: str | None = "title", *, headline_in_text: bool = False
) -> "pd.DataFrame":
    """Return the measures of articles, one row each, with the input's index.

    Args:
        df: A table with an article a row.
        text: The column of texts.
        title: The column of headlines; left aside where the table has none of that name.
        headline_in_text: Whether to put each headline above its text, so that the measures of headlines are defined.
    """
    from framing.tables import article_table  # noqa: PLC0415

    return article_table(df, text, title, headline_in_text=headline_in_text)


def schema() -> dict[str, Any]:
    """Return the JSON Schema of ``Report.to_dict()``."""
    from framing.report_schema import report_schema  # noqa: PLC0415

    return report_schema()
