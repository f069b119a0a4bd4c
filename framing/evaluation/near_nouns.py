"""What kind of source a noun names that no lexicon lists, by the listed nouns that stand where it stands in sentences.

The tagger's word vectors are near for words of one grammatical use (levy2015); each type's share of a word's nearest
listed nouns says what it names. Of listed nouns, when left out, the types that are sure enough are right in 9 of 10.
"""

from collections.abc import Sequence

import numpy as np

from framing.article import Sentence
from framing.attribution import SOURCE_TYPES, SourceType
from framing.expressions import expression
from framing.lexicons.compiled import shipped_indexes
from framing.lexicons.match import comparable, find
from framing.modelling.artifact import load_artifact, split
from framing.segmenting.words import find_tokens

__all__ = ["near_nouns"]

_NEIGHBOURS = 9
"""Listed nouns that a noun's type is read from; set by hand."""
_SHARPNESS = 4
"""Power of the cosine by which a neighbour counts."""
_SURE = 0.7
"""Share of one type from which a word names it."""
_NEAREST = 0.35
"""Cosine of the nearest noun below which a word is like none."""
_WORD = expression(r"[a-z]+(?:-[a-z]+)*")


def near_nouns() -> tuple[dict[str, SourceType], float]:
    """Return the type of each word that is sure enough, and the share of listed nouns, left out, that is right."""
    stored = load_artifact("attribution")
    vocabulary = split(stored.array("vocabulary"))
    vectors = stored.array("words").astype(np.float64)[2:] * stored.array("word_scales").astype(np.float64)[2:, None]
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    number = {word: place for place, word in enumerate(vocabulary)}
    listed = _listed(vocabulary)
    nouns = sorted(listed)
    places = np.array([number[word] for word in nouns])
    kinds = np.array([SOURCE_TYPES.index(listed[word]) for word in nouns])
    alike = np.maximum(vectors @ vectors[places].T, 0)
    for place, word in enumerate(nouns):
        # Its own form and its plural say nothing new.
        same = [other for other, noun in enumerate(nouns) if noun.rstrip("s") == word.rstrip("s")]
        alike[places[place], same] = 0
    nearest = np.argsort(-alike, axis=1, kind="stable")[:, :_NEIGHBOURS]
    weights = np.take_along_axis(alike, nearest, axis=1) ** _SHARPNESS
    shares = np.zeros((len(vocabulary), len(SOURCE_TYPES)))
    for kind in range(len(SOURCE_TYPES)):
        shares[:, kind] = (weights * (kinds[nearest] == kind)).sum(axis=1)
    shares /= np.maximum(shares.sum(axis=1, keepdims=True), 1e-9)
    best, sure = shares.argmax(axis=1), (shares.max(axis=1) >= _SURE) & (alike.max(axis=1) >= _NEAREST)
    told = sure[places]
    right = float((best[places] == kinds)[told].mean())
    types = {
        word: SOURCE_TYPES[best[place]]
        for place, word in enumerate(vocabulary)
        if sure[place] and word not in listed and _WORD.fullmatch(word)
    }
    return types, right


def _listed(vocabulary: Sequence[str]) -> dict[str, SourceType]:
    """Return the words in small letters that the lexicons list as sources, with their type."""
    types: dict[str, SourceType] = {}
    indexes = shipped_indexes()
    for word in vocabulary:
        if _WORD.fullmatch(word) is None:
            continue
        tokens = comparable(find_tokens(word), [Sentence(0, len(word), 0)])
        for construct in ("source_type", "title"):
            for hit in find(tokens, indexes[construct]):
                if (hit.start, hit.end) == (0, len(word)):
                    types.setdefault(word, hit.entry.category)  # type: ignore[arg-type]
    return types
