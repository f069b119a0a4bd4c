"""Linear models of whole articles over their words."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.modelling.vocabulary import Vocabulary

__all__ = ["WordCounts", "count_words", "document_scores"]

Floats = NDArray[np.float64]


class WordCounts(NamedTuple):
    """The known words of a text, each once.

    Attributes:
        numbers: Words' numbers, ascending.
        values: One plus the logarithm of how often each occurs, over the text's norm: the root of the sum of squares
            of these values times the words' rarities.
    """

    numbers: NDArray[np.int64]
    values: Floats


def count_words(vocabulary: Vocabulary, words: Sequence[str], rarity: Floats) -> WordCounts:
    """Return a text's known words with damped, normalised counts; punctuation is left out.

    Args:
        vocabulary: The models' vocabulary.
        words: Canonical words.
        rarity: Of shape (n_words,): logarithm of documents over documents with the word.
    """
    known = vocabulary.words
    counts = {
        known[word]: count
        for word, count in Counter(words).items()
        if word in known and (word[0].isalpha() or word[0] == "<")
    }
    numbers = np.array(sorted(counts), dtype=np.int64)
    values = 1 + np.log(np.array([counts[number] for number in numbers.tolist()], dtype=np.float64))
    norm = float(np.sqrt(np.square(values * rarity[numbers]).sum()))
    return WordCounts(numbers, values / norm if norm > 0 else np.zeros(len(numbers)))


def document_scores(counts: WordCounts, weights: Floats) -> Floats:
    """Return the scores of a text, of shape (k,), from word weights of shape (n_words, k)."""
    result: Floats = counts.values @ weights[counts.numbers]
    return result
