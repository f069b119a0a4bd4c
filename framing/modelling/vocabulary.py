"""Which words, word pairs and pieces of words the models know, and texts as indices of them."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.modelling.artifact import load_artifact, split
from framing.resources import artifacts_folder

__all__ = ["Encoded", "Vocabulary", "load_vocabulary", "pieces"]

_LONGEST_PIECE = 5
"""Letters of the longest piece of a word; the models were trained with pieces of three to five."""
_SHORTEST_PIECE = 3
"""Letters of the shortest."""


class Encoded(NamedTuple):
    """Texts as indices, one run of words and one of pairs a text.

    Attributes:
        words: Of shape (n_tokens,): a word's number, or the number of known words plus its place in ``unknown``.
        word_bounds: Of shape (n_texts + 1,): where each text's words start.
        pairs: Of shape (n_pairs,): known pairs' numbers.
        pair_places: Of shape (n_pairs,): for each pair the number of its first token.
        pair_bounds: Of shape (n_texts + 1,): where each text's pairs start.
        unknown: The words that the vocabulary lacks.
    """

    words: NDArray[np.int64]
    word_bounds: NDArray[np.int64]
    pairs: NDArray[np.int64]
    pair_places: NDArray[np.int64]
    pair_bounds: NDArray[np.int64]
    unknown: tuple[str, ...]


class Vocabulary(NamedTuple):
    """Numbers of words, pairs of neighbouring words, and pieces of words.

    Attributes:
        words: Number by canonical word.
        pairs: Number by the two words with a space between.
        pieces: Number by piece; words that are not known are judged by theirs.
        sha256: Hash of the artifact, which the models trained on it name.
    """

    words: Mapping[str, int]
    pairs: Mapping[str, int]
    pieces: Mapping[str, int]
    sha256: str

    def encode(self, texts: Sequence[Sequence[str]]) -> Encoded:
        """Return texts, each a sequence of canonical words, as indices."""
        known, pair_numbers = self.words, self.pairs
        unknown: dict[str, int] = {}
        count = len(known)
        words: list[int] = []
        pairs: list[int] = []
        places: list[int] = []
        word_bounds, pair_bounds = [0], [0]
        for text in texts:
            before = ""
            for place, word in enumerate(text, len(words)):
                number = known.get(word)
                words.append(count + unknown.setdefault(word, len(unknown)) if number is None else number)
                pair = pair_numbers.get(f"{before} {word}")
                if pair is not None:
                    pairs.append(pair)
                    places.append(place - 1)
                before = word
            word_bounds.append(len(words))
            pair_bounds.append(len(pairs))
        return Encoded(
            np.array(words, dtype=np.int64),
            np.array(word_bounds, dtype=np.int64),
            np.array(pairs, dtype=np.int64),
            np.array(places, dtype=np.int64),
            np.array(pair_bounds, dtype=np.int64),
            tuple(unknown),
        )

    def piece_numbers(self, word: str) -> list[int]:
        """Return the numbers of a word's known pieces, with repetitions."""
        numbers = self.pieces
        return [numbers[piece] for piece in pieces(word) if piece in numbers]


def pieces(word: str) -> list[str]:
    """Return a word's runs of three to five characters, its edges marked; none for classes and punctuation.

    Examples:
        >>> pieces("ab")
        ['^ab', 'ab$', '^ab$']
        >>> pieces("<name>")
        []
    """
    if not word or not word[0].isalpha():
        return []
    marked = f"^{word}$"
    return [
        marked[start : start + length]
        for length in range(_SHORTEST_PIECE, _LONGEST_PIECE + 1)
        for start in range(len(marked) - length + 1)
    ]


def load_vocabulary(folder: Path | None = None) -> Vocabulary:
    """Return the stored vocabulary, loaded once.

    Args:
        folder: Where it is; the shipped one without.

    Raises:
        ModelError: If it is missing or damaged.
    """
    return _loaded(folder or artifacts_folder())


@cache
def _loaded(folder: Path) -> Vocabulary:
    stored = load_artifact("words", folder)
    words, pairs, parts = (split(stored.array(name)) for name in ("words", "pairs", "pieces"))
    return Vocabulary(
        dict(zip(words, range(len(words)), strict=True)),
        dict(zip(pairs, range(len(pairs)), strict=True)),
        dict(zip(parts, range(len(parts)), strict=True)),
        str(stored.manifest["sha256"]),
    )
