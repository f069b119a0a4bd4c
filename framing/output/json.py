"""JSON: one report as an object, several as an array; keys in the schema's order, the same bytes each time."""

from collections.abc import Sequence

from framing.output.console import printable_json
from framing.report import Report

__all__ = ["render", "render_lines"]


def render(reports: Sequence[Report]) -> str:
    """Return the reports as indented JSON."""
    found = [report.to_dict() for report in reports]
    return printable_json(found[0] if len(found) == 1 else found, indent=2, allow_nan=False) + "\n"


def render_lines(reports: Sequence[Report]) -> str:
    """Return the reports as JSON Lines, one each."""
    lines = (printable_json(report.to_dict(), separators=(",", ":"), allow_nan=False) for report in reports)
    return "".join(line + "\n" for line in lines)
