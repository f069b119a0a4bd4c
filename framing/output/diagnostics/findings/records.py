"""Findings in rows of CSV and JSON Lines at the file and the line that they have there."""

from collections.abc import Sequence
from dataclasses import replace

from framing.diagnostic import CheckedFile, Diagnostic, Outcome

__all__ = ["with_files_of_records"]


def with_files_of_records(outcome: Outcome) -> Outcome:
    """Return the outcome with the records of a file as one file, their findings on the lines on which they begin.

    Editors, platforms and reviewers look a finding up in its file: ``rows.csv:3`` is none. Places within a record's
    text are not places of the file, and are left out.
    """
    if not any(file.row for file in outcome.files):
        return outcome
    names = {file.path: file.container for file in outcome.files}
    grouped: dict[str, list[CheckedFile]] = {}
    for file in outcome.files:
        grouped.setdefault(names[file.path], []).append(file)
    files = tuple(_one(name, records) for name, records in grouped.items())
    missed = tuple(replace(budget, path=names.get(budget.path, budget.path)) for budget in outcome.missed)
    return replace(outcome, files=files, missed=missed)


def _one(name: str, records: Sequence[CheckedFile]) -> CheckedFile:
    if not any(record.row for record in records):
        return records[0]
    findings = tuple(_placed(finding, name, record.row) for record in records for finding in record.diagnostics)
    return CheckedFile(name, "", findings, sum(record.words for record in records), fail_on=records[0].fail_on)


def _placed(finding: Diagnostic, name: str, row: int) -> Diagnostic:
    return replace(finding, path=name, line=row, column=1, end_line=row, end_column=1, evidence=())
