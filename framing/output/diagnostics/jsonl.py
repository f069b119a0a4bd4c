"""JSON Lines: one finding a line, then one line that sums up the run; made to be read while it is written."""

import json
from collections.abc import Iterator
from typing import Any

from framing.diagnostic import Outcome
from framing.output.diagnostics.reported import level_counts
from framing.output.diagnostics.text import json_values

__all__ = ["render"]


def render(outcome: Outcome) -> str:
    """Return a line for each finding (``"type": "diagnostic"``), each missed budget, and the summary."""
    return "".join(json.dumps(json_values(row), ensure_ascii=False) + "\n" for row in _rows(outcome))


def _rows(outcome: Outcome) -> Iterator[dict[str, Any]]:
    for file in outcome.files:
        for found in file.diagnostics:
            yield {"type": "diagnostic", **found.to_dict()}
    for missed in outcome.missed:
        yield {
            "type": "missed_budget",
            "path": missed.path,
            "name": missed.name,
            "limit": missed.limit,
            "value": missed.value,
        }
    yield {
        "type": "summary",
        "framing_version": outcome.version,
        "files": len(outcome.files),
        "words": sum(file.words for file in outcome.files),
        "failed": outcome.failed,
        "fail_on": outcome.fail_on,
        "reported": level_counts(outcome),
        "suppressed": sum(found.suppression is not None for file in outcome.files for found in file.diagnostics),
    }
