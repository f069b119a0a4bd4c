"""What words mean to each other: how rare they are in news, and vectors in which words of one topic are near.

Computed from the news sample by ``framing train meanings``; unlike the scorers' words, names are kept.
"""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.expressions import expression
from framing.modelling.artifact import load_artifact, split

__all__ = ["Meanings", "load_meanings", "stem"]

_ENDINGS = expression(r"(?<=[a-z]{3})(?:ies|ied|ing|ed|es|s|ly|e|y)$")
_POSSESSIVE = expression(r"[’']s?$")


class Meanings(NamedTuple):
    """Words of the news sample.

    Attributes:
        numbers: Number by stem.
        rarity: Of shape (n_words,): logarithm of articles over articles with the word.
        vectors: Of shape (n_words, 64): of length 1.
        unknown: Rarity of a word that the sample has not, or hardly: more than any word's.
    """

    numbers: Mapping[str, int]
    rarity: NDArray[np.float32]
    vectors: NDArray[np.float32]
    unknown: float

    def rarities(self, stems: Sequence[str]) -> NDArray[np.float32]:
        """Return each stem's rarity, of shape (n_stems,): the logarithm of news articles over those with the stem."""
        return np.array([self.rarity[n] if (n := self.numbers.get(s)) is not None else self.unknown for s in stems])

    def vector(self, word: str) -> NDArray[np.float32] | None:
        """Return a stem's unit vector, of shape (n_dimensions,); ``None`` where it has none."""
        number = self.numbers.get(word)
        return None if number is None else self.vectors[number]


@cache
def load_meanings() -> Meanings:
    """Return the shipped meanings.

    Raises:
        ModelError: If the artifact is missing or damaged.
    """
    stored = load_artifact("meanings")
    documents = stored.array("documents").astype(np.float32)
    vectors = stored.array("vectors").astype(np.float32)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    articles = float(stored.manifest["articles"])
    return Meanings(
        numbers={word: number for number, word in enumerate(split(stored.array("words")))},
        rarity=np.log(articles / documents),
        vectors=vectors,
        unknown=float(np.log(articles / 2)),
    )


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return a word in small letters without possessive and common endings: enough to find it again in another form.

    Examples:
        >>> stem("Ministers’"), stem("minister"), stem("deported"), stem("deporting")
        ('minister', 'minister', 'deport', 'deport')
    """
    return _ENDINGS.sub("", _POSSESSIVE.sub("", word.lower()))
