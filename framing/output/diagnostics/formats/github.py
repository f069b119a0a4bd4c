"""GitHub Actions: findings as annotations on the lines of a pull request, within the caps that GitHub sets.

A step shows ten annotations of each level; what is beyond is dropped without a word. So the ten of each level that
matter most are written (by confidence), and a last line says how many more there are. Messages and properties are
escaped as the runner decodes them: a message cannot end its own line and begin another command.
"""

from collections.abc import Iterator

from framing.diagnostic import Diagnostic, Outcome
from framing.output.diagnostics.findings.reported import reported
from framing.output.diagnostics.formats import markdown
from framing.output.safe_text import displayable

__all__ = ["MOST_PER_LEVEL", "render", "render_summary"]

MOST_PER_LEVEL = 10
"""Annotations of one level that GitHub shows for a step."""
_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(outcome: Outcome) -> str:
    """Return workflow commands, one a line: errors, then warnings, then notices; the most certain first."""
    return "".join(line + "\n" for line in _lines(list(reported(outcome))))


def render_summary(outcome: Outcome) -> str:
    """Return Markdown for ``$GITHUB_STEP_SUMMARY``, within the 1,024 KiB beyond which GitHub takes nothing of it."""
    return markdown.render(outcome, limit=markdown.SUMMARY_BYTES)


def _lines(diagnostics: list[Diagnostic]) -> Iterator[str]:
    left_out = 0
    for level, command in _COMMANDS.items():
        own = sorted(
            (finding for finding in diagnostics if finding.level == level), key=lambda finding: -finding.confidence
        )
        # The closing line is a notice itself and takes one of the notices' places.
        places = MOST_PER_LEVEL - (1 if level == "note" and (left_out or len(own) > MOST_PER_LEVEL) else 0)
        left_out += max(len(own) - places, 0)
        for finding in own[:places]:
            yield _annotation(command, finding)
    if left_out:
        yield f"::notice title=framing::{left_out:,} more finding{'s' * (left_out > 1)}: see the job's summary."


def _annotation(command: str, finding: Diagnostic) -> str:
    properties: dict[str, str | int] = {}
    if finding.path:
        properties = {"file": finding.path.removeprefix("./"), "line": finding.line, "endLine": finding.end_line}
    # GitHub refuses columns for a span over several lines.
    if finding.end > finding.start and finding.line == finding.end_line:
        properties |= {"col": finding.column, "endColumn": finding.end_column}
    properties["title"] = f"{finding.code} {finding.rule}"
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{command} {written}::{_message(_words(finding))}"


def _words(finding: Diagnostic) -> str:
    lines = [finding.message]
    if finding.reason:
        lines.append(finding.reason)
    if finding.alternatives:
        lines.append(f"Instead: {', '.join(finding.alternatives)}")
    return "\n".join(lines)


def _message(text: str) -> str:
    """Escape as the runner decodes a message."""
    return displayable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape as the runner decodes a property."""
    return _message(text).replace(":", "%3A").replace(",", "%2C")
