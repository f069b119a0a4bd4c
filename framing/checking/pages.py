"""The rules' pages in Markdown: ``docs/checks/`` holds them, a test holds them equal to the cards."""

from collections.abc import Iterable

from framing.diagnostic import RuleCard
from framing.rule_case import FolderCase, RuleCase

__all__ = ["index_page", "rule_page"]


def rule_page(card: RuleCard) -> str:
    """Return a rule's page."""
    options = "\n".join(
        f"{name} = {_written(value)}" for name, value in {"confidence": card.confidence, **card.options}.items()
    )
    parts = {
        "What it does": card.what,
        "Why": card.why,
        "Evidence": f"{card.evidence}\n\nKeys are those of `lexicons/references.bib`.",
        "Known problems": card.known_problems,
        "Finds": _cases(card.finds),
        "Leaves alone": _cases(card.leaves),
        "Precision": _precision(card),
        "Options": f"With their defaults:\n\n```toml\n[tool.framing.rules.{card.code}]\n{options}\n```",
        "Suppressing": f"`<!-- framing: ignore[{card.code}] reason -->` beside the words or above the paragraph.",
    }
    state = "on" if card.default else "off"
    facts = (
        f"{card.level} · {state} by default · least confidence {card.confidence:g} · {', '.join(card.kinds)} · "
        f"looks at: {', '.join(card.parts)}"
    )
    body = "\n\n".join(f"## {head}\n\n{text}" for head, text in parts.items() if text)
    return f"# {card.code} {card.name}\n\n{card.summary}\n\n{facts}\n\n{body}\n"


def index_page(cards: Iterable[RuleCard]) -> str:
    """Return the page that lists the rules."""
    rows = [
        f"| [{card.code}]({card.code}.md) | {card.name} | {card.summary} | {card.level} | "
        f"{'on' if card.default else 'off'} | {_short_precision(card)} |"
        for card in cards
    ]
    return (
        "# Rules\n\n`framing rule CODE` prints these pages. Precision is the share of findings in real news that were "
        "judged right;\na judged rule below 0.8 is off by default. How a run is set up: [check.md](../check.md).\n\n"
        "| code | name | finds | level | default | precision |\n|---|---|---|---|---|---|\n" + "\n".join(rows) + "\n"
    )


def _cases(cases: Iterable[RuleCase | FolderCase]) -> str:
    return "\n\n".join(_case(case) for case in cases)


def _case(case: RuleCase | FolderCase) -> str:
    shown = f"````\n{case.shown}\n````"
    found = ", ".join(f"`{' '.join(one.split())}`" for one in case.found)
    options = ", ".join(f"`{name} = {_written(value)}`" for name, value in case.options.items())
    said = " ".join(part for part in (options and f"With {options}.", found and f"Found: {found}.") if part)
    return f"{shown}\n\n{said}" if said else shown


def _precision(card: RuleCard) -> str:
    if card.precision is None:
        return "Not judged."
    return f"{card.precision:.2f}: {round(card.precision * card.judged)} of {card.judged} findings judged right."


def _short_precision(card: RuleCard) -> str:
    return "not judged" if card.precision is None else f"{card.precision:.2f} of {card.judged}"


def _written(value: object) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(_written(item) for item in value) + "]"
    return f'"{value}"' if isinstance(value, str) else f"{value:g}" if isinstance(value, int | float) else str(value)
