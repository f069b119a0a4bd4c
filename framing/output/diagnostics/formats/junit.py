"""JUnit XML: a suite for each file, a failure for each finding, and a passing case for each file without one."""

from collections import Counter
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from framing.diagnostic import Diagnostic, Outcome
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
    for file, found in reported_by_file(outcome):
        failing = [one.code == BUDGET or outcome.failing(file, one) for one in found]
        cases += max(len(found), 1)
        failures += sum(failing)
        suites += _suite(file.path, found, failing)
    head = f'<testsuites name="framing" tests="{cases}" failures="{failures}" errors="0">'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>"]) + "\n"


def _suite(path: str, found: list[Diagnostic], failing: list[bool]) -> Iterator[str]:
    name = _attribute(path or "all files together")
    counts = f'tests="{max(len(found), 1)}" failures="{sum(failing)}" errors="0" skipped="0"'
    yield f"  <testsuite name={name} {counts}>"
    if not found:
        yield f'    <testcase name="no finding" classname={name} file={name}/>'
    for one, fails, title in zip(found, failing, _titles(found), strict=True):
        place = f'file={name} line="{one.line}"' if path else ""
        yield f"    <testcase name={_attribute(title)} classname={name} {place}".rstrip() + ">"
        yield from _result(one, fails=fails)
        yield "    </testcase>"
    yield "  </testsuite>"


def _titles(found: list[Diagnostic]) -> Iterator[str]:
    """Yield names that no two cases of a file share and that stay when lines move: dashboards know cases by name."""
    seen: Counter[str] = Counter()
    for one in found:
        title = one_line(f"{one.code} {one.rule}: {cut(one.text, _WORDS)}" if one.text else f"{one.code} {one.rule}")
        seen[title] += 1
        yield title if seen[title] == 1 else f"{title} ({seen[title]})"


def _result(found: Diagnostic, *, fails: bool) -> Iterator[str]:
    place = f"{found.path}:{found.line}:{found.column}" if found.path else ""
    instead = f"Instead: {', '.join(found.alternatives)}" if found.alternatives else ""
    text = escape(displayable("\n".join(line for line in (place, found.message, found.reason, instead) if line)))
    if fails:
        yield f"      <failure type={_attribute(found.level)} message={_attribute(found.message)}>{text}</failure>"
    else:
        yield f"      <system-out>{text}</system-out>"


def _attribute(text: str) -> str:
    return quoteattr(displayable(text), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
