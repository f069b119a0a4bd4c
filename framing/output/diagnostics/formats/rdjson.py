"""rdjson, the format of reviewdog: columns are 1-based bytes of UTF-8, the end exclusive; with suggestions."""

from pathlib import PurePath

from framing.diagnostic import CheckedFile, Diagnostic, Outcome
from framing.output.diagnostics.findings.evidence import evidence_places
from framing.output.diagnostics.findings.reported import reported_by_file
from framing.output.diagnostics.layout.lines import FileLines
from framing.output.diagnostics.layout.positions import utf8_column
from framing.output.diagnostics.layout.rows import document_with_rows
from framing.output.safe_text import displayable

__all__ = ["render"]

_SEVERITIES = {"note": "INFO", "warning": "WARNING", "error": "ERROR"}


def render(outcome: Outcome) -> str:
    """Return one ``DiagnosticResult``; a finding about a whole file has no range."""
    diagnostics = (
        _diagnostic(finding, file, lines)
        for file, findings in reported_by_file(outcome)
        for lines in [FileLines(file.text)]
        for finding in findings
    )
    return document_with_rows({"source": {"name": "framing"}, "diagnostics": []}, "diagnostics", diagnostics)


def _diagnostic(finding: Diagnostic, file: CheckedFile, lines: FileLines) -> dict[str, object]:
    location: dict[str, object] = {"path": displayable(PurePath(finding.path).as_posix())}
    place = _range(_place(finding), lines) if finding.end > finding.start else None
    if place:
        location["range"] = place
    entry: dict[str, object] = {
        "message": displayable("\n".join(part for part in (finding.message, finding.reason) if part)),
        "location": location,
        "severity": _SEVERITIES[finding.level],
        "code": {"value": finding.code},
    }
    # Words that markup runs through cannot be replaced as a whole.
    if place and finding.line == finding.end_line and _words(finding, lines) == finding.text:
        suggestions = [{"range": place, "text": displayable(text)} for text in finding.alternatives]
        entry |= {"suggestions": suggestions} if suggestions else {}
    evidence = evidence_places(file, finding)
    if evidence:
        entry["relatedLocations"] = [
            {
                "message": displayable(evidence_place.text),
                "location": location | {"range": _range(evidence_place[:4], lines)},
            }
            for evidence_place in evidence
        ]
    return entry


def _words(finding: Diagnostic, lines: FileLines) -> str:
    return lines[finding.line][finding.column - 1 : finding.end_column - 1]


def _place(finding: Diagnostic) -> tuple[int, int, int, int]:
    return (finding.line, finding.column, finding.end_line, finding.end_column)


def _range(place: tuple[int, int, int, int], lines: FileLines) -> dict[str, object]:
    line, column, end_line, end_column = place
    return {
        "start": {"line": line, "column": utf8_column(lines[line], column)},
        "end": {"line": end_line, "column": utf8_column(lines[end_line], end_column)},
    }
