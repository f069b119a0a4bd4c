"""Sentences of several accounts as arrays: which words each holds, what they weigh, and what they mean together."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from framing.comparing.passages import Told
from framing.comparing.word_families import family
from framing.modelling.meanings import load_meanings

__all__ = ["Bags", "bags_of"]

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Bags:
    """One account's sentences.

    Attributes:
        told: The sentences, n of them.
        words: Numbers of each sentence's words, -1 where it has fewer than the longest, of shape (n, longest).
        weights: What each word weighs, of shape (n, longest).
        names: Which are names, of shape (n, longest).
        numbers: Which are numbers, of shape (n, longest).
        meaning: Mean of the words' vectors by weight, of length 1, of shape (n, 64).
        vectors: Of all words of the comparison, of length 1, 0 for names and numbers and for words without one, of
            shape (n_words, 64); the same for every account.
    """

    told: Sequence[Told]
    words: NDArray[np.int32]
    weights: Floats
    names: NDArray[np.bool_]
    numbers: NDArray[np.bool_]
    meaning: Floats
    vectors: Floats

    def dense(self) -> Floats:
        """Return the words' weights of each sentence, of shape (n, n_words)."""
        rows = np.zeros((len(self.told), len(self.vectors)), dtype=np.float32)
        sentence, place = np.nonzero(self.words >= 0)
        rows[sentence, self.words[sentence, place]] = self.weights[sentence, place]
        return rows


def bags_of(articles: Sequence[Sequence[Told]]) -> list[Bags]:
    """Return each article's sentences as arrays; a word weighs by its rarity in news and among these sentences."""
    everything = [told for article in articles for told in article]
    exact = frozenset().union(*(told.names | told.numbers for told in everything))
    roots = {word: word if word in exact else family(word) for told in everything for word in told.weights}
    spread = Counter(root for told in everything for root in {roots[word] for word in told.weights})
    families = {root: number for number, root in enumerate(spread)}
    numbered = {word: families[root] for word, root in roots.items()}
    count = len(everything)
    common = {word: float(np.log1p(count / spread[root]) / np.log1p(count)) for word, root in roots.items()}
    meanings = load_meanings()
    known = np.zeros((len(families), meanings.vectors.shape[1]), dtype=np.float32)
    for root, number in families.items():
        vector = meanings.vector(root)
        if vector is not None:
            known[number] = vector
    inexact = known.copy()
    inexact[[numbered[word] for word in exact]] = 0.0
    return [_bags(article, numbered, common, known, inexact) for article in articles]


def _bags(
    told: Sequence[Told], numbered: dict[str, int], common: dict[str, float], known: Floats, inexact: Floats
) -> Bags:
    longest = max((len(sentence.weights) for sentence in told), default=0)
    shape = (len(told), longest)
    words, weights = np.full(shape, -1, dtype=np.int32), np.zeros(shape, dtype=np.float32)
    names, numbers = np.zeros(shape, dtype=bool), np.zeros(shape, dtype=bool)
    for row, sentence in enumerate(told):
        held = list(sentence.weights)
        words[row, : len(held)] = [numbered[word] for word in held]
        weights[row, : len(held)] = [sentence.weights[word] * common[word] for word in held]
        names[row, : len(held)] = [word in sentence.names for word in held]
        numbers[row, : len(held)] = [word in sentence.numbers for word in held]
    meaning = np.zeros((len(told), known.shape[1]), dtype=np.float32)
    for place in range(longest):
        meaning += weights[:, place, None] * known[words[:, place]]
    meaning /= np.maximum(np.linalg.norm(meaning, axis=1, keepdims=True), 1e-9)
    return Bags(told, words, weights, names, numbers, meaning, inexact)
