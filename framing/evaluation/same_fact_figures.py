"""Figures of the links: what a comparison says of sentences that readers judged, and how often it is right."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.comparing.align import FAR, FEWEST_TELLING, linked
from framing.comparing.pair_features import Pairs
from framing.comparing.passages import LEAD
from framing.comparing.stories import SURELY_NOT, WHOLLY
from framing.evaluation.compared_accounts import ReadEvent
from framing.modelling.training.intervals import Figure, bootstrap

__all__ = [
    "CellsShown",
    "SentencesShown",
    "Shown",
    "cell_figures",
    "cells_shown",
    "sentence_figures",
    "sentences_shown",
]

_PARTLY, _TOLD = 1, 2

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Shown = Sequence[Sequence[tuple[Pairs, Floats]]]
"""Of each event, the pairs of the judged account with each other one, and how likely each pair tells the same."""


class CellsShown(NamedTuple):
    """What is said of sentences that a reader held against one other account, one row each.

    Attributes:
        verdicts: 0 absent, 1 partly told, 2 told, of shape (n,).
        linked: Whether a link leads there, of shape (n,).
        partly: How likely it is told there at least in part, of shape (n,).
        wholly: How likely all of it is told there, of shape (n,).
        others: Whether links lead to all further accounts, and there are such, of shape (n,).
        events: Number of the event, of shape (n,).
    """

    verdicts: Integers
    linked: NDArray[np.bool_]
    partly: Floats
    wholly: Floats
    others: NDArray[np.bool_]
    events: Integers


class SentencesShown(NamedTuple):
    """What is said of sentences that a reader judged, one row each.

    Attributes:
        verdicts: 0 absent everywhere, 1 partly told somewhere, 2 told somewhere, of shape (n,).
        linked: Whether the sentence has a link, of shape (n,).
        right: How many of its links lead to sentences that the reader named, of shape (n,).
        links: How many links it has, of shape (n,).
        alone: Whether no counterpart is found, of shape (n,).
        events: Number of the event, of shape (n,).
    """

    verdicts: Integers
    linked: NDArray[np.bool_]
    right: Integers
    links: Integers
    alone: NDArray[np.bool_]
    events: Integers


def sentences_shown(events: Sequence[ReadEvent], shown: Shown, elsewhere: Floats) -> SentencesShown:
    """Return what the comparison would say of each judged sentence.

    Args:
        events: The events.
        shown: Their pairs.
        elsewhere: Of shape (n_sentences,): how likely each is told in any other account, 0 to 1.
    """
    table: list[tuple[int, int, int, int]] = []
    for number, (event, found) in enumerate(zip(events, shown, strict=True)):
        links = [(other, i, j) for other, mine in enumerate(_linked_to(found), 1) for i, j in mine]
        for sentence in event.sentences:
            named = {(where, there) for where, there, _ in sentence.named}
            mine = [(other, j) for other, i, j in links if i == sentence.number]
            long = len(event.bags[0].told[sentence.number].weights) >= FEWEST_TELLING
            table.append((sum(link in named for link in mine), len(mine), sentence.number >= LEAD and long, number))
    counts = np.array(table)
    verdicts = np.array([sentence.verdict for event in events for sentence in event.sentences])
    has_link = counts[:, 1] > 0
    alone = (elsewhere < FAR) & ~has_link & (counts[:, 2] > 0)
    return SentencesShown(verdicts, has_link, counts[:, 0], counts[:, 1], alone, counts[:, 3])


def cells_shown(events: Sequence[ReadEvent], shown: Shown, partly: Floats, wholly: Floats) -> CellsShown:
    """Return what the comparison would say of each judged sentence and other account: all of an account, then the next.

    Args:
        events: The events.
        shown: Their pairs.
        partly: Of shape (n_cells,): how likely each sentence is told in the account at least in part, 0 to 1.
        wholly: Of shape (n_cells,): how likely all of it is told there.
    """
    table: list[tuple[int, bool, bool, int]] = []
    for number, (event, found) in enumerate(zip(events, shown, strict=True)):
        there = [{i for i, _ in links} for links in _linked_to(found)]
        for other, mine in enumerate(there):
            further = [links for place, links in enumerate(there) if place != other]
            table += [
                (
                    sentence.verdicts[other],
                    sentence.number in mine,
                    bool(further) and all(sentence.number in links for links in further),
                    number,
                )
                for sentence in event.sentences
            ]
    columns = np.array(table)
    return CellsShown(columns[:, 0], columns[:, 1] > 0, partly, wholly, columns[:, 2] > 0, columns[:, 3])


def _linked_to(found: Sequence[tuple[Pairs, Floats]]) -> list[list[tuple[int, int]]]:
    """Return the links to each other account: the two sentences' numbers."""
    return [
        [
            (i, j)
            for i, j, chosen in zip(
                pairs.first.tolist(), pairs.second.tolist(), linked(pairs, probabilities).tolist(), strict=True
            )
            if chosen
        ]
        for pairs, probabilities in found
    ]


