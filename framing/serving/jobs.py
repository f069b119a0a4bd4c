"""What a worker process does for a request: read, analyse, write the page and the JSON."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from framing.checking.findings import run_rules
from framing.checking.registry import select
from framing.comparing.compare import compare
from framing.errors import InputError
from framing.output.comparison.html import render as comparison_page
from framing.output.html import render as report_page
from framing.pipeline import analyze_document
from framing.reading import document, documents, documents_of_bytes
from framing.report import Report

__all__ = ["Given", "Reading", "Result", "check_articles", "compare_articles", "score_articles"]


@dataclass(frozen=True, slots=True)
class Given:
    """An article as it came in: a text, a file's bytes, or an address; exactly one of them.

    Attributes:
        text: Its characters.
        content: A file's bytes.
        url: An http or https address.
        name: The file's name.
        title: The headline, where it is given beside the text.
        media_type: Of the text.
        metadata: What else is known, by name.
    """

    text: str = ""
    content: bytes = b""
    url: str = ""
    name: str = ""
    title: str = ""
    media_type: str = "text/plain"
    metadata: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """How articles are read.

    Attributes:
        lexicons: The user's lexicon files.
        allow_private: Whether addresses of private networks and of this machine may be read.
        encoder: Whether the encoder reads too.
    """

    lexicons: tuple[Path, ...] = ()
    allow_private: bool = False
    encoder: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a request.

    Attributes:
        title: What it is called.
        page: The page; empty for a check.
        values: JSON, as text.
    """

    title: str
    page: str
    values: str


def score_articles(given: Sequence[Given], reading: Reading) -> Result:
    """Return the report on one article, or the table of several.

    Raises:
        InputError: If one cannot be read.
    """
    reports = _reports(given, reading)
    values: Any = reports[0].to_dict() if len(reports) == 1 else [report.to_dict() for report in reports]
    return Result(_title(reports), report_page(reports, reading.lexicons), _json(values))


def compare_articles(given: Sequence[Given], reading: Reading) -> Result:
    """Return two to eight articles side by side.

    Raises:
        InputError: If one cannot be read, or there are fewer or more.
    """
    reports = _reports(given, reading)
    comparison = compare(reports)
    return Result(_title(reports), comparison_page(comparison, reading.lexicons), _json(comparison.to_dict()))


def check_articles(
    given: Sequence[Given],
    reading: Reading,
    rules: Sequence[str] = (),
    kind: str = "",
) -> Result:
    """Return what the rules find.

    Raises:
        ConfigError: If a rule is none.
        InputError: If one cannot be read.
    """
    reports = _reports(given, reading)
    chosen = select(rules)
    diagnostics = [
        one.to_dict() for report in reports for one in run_rules(report, chosen, kind=kind, path=report.name or "text")
    ]
    return Result(_title(reports), "", _json({"diagnostics": diagnostics}))


def _reports(given: Sequence[Given], reading: Reading) -> list[Report]:
    reports: list[Report] = []
    for number, one in enumerate(given, start=1):
        name = one.name or (f"text {number}" if len(given) > 1 else "text")
        if one.url:
            read = list(
                documents(one.url if "://" in one.url else f"https://{one.url}", allow_private=reading.allow_private)
            )
        elif one.content:
            read = list(documents_of_bytes(one.content, one.name))
        else:
            metadata = {key: value for key, value in (one.metadata or {}).items() if key != "url" or "://" in value}
            read = [
                document(one.text, media_type=one.media_type, title=one.title or None, metadata=metadata, name=name)
            ]
        reports += [analyze_document(document, reading.lexicons, encoder=reading.encoder) for document in read]
    if not reports:
        raise InputError("request", "holds no article")
    return reports


def _title(reports: Sequence[Report]) -> str:
    first = reports[0].heading
    return first if len(reports) == 1 else f"{len(reports)} articles: {first} …"


def _json(values: object) -> str:
    return json.dumps(values, ensure_ascii=False)
