"""How much two places of different accounts speak of the same: the words that their sentences share, by rarity."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from framing.comparing.passages import LEAD, Told
from framing.comparing.word_families import family

__all__ = ["Contexts", "Shared"]

Shared = Callable[[tuple[int, int], tuple[int, int], frozenset[str]], float]
"""What the words weigh that stand around two places, each an article's number and an offset, but for some words."""


class Contexts:
    """The words of the sentences of some accounts, each weighing by its rarity in news and among their sentences."""

    def __init__(self, articles: Sequence[Sequence[Told]]) -> None:
        """Take the accounts' sentences, in text order."""
        self._starts = [[told.passage.start for told in article] for article in articles]
        self._words = [
            [{family(word): weight for word, weight in told.weights.items()} for told in article]
            for article in articles
        ]
        sentences = [words for article in self._words for words in article]
        count = max(len(sentences), 2)
        spread = Counter(word for words in sentences for word in words)
        self._common = {word: float(np.log1p(count / held) / np.log1p(count)) for word, held in spread.items()}

    def shared(self, one: tuple[int, int], other: tuple[int, int], but: frozenset[str]) -> float:
        """Return what the words weigh that stand around both places.

        Args:
            one: Number of an article, and a place in it; one outside of the story stands for its first sentences.
            other: A place of another article.
            but: Families of words that do not count: those of the labels themselves.
        """
        ours, theirs = self._around(*one), self._around(*other)
        return sum(
            min(weight, theirs[word]) * self._common[word]
            for word, weight in ours.items()
            if word in theirs and word not in but
        )

    def _around(self, article: int, place: int) -> Mapping[str, float]:
        number = bisect_right(self._starts[article], place) - 1
        if number >= 0:
            return self._words[article][number]
        around: dict[str, float] = {}
        for words in self._words[article][:LEAD]:
            around |= words
        return around
