"""Whether a line of a text is its headline, by what is known to be the headline."""

import re

__all__ = ["FIRST_LINES", "key", "says_title"]

FIRST_LINES = 5
"""Lines of a text among which its headline stands; a line further down repeats it."""
_FEWEST_LETTERS = 15
"""Letters from which the beginning of a title may be the line, or the beginning of a line the title."""
_LONGEST = 1.5
"""How many times as long as its beginning the longer of the two may be."""


def key(text: str) -> str:
    """Return a text's letters and digits, in small letters."""
    return re.sub(r"[\W_]+", "", text).lower()


def says_title(line: str, title: str) -> bool:
    """Return whether a line says the title, which may lack the outlet's name or the byline that the other has.

    Examples:
        >>> says_title("Council votes on the ferry", "Council Votes on the Ferry - Tarn Times")
        True
        >>> says_title("Council votes on the ferry plan of the mayor on Monday", "Council votes on the ferry")
        False
    """
    one, other = sorted((key(line), key(title)), key=len)
    if not one:
        return False
    return one == other or (len(one) >= _FEWEST_LETTERS and other.startswith(one) and len(other) <= _LONGEST * len(one))
