"""Facts that several articles tell, and passages for which no counterpart was found."""

from collections.abc import Sequence

from framing.aligned import Passage, Standing, Story
from framing.comparing.align import Alignment
from framing.comparing.passages import Told

__all__ = ["SURELY_NOT", "WHOLLY", "stories"]

WHOLLY = 0.5
"""Probability that an account with a link tells the whole fact, below which it is said to tell a part."""
SURELY_NOT = 0.15
"""Probability that an account without a link tells any of a fact, below which it is said not to: docs/compare.md."""


def stories(articles: Sequence[Sequence[Told]], alignment: Alignment) -> tuple[tuple[Story, ...], tuple[Story, ...]]:
    """Return the facts that several articles tell, and the passages for which no counterpart was found.

    A passage is neither where it has no link and yet may have a counterpart.

    Args:
        articles: Each article's sentences.
        alignment: How they stand to each other.
    """
    group: dict[Passage, Passage] = {told.passage: told.passage for article in articles for told in article}

    def root(passage: Passage) -> Passage:
        while group[passage] != passage:
            passage = group[passage]
        return passage

    weakest: dict[Passage, float] = {}
    for link in alignment.links:
        first, second = sorted((root(link.first), root(link.second)), key=_place)
        sure = (
            min(link.probability, weakest.get(first, 1.0), weakest.get(second, 1.0))
            if first != second
            else weakest[first]
        )
        group[second] = first
        weakest[first] = sure
    members: dict[Passage, list[Passage]] = {}
    for passage in group:
        members.setdefault(root(passage), []).append(passage)
    told: list[Story] = []
    for first, passages in members.items():
        ordered = tuple(sorted(passages, key=_place))
        tellers = tuple(sorted({passage.article for passage in ordered}))
        if len(tellers) > 1:
            standings = tuple(_standing(ordered, number, alignment) for number in range(len(articles)))
            told.append(Story(ordered, tellers, weakest[first], standings))
    told.sort(key=lambda story: (-len(story.articles), *_place(story.passages[0])))
    alone = sorted(alignment.alone(articles), key=_place)
    only = tuple(
        Story(
            (passage,),
            (passage.article,),
            round(1 - alignment.elsewhere[passage], 6),
            tuple("told" if number == passage.article else "not_found" for number in range(len(articles))),
        )
        for passage in alone
    )
    return tuple(told), only


def _standing(passages: Sequence[Passage], article: int, alignment: Alignment) -> Standing:
    """Return how an account stands to the fact that the first of some linked passages tells."""
    first = passages[0]
    if article == first.article:
        return "told"
    if any(passage.article == article for passage in passages):
        return "told" if alignment.within_each[first, article].wholly >= WHOLLY else "partly"
    likeliest = max(alignment.within_each[passage, article].partly for passage in passages)
    return "not_found" if likeliest < SURELY_NOT else "unsure"


def _place(passage: Passage) -> tuple[int, int]:
    return passage.article, passage.start
