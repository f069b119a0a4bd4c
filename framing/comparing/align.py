"""Which sentences of different articles tell the same.

Two sentences are compared by how much of what each says the other says too: every word counts by its rarity in news and
among the sentences compared, and is covered by the same word, or partly by one of near meaning. Names and numbers are
covered by themselves alone. Words beside names count twice: the same people may do another thing. Many sentences may be
linked to one.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.comparing.passages import LEAD, Told
from framing.comparison import Link, Passage, Story
from framing.modelling.meanings import load_meanings

__all__ = ["Alignment", "align", "stories"]

Floats = NDArray[np.float64]

_NEAR = 0.6
"""Similarity of vectors below which words have nothing to do with each other."""
_PARTLY = 0.8
"""What a word of near meaning covers, as a share of its similarity."""
_MUTUAL, _ALONE = 0.45, 0.52
"""Least scores of sentences that are each other's nearest, and of others."""
_LEAST_COVERED = 0.15
_DENIED = 0.85
"""What a score is worth where one sentence denies and the other does not."""
_FEWEST_SHARED = 2
"""Words beside names that two linked sentences share at least: two names alone are no fact."""
_FAR = 0.25
"""Score with every sentence elsewhere below which no counterpart is found: of sentences between this and a link, and of
those that open an account, 59% of 175 read blind are told elsewhere at least in part."""

_FEWEST_TELLING = 6
"""Words that say what is told, without which a sentence without counterpart is only a short one."""


class Alignment(NamedTuple):
    """How the sentences of different articles stand to each other.

    Attributes:
        links: Between sentences that tell the same, strongest first.
        nearest: Each sentence's best score with a sentence of any other article, 0 to 1, linked or not.
    """

    links: tuple[Link, ...]
    nearest: Mapping[Passage, float]


def align(articles: Sequence[Sequence[Told]]) -> Alignment:
    """Return the links between the sentences of different articles, and how near each sentence is to any elsewhere.

    Args:
        articles: Each article's sentences.
    """
    everything = [told for article in articles for told in article]
    nearest = {told.passage: 0.0 for told in everything}
    if not everything:
        return Alignment((), nearest)
    spread = Counter(word for told in everything for word in told.weights)
    words = {word: number for number, word in enumerate(spread)}
    near = _nearness(words, frozenset().union(*(told.names | told.numbers for told in everything)))
    common = np.array([np.log1p(len(everything) / count) / np.log1p(len(everything)) for count in spread.values()])
    found: list[Link] = []
    for first, second in combinations(range(len(articles)), 2):
        found += _pair((articles[first], articles[second]), words, near, common, nearest)
    links = sorted(found, key=lambda link: (-link.score, _place(link.first), _place(link.second)))
    return Alignment(tuple(links), nearest)


class _Nearness(NamedTuple):
    """What words are covered by other words.

    Attributes:
        places: Words that others may cover, ascending, of shape (n,); the rest are covered by themselves alone.
        covered: How much each of them is covered by each, 0 to 1, of shape (n, n).
    """

    places: NDArray[np.intp]
    covered: Floats


def _nearness(words: dict[str, int], exact: frozenset[str]) -> _Nearness:
    meanings = load_meanings()
    found = {number: meanings.vector(word) for word, number in words.items() if word not in exact}
    vectors = {number: vector for number, vector in found.items() if vector is not None}
    rows = np.array([*vectors.values()], dtype=np.float64).reshape(-1, meanings.vectors.shape[1])
    near = rows @ rows.T
    covered: Floats = np.where(near >= _NEAR, _PARTLY * near, 0.0)
    np.fill_diagonal(covered, 1.0)
    return _Nearness(np.array([*vectors], dtype=np.intp), covered)


