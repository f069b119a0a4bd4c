"""SARIF 2.1.0, for code scanning on GitHub and for viewers in editors.

Columns count code points (``columnKind``), URIs are relative and percent-encoded, fingerprints stay when lines move,
and what is suppressed or in the baseline is in the log with its state. Everything found is written: where a log holds
more results than GitHub takes in a run, the log says so in a notification and GitHub refuses it as a whole.
"""

from collections.abc import Iterator
from typing import Any

from framing.diagnostic import Diagnostic, Outcome
from framing.output.diagnostics.findings.evidence import EvidencePlace, evidence_places
from framing.output.diagnostics.findings.fingerprints import unique_fingerprints
from framing.output.diagnostics.findings.reported import missed_budgets
from framing.output.diagnostics.formats.sarif_rules import rule_descriptors
from framing.output.diagnostics.layout.positions import relative_uri
from framing.output.diagnostics.layout.rows import document_with_rows
from framing.output.safe_text import displayable
from framing.project import project_address

__all__ = ["MOST_RESULTS", "SCHEMA_URI", "render"]

SCHEMA_URI = "https://json.schemastore.org/sarif-2.1.0.json"
MOST_RESULTS = 25_000
"""Results of a run that GitHub takes; of these it shows the 5,000 most severe."""
_FINGERPRINT = "primaryLocationLineHash"
"""The only name of a fingerprint that GitHub reads."""


def render(outcome: Outcome) -> str:
    """Return a log with one run, each result on a line."""
    rules = rule_descriptors(outcome)
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    return document_with_rows(_log(outcome, rules), "results", _results(outcome, index))


def _log(outcome: Outcome, rules: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the log without its results."""
    invocation: dict[str, Any] = {"executionSuccessful": True, "exitCode": int(outcome.failed)}
    notifications = list(_notifications(outcome))
    if notifications:
        invocation["toolExecutionNotifications"] = notifications
    driver: dict[str, Any] = {"name": "framing", "rules": rules}
    if outcome.version:
        driver |= {"version": outcome.version, "semanticVersion": outcome.version}
    if home := project_address("Homepage"):
        driver["informationUri"] = home
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "automationDetails": {"id": "framing/check/"},
        "invocations": [invocation],
        "artifacts": [{"location": {"uri": relative_uri(file.path)}} for file in outcome.files],
        "results": [],
    }
    return {"$schema": SCHEMA_URI, "version": "2.1.0", "runs": [run]}


def _notifications(outcome: Outcome) -> Iterator[dict[str, Any]]:
    """Yield what has no place in a file: GitHub refuses a log with a result that has no location."""
    results = sum(len(file.diagnostics) for file in outcome.files)
    for missed in missed_budgets(outcome):
        results += bool(missed.path)
        if not missed.path:
            yield {"level": "error", "message": {"text": displayable(missed.message)}}
    if results > MOST_RESULTS:
        text = f"{results:,} results; GitHub takes {MOST_RESULTS:,} in a run. Check fewer files at a time."
        yield {"level": "warning", "message": {"text": text}}


def _results(outcome: Outcome, index: dict[str, int]) -> Iterator[dict[str, Any]]:
    places = {file.path: number for number, file in enumerate(outcome.files)}
    findings = [finding for file in outcome.files for finding in file.diagnostics]
    findings += [missed for missed in missed_budgets(outcome) if missed.path]
    for finding, fingerprint in zip(findings, unique_fingerprints(findings), strict=True):
        artifact = places.get(finding.path, -1)
        result = _result(finding, artifact, index)
        result["partialFingerprints"] = {_FINGERPRINT: fingerprint}
        evidence = evidence_places(outcome.files[artifact], finding) if artifact >= 0 else ()
        if evidence:
            result["relatedLocations"] = [_related(finding, artifact, *entry) for entry in enumerate(evidence)]
        yield result


def _result(finding: Diagnostic, artifact: int, index: dict[str, int]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index[finding.code],
        "level": finding.level,
        "message": {"text": _message(finding)},
        "locations": [_location(finding, artifact)],
        "rank": round(100 * finding.confidence, 1),
    }
    if finding.suppression is not None:
        external = finding.suppression.kind == "baseline"
        suppression = {"kind": "external" if external else "inSource", "status": "accepted"}
        if finding.suppression.justification:
            suppression["justification"] = displayable(finding.suppression.justification)
        result["suppressions"] = [suppression]
    if finding.baseline_state is not None:
        result["baselineState"] = finding.baseline_state
    return result


def _message(finding: Diagnostic) -> str:
    parts = [finding.message, finding.reason]
    if finding.alternatives:
        parts.append(f"Instead: {', '.join(finding.alternatives)}")
    return displayable("\n".join(part for part in parts if part))


def _location(finding: Diagnostic, artifact: int) -> dict[str, Any]:
    place = (finding.line, finding.column, finding.end_line, finding.end_column)
    return {"physicalLocation": _physical(finding.path, artifact, place)}


def _related(finding: Diagnostic, artifact: int, number: int, evidence: EvidencePlace) -> dict[str, Any]:
    return {
        "id": number,
        "message": {"text": displayable(evidence.text)},
        "physicalLocation": _physical(finding.path, artifact, evidence[:4]),
    }


def _physical(path: str, artifact: int, place: tuple[int, int, int, int]) -> dict[str, Any]:
    file: dict[str, Any] = {"uri": relative_uri(path)}
    if artifact >= 0:
        file["index"] = artifact
    names = ("startLine", "startColumn", "endLine", "endColumn")
    return {"artifactLocation": file, "region": dict(zip(names, place, strict=True))}
