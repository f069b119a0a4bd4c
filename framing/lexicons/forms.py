"""All forms of a category's entries, for rules that ask of a word or a pattern and not of a text."""

from collections.abc import Iterator
from functools import cache

from framing.lexicons.compiled import shipped_indexes

__all__ = ["alternatives_of", "forms_of"]


@cache
def forms_of(construct: str, category: str) -> frozenset[str]:
    """Return the forms that the shipped lexicons list under a category, whatever their guards say.

    Raises:
        ModelError: If the stored lexicon is damaged.
    """
    return frozenset(_forms(construct, category))


def alternatives_of(construct: str, category: str) -> str:
    """Return a category's forms as alternatives of a regular expression, to stand in brackets between edges of words.

    Raises:
        ModelError: If the stored lexicon is damaged.
    """
    return "|".join(sorted(forms_of(construct, category)))


def _forms(construct: str, category: str) -> Iterator[str]:
    index = shipped_indexes()[construct]
    for first in index.first_words:
        for second, continued in index.seconds(first).items():
            for further, numbers in continued:
                if any(index.entry(number).category == category for number in numbers):
                    yield " ".join((first, *([second] if second else []), *further))
