"""Labels of tokens and the stretches that they mark: contents, cues and sources."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["FOLLOWS", "LABELS", "OPENS", "Stretch", "Stretches", "stretches"]

LABELS = ("O", "B-content", "I-content", "B-cue", "I-cue", "B-source", "I-source")
"""Begin and inside of each stretch, after ramshaw1995."""
OPENS: NDArray[np.bool_] = np.array([not label.startswith("I") for label in LABELS])
"""Whether a label can stand at a block's start."""
FOLLOWS: NDArray[np.bool_] = np.array(
    [[not after.startswith("I") or before[2:] == after[2:] for after in LABELS] for before in LABELS]
)
"""Whether a label can follow another, of shape (n_labels, n_labels): an inside label follows only its own kind."""


class Stretch(NamedTuple):
    """A run of tokens: the first, and the one after the last."""

    first: int
    last: int


class Stretches(NamedTuple):
    """What a labelled text marks, each kind in text order."""

    contents: tuple[Stretch, ...]
    cues: tuple[Stretch, ...]
    sources: tuple[Stretch, ...]


def stretches(labels: Sequence[int], edges: Sequence[int]) -> Stretches:
    """Return the stretches that labels mark.

    Args:
        labels: Numbers into ``LABELS``, one a token.
        edges: Where blocks start; no stretch runs over one.
    """
    starts = set(edges)
    by_task: list[list[Stretch]] = [[], [], []]
    kind = first = -1
    for place, label in enumerate([*labels, 0]):
        own = (label - 1) // 2 if label else -1
        goes_on = own == kind and label and label % 2 == 0 and place not in starts
        if goes_on:
            continue
        if kind >= 0:
            by_task[kind].append(Stretch(first, place))
        kind, first = own, place
    contents, cues, sources = (tuple(stretch) for stretch in by_task)
    return Stretches(contents, cues, sources)
