"""Words around a source that tell what it is, from the lexicon, as alternatives of a regular expression."""

from functools import cache
from typing import Literal

from framing.lexicons.compiled import shipped_indexes

__all__ = ["circumstance_words"]


@cache
def circumstance_words(category: Literal["client", "medicine"]) -> str:
    """Return a category's words in all their forms, to stand in brackets between the edges of words.

    Raises:
        ModelError: If the stored lexicon is damaged.
    """
    index = shipped_indexes()["circumstance"]
    return "|".join(
        word
        for word in sorted(index.first_words)
        for _, numbers in index.seconds(word).get("", ())
        if any(index.entry(number).category == category for number in numbers)
    )
