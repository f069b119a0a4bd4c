"""JSON: the whole outcome of a check as one object; the same run gives the same bytes."""

from typing import Any

from framing.diagnostic import MissedBudget, Outcome, RuleCard
from framing.output.console import printable_json
from framing.output.diagnostics.findings.families import family_name
from framing.output.diagnostics.layout.rows import finite
from framing.output.safe_text import encodable

__all__ = ["FORMAT_VERSION", "budget_values", "render"]

FORMAT_VERSION = "1.1"
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
                "measures": {name: finite(value) for name, value in sorted(file.measures.items())},
                "diagnostics": [finding.to_dict() for finding in file.diagnostics],
            }
            for file in outcome.files
        ],
        "missed_budgets": [budget_values(missed) for missed in outcome.missed],
    }
    return encodable(printable_json(document, indent=2)) + "\n"


def _rule(card: RuleCard) -> dict[str, Any]:
    return {
        "code": card.code,
        "name": card.name,
        "family": family_name(card),
        "summary": card.summary,
        "level": card.level,
        "precision": card.precision,
        "judged": card.judged,
        "help": card.help_command,
    }


def budget_values(missed: MissedBudget) -> dict[str, Any]:
    """Return a missed budget as JSON-able values."""
    return {"path": missed.path, "name": missed.name, "limit": finite(missed.limit), "value": finite(missed.value)}
