"""What the sequence model sees of each token: symmetric word, its ending, and where it stands.

Words are ``canonical`` forms, so that the model cannot know names, parties, countries or sexes. The flags are of shape
(n_tokens, 10), in the order of ``FLAGS``.
"""

import zlib
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.article import Article, Voice

__all__ = ["ENDINGS", "FLAGS", "TokenFeatures", "token_features"]

FLAGS = (
    "quoted",
    "quotation_mark",
    "sentence_start",
    "capital",
    "apostrophe",
    "block_start",
    "block_depth",
    "first_block",
    "block_has_quotation",
    "block_after_quotation",
)
ENDINGS = 2000
"""Buckets of the hashed last three letters."""

_UNKNOWN = 1
"""Number of a word that the vocabulary lacks; 0 stands beside the text."""
_DEEPEST = 20
"""Blocks from the top, from which a text is as deep as it gets; the model was trained with it."""
_MARKS = frozenset('“”"«»„')
_SINGLE = frozenset("’'‘")


class TokenFeatures(NamedTuple):
    """A text's tokens as the sequence model sees them.

    Attributes:
        words: Vocabulary numbers, of shape (n_tokens,); 1 for unknown words.
        endings: Buckets of the last three letters, of shape (n_tokens,).
        flags: Of shape (n_tokens, 10).
        edges: Where blocks start, and the number of tokens last.
        canonical: The symmetric forms.
    """

    words: NDArray[np.int64]
    endings: NDArray[np.int64]
    flags: NDArray[np.float32]
    edges: tuple[int, ...]
    canonical: Sequence[str]


_LONGEST = 8192
"""Tokens of a block that is read as one: above any paragraph of news. The model reads a block token by token, so that a
page in one paragraph would take as many steps as it has words."""


def token_features(article: Article, symmetric: Sequence[str], vocabulary: Mapping[str, int]) -> TokenFeatures:
    """Return what the model sees of an article.

    Args:
        article: Any article.
        symmetric: Its tokens' symmetric forms.
        vocabulary: Number, from 2 on, by symmetric word.
    """
    tokens = article.tokens
    starts, texts = tokens.starts, tokens.texts
    count = len(tokens)
    sentence_starts = [bisect_left(starts, sentence.start) for sentence in article.sentences]
    edges = _cut(sorted({0, count, *(bisect_left(starts, block.start) for block in article.blocks)}))
    flags = np.zeros((count, len(FLAGS)), dtype=np.float32)
    codes = np.frombuffer(article.voices.codes, dtype=np.uint8)
    quoted = codes[np.array(starts, dtype=np.int64)] != Voice.OWN
    different = set(texts)
    flags[:, 0] = quoted
    _set_where(flags[:, 1], texts, _MARKS & different)
    flags[[number for number in sentence_starts if number < count], 2] = 1
    _set_where(flags[:, 3], texts, {text for text in different if text[0].isupper()})
    _set_where(flags[:, 4], texts, _SINGLE & different)
    after_quotation = 0.0
    for depth, (first, last) in enumerate(pairwise(edges)):
        flags[first, 5] = 1
        flags[first:last, 6] = min(depth, _DEEPEST) / _DEEPEST
        flags[first:last, 7] = depth == 0
        flags[first:last, 8] = quoted[first:last].any()
        flags[first:last, 9] = after_quotation
        after_quotation = float(quoted[last - 1] or texts[last - 1] in _MARKS)
    words = np.array([vocabulary.get(word, _UNKNOWN) for word in symmetric], dtype=np.int64)
    ending_of = {word: _ending(word) for word in set(symmetric)}
    endings = np.array([ending_of[word] for word in symmetric], dtype=np.int64)
    return TokenFeatures(words, endings, flags, tuple(edges), symmetric)


def _set_where(flag: NDArray[np.float32], texts: Sequence[str], among: Collection[str]) -> None:
    """Set a flag to 1 at the tokens that are among some."""
    if among:
        flag[[place for place, text in enumerate(texts) if text in among]] = 1


def _cut(edges: Sequence[int]) -> list[int]:
    """Return the edges with more of them in blocks that are too long to be read from end to end."""
    return [place for first, last in pairwise(edges) for place in range(first, last, _LONGEST)] + list(edges[-1:])


def _ending(word: str) -> int:
    letters = word if word[0] == "<" else word[-3:]
    return zlib.crc32(letters.encode("utf-8", "replace")) % ENDINGS
