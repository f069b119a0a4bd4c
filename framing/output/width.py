"""Text cut and padded by display width: wide characters take two cells, combining marks none."""

import textwrap

from wcwidth import wcswidth, wcwidth

__all__ = ["columns", "cut", "padded", "wrapped"]


def columns(text: str) -> int:
    """Return how many terminal cells a text takes."""
    return max(wcswidth(text), 0) if text.isprintable() else len(text)


def cut(text: str, width: int) -> str:
    """Return the text, shortened with an ellipsis to a number of cells; control characters become spaces.

    Examples:
        >>> cut("A long headline", 8)
        'A long …'
    """
    clean = "".join(character if character.isprintable() else " " for character in text)
    if columns(clean) <= width:
        return clean
    kept = ""
    used = 0
    for character in clean:
        used += max(wcwidth(character), 0)
        if used > width - 1:
            break
        kept += character
    return kept + "…"


def padded(text: str, width: int) -> str:
    """Return the text cut and filled with spaces to a number of cells."""
    short = cut(text, width)
    return short + " " * (width - columns(short))


def wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """Return the text's lines at a width, further lines indented."""
    clean = "".join(character if character.isprintable() else " " for character in text)
    return textwrap.wrap(clean, width, subsequent_indent=indent, break_on_hyphens=False) or [""]
