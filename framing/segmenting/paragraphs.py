"""Paragraphs of plain text: lines, or groups of lines where the text is wrapped at a fixed width."""

from collections.abc import Sequence
from itertools import pairwise

from framing.expressions import expression
from framing.spans import Span

__all__ = ["find_paragraphs"]

_LINE = expression(r"[^\r\n\x85\u2028\u2029]+")
_BREAK = expression(r"\n[^\S\n]*\n|\r\n[^\S\n]*\r\n")
_WIDEST = 100
"""Characters of the longest line of a text that was broken into lines by a program."""
_NARROWEST = 40
"""Characters from which a line can be one that such a program filled."""


def find_paragraphs(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return the paragraphs of a stretch of text in order, without surrounding white space."""
    stop = len(text) if end is None else end
    lines = [
        _stripped(text, match.start(), match.end())
        for match in _LINE.finditer(text, start, stop)
        if not match.group().isspace()
    ]
    if not _wrapped(text, lines):
        return lines
    groups: list[Span] = []
    for line in lines:
        if groups and not _BREAK.search(text, groups[-1].end, line.start):
            groups[-1] = Span(groups[-1].start, line.end)
        else:
            groups.append(line)
    return groups


def _stripped(text: str, start: int, end: int) -> Span:
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _wrapped(text: str, lines: Sequence[Span]) -> bool:
    """Return whether lines are cut at a width: none is long, and most go on in small letters in the next line."""
    joined = [(first, second) for first, second in pairwise(lines) if not _BREAK.search(text, first.end, second.start)]
    if len(joined) < 3 or max(line.end - line.start for line in lines) > _WIDEST:
        return False
    long_lines = [first for first, _ in joined if first.end - first.start >= _NARROWEST]
    going_on = [
        second for first, second in joined if text[first.end - 1] not in '.!?:”"' or text[second.start].islower()
    ]
    return len(long_lines) > len(joined) / 2 and len(going_on) > len(joined) / 2
