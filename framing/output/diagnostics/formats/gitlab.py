"""GitLab Code Quality: a JSON array; only fields that GitLab reads, and no two findings with one fingerprint."""

from pathlib import PurePath

from framing.diagnostic import Diagnostic, Outcome
from framing.output.diagnostics.findings.fingerprints import unique_fingerprints
from framing.output.diagnostics.findings.reported import reported
from framing.output.diagnostics.layout.rows import row
from framing.output.safe_text import displayable

__all__ = ["render"]

_SEVERITIES = {"note": "info", "warning": "minor", "error": "major"}
"""``critical`` and ``blocker`` are left to faults of programs: no wording is one."""


def render(outcome: Outcome) -> str:
    """Return the array; GitLab takes findings with equal fingerprints for one, so that repeats get a number."""
    findings = list(reported(outcome))
    entries = (
        row(_entry(finding, fingerprint))
        for finding, fingerprint in zip(findings, unique_fingerprints(findings), strict=True)
    )
    return "[\n" + ",\n".join(entries) + "\n]\n" if findings else "[]\n"


def _entry(finding: Diagnostic, fingerprint: str) -> dict[str, object]:
    return {
        # The name of the check is not shown beside the description.
        "description": displayable(f"{finding.code} {finding.rule}: {finding.message}"),
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.level],
        "location": {
            "path": displayable(PurePath(finding.path).as_posix()),
            "lines": {"begin": finding.line, "end": finding.end_line},
        },
    }
