"""Colour on terminals: ANSI codes, or nothing."""

from typing import NamedTuple

__all__ = ["Paint"]

_CODES = {"bold": "1", "dim": "2", "red": "31", "yellow": "33", "cyan": "36", "green": "32", "magenta": "35"}


class Paint(NamedTuple):
    """Paints text, or leaves it as it is.

    Attributes:
        enabled: Whether colour is wanted; the caller decides by terminal, ``NO_COLOR`` and options.
    """

    enabled: bool = False

    def __call__(self, text: str, *styles: str) -> str:
        """Return the text in the styles named, or untouched."""
        if not self.enabled or not styles:
            return text
        return f"\x1b[{';'.join(_CODES[style] for style in styles)}m{text}\x1b[0m"
