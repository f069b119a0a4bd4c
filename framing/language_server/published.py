"""Findings as the diagnostics of the protocol."""

from collections.abc import Callable

from lsprotocol import types

from framing.checking.registry import is_shipped
from framing.diagnostic import Diagnostic, Level
from framing.language_server.checked_text import CheckedText
from framing.language_server.positions import TextPositions
from framing.output.diagnostics.findings.evidence import evidence_places
from framing.output.safe_text import displayable
from framing.project import rule_address
from framing.reading.offsets import line_map

__all__ = ["diagnostic_of", "diagnostics_of", "protocol_range"]

_SOURCE = "framing"
"""What editors show as the origin of a diagnostic."""
_SEVERITIES: dict[Level, types.DiagnosticSeverity] = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "note": types.DiagnosticSeverity.Information,
}
_MOST_RELATED = 10
"""Further places of a finding that an editor can list without hiding the finding."""


def diagnostics_of(checked: CheckedText, uri: str, units: Callable[[str], int]) -> list[types.Diagnostic]:
    """Return what an editor shows of a checked text.

    Args:
        checked: The text with its findings.
        uri: Its address, for further places.
        units: Gives the code units of a piece of text in the encoding of positions.
    """
    positions = TextPositions(checked.text, units)
    if checked.failure:
        return [
            types.Diagnostic(
                range=_shown(checked, 0, 0, positions),
                message=displayable(checked.failure),
                severity=types.DiagnosticSeverity.Information,
                source=_SOURCE,
            )
        ]
    return [diagnostic_of(checked, finding, uri, positions) for finding in checked.findings]


def protocol_range(positions: TextPositions, start: int, end: int) -> types.Range:
    """Return the range of two offsets."""
    return types.Range(types.Position(*positions.place(start)), types.Position(*positions.place(end)))


def diagnostic_of(checked: CheckedText, finding: Diagnostic, uri: str, positions: TextPositions) -> types.Diagnostic:
    """Return a finding as an editor shows it; its code leads to the rule's page where that has an address."""
    address = rule_address(finding.code) if is_shipped(finding.code) else ""
    return types.Diagnostic(
        range=_shown(checked, *checked.span(finding), positions),
        message=displayable(finding.message),
        severity=_SEVERITIES[finding.level],
        code=finding.code,
        code_description=types.CodeDescription(address) if address else None,
        source=_SOURCE,
        related_information=list(_related(checked, finding, uri, positions)) or None,
    )


def _shown(checked: CheckedText, start: int, end: int, positions: TextPositions) -> types.Range:
    """Return a finding's range; of one about the whole text, its first line that is not blank from there."""
    if end > start:
        return protocol_range(positions, start, end)
    rest = checked.text[start:].removeprefix("\ufeff").lstrip()
    first = len(checked.text) - len(rest)
    return protocol_range(positions, first, positions.line_end(first))


def _related(
    checked: CheckedText, finding: Diagnostic, uri: str, positions: TextPositions
) -> list[types.DiagnosticRelatedInformation]:
    """Return the further places of a finding, each with its words."""
    lines = line_map(checked.file.text)
    before = len(checked.text) - len(checked.file.text)
    return [
        types.DiagnosticRelatedInformation(
            types.Location(
                uri,
                protocol_range(
                    positions,
                    before + lines.offset(place.line, place.column),
                    before + lines.offset(place.end_line, place.end_column),
                ),
            ),
            displayable(place.text),
        )
        for place in evidence_places(checked.file, finding)[:_MOST_RELATED]
    ]
