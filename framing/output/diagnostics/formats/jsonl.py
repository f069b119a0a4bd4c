"""JSON Lines: one finding a line, then one line that sums up the run; made to be read while it is written."""

from collections.abc import Iterator
from typing import Any

from framing.diagnostic import Outcome
from framing.output.diagnostics.findings.reported import level_counts
from framing.output.diagnostics.formats.json import budget_values
from framing.output.diagnostics.layout.rows import row

__all__ = ["render"]


def render(outcome: Outcome) -> str:
    """Return a line for each finding (``"type": "diagnostic"``), each missed budget, and the summary."""
    return "".join(row(entry) + "\n" for entry in _rows(outcome))


def _rows(outcome: Outcome) -> Iterator[dict[str, Any]]:
    for file in outcome.files:
        for finding in file.diagnostics:
            yield {"type": "diagnostic", **finding.to_dict()}
    for missed in outcome.missed:
        yield {"type": "missed_budget", **budget_values(missed)}
    yield {
        "type": "summary",
        "framing_version": outcome.version,
        "files": len(outcome.files),
        "words": sum(file.words for file in outcome.files),
        "failed": outcome.failed,
        "fail_on": outcome.fail_on,
        "reported": level_counts(outcome),
        "suppressed": sum(finding.suppression is not None for file in outcome.files for finding in file.diagnostics),
    }
