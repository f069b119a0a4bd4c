"""Facts that several articles tell, and passages for which no counterpart was found."""

from collections.abc import Sequence

from framing.aligned import Passage, Story
from framing.comparing.align import Alignment
from framing.comparing.passages import Told

__all__ = ["stories"]


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
            told.append(Story(ordered, tellers, weakest[first]))
    told.sort(key=lambda story: (-len(story.articles), *_place(story.passages[0])))
    alone = sorted(alignment.alone(articles), key=_place)
    only = tuple(Story((passage,), (passage.article,), round(1 - alignment.elsewhere[passage], 6)) for passage in alone)
    return tuple(told), only


def _place(passage: Passage) -> tuple[int, int]:
    return passage.article, passage.start
