"""How much more often than expected readers marked a word's stem.

What a word judges by is often the word: two hundred stems make half of all marks. A model of few features says how
often marks are to be expected where a stem stood; how many there were beyond says what the stem adds.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["StemRates"]

_DRAWN = 1.0
"""Marks that each stem holds as expected and as found, so that one mark of a rare word does not decide."""
_LEAST_ADDED = 0.1
"""Log-odds below which a stem says nothing."""

Floats = NDArray[np.float64]


class StemRates:
    """Marks of stems, found and expected, by outlet."""

    def __init__(
        self, stems: Sequence[str], outlets: Sequence[str], marked: NDArray[np.bool_], expected: Floats
    ) -> None:
        """Count.

        Args:
            stems: Each word's stem; classes of words that may be swapped, in angle brackets, count for nothing.
            outlets: Who published each word.
            marked: Whether a reader marked it.
            expected: Its probability, by a model of other outlets' words.
        """
        self._stems, self._words = np.unique(np.array(stems), return_inverse=True)
        names, self._outlets = np.unique(np.array(outlets), return_inverse=True)
        self._found = np.zeros((len(names), len(self._stems)))
        self._expected = np.zeros_like(self._found)
        np.add.at(self._found, (self._outlets, self._words), marked)
        np.add.at(self._expected, (self._outlets, self._words), expected)
        self._named = np.array([not stem[:1].isalpha() for stem in self._stems.tolist()])

    def of_others(self) -> Floats:
        """Return for each of n words the logarithm of found over expected marks of its stem, of other outlets' words.

        It is of shape (n,).
        """
        found = self._found.sum(axis=0) - self._found
        return self._rates(found, self._expected.sum(axis=0) - self._expected)[self._outlets, self._words]

    def added(self, weight: float) -> Mapping[str, float]:
        """Return the log-odds that stems add, of all words.

        Args:
            weight: What the model multiplies the logarithm with.
        """
        rates = weight * self._rates(self._found.sum(axis=0), self._expected.sum(axis=0))
        pairs = zip(self._stems.tolist(), rates.tolist(), strict=True)
        return {stem: round(rate, 3) for stem, rate in pairs if abs(rate) >= _LEAST_ADDED}

    def _rates(self, found: Floats, expected: Floats) -> Floats:
        rates: Floats = np.log((found + _DRAWN) / (expected + _DRAWN))
        return np.where(self._named, 0.0, rates)
