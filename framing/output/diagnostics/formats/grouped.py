"""Grouped: findings under their file, places in one column; for reading many files at a glance."""

from framing.diagnostic import Outcome
from framing.output.colour import Paint
from framing.output.console import without_commands
from framing.output.diagnostics.findings.reported import reported_by_file
from framing.output.diagnostics.layout.closing import closing_lines
from framing.output.safe_text import one_line

__all__ = ["render"]


def render(outcome: Outcome, *, colour: bool = False) -> str:
    """Return each file that has findings with one line a finding, then a closing line."""
    paint = Paint(colour)
    lines: list[str] = []
    for file, findings in reported_by_file(outcome):
        if not findings:
            continue
        places = [f"{finding.line}:{finding.column}" if finding.end > finding.start else "-" for finding in findings]
        codes = max(len(finding.code) for finding in findings)
        cells = max(map(len, places))
        lines.append(paint(one_line(file.path) or "All files together", "bold"))
        for finding, place in zip(findings, places, strict=True):
            lines.append(
                f"  {place:>{cells}}  {finding.level:<7}  {finding.code:<{codes}}  {one_line(finding.message)}"
            )
        lines.append("")
    lines += closing_lines(outcome, paint)
    return without_commands("\n".join(lines) + "\n")
