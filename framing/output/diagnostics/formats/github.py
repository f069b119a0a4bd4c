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
        own = sorted((found for found in diagnostics if found.level == level), key=lambda found: -found.confidence)
        # The closing line is a notice itself and takes one of the notices' places.
        places = MOST_PER_LEVEL - (1 if level == "note" and (left_out or len(own) > MOST_PER_LEVEL) else 0)
        left_out += max(len(own) - places, 0)
        for found in own[:places]:
            yield _annotation(command, found)
    if left_out:
        yield f"::notice title=framing::{left_out:,} more finding{'s' * (left_out > 1)}: see the job's summary."


def _annotation(command: str, found: Diagnostic) -> str:
    properties: dict[str, str | int] = {}
    if found.path:
        properties = {"file": found.path.removeprefix("./"), "line": found.line, "endLine": found.end_line}
    # GitHub refuses columns for a span over several lines.
    if found.end > found.start and found.line == found.end_line:
        properties |= {"col": found.column, "endColumn": found.end_column}
    properties["title"] = f"{found.code} {found.rule}"
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{command} {written}::{_message(_words(found))}"


def _words(found: Diagnostic) -> str:
    lines = [found.message]
    if found.reason:
        lines.append(found.reason)
    if found.alternatives:
        lines.append(f"Instead: {', '.join(found.alternatives)}")
    return "\n".join(lines)


def _message(text: str) -> str:
    """Escape as the runner decodes a message."""
    return displayable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape as the runner decodes a property."""
    return _message(text).replace(":", "%3A").replace(",", "%2C")
