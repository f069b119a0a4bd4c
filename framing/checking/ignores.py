"""Suppressions for the findings of a file, written beside the words, above the paragraph or at the file's end."""

from collections.abc import Iterator

from framing.diagnostic import CheckedFile, Diagnostic
from framing.reading.offsets import line_map

__all__ = ["silenceable", "with_ignores"]

_LONGEST_PHRASE = 60
"""Characters of words that a suppression names; longer words would make a comment that nobody reads."""


def silenceable(file: CheckedFile) -> list[Diagnostic]:
    """Return the findings that a comment in the file can silence: not those about the run or about many files."""
    return [one for one in file.diagnostics if one.suppression is None and one.code[:1] not in {"X", "C"}]


def with_ignores(file: CheckedFile, reason: str) -> str:
    """Return a file's text with a suppression for each finding that nothing silences.

    Args:
        file: The file with its findings.
        reason: Why, on one line; what would end the comment is left out of it.
    """
    why = " ".join(reason.replace("--", "-").split())
    text = file.text
    added = dict.fromkeys(_added(file, f" {why}" if why else ""))
    for place, comment in sorted(added, reverse=True):
        text = text[:place] + comment + text[place:]
    return text


def _added(file: CheckedFile, why: str) -> Iterator[tuple[int, str]]:
    """Yield each comment with the offset where it is to be inserted."""
    lines = line_map(file.text)
    for one in silenceable(file):
        if one.end == one.start:
            end = "" if file.text.endswith("\n") else "\n"
            yield len(file.text), f"{end}\n<!-- framing: ignore-file[{one.code}]{why} -->\n"
            continue
        start = lines.offset(one.line, 1)
        if one.line == one.end_line:
            end_of_line = file.text.find("\n", start)
            place = len(file.text) if end_of_line < 0 else end_of_line
            place -= file.text[start:place].endswith("\r")
            yield place, f" <!-- framing: ignore[{one.code}{_phrase(one)}]{why} -->"
        else:
            above = file.text.rfind("\n\n", 0, start)
            yield above + 2 if above >= 0 else 0, f"<!-- framing: ignore[{one.code}]{why} -->\n"


def _phrase(found: Diagnostic) -> str:
    plain = len(found.text) <= _LONGEST_PHRASE and not set(found.text) & set('"]\n\r') and "--" not in found.text
    return f' "{found.text}"' if plain else ""
