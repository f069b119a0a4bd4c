"""Between offsets in a text and the positions of the protocol, which count lines and code units of a line from 0."""

from bisect import bisect_right
from collections.abc import Callable

from framing.expressions import expression

__all__ = ["Place", "TextPositions", "utf16_units"]

_LINE_END = expression(r"\r\n|\n|\r")
"""What ends a line for the protocol: neither a form feed nor a line separator, which Python's ``splitlines`` takes."""
Place = tuple[int, int]
"""Line and character, both from 0; a character is a code unit of the encoding that client and server agreed on."""


def utf16_units(text: str) -> int:
    """Return how many code units of UTF-16 a text has."""
    return len(text) + sum(character > "\uffff" for character in text)


class TextPositions:
    """The positions of a text.

    Args:
        text: The text.
        units: Gives the code units of a piece of text; the protocol's default is UTF-16.
    """

    def __init__(self, text: str, units: Callable[[str], int] = utf16_units) -> None:
        self._text = text
        self._units = units
        self._starts = [0, *(end.end() for end in _LINE_END.finditer(text))]

    def place(self, offset: int) -> Place:
        """Return the position of an offset in code points; one outside of the text is moved into it."""
        inside = min(max(offset, 0), len(self._text))
        line = bisect_right(self._starts, inside) - 1
        return line, self._units(self._text[self._starts[line] : inside])

    def offset(self, line: int, character: int) -> int:
        """Return the offset of a position; one behind a line's end is moved to its end, as the protocol asks."""
        if line >= len(self._starts):
            return len(self._text)
        start = self._starts[max(line, 0)]
        end = self.line_end(start)
        place, left = start, character
        while place < end and left > 0:
            left -= self._units(self._text[place])
            place += 1
        return place

    def line_end(self, offset: int) -> int:
        """Return the offset at which the line of an offset ends, before what ends it."""
        end = _LINE_END.search(self._text, offset)
        return end.start() if end else len(self._text)
