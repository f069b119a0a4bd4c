"""Statistics: how often each rule found something, and at what rate."""

from collections import Counter
from typing import Any

from framing.diagnostic import Outcome
from framing.output.console import printable_json, without_commands
from framing.output.diagnostics.findings.reported import BUDGET, reported
from framing.output.diagnostics.layout.closing import totals
from framing.output.safe_text import one_line

__all__ = ["render", "render_json"]


def render(outcome: Outcome) -> str:
    """Return a line for each rule that found something, most first: count, code, name, one in how many words."""
    rows = _rows(outcome)
    cells = max((len(f"{row['count']:,}") for row in rows), default=0)
    codes = max((len(row["code"]) for row in rows), default=0)
    names = max((len(row["name"]) for row in rows), default=0)
    lines = [
        f"{row['count']:>{cells},}  {row['code']:<{codes}}  {row['name']:<{names}}  "
        f"{_rate(row['words_per_finding'])}".rstrip()
        for row in rows
    ]
    words = sum(file.words for file in outcome.files)
    return without_commands("\n".join([*lines, f"{totals(outcome)} {words:,} words."]) + "\n")


def render_json(outcome: Outcome) -> str:
    """Return the same rows as a JSON array; ``words_per_finding`` is null where no words were counted."""
    return printable_json(_rows(outcome), indent=2) + "\n"


def _rows(outcome: Outcome) -> list[dict[str, Any]]:
    counts = Counter((finding.code, finding.rule) for finding in reported(outcome))
    words = sum(file.words for file in outcome.files)
    return [
        {
            "count": count,
            "code": code,
            "name": one_line(name),
            "words_per_finding": round(words / count) if words and code != BUDGET else None,
        }
        for (code, name), count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]


def _rate(words: int | None) -> str:
    return "" if words is None else f"one in {words:,} words"
