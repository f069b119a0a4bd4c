"""The last lines of what people read: how many findings, where, and whether the run passes."""

from collections import Counter
from collections.abc import Iterator

from framing.diagnostic import LEVELS, Diagnostic, Outcome
from framing.output.colour import Paint
from framing.output.diagnostics.findings.reported import level_counts, reported_by_file

__all__ = ["closing_lines", "failure_reasons", "totals"]


_HIDDEN = {"in_source": "suppressed", "baseline": "in the baseline", "absent": "in the baseline and no longer found"}


def totals(outcome: Outcome) -> str:
    """Return the counts in a phrase: "3 findings (1 error, 2 warnings) in 2 of 5 files; 4 suppressed"."""
    counts = level_counts(outcome)
    total = sum(counts.values())
    files = len(outcome.files)
    text = _several(total, "finding") if total else "No findings"
    if total:
        text += f" ({', '.join(_several(count, level) for level, count in counts.items() if count)})"
        hit = sum(bool(findings) and bool(file.path) for file, findings in reported_by_file(outcome))
        text += f" in {hit:,} of {_several(files, 'file')}"
    else:
        text += f" in {_several(files, 'file')}"
    hidden = Counter(_why_hidden(findings) for file in outcome.files for findings in file.diagnostics)
    text += "".join(f"; {hidden[kind]:,} {words}" for kind, words in _HIDDEN.items() if hidden[kind])
    return text + "."


def closing_lines(outcome: Outcome, paint: Paint) -> Iterator[str]:
    """Yield the counts, and whether the gate lets the run pass where there is something to pass it."""
    yield paint(totals(outcome), "bold")
    if outcome.failed:
        yield paint(f"The check fails: {', '.join(failure_reasons(outcome))}.", "red")


def failure_reasons(outcome: Outcome) -> list[str]:
    """Return what fails the run: "3 findings at or above warning", "1 missed budget"; nothing where it passes."""
    failing = Counter(
        file.fail_on or outcome.fail_on
        for file in outcome.files
        for finding in file.diagnostics
        if outcome.failing(file, finding)
    )
    reasons = [f"{_several(failing[level], 'finding')} at or above {level}" for level in LEVELS if failing[level]]
    return reasons + ([_several(len(outcome.missed), "missed budget")] if outcome.missed else [])


def _why_hidden(finding: Diagnostic) -> str:
    if finding.baseline_state == "absent":
        return "absent"
    return finding.suppression.kind if finding.suppression else ""


def _several(count: int, word: str) -> str:
    return f"{count:,} {word}{'s' * (count != 1)}"
