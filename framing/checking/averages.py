"""Averages of a measure over articles, each with the weight of its words."""

from collections.abc import Sequence

from framing.diagnostic import CheckedFile

__all__ = ["average", "most_words_over"]


def average(files: Sequence[CheckedFile], measure: str) -> float | None:
    """Return the average weighted by words, ``None`` where no article has the measure.

    For a rate per 1,000 words that is the rate of all words together.
    """
    rows = [(file.words, file.measures[measure]) for file in files if measure in file.measures and file.words]
    total = sum(words for words, _ in rows)
    return sum(words * value for words, value in rows) / total if total else None


def most_words_over(files: Sequence[CheckedFile], measure: str, *, upper: bool) -> CheckedFile:
    """Return the article that moves the average most: where measure times words is largest (``upper``), or smallest."""
    mean = average(files, measure) or 0.0
    sign = 1 if upper else -1
    # The measure itself decides between articles, its distance from the mean how much an article counts.
    return max(files, key=lambda file: (sign * file.words * (file.measures[measure] - mean), file.path))
