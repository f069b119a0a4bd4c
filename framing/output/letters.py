"""The letters by which articles side by side are told apart."""

__all__ = ["letter"]

_LETTERS = "ABCDEFGH"


def letter(article: int) -> str:
    """Return the letter that stands for an article: A, B, …."""
    return _LETTERS[article]
