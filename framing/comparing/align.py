"""Which sentences of different articles tell the same, and which no other article tells.

Sentences are compared by words, meanings, names, numbers, quotations and speakers; a model learned on accounts that
readers laid side by side says how likely two tell the same. Many sentences may be linked to one.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.aligned import Link, Passage
from framing.comparing.bags import bags_of
from framing.comparing.pair_features import Pairs, find_pairs
from framing.comparing.pair_model import counterpart_rows, logistic, pair_probabilities
from framing.comparing.passages import LEAD, Told
from framing.modelling.artifact import load_artifact

__all__ = ["FAR", "FEWEST_TELLING", "Alignment", "Elsewhere", "align", "linked", "much_alike"]

Floats = NDArray[np.float64]

_MUTUAL, _ALONE = 0.5, 0.6
"""Least probability of a link between sentences that are each other's likeliest, and of one that is its partner's only:
docs/compare.md says what other thresholds give."""
FAR = 0.3
"""Probability that any other account tells a sentence, at least in part, below which no counterpart is found."""
FEWEST_TELLING = 6
"""Words that say what is told, without which a sentence without counterpart is only a short one."""
_ALIKE, _ALIKE_ALONE = 0.45, 0.52
"""How much of each other's words much alike sentences hold: where each is the other's likeliest, and where one is;
set by hand."""
_FEWEST_SHARED = 2
"""Plain words that much alike sentences have in common: with one, a name and a day would make them alike; set by
hand."""


class Elsewhere(NamedTuple):
    """How likely one other article tells a sentence, 0 to 1.

    Attributes:
        partly: At least a part of it.
        wholly: All of it.
    """

    partly: float
    wholly: float


class Alignment(NamedTuple):
    """How the sentences of different articles stand to each other.

    Attributes:
        links: Between sentences that tell the same, surest first.
        elsewhere: How likely any other article tells each sentence, at least in part, 0 to 1.
        within_each: By a sentence and the number of another article, how likely that article tells it.
        alike: By the numbers of two articles, how many of their sentences are alike in most of their words.
    """

    links: tuple[Link, ...]
    elsewhere: Mapping[Passage, float]
    within_each: Mapping[tuple[Passage, int], Elsewhere]
    alike: Mapping[tuple[int, int], int]

    def within(self, events: Collection[tuple[int, int]]) -> "Alignment":
        """Return it with links between accounts of other events only where sentences share most of their words.

        The model has learned on accounts of one event, where what is near is told as often as not.

        Args:
            events: The pairs of articles that are about one event.
        """
        kept = (
            link for link in self.links if (link.first.article, link.second.article) in events or link.score >= _ALIKE
        )
        return self._replace(links=tuple(kept))

    def alone(self, articles: Iterable[Sequence[Told]]) -> frozenset[Passage]:
        """Return the sentences without a link for which no counterpart is found.

        Not those that open an account, which all accounts tell in words of their own, nor those of few words.
        """
        known = {passage for link in self.links for passage in (link.first, link.second)}
        judged = (told for article in articles for told in article[LEAD:] if len(told.weights) >= FEWEST_TELLING)
        far = (told.passage for told in judged if self.elsewhere[told.passage] < FAR)
        return frozenset(passage for passage in far if passage not in known)


def align(articles: Sequence[Sequence[Told]]) -> Alignment:
    """Return the links between the sentences of different articles, and how likely each is told elsewhere at all.

    Args:
        articles: Each article's sentences.

    Raises:
        ModelError: If the shipped model is missing or damaged.
    """
    if not any(articles):
        return Alignment((), {}, {}, {})
    bags = bags_of(articles)
    between: dict[tuple[int, int], tuple[Pairs, Floats]] = {}
    links: list[Link] = []
    alike: dict[tuple[int, int], int] = {}
    for first, second in combinations(range(len(articles)), 2):
        pairs = find_pairs(bags[first], bags[second])
        probabilities = pair_probabilities(bags[first], bags[second], pairs)
        between[first, second] = (pairs, probabilities)
        alike[first, second] = much_alike(pairs)
        links += [
            Link(
                articles[first][pairs.first[number]].passage,
                articles[second][pairs.second[number]].passage,
                round(float(pairs.covered[number]), 6),
                round(float(probabilities[number]), 6),
            )
            for number in np.flatnonzero(linked(pairs, probabilities)).tolist()
        ]
    links.sort(key=lambda link: (-link.probability, -link.score, _place(link.first), _place(link.second)))
    elsewhere: dict[Passage, float] = {}
    within_each: dict[tuple[Passage, int], Elsewhere] = {}
    for number, article in enumerate(articles):
        others = [other for other in range(len(articles)) if other != number]
        passages = [told.passage for told in article]
        rows = counterpart_rows(bags, number, between, others)
        elsewhere |= zip(passages, _likely(rows, "counterparts"), strict=True)
        for other in others:
            alone = rows if len(others) == 1 else counterpart_rows(bags, number, between, [other])
            told = zip(_likely(alone, "one_account"), _likely(alone, "wholly"), strict=True)
            within_each |= {
                (passage, other): Elsewhere(*likely) for passage, likely in zip(passages, told, strict=True)
            }
    return Alignment(tuple(links), elsewhere, within_each, alike)


def _likely(rows: Floats, model: str) -> list[float]:
    """Return how likely each sentence is told by one of the models of sentences."""
    likely: list[float] = logistic(rows, load_artifact("links").array(model)).tolist()
    return likely


def linked(pairs: Pairs, probabilities: Floats) -> NDArray[np.bool_]:
    """Return which pairs are linked: likely ones, the likeliest of their first or second sentence; of shape (n,)."""
    likeliest = [probabilities >= _best(side, probabilities)[side] for side in (pairs.first, pairs.second)]
    mutual, either = likeliest[0] & likeliest[1], likeliest[0] | likeliest[1]
    chosen: NDArray[np.bool_] = (mutual & (probabilities >= _MUTUAL)) | (either & (probabilities >= _ALONE))
    return chosen


def _best(side: NDArray[np.intp], values: Floats) -> Floats:
    """Return each sentence's highest value."""
    best = np.zeros(int(side.max(initial=-1)) + 1)
    np.maximum.at(best, side, values)
    return best


def much_alike(pairs: Pairs) -> int:
    """Return how many pairs of sentences hold most of each other's words: what tells one event from another."""
    scores = np.where(pairs.plain >= _FEWEST_SHARED, pairs.covered, 0.0)
    likeliest = [scores >= _best(side, scores)[side] for side in (pairs.first, pairs.second)]
    mutual, either = likeliest[0] & likeliest[1], likeliest[0] | likeliest[1]
    return int(((mutual & (scores >= _ALIKE)) | (either & (scores >= _ALIKE_ALONE))).sum())


def _place(passage: Passage) -> tuple[int, int]:
    return passage.article, passage.start
