"""The rules of a run as SARIF describes them: help in text and Markdown, default level, measured precision."""

from typing import Any

from framing.checking.registry import is_shipped
from framing.diagnostic import Diagnostic, Outcome, RuleCard
from framing.output.diagnostics.findings.families import family_name
from framing.output.diagnostics.findings.reported import BUDGET, missed_budgets
from framing.project import rule_address
from framing.rule_case import FolderCase, RuleCase

__all__ = ["rule_descriptors"]

_LONGEST_DESCRIPTION = 1024
"""Characters of a description that GitHub takes."""
_PRECISIONS = ((0.95, "very-high"), (0.8, "high"), (0.5, "medium"))
"""GitHub's words for a precision; the measured figure stands beside it."""
_SEVERITIES = {"note": "recommendation", "warning": "warning", "error": "error"}


def rule_descriptors(outcome: Outcome) -> list[dict[str, Any]]:
    """Return a descriptor for each active rule in order of code, and for each code found that no card describes."""
    described = {card.code: _descriptor(card) for card in outcome.rules}
    findings = [finding for file in outcome.files for finding in file.diagnostics]
    for finding in (*findings, *missed_budgets(outcome)):
        if finding.code not in described:
            described[finding.code] = _bare(finding)
    return [described[code] for code in sorted(described)]


def _descriptor(card: RuleCard) -> dict[str, Any]:
    properties: dict[str, Any] = {
        "tags": [family_name(card), *sorted(card.kinds)],
        "problem.severity": _SEVERITIES[card.level],
    }
    if card.precision is not None:
        properties["precision"] = next((word for least, word in _PRECISIONS if card.precision >= least), "low")
        properties |= {"measuredPrecision": card.precision, "judgedFindings": card.judged}
    address = rule_address(card.code) if is_shipped(card.code) else ""
    return {
        "id": card.code,
        **({"helpUri": address} if address else {}),
        "name": "".join(part.capitalize() for part in card.name.split("-")),
        "shortDescription": {"text": _short(card.summary)},
        "fullDescription": {"text": _short(f"{card.what} {card.why}")},
        "help": {"text": _help_text(card), "markdown": _help_markdown(card)},
        "defaultConfiguration": {"level": card.level, "enabled": card.default},
        "properties": properties,
    }


def _bare(finding: Diagnostic) -> dict[str, Any]:
    text = f"{finding.code} {finding.rule}" if finding.rule else finding.code
    if finding.code == BUDGET:
        text = "A measure is beyond the limit that the configuration sets for it."
    return {
        "id": finding.code,
        "shortDescription": {"text": text},
        "fullDescription": {"text": text},
        "help": {"text": text},
        "defaultConfiguration": {"level": finding.level},
    }


def _parts(card: RuleCard) -> list[tuple[str, str]]:
    judged = (
        f"{100 * card.precision:.0f}% of {card.judged} judged findings were right."
        if card.precision is not None
        else "Not judged yet."
    )
    parts = [
        ("What it does", card.what),
        ("Why", card.why),
        ("Evidence", card.evidence),
        ("Known problems", card.known_problems),
        ("Finds", _shown(card.finds)),
        ("Leaves alone", _shown(card.leaves)),
        ("Precision", judged),
        ("More", card.help_command),
    ]
    return [(head, text.strip()) for head, text in parts if text.strip()]


def _shown(cases: tuple[RuleCase | FolderCase, ...]) -> str:
    """Return the first case, fenced: its own headings are none of the help's."""
    return f"````\n{cases[0].shown}\n````" if cases else ""


def _help_text(card: RuleCard) -> str:
    return "\n\n".join(f"{head}: {text}" for head, text in _parts(card))


def _help_markdown(card: RuleCard) -> str:
    return "\n\n".join([f"# {card.code} {card.name}", *(f"## {head}\n\n{text}" for head, text in _parts(card))])


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_DESCRIPTION else text[: _LONGEST_DESCRIPTION - 1] + "…"
