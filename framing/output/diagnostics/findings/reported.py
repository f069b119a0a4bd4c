"""Which findings a format shows: neither suppressed nor gone; budgets that were missed are findings too."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator

from framing.diagnostic import CheckedFile, Diagnostic, Level, MissedBudget, Outcome

__all__ = ["BUDGET", "level_counts", "missed_budgets", "reported", "reported_by_file"]

BUDGET = "budget"
"""Stands where a finding has its rule's code: a budget is the user's own rule."""


def reported(outcome: Outcome) -> Iterator[Diagnostic]:
    """Yield each finding of each file in order, then what all files together miss."""
    for _, finding in reported_by_file(outcome):
        yield from finding


def reported_by_file(outcome: Outcome) -> Iterator[tuple[CheckedFile, list[Diagnostic]]]:
    """Yield each file with its findings in order of place and then the budgets that it misses.

    What all files together miss comes last, with a file that has no path; it is left out where nothing is missed.
    """
    missed: dict[str, list[Diagnostic]] = defaultdict(list)
    for budget in outcome.missed:
        missed[budget.path].append(_finding(budget))
    for file in outcome.files:
        shown = [
            finding for finding in file.diagnostics if not finding.suppression and finding.baseline_state != "absent"
        ]
        yield file, shown + missed.pop(file.path, [])
    rest = [finding for budgets in missed.values() for finding in budgets]
    if rest:
        yield CheckedFile("", "", ()), rest


def missed_budgets(outcome: Outcome) -> Iterator[Diagnostic]:
    """Yield every missed budget as a finding about a whole file, or with an empty path about all files together."""
    yield from map(_finding, outcome.missed)


def level_counts(outcome: Outcome) -> dict[Level, int]:
    """Return how many findings are errors, warnings and notes, in this order."""
    counts: dict[Level, int] = {"error": 0, "warning": 0, "note": 0}
    for finding in reported(outcome):
        counts[finding.level] += 1
    return counts


def _finding(missed: MissedBudget) -> Diagnostic:
    where = "" if missed.path else ", all files together"
    return Diagnostic(
        code=BUDGET,
        rule=missed.name,
        level="error",
        message=f"{missed.name} is {missed.limit:g}, measured {missed.value:.4g}{where}",
        start=0,
        end=0,
        path=missed.path,
        fingerprint=hashlib.sha256(f"{missed.path}\0{BUDGET}\0{missed.name}".encode("utf-8", "replace")).hexdigest()[
            :16
        ],
    )
