"""Which cue announces a content, and which source a cue credits: a logistic model over pairs of stretches.

Given the annotators' own stretches, it links 98 of 100 sources rightly on outlets that it has not seen (see
``docs/models/attribution.md``); what is lost is lost before.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from framing.modelling.labels import Stretch, Stretches

__all__ = ["LinkingText", "Links", "candidates", "link", "pair_features"]

_NEAREST = 4
"""Candidates on each side; the right one is farther away in less than 1% of pairs."""
_LEAST_CUE = -2.2
"""Logit below which no cue announces a content (probability 0.1): better an attribution without a cue than words
added to somebody else's. On the development articles 0.5 points of content Dice and 1.7 of Dice at 0.8."""
_LEAST_SOURCE = -1.7
"""Logit below which a cue credits nobody (probability 0.15, chosen on the training outlets)."""
_DISTANCES = (0, 1, 2, 3, 5, 8, 13, 20, 40)
"""Upper ends of the classes of distance, in tokens: near ones finely, far ones coarsely. Set by hand."""
_FAR = 99
"""The class of all distances beyond."""


class LinkingText(NamedTuple):
    """What linking sees of a text.

    Attributes:
        words: Symmetric words.
        quoted: Whether each token stands inside quotation marks.
        sentences: The number of each token's sentence.
        blocks: The number of each token's block.
        found: The stretches to link.
        content_starts: First tokens of the contents.
        cue_starts: First tokens of the cues.
        source_starts: First tokens of the sources.
    """

    words: Sequence[str]
    quoted: Sequence[bool]
    sentences: Sequence[int]
    blocks: Sequence[int]
    found: Stretches
    content_starts: tuple[int, ...]
    cue_starts: tuple[int, ...]
    source_starts: tuple[int, ...]

    def holding(self, found: Stretches) -> "LinkingText":
        """Return the same text with other stretches to link."""
        return self._replace(
            found=found,
            content_starts=tuple(stretch.first for stretch in found.contents),
            cue_starts=tuple(stretch.first for stretch in found.cues),
            source_starts=tuple(stretch.first for stretch in found.sources),
        )


class Links(NamedTuple):
    """The chosen pairs.

    Attributes:
        cue_of: The cue of each content that has one.
        source_of: The source of each cue that has one.
    """

    cue_of: Mapping[Stretch, Stretch]
    source_of: Mapping[Stretch, Stretch]


def link(text: LinkingText, cue_weights: Mapping[str, float], source_weights: Mapping[str, float]) -> Links:
    """Return each content's most likely cue and each cue's most likely source, where one is likely at all."""
    cue_of: dict[Stretch, Stretch] = {}
    for content in text.found.contents:
        best = _best(text, content, text.found.cues, text.cue_starts, cue_weights)
        if best is not None and best[0] >= _LEAST_CUE:
            cue_of[content] = best[1]
    source_of: dict[Stretch, Stretch] = {}
    for cue in text.found.cues:
        best = _best(text, cue, text.found.sources, text.source_starts, source_weights)
        if best is not None and best[0] >= _LEAST_SOURCE:
            source_of[cue] = best[1]
    return Links(cue_of, source_of)


def _best(
    text: LinkingText,
    one: Stretch,
    others: Sequence[Stretch],
    starts: Sequence[int],
    weights: Mapping[str, float],
) -> tuple[float, Stretch] | None:
    scored = [
        (
            sum([weights.get(name, 0.0) for name in pair_features(text, one, other)]),
            -abs(other.first - one.first),
            other,
        )
        for other in candidates(one, others, starts)
    ]
    if not scored:
        return None
    # Of equals the nearest, then the one before: the order must not decide.
    score, _, other = max(scored, key=itemgetter(0, 1))
    return score, other


def candidates(one: Stretch, others: Sequence[Stretch], starts: Sequence[int]) -> Sequence[Stretch]:
    """Return the nearest stretches on both sides.

    Args:
        one: The stretch to link.
        others: Stretches of the other kind, in order.
        starts: Their first tokens.
    """
    place = bisect_left(starts, one.first)
    return others[max(place - _NEAREST, 0) : place + _NEAREST]


def pair_features(text: LinkingText, one: Stretch, other: Stretch) -> list[str]:
    """Return the names of what holds for a pair: order, distance, what stands between, quotation, bordering words."""
    after = other.first > one.first
    low, high = (one.last, other.first) if after else (other.last, one.first)
    between = max(high - low, 0)
    order = "after" if after else "before"
    sentences = abs(text.sentences[one.last - 1 if after else one.first] - text.sentences[other.first])
    blocks = abs(text.blocks[one.first] - text.blocks[other.first])
    contents = _inside(text.content_starts, text.found.contents, low, high)
    cues = _inside(text.cue_starts, text.found.cues, low, high)
    sources = _inside(text.source_starts, text.found.sources, low, high)
    distance = _distance(between)
    last_between = text.words[high - 1] if high > 0 else ""
    first_between = text.words[low] if low < len(text.words) else ""
    where = _where(
        order,
        distance,
        min(sentences, 3),
        min(blocks, 2),
        (min(contents, 2), min(cues, 2), min(sources, 3)),
        int(text.quoted[one.first]),
    )
    return [
        *where,
        f"{order} ends {last_between} {min(between, 2)}",
        f"{order} begins {first_between} {min(between, 2)}",
    ]


@cache
def _where(
    order: str, distance: int, sentences: int, blocks: int, found: tuple[int, int, int], quoted: int
) -> tuple[str, ...]:
    """Return the names of all but the words; there are fewer than 20,000 cases, and few of them come up."""
    contents, cues, sources = found
    apart = min(sentences, 2)
    return (
        "1",
        order,
        f"{order} tokens {distance}",
        f"{order} sentences {sentences} blocks {blocks}",
        f"{order} contents {contents} cues {cues} sources {min(sources, 2)}",
        f"{order} cues {cues} sentences {apart} tokens {distance}",
        f"{order} sources {sources} sentences {apart}",
        f"{order} quoted {quoted} sentences {apart} cues {cues}",
        f"{order} quoted {quoted} blocks {blocks}",
    )


def _inside(starts: Sequence[int], stretches: Sequence[Stretch], low: int, high: int) -> int:
    """Return how many stretches lie between two tokens; stretches of one kind do not overlap."""
    if low >= high:
        return 0
    first = bisect_left(starts, low)
    last = bisect_right(starts, high - 1)
    if last > first and stretches[last - 1].last > high:
        last -= 1
    return max(last - first, 0)


def _distance(tokens: int) -> int:
    return _DISTANCES[bisect_left(_DISTANCES, tokens)] if tokens <= _DISTANCES[-1] else _FAR
