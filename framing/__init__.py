"""Framing: source bias and framing in news, every figure traced to words on the page."""

from collections.abc import Iterable, Mapping, Sequence
from os import PathLike
from typing import TYPE_CHECKING, Any

from framing.errors import ConfigError, FramingError, InputError, InstallError, LexiconError, ModelError
from framing.version import __version__

if TYPE_CHECKING:
    import pandas as pd

    from framing.comparison import Comparison
    from framing.diagnostic import Diagnostic
    from framing.report import Report
    from framing.revision import Revision

__all__ = [
    "ConfigError",
    "FramingError",
    "InputError",
    "InstallError",
    "LexiconError",
    "ModelError",
    "__version__",
    "analyze",
    "analyze_file",
    "check",
    "compare",
    "diff",
    "schema",
    "score_frame",
    "score_sentences",
]

# The stages are imported where they are called: `framing --version` and `import framing` then cost nothing.


def analyze(
    text: str,
    title: str | None = None,
    media_type: str = "text/plain",
    metadata: Mapping[str, str] | None = None,
    *,
    open_data: bool = True,
    encoder: bool = False,
) -> "Report":
    """Return the report on an article.

    Args:
        text: The article; its headline may stand on the first line.
        title: The headline; where the text does not have it, it counts beside it.
        media_type: ``text/plain``, ``text/markdown`` or ``text/html``.
        metadata: What is known about the article, such as ``outlet``, ``date``, ``url``.
        open_data: Whether open data on offices and bodies, and what other articles tell of names, may say who somebody
            is where the page tells nothing.
        encoder: Whether the encoder of the extra ``encoder`` reads the article too.

    Raises:
        InputError: If there is no text in it.
        InstallError: If the encoder is asked for and not installed.
        TypeError: If the text is no ``str``, or the title neither that nor ``None``.
    """
    if not isinstance(text, str):
        raise TypeError(f"text is {type(text).__name__}, not str; framing.analyze_file reads files and addresses")
    if not isinstance(title, str | None):
        raise TypeError(f"title is {type(title).__name__}, not str or None")
    from framing.pipeline import analyze_document  # noqa: PLC0415
    from framing.reading import document  # noqa: PLC0415

    read = document(text, media_type=media_type, title=title, metadata=dict(metadata or {}))
    return analyze_document(read, open_data=open_data, encoder=encoder)


def analyze_file(path_or_url: "str | PathLike[str]", *, open_data: bool = True, encoder: bool = False) -> "Report":
    """Return the report on a file (text, Markdown, HTML, a JSON object) or an http(s) address.

    Args:
        path_or_url: The file or address.
        open_data: As for ``analyze``.
        encoder: As for ``analyze``.

    Raises:
        InputError: If it cannot be read, or holds several articles.
        InstallError: If the encoder is asked for and not installed.
        TypeError: If it is neither a ``str`` nor a path.
    """
    if not isinstance(path_or_url, str | PathLike):
        raise TypeError(f"path_or_url is {type(path_or_url).__name__}, not str or a path")
    from framing.errors import InputError  # noqa: PLC0415
    from framing.pipeline import analyze_document  # noqa: PLC0415
    from framing.reading import documents  # noqa: PLC0415

    read = list(documents(str(path_or_url)))
    if len(read) != 1:
        raise InputError(str(path_or_url), f"holds {len(read)} articles; use framing.score_frame or framing score")
    return analyze_document(read[0], open_data=open_data, encoder=encoder)


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


def diff(old: "Report", new: "Report") -> "Revision":
    """Return what changed between two versions of one article: sentences, credits, loaded words, the headline.

    Raises:
        InputError: If one was not scored.
    """
    from framing.comparing.revise import diff as compare_versions  # noqa: PLC0415

    return compare_versions(old, new)


def score_sentences(sentences: Iterable[str | None]) -> "pd.DataFrame":
    """Return the scores of sentences, one row each, index 0 to n-1.

    Args:
        sentences: Texts; one that is missing (``None``, NaN) is a row without scores.

    Columns: ``bias`` (calibrated probability 0 to 1, NaN where the model abstains), ``loaded`` (0 to 1),
    ``loaded_terms`` (count), ``subjectivity`` (0 to 1), ``frame`` (the strongest policy frame or ``other``) and
    ``frame.<name>`` (0 to 1) for each of the fourteen.

    Raises:
        TypeError: If it is one text, a table, or holds what is no text.
    """
    from framing.tables import sentence_table  # noqa: PLC0415

    return sentence_table(sentences)


def score_frame(
    df: "pd.DataFrame",
    text: str = "text",
    title: str | None = "title",
    *,
    workers: int | None = None,
    progress: bool | None = None,
    encoder: bool = False,
) -> "pd.DataFrame":
    """Return the measures of articles, one row each, with the input's index.

    Args:
        df: A table with an article a row.
        text: The column of texts.
        title: The column of headlines; ``None`` for none. A table may do without the default's.
        workers: Processes. Without, one a core from 64 articles on, else none beside this one.
        progress: Whether to show a bar. Without, on a terminal and in a notebook.
        encoder: As for ``analyze``.

    Raises:
        FramingError: If a worker ends before its work is done.
        InstallError: If the encoder is asked for and not installed.
        KeyError: If the table has no such column, or two of that name.
        TypeError: If it is no table, or a column holds what is neither a text nor missing.
        ValueError: If there are to be fewer workers than one.
    """
    from framing.tables import article_table  # noqa: PLC0415

    return article_table(df, text, title, workers=workers, progress=progress, encoder=encoder)


def schema() -> dict[str, Any]:
    """Return the JSON Schema of ``Report.to_dict()``."""
    from framing.report_schema import report_schema  # noqa: PLC0415

    return report_schema()
