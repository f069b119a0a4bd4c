"""The part of a source line around a span, with carets under the span by display width."""

from typing import NamedTuple

from framing.output.width import cells, columns

__all__ = ["Window", "source_window"]

_TAB = "    "
"""A tab is shown as four spaces: its true width depends on where the terminal's gutter ends."""
_NARROWEST = 20
"""Cells below which a window shows nothing useful."""
_LONGEST_WORD = 12
"""A window ends between words, unless that would leave out a longer piece than this."""


class Window(NamedTuple):
    """A line as it is shown, without a character that moves the cursor.

    Attributes:
        before: What stands before the span, perhaps after an ellipsis.
        words: The span.
        after: What stands behind it.
    """

    before: str
    words: str
    after: str

    @property
    def text(self) -> str:
        """The line."""
        return (self.before + self.words + self.after).rstrip()

    @property
    def indent(self) -> int:
        """Cells before the first caret."""
        return columns(self.before)

    @property
    def carets(self) -> int:
        """Number of carets, at least 1."""
        return max(columns(self.words), 1)


def source_window(line: str, start: int, end: int, width: int) -> Window:
    """Return the part of a line around a span, cut to a number of cells with an ellipsis where something is left out.

    Args:
        line: The source line, without its line ending.
        start: First character of the span in the line, in code points.
        end: Character after its last one; an empty span gets one caret.
        width: Cells that the window may take; fewer than 20 count as 20.

    Examples:
        >>> source_window("The hard-line regime refused.", 14, 20, 80)
        Window(before='The hard-line ', words='regime', after=' refused.')
        >>> source_window("one " * 20 + "regime" + " two" * 20, 80, 86, 30)
        Window(before='… one one ', words='regime', after=' two two two …')
    """
    width = max(width, _NARROWEST)
    start = min(max(start, 0), len(line))
    end = min(max(end, start), len(line))
    before, inside, after = (_shown(part) for part in (line[:start], line[start:end], line[end:]))
    if max(columns(before) + columns(inside) + columns(after), columns(before + inside + after)) <= width:
        return Window(before, inside, after)
    return _cut(before, inside, after, width)


def _cut(before: str, inside: str, after: str, width: int) -> Window:
    """Give the span its cells first, then each side half of the rest; a side that needs less leaves it to the other."""
    shown = _head(inside, width - 2)  # room for "… " before it
    rest = width - columns(shown)
    left, right = columns(before), columns(after) if shown == inside else 0
    left_cells = min(left, max(rest // 2, rest - right))
    before_shown = before if left <= left_cells else _tail(before, left_cells)
    after_shown = _head(after, rest - columns(before_shown)) if shown == inside else ""
    window = Window(before_shown, shown, after_shown)
    if columns(window.text) > width:  # marks and halves of flags that were apart now stand together, and wider
        return _cut(before, inside, after, width - 1)
    return window


def _head(text: str, width: int) -> str:
    """Return the beginning of a text with an ellipsis, cut between words where one ends not far before."""
    if columns(text) <= width:
        return text
    end = 0
    used = 0
    while end < len(text) and used + _cells(text[end]) <= width - 2:
        used += _cells(text[end])
        end += 1
    space = text.rfind(" ", 0, end + 1)
    if space > 0 and end - space <= _LONGEST_WORD:
        end = space
    return text[:end].rstrip(" ") + " …"


def _tail(text: str, width: int) -> str:
    """Return the end of a text after an ellipsis, cut between words where one begins not far behind."""
    start = len(text)
    used = 0
    while start > 0 and used + _cells(text[start - 1]) <= width - 2:
        used += _cells(text[start - 1])
        start -= 1
    while start < len(text) and _cells(text[start]) == 0:  # a mark without its letter
        start += 1
    space = text.find(" ", max(start - 1, 0))
    if space >= 0 and space - start <= _LONGEST_WORD:
        start = space + 1
    return "… " + text[start:]


def _cells(character: str) -> int:
    """Cells of a character on its own; a variation selector may widen the one before it."""
    return 1 if character == "\ufe0f" else cells(character)


def _shown(text: str) -> str:
    """Return text whose every character has a width: tabs as spaces, control characters as their pictures.

    Format characters (joiners, marks of direction) are left out: terminals disagree about their effect, and a mark of
    direction could make the line read otherwise than it stands in the file.
    """
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else _picture(character) for character in text)


def _picture(character: str) -> str:
    code = ord(character)
    if character == "\t":
        return _TAB
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if 0xD800 <= code <= 0xDFFF or 0x80 <= code <= 0x9F:
        return "�"
    # Unprintable white space (a no-break space and its like) keeps its cell; format characters have none.
    return " " if character.isspace() else ""
