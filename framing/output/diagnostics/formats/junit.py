"""JUnit XML: a suite for each file, a failure for each finding, and a passing case for each file without one."""

from collections import Counter
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from framing.diagnostic import Diagnostic, Outcome
from framing.output.console import markup_without_commands
from framing.output.diagnostics.findings.reported import BUDGET, reported_by_file
from framing.output.safe_text import displayable, one_line
from framing.output.width import cut

__all__ = ["render"]

_WORDS = 60
"""Cells of the found words in a case's name."""


def render(outcome: Outcome) -> str:
    """Return one document; a finding below the gate's level is a case that passes and says so in its output."""
    suites: list[str] = []
    cases = failures = 0
    for file, findings in reported_by_file(outcome):
        failing = [finding.code == BUDGET or outcome.failing(file, finding) for finding in findings]
        cases += max(len(findings), 1)
        failures += sum(failing)
        suites += _suite(file.path, findings, failing)
    head = f'<testsuites name="framing" tests="{cases}" failures="{failures}" errors="0">'
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>"]
    return markup_without_commands("\n".join(lines) + "\n")


def _suite(path: str, findings: list[Diagnostic], failing: list[bool]) -> Iterator[str]:
    name = _attribute(path or "all files together")
    counts = f'tests="{max(len(findings), 1)}" failures="{sum(failing)}" errors="0" skipped="0"'
    yield f"  <testsuite name={name} {counts}>"
    if not findings:
        yield f'    <testcase name="no finding" classname={name} file={name}/>'
    for finding, fails, title in zip(findings, failing, _titles(findings), strict=True):
        place = f'file={name} line="{finding.line}"' if path else ""
        yield f"    <testcase name={_attribute(title)} classname={name} {place}".rstrip() + ">"
        yield from _result(finding, fails=fails)
        yield "    </testcase>"
    yield "  </testsuite>"


def _titles(findings: list[Diagnostic]) -> Iterator[str]:
    """Yield names that no two cases of a file share and that stay when lines move: dashboards know cases by name."""
    seen: Counter[str] = Counter()
    for finding in findings:
        title = one_line(
            f"{finding.code} {finding.rule}: {cut(finding.text, _WORDS)}"
            if finding.text
            else f"{finding.code} {finding.rule}"
        )
        seen[title] += 1
        yield title if seen[title] == 1 else f"{title} ({seen[title]})"


def _result(finding: Diagnostic, *, fails: bool) -> Iterator[str]:
    place = f"{finding.path}:{finding.line}:{finding.column}" if finding.path else ""
    instead = f"Instead: {', '.join(finding.alternatives)}" if finding.alternatives else ""
    text = escape(displayable("\n".join(line for line in (place, finding.message, finding.reason, instead) if line)))
    if fails:
        yield f"      <failure type={_attribute(finding.level)} message={_attribute(finding.message)}>{text}</failure>"
    else:
        yield f"      <system-out>{text}</system-out>"


def _attribute(text: str) -> str:
    return quoteattr(displayable(text), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
