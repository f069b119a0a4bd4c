"""Replacements that the lexicon calls always right, put into the text; never inside of a quotation."""

from typing import TYPE_CHECKING

from framing.finding import LoadedTerm
from framing.reading.offsets import line_map

if TYPE_CHECKING:  # a report alone is printed without it
    from framing.diagnostic import CheckedFile

__all__ = ["fixed_text", "replacement"]


def replacement(term: LoadedTerm) -> str:
    """Return the replacement of a term, in its number and case; empty where a person has to decide."""
    return term.alternatives[0] if term.safe and term.alternatives else ""


def fixed_text(file: "CheckedFile") -> str:
    """Return a file's text with the fixes of its findings, but for those that are silenced.

    Words that markup stands in are left as they are.
    """
    lines = line_map(file.text)
    text, before = file.text, len(file.text) + 1
    places = [
        (lines.offset(finding.line, finding.column), lines.offset(finding.end_line, finding.end_column), finding)
        for finding in file.diagnostics
        if finding.fix and finding.suppression is None
    ]
    for start, end, fix in sorted(places, key=lambda place: place[:2], reverse=True):
        if end <= before and file.text[start:end] == fix.text:
            text, before = text[:start] + fix.fix + text[end:], start
    return text
