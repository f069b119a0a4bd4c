"""HTML: the index of a run, each file with its findings in their sentences, and links to the pages of the articles.

One file without the articles' pages; where those are asked for, a folder in which the index links to them.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from framing.diagnostic import CheckedFile, Diagnostic, Outcome
from framing.output import html as article_pages
from framing.output.diagnostics.findings.evidence import EvidencePlace, evidence_places
from framing.output.diagnostics.findings.reported import BUDGET, reported_by_file
from framing.output.diagnostics.layout.closing import failure_reasons, totals
from framing.output.diagnostics.layout.lines import FileLines
from framing.output.diagnostics.layout.window import Window, source_window
from framing.output.page.assembly import assemble
from framing.output.page.names import INDEX, page_names
from framing.output.page.provenance import Fact
from framing.output.summary import CANNOT_TELL
from framing.report import Report

__all__ = ["INDEX", "folder_of_pages", "render"]

_WIDTH = 160
"""Cells of the source that a finding is shown in."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A finding as the page shows it; ``explain`` is set where its reason was not given in this file before."""

    found: Diagnostic
    window: Window | None
    evidence: Sequence[EvidencePlace]
    explain: bool


@dataclass(frozen=True, slots=True)
class _File:
    """A file as the page shows it; ``page`` is the article's page, empty where there is none."""

    number: int
    path: str
    words: int
    levels: Mapping[str, int]
    places: Sequence[_Place]
    page: str


def render(outcome: Outcome, *, pages: Mapping[str, str] | None = None) -> str:
    """Return the index as a page of one file.

    Args:
        outcome: The run.
        pages: Where the page of an article stands, relative to the index, by the path of its file.
    """
    files = [_file(number, file, findings, pages or {}) for number, (file, findings) in _numbered(outcome)]
    context = {
        "title": "Content check",
        "language": "en",
        "totals": totals(outcome),
        "reasons": failure_reasons(outcome),
        "files": files,
        "rules": outcome.rules,
        "counts": Counter(place.found.code for file in files for place in file.places),
        "described": {card.code for card in outcome.rules} | {BUDGET},
        "tool_facts": (
            Fact("Tool", f"Framing {outcome.version}"),
            Fact("Rules", ", ".join(card.code for card in outcome.rules) or "none"),
            Fact("Fails on", f"findings of level {outcome.fail_on} and above, and budgets that are missed"),
        ),
        "cannot_tell": CANNOT_TELL,
    }
    return assemble("check.html.j2", ("page.css", "check.css"), (), context)


def folder_of_pages(outcome: Outcome, reports: Mapping[str, Report]) -> dict[str, str]:
    """Return the files of a folder by name: the index, and a page for each article.

    Args:
        outcome: The run.
        reports: The whole report on an article by the path of its file; a file without one is in the index only.
    """
    paths = list(dict.fromkeys(file.path for file in outcome.files if file.path in reports))
    names = dict(zip(paths, page_names(paths), strict=True))
    pages = {name: article_pages.render([reports[path]]) for path, name in names.items()}
    return {INDEX: render(outcome, pages=names), **pages}


def _numbered(outcome: Outcome) -> list[tuple[int, tuple[CheckedFile, list[Diagnostic]]]]:
    return list(enumerate(reported_by_file(outcome), start=1))


def _file(number: int, file: CheckedFile, findings: Sequence[Diagnostic], pages: Mapping[str, str]) -> _File:
    lines = FileLines(file.text)
    levels: Counter[str] = Counter(finding.level for finding in findings)
    places: list[_Place] = []
    explained: set[tuple[str, str, tuple[str, ...]]] = set()
    for finding in findings:
        wording = (finding.code, finding.reason, finding.alternatives)
        evidence = {(place.line, place.text): place for place in evidence_places(file, finding)}
        places.append(_Place(finding, _window(finding, lines), tuple(evidence.values()), wording not in explained))
        explained.add(wording)
    return _File(number, file.path, file.words, levels, places, pages.get(file.path, ""))


def _window(finding: Diagnostic, lines: FileLines) -> Window | None:
    if finding.end <= finding.start:
        return None
    line = lines[finding.line]
    end = finding.end_column - 1 if finding.end_line == finding.line else len(line)
    return source_window(line, finding.column - 1, end, _WIDTH)
