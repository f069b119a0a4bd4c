"""Words as the encoder's pieces: WordPiece (wu2016), the longest piece of the vocabulary first, as BERT splits them.

A class of symmetric words, such as ``<name>``, is one piece. The words are split here and not by the package
``tokenizers``, which would bring a client that fetches files from the net (``docs/dependencies.md``).
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.article import Article

__all__ = ["ArticlePieces", "PieceVocabulary", "article_pieces", "block_numbers", "piece_vocabulary", "word_pieces"]

_LONGEST = 100
"""Characters of the longest word that is split; a longer one is unknown, as in BERT."""
_LONGEST_HELD = 64
"""Letters of a word whose pieces are remembered."""
_INSIDE = "##"
"""Begins a piece that goes on a word."""
_IDEOGRAPHS = (
    *((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F)),
    *((0x2B740, 0x2B81F), (0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F)),
)
"""Characters that BERT reads each as a word."""


@dataclass(frozen=True, slots=True, eq=False)
class PieceVocabulary:
    """The pieces by their text.

    Attributes:
        numbers: Each piece's number.
        opening: Stands before each window.
        closing: Stands behind each window, and between two paragraphs.
        unknown: Stands for what has no pieces.
    """

    numbers: Mapping[str, int]
    opening: int
    closing: int
    unknown: int


class ArticlePieces(NamedTuple):
    """An article in pieces.

    Attributes:
        numbers: Of shape (n_pieces,).
        firsts: Of shape (n_tokens,): where each token's first piece stands.
    """

    numbers: NDArray[np.int64]
    firsts: NDArray[np.int64]


def piece_vocabulary(pieces: Sequence[str]) -> PieceVocabulary:
    """Return the vocabulary of pieces in the order of their numbers.

    Raises:
        LookupError: If a piece that marks an edge is not among them.
    """
    numbers = {piece: number for number, piece in enumerate(pieces)}
    return PieceVocabulary(numbers, numbers["[CLS]"], numbers["[SEP]"], numbers["[UNK]"])


def article_pieces(words: Sequence[str], blocks: Sequence[int], vocabulary: PieceVocabulary) -> ArticlePieces:
    """Return an article in pieces, with the closing piece between two blocks.

    Args:
        words: The tokens' symmetric words.
        blocks: The number of each token's block.
        vocabulary: The pieces.
    """
    numbers: list[int] = []
    firsts: list[int] = []
    before = blocks[0] if blocks else 0
    for word, block in zip(words, blocks, strict=True):
        if block != before:
            numbers.append(vocabulary.closing)
            before = block
        firsts.append(len(numbers))
        numbers += word_pieces(word, vocabulary)
    return ArticlePieces(np.array(numbers, dtype=np.int64), np.array(firsts, dtype=np.int64))


def block_numbers(article: Article) -> list[int]:
    """Return the number of each token's block."""
    edges = [block.start for block in article.blocks]
    return [bisect_right(edges, start) for start in article.tokens.starts]


def word_pieces(word: str, vocabulary: PieceVocabulary) -> tuple[int, ...]:
    """Return a word's pieces, one at least."""
    # A long run of characters is no word that comes again, and must not be held.
    return _held(word, vocabulary) if len(word) <= _LONGEST_HELD else _pieces(word, vocabulary)


@lru_cache(maxsize=32_768)
def _held(word: str, vocabulary: PieceVocabulary) -> tuple[int, ...]:
    return _pieces(word, vocabulary)


def _pieces(word: str, vocabulary: PieceVocabulary) -> tuple[int, ...]:
    if word[:1] == "<" and word in vocabulary.numbers:
        return (vocabulary.numbers[word],)
    pieces = [piece for part in _parts(word) for piece in _longest_first(part, vocabulary)]
    return tuple(pieces) or (vocabulary.unknown,)


def _parts(word: str) -> Iterator[str]:
    """Yield the runs of letters and the single marks of a word, small and without accents."""
    run = ""
    for character in word if word.isascii() else unicodedata.normalize("NFD", word):
        code = ord(character)
        if character.isspace() or _is_control(character):
            # A control character is left out, and joins what stands around it.
            if character.isspace():
                yield from filter(None, (run,))
                run = ""
        elif _is_mark(character) or any(first <= code <= last for first, last in _IDEOGRAPHS):
            yield from filter(None, (run, character))
            run = ""
        elif code < 128 or unicodedata.category(character) != "Mn":
            run += character.lower()
    yield from filter(None, (run,))


def _is_control(character: str) -> bool:
    return character == "\ufffd" or (
        character not in "\t\n\r" and unicodedata.category(character) in {"Cc", "Cf", "Co"}
    )


def _is_mark(character: str) -> bool:
    if character.isascii():
        return not character.isalnum() and not character.isspace()
    return unicodedata.category(character).startswith("P")


def _longest_first(part: str, vocabulary: PieceVocabulary) -> list[int]:
    if len(part) > _LONGEST:
        return [vocabulary.unknown]
    pieces: list[int] = []
    start = 0
    while start < len(part):
        before = _INSIDE if start else ""
        end = len(part)
        while end > start and before + part[start:end] not in vocabulary.numbers:
            end -= 1
        if end == start:
            return [vocabulary.unknown]
        pieces.append(vocabulary.numbers[before + part[start:end]])
        start = end
    return pieces
