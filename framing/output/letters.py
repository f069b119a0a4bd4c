"""The letters by which articles side by side are told apart."""

from collections.abc import Sequence

__all__ = ["letter", "letters_of"]

_LETTERS = "ABCDEFGH"


def letter(article: int) -> str:
    """Return the letter that stands for an article: A, B, …."""
    return _LETTERS[article]


def letters_of(articles: Sequence[int]) -> str:
    """Return the letters of some articles as they stand in a sentence: A, B and C."""
    letters = [letter(article) for article in articles]
    return " and ".join(([", ".join(letters[:-1])] if letters[1:] else []) + letters[-1:])
