"""Concise: ``path:line:col: CODE message``, one physical line a finding; columns 1-based, in code points."""

from framing.diagnostic import Outcome
from framing.output.console import without_commands
from framing.output.diagnostics.findings.reported import reported
from framing.output.safe_text import one_line

__all__ = ["render"]


def render(outcome: Outcome) -> str:
    """Return a line for each finding that is neither suppressed nor known, in the order of the files and the text."""
    return without_commands(
        "".join(
            f"{one_line(finding.path) or '.'}:{finding.line}:{finding.column}: "
            f"{finding.code} {one_line(finding.message)}\n"
            for finding in reported(outcome)
        )
    )
