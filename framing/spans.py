"""Places in a text: half-open spans of code points."""

from collections.abc import Iterable
from typing import NamedTuple

__all__ = ["Span", "merge", "overlaps"]


class Span(NamedTuple):
    """A place in the article's text.

    Attributes:
        start: Offset of the first character, in code points.
        end: Offset after the last character; greater than ``start``.
    """

    start: int
    end: int


def overlaps(first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Return whether two spans share a character.

    Examples:
        >>> overlaps((0, 4), (3, 9)), overlaps((0, 4), (4, 9))
        (True, False)
    """
    return first[0] < second[1] and second[0] < first[1]


def merge(spans: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """Return the spans' union in order: disjoint, not touching.

    Examples:
        >>> merge([(5, 9), (0, 3), (2, 4)])
        (Span(start=0, end=4), Span(start=5, end=9))
    """
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(end, merged[-1].end))
        else:
            merged.append(Span(start, end))
    return tuple(merged)
