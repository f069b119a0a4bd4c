"""The words that sentence and article models see: canonical words with a few classes joined.

``canonical_words`` keeps nations apart from faiths and leaves words for political camps and skin colours alone,
since other readers of it need them. To a model of slant they must all look the same.
"""

from collections.abc import Collection, Sequence

from framing.modelling.canonical import canonical_words

__all__ = ["joined", "symmetric_words"]

_JOINED = {
    "<demonym>": "<group>",
    "<religion>": "<group>",
    "<groups>": "<group>",
    "black": "<colour>",
    "white": "<colour>",
    "blacks": "<colour>",
    "whites": "<colour>",
    "liberal": "<camp>",
    "conservative": "<camp>",
    "progressive": "<camp>",
    "libertarian": "<camp>",
    "socialist": "<camp>",
    "liberals": "<camps>",
    "conservatives": "<camps>",
    "progressives": "<camps>",
    "libertarians": "<camps>",
    "socialists": "<camps>",
    "<leftist>": "<camp>",
    "<leftists>": "<camps>",
    "leftwing": "<camp>",
    "rightwing": "<camp>",
}


def symmetric_words(texts: Sequence[str], breaks: Collection[int] = ()) -> list[str]:
    """Return each token's form for a model; see ``canonical_words`` for the arguments.

    Examples:
        >>> symmetric_words(["A", "liberal", "Jewish", "paper", "in", "France"])
        ['a', '<camp>', '<group>', 'paper', 'in', '<country>']
    """
    return joined(canonical_words(texts, breaks))


def joined(words: Sequence[str]) -> list[str]:
    """Return canonical words with the classes joined that must look the same."""
    classes = _JOINED
    return [classes.get(word, word) for word in words]