def _pair(
    pair: tuple[Sequence[Told], Sequence[Told]],
    words: dict[str, int],
    near: _Nearness,
    common: Floats,
    nearest_any: dict[Passage, float],
) -> list[Link]:
    """Return a pair's links; ``nearest_any`` is raised to each sentence's best score in the other article."""
    first, second = pair
    if not first or not second:
        return []
    one, other = _weights(first, words, common), _weights(second, words, common)
    plain = ~_named(words, (*first, *second))
    there, back = _covered(one, other, near), _covered(other, one, near).T
    acts, acts_back = _covered(one * plain, other, near), _covered(other * plain, one, near).T
    shared = (one * plain > 0).astype(float) @ (other * plain > 0).astype(float).T
    scores = (there + back + acts + acts_back) / 4
    for sentences, best_there in ((first, scores.max(axis=1)), (second, scores.max(axis=0))):
        for told, score in zip(sentences, best_there.tolist(), strict=True):
            nearest_any[told.passage] = max(nearest_any[told.passage], score)
    denied = np.array([told.denied for told in first])[:, None] != np.array([told.denied for told in second])
    scores[denied] *= _DENIED
    scores[(np.minimum(acts, acts_back) < _LEAST_COVERED) | (shared < _FEWEST_SHARED)] = 0.0
    forms = [[(told.weights.keys(), told.denied) for told in article] for article in (first, second)]
    for i, form in enumerate(forms[0]):  # the same words are the same fact, however few
        scores[i, [j for j, other in enumerate(forms[1]) if form == other]] = 1.0
    nearest, nearest_back = scores.argmax(axis=1), scores.argmax(axis=0)
    found = []
    for i, j in zip(*np.nonzero(scores >= _MUTUAL), strict=True):
        best, best_back = nearest[i] == j, nearest_back[j] == i
        if (best and best_back) or ((best or best_back) and scores[i, j] >= _ALONE):
            found.append(Link(first[i].passage, second[j].passage, round(float(scores[i, j]), 6)))
    return found


def _named(words: dict[str, int], sentences: Iterable[Told]) -> NDArray[np.bool_]:
    """Return which words are names in these sentences."""
    named = np.zeros(len(words), dtype=bool)
    named[[words[name] for told in sentences for name in told.names]] = True
    return named


def _weights(told: Sequence[Told], words: dict[str, int], common: Floats) -> Floats:
    weights = np.zeros((len(told), len(words)))
    for row, sentence in enumerate(told):
        for word, weight in sentence.weights.items():
            weights[row, words[word]] = weight
    return weights * common


def _covered(one: Floats, other: Floats, near: _Nearness) -> Floats:
    """Return how much of each sentence of ``one`` is covered by each of ``other``, of shape (n_one, n_other)."""
    best = (other > 0).T.astype(float)
    for number, has in enumerate(other[:, near.places] > 0):
        best[near.places, number] = near.covered[:, has].max(axis=1, initial=0.0)
    result: Floats = (one @ best) / np.maximum(one.sum(axis=1, keepdims=True), 1e-9)
    return result


def stories(articles: Sequence[Sequence[Told]], alignment: Alignment) -> tuple[tuple[Story, ...], tuple[Story, ...]]:
    """Return the facts that several articles tell, and the passages without a counterpart found.

    A passage is neither where it has no link and yet may have a counterpart: where a sentence elsewhere is not far from
    it, where it has few words to know it by, and in the opening, where accounts of an event tell the same in words of
    their own.
    """
    group: dict[Passage, Passage] = {told.passage: told.passage for article in articles for told in article}

    def root(passage: Passage) -> Passage:
        while group[passage] != passage:
            passage = group[passage]
        return passage

    weakest: dict[Passage, float] = {}
    for link in alignment.links:
        first, second = sorted((root(link.first), root(link.second)), key=_place)
        score = (
            min(link.score, weakest.get(first, 1.0), weakest.get(second, 1.0)) if first != second else weakest[first]
        )
        group[second] = first
        weakest[first] = score
    members: dict[Passage, list[Passage]] = {}
    for passage in group:
        members.setdefault(root(passage), []).append(passage)
    told: list[Story] = []
    only: list[Story] = []
    judged = {told.passage for article in articles for told in article[LEAD:] if len(told.weights) >= _FEWEST_TELLING}
    for first, passages in members.items():
        ordered = tuple(sorted(passages, key=_place))
        tellers = tuple(sorted({passage.article for passage in ordered}))
        if len(tellers) > 1:
            told.append(Story(ordered, tellers, weakest[first]))
        else:
            far = (passage for passage in ordered if passage in judged and alignment.nearest[passage] < _FAR)
            only += [Story((passage,), tellers, None) for passage in far]
    told.sort(key=lambda story: (-len(story.articles), *_place(story.passages[0])))
    only.sort(key=lambda story: _place(story.passages[0]))
    return tuple(told), tuple(only)


def _place(passage: Passage) -> tuple[int, int]:
    return passage.article, passage.start
