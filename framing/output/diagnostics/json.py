"""JSON: the whole outcome of a check as one object; the same run gives the same bytes."""

import json
from typing import Any

from framing.diagnostic import MissedBudget, Outcome, RuleCard
from framing.output.diagnostics.text import json_values

__all__ = ["FORMAT_VERSION", "render"]

FORMAT_VERSION = "1.0"
"""Raised in its first part where a field changes its meaning or goes, in its second where one is added."""


def render(outcome: Outcome) -> str:
    """Return an object with the rules, each file with all its findings (suppressed ones too), and what is missed.

    Lines and columns are 1-based and count code points, the end is exclusive; ``start`` and ``end`` are offsets into
    the text of the report.
    """
    document = {
        "format_version": FORMAT_VERSION,
        "framing_version": outcome.version,
        "column_kind": "unicodeCodePoints",
        "failed": outcome.failed,
        "fail_on": outcome.fail_on,
        "rules": [_rule(card) for card in outcome.rules],
        "files": [
            {
                "path": file.path,
                "words": file.words,
                "measures": dict(sorted(file.measures.items())),
                "diagnostics": [found.to_dict() for found in file.diagnostics],
            }
            for file in outcome.files
        ],
        "missed_budgets": [_budget(missed) for missed in outcome.missed],
    }
    return json.dumps(json_values(document), ensure_ascii=False, indent=2) + "\n"


def _rule(card: RuleCard) -> dict[str, Any]:
    return {
        "code": card.code,
        "name": card.name,
        "family": card.family,
        "summary": card.summary,
        "level": card.level,
        "precision": card.precision,
        "judged": card.judged,
        "help": card.help_uri,
    }


def _budget(missed: MissedBudget) -> dict[str, Any]:
    return {"path": missed.path, "name": missed.name, "limit": missed.limit, "value": missed.value}
