"""Words and punctuation marks: the tokens that every later stage shares."""

from framing.article import Tokens
from framing.expressions import expression

__all__ = ["find_tokens"]

# Order matters: dotted abbreviations ("U.S.", "a.m."), numbers with separators, words with inner apostrophes or
# ampersands, runs of full stops, runs of another mark that make a line, then any other visible character on its own.
# Hyphens separate words, so that "far-right" and "far right" are the same two words.
_TOKEN = expression(
    r"(?:[^\W\d_]\.){2,}"
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|%)?(?!\w)"
    r"|\w+(?:[’'&]\w+)*"
    r"|\.{2,}"
    r"|([^\w\s])\1{15,}+"
    r"|[^\w\s]"
)


def find_tokens(text: str) -> Tokens:
    """Return the words and punctuation marks of a text.

    Args:
        text: Any string.

    Returns:
        Tokens that are disjoint, in order, and cover every character but white space.

    Examples:
        >>> find_tokens("Mr. Orr’s U.S. far-right “aide” left.").texts
        ('Mr', '.', 'Orr’s', 'U.S.', 'far', '-', 'right', '“', 'aide', '”', 'left', '.')
    """
    starts: list[int] = []
    ends: list[int] = []
    texts: list[str] = []
    words: list[bool] = []
    for match in _TOKEN.finditer(text):
        token = match.group()
        starts.append(match.start())
        ends.append(match.end())
        texts.append(token)
        words.append(token[0].isalnum())
    return Tokens(tuple(starts), tuple(ends), tuple(texts), tuple(words))
