"""From votes to a type: a softmax over weights of the votes' kinds, the same for every type.

Each kind of evidence has one weight in log-odds against ``other``; no type, party, country or gender has a weight of
its own, so that a swap cannot move a judgement. Below ``CONFIDENT`` the page does not tell.
"""

import math
from collections.abc import Sequence

from framing.attribution import SourceType
from framing.source_typing.votes import Vote, VoteKind

__all__ = ["CONFIDENT", "WEIGHTS", "judged"]

WEIGHTS: dict[VoteKind, float] = {
    "phrase": 4.0,
    "title": 3.6,
    "honorific": 1.7,
    "apposition": 3.2,
    "inverted": 3.3,
    "owner": 2.4,
    "member": 2.2,
    "name": 2.8,
    "ending": 2.4,
    "place": 3.0,
    "seat": 2.0,
    "share": 5.0,
    "befell": 1.9,
    "resident": 1.6,
    "party": 2.4,
    "speaks": 4.4,
    "kin": 3.0,
    "known": 2.4,
}
_OTHER = 1.2
"""What ``other`` weighs: a single weak hint is no ground for a type."""
_AGAIN = 0.4
"""Share of its weight that each further vote of a kind adds, three at most."""
CONFIDENT = 0.5


def judged(votes: Sequence[Vote]) -> tuple[SourceType, float, tuple[Vote, ...]]:
    """Return the type, its probability and the votes for it, the weightiest first.

    Examples:
        >>> judged([])[:2]
        ('other', 1.0)
    """
    counts: dict[tuple[SourceType, VoteKind], int] = {}
    for one in votes:
        counts[one.type, one.kind] = counts.get((one.type, one.kind), 0) + 1
    weights: dict[SourceType, float] = {"other": _OTHER}
    for (kind, place), count in counts.items():
        more = 1 + _AGAIN * min(count - 1, 3)
        weights[kind] = weights.get(kind, 0.0) + WEIGHTS[place] * more
    total = sum(math.exp(weight) for weight in weights.values())
    best = max(weights, key=lambda kind: weights[kind])
    confidence = math.exp(weights[best]) / total
    if best == "other" or confidence < CONFIDENT:
        return "other", math.exp(_OTHER) / total, ()
    told = sorted((one for one in votes if one.type == best), key=lambda one: (-WEIGHTS[one.kind], one.span))
    return best, confidence, tuple(told)
