"""Suppressions for the findings of a file, written beside the words, above the paragraph or at the file's end."""

from collections.abc import Iterator

from framing.diagnostic import CheckedFile, Diagnostic
from framing.reading.offsets import line_map

__all__ = ["insertions", "silenceable", "with_ignores"]

_LONGEST_PHRASE = 60
"""Characters of words that a suppression names; longer words would make a comment that nobody reads."""


def silenceable(file: CheckedFile) -> list[Diagnostic]:
    """Return the findings that a comment in the file can silence: not those about the run or about many files."""
    return [
        finding for finding in file.diagnostics if finding.suppression is None and finding.code[:1] not in {"X", "C"}
    ]


def with_ignores(file: CheckedFile, reason: str) -> str:
    """Return a file's text with a suppression for each finding that nothing silences.

    Args:
        file: The file with its findings.
        reason: Why, on one line; what would end the comment is left out of it.
    """
    text = file.text
    added = dict.fromkeys(insertions(file, reason))
    for place, comment in sorted(added, reverse=True):
        text = text[:place] + comment + text[place:]
    return text


def insertions(file: CheckedFile, reason: str) -> Iterator[tuple[int, str]]:
    """Yield each comment of ``with_ignores`` with the offset where it is to be inserted."""
    words = " ".join(reason.replace("--", "-").split())
    why = f" {words}" if words else ""
    lines = line_map(file.text)
    for finding in silenceable(file):
        if finding.end == finding.start:
            end = "" if file.text.endswith("\n") else "\n"
            yield len(file.text), f"{end}\n<!-- framing: ignore-file[{finding.code}]{why} -->\n"
            continue
        start = lines.offset(finding.line, 1)
        if finding.line == finding.end_line:
            end_of_line = file.text.find("\n", start)
            place = len(file.text) if end_of_line < 0 else end_of_line
            place -= file.text[start:place].endswith("\r")
            yield place, f" <!-- framing: ignore[{finding.code}{_phrase(finding)}]{why} -->"
        else:
            above = file.text.rfind("\n\n", 0, start)
            yield above + 2 if above >= 0 else 0, f"<!-- framing: ignore[{finding.code}]{why} -->\n"


def _phrase(finding: Diagnostic) -> str:
    plain = len(finding.text) <= _LONGEST_PHRASE and not set(finding.text) & set('"]\n\r') and "--" not in finding.text
    return f' "{finding.text}"' if plain else ""
