"""Texts as callers' lists and table columns hold them: each is a text, missing, or a fault of the caller's."""

from collections.abc import Iterable

__all__ = ["given_texts"]

_MISSING = frozenset({"NoneType", "NAType", "NaTType"})
"""Types of missing values; pandas, which two of them come from, is not imported to tell."""


def given_texts(given: Iterable[object], what: str) -> list[str | None]:
    """Return texts, with ``None`` for each that is missing (``None``, NaN, ``pandas.NA``).

    Args:
        given: One-dimensional: a list, a generator, an array, a column of a table.
        what: What errors call it.

    Raises:
        TypeError: If it is a single text, has several columns, or holds what is neither a text nor missing.
    """
    if isinstance(given, (str, bytes)):
        raise TypeError(f"{what}: expected a sequence of texts, got one {type(given).__name__}; put it in a list")
    if getattr(given, "ndim", 1) != 1:
        raise TypeError(f"{what}: expected one column of texts, got a table; give one of its columns")
    if not isinstance(given, Iterable):
        raise TypeError(f"{what}: expected a sequence of texts, got {type(given).__name__}")
    return [_text(value, place, what) for place, value in enumerate(given)]


def _text(value: object, place: int, what: str) -> str | None:
    if isinstance(value, str):
        return value
    if type(value).__name__ in _MISSING or (isinstance(value, float) and value != value):  # noqa: PLR0124 -- NaN
        return None
    raise TypeError(f"{what}: expected texts, got {type(value).__name__} at place {place}")
