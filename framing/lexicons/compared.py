"""A text's words in the form that the lexicons are held against, and the hits found in them."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from framing.article import Sentence, Tokens
from framing.lexicons.index import CompiledEntry, Index
from framing.lexicons.patterns import HYPHENS, normal

__all__ = ["Found", "Match", "Words", "comparable"]


class Match(NamedTuple):
    """An entry found at a place."""

    start: int
    end: int
    sentence: int
    entry: CompiledEntry


class Found(NamedTuple):
    """The hits of an index in a text, and in its sentences as if each stood alone."""

    together: tuple[Match, ...]
    alone: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """A text's tokens as they are compared, hyphens left out, as parallel sequences of one length.

    Attributes:
        words: Normal forms.
        numbers: Each one's index among the text's tokens.
        sentences: Each one's sentence, -1 outside of sentences.
        tokens: The text's tokens.
        places: Where each word stands, outside of sentences left out.
        bounds: For each sentence the places of its first word and of the word after its last.
        found: The hits of each index that was asked for: several stages ask for the same ones.
    """

    words: Sequence[str]
    numbers: Sequence[int]
    sentences: Sequence[int]
    tokens: Tokens
    places: Mapping[str, Sequence[int]]
    bounds: Sequence[tuple[int, int]]
    found: dict[Index, Found] = field(default_factory=dict, init=False, repr=False, compare=False)


def comparable(tokens: Tokens, sentences: Sequence[Sentence]) -> Words:
    """Return a text's tokens in the form that ``find`` compares, made once for all constructs.

    Args:
        tokens: All tokens of the text.
        sentences: The text's sentences; a match lies inside one.
    """
    starts = tokens.starts
    owners = [-1] * len(tokens)
    reaches: list[tuple[int, int]] = []
    for number, sentence in enumerate(sentences):
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        owners[first:last] = [number] * (last - first)
        reaches.append((first, last))
    numbers = [i for i, text in enumerate(tokens.texts) if text not in HYPHENS]
    texts = tokens.texts
    forms = {text: normal(text) for text in set(texts)}
    words = [forms[texts[i]] for i in numbers]
    inside = [owners[i] for i in numbers]
    bounds = [(bisect_left(numbers, first), bisect_left(numbers, last)) for first, last in reaches]
    places: dict[str, list[int]] = {}
    for low, high in bounds:
        for place, word in enumerate(words[low:high], low):
            if word in places:
                places[word].append(place)
            else:
                places[word] = [place]
    return Words(words, numbers, inside, tokens, places, bounds)