def sentence_figures(said: SentencesShown, name: str) -> dict[str, Figure]:
    """Return how often links and marks of sentences are right, each figure's name after a name of the events."""
    measures: dict[str, Callable[..., float]] = {
        f"{name}of told facts, linked": lambda s: _share(s.linked, s.verdicts == _TOLD),
        f"{name}of told facts, linked to what tells them": lambda s: _share(s.right > 0, s.verdicts == _TOLD),
        f"{name}of links, named by the reader": lambda s: float(s.right.sum() / max(s.links.sum(), 1)),
        f"{name}of linked sentences, told at least in part": lambda s: _share(s.verdicts >= _PARTLY, s.linked),
        f"{name}of marked sentences, told nowhere": lambda s: _share(s.verdicts == 0, s.alone),
        f"{name}of marked sentences, wholly told": lambda s: _share(s.verdicts == _TOLD, s.alone),
        f"{name}of what is told nowhere, marked": lambda s: _share(s.alone, s.verdicts == 0),
    }
    return _with_intervals(measures, SentencesShown, said)


def cell_figures(cells: CellsShown, name: str) -> dict[str, Figure]:
    """Return how often it is right how an account stands to a fact, each figure's name after a name of the events."""

    def not_found(found: CellsShown) -> NDArray[np.bool_]:
        return ~found.linked & (found.partly < SURELY_NOT)

    measures: dict[str, Callable[..., float]] = {
        f"{name}of facts shown as told in an account, wholly told": lambda c: _share(
            c.verdicts == _TOLD, c.linked & (c.wholly >= WHOLLY)
        ),
        f"{name}of facts shown as told in an account, at least in part": lambda c: _share(
            c.verdicts >= _PARTLY, c.linked & (c.wholly >= WHOLLY)
        ),
        f"{name}of facts shown as told in part, at least in part": lambda c: _share(
            c.verdicts >= _PARTLY, c.linked & (c.wholly < WHOLLY)
        ),
        f"{name}of facts not found in an account, absent": lambda c: _share(c.verdicts == 0, not_found(c)),
        f"{name}of absent facts, not found": lambda c: _share(not_found(c), c.verdicts == 0),
        f"{name}of facts left out, absent": lambda c: _share(c.verdicts == 0, not_found(c) & c.others),
        f"{name}of facts left out, wholly told": lambda c: _share(c.verdicts == _TOLD, not_found(c) & c.others),
    }
    return _with_intervals(measures, CellsShown, cells)


def _with_intervals(
    measures: Mapping[str, Callable[..., float]], kind: Callable[..., Any], table: SentencesShown | CellsShown
) -> dict[str, Figure]:
    """Return each figure with its interval over events."""
    return bootstrap(
        {key: (lambda *drawn, measure=measure: measure(kind(*drawn))) for key, measure in measures.items()},
        *tuple(table),
        groups=table.events,
    )


def _share(hits: NDArray[np.bool_], among: NDArray[np.bool_]) -> float:
    return float((hits & among).sum() / max(among.sum(), 1))
