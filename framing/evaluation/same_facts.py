"""Training and figures of the links: which sentences tell the same, and which have no counterpart anywhere.

Learned on accounts of one event that blind readers laid side by side (docs/same-facts.md): each sentence of one account
is told, partly told or absent in each other one, by these sentences of it. The folds are events. A fifth of the events
is kept: no model is fitted on them, and they were not read before everything was set.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from framing.comparing.align import FAR, FEWEST_TELLING, linked
from framing.comparing.bags import bags_of
from framing.comparing.pair_features import FEATURES, Pairs, find_pairs
from framing.comparing.pair_model import (
    COUNTERPART_FEATURES,
    counterpart_rows,
    logistic,
    pair_probabilities,
)
from framing.comparing.passages import LEAD
from framing.evaluation.compared_accounts import ReadEvent, read_events
from framing.modelling.artifact import save_artifact
from framing.modelling.training.corpora import digests
from framing.modelling.training.intervals import Figure, bootstrap, figures_for_manifest
from framing.resources import gold_folder

__all__ = ["evaluate", "train"]

VERSION = "2026.1"
_FOLDS = 10
_STRENGTH = 0.1
"""Inverse of the penalty: of 0.003 to 1 the average precision hardly differs."""
_PARTLY, _TOLD = 1, 2

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


class _Sentences(NamedTuple):
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


def train(data: Path, output: Path) -> dict[str, Any]:
    """Write the artifact ``links`` and return its manifest.

    Args:
        data: Folder with ``basil.jsonl`` and ``news.jsonl.gz``.
        output: Folder of the artifacts.
    """
    events = read_events(data, gold_folder() / "same_facts.jsonl", "worked")
    pairs = [_pairs(event) for event in events]
    every = np.ones(len(events), dtype=bool)
    held_out = _held_out(events, pairs)
    rows, verdicts, numbers = _judged(events, held_out)
    arrays = {
        "pairs": _fit_pairs(events, pairs, every),
        "counterparts": _fitted(rows, verdicts > 0, np.ones(len(rows), dtype=bool)),
    }
    manifest = {
        "version": VERSION,
        "data": dict(digests(data, ("basil.jsonl", "news.jsonl.gz"))),
        "events": len(events),
        "features": list(FEATURES),
        "counterpart_features": list(COUNTERPART_FEATURES),
        "figures": figures_for_manifest(_figures(_said(events, held_out, _elsewhere(rows, verdicts, numbers)), "")),
        "packages": {"numpy": np.__version__},
    }
    return save_artifact(output, "links", arrays, manifest)


def evaluate(data: Path) -> dict[str, Figure]:
    """Return how often links and marks are right: cross-validated by event, and on the kept events."""
    worked = read_events(data, gold_folder() / "same_facts.jsonl", "worked")
    held_out = _held_out(worked, [_pairs(event) for event in worked])
    rows, verdicts, numbers = _judged(worked, held_out)
    found = _figures(_said(worked, held_out, _elsewhere(rows, verdicts, numbers)), "")
    kept = read_events(data, gold_folder() / "same_facts.jsonl", "kept")
    if kept:
        weights = [_fit_pairs(worked, [_pairs(event) for event in worked], np.ones(len(worked), dtype=bool))]
        weights.append(_fitted(rows, verdicts > 0, np.ones(len(rows), dtype=bool)))
        shown = [_probabilities(event, _pairs(event), weights[0]) for event in kept]
        elsewhere = logistic(_judged(kept, shown)[0], weights[1])
        found |= _figures(_said(kept, shown, elsewhere), "kept events: ")
    return found


def _pairs(event: ReadEvent) -> list[Pairs]:
    """Return the pairs of the judged account with each other one."""
    return [find_pairs(event.bags[0], other) for other in event.bags[1:]]


def _labels(event: ReadEvent, other: int, pairs: Pairs) -> Integers:
    """Return each pair's label, -1 where its first sentence was not judged."""
    judged = {sentence.number for sentence in event.sentences}
    named = {(s.number, number): label for s in event.sentences for where, number, label in s.named if where == other}
    return np.array(
        [
            named.get((i, j), 0) if i in judged else -1
            for i, j in zip(pairs.first.tolist(), pairs.second.tolist(), strict=True)
        ],
        dtype=np.int64,
    )


def _fit_pairs(events: Sequence[ReadEvent], pairs: Sequence[Sequence[Pairs]], chosen: NDArray[np.bool_]) -> Floats:
    rows, labels = [], []
    for event, found, wanted in zip(events, pairs, chosen, strict=True):
        for other, one in enumerate(found, 1):
            known = _labels(event, other, one)
            if wanted:
                rows.append(one.rows[known >= 0])
                labels.append(known[known >= 0] > 0)
    # Accounts of two events tell nothing in common, however near their sentences are among each other.
    mixed = [event for event, wanted in zip(events, chosen, strict=True) if wanted]
    for event, another in zip(mixed, [*mixed[1:], mixed[0]], strict=True):
        apart = find_pairs(*bags_of([event.bags[0].told, another.bags[1].told])).rows
        rows.append(apart)
        labels.append(np.zeros(len(apart), dtype=bool))
    stacked = np.concatenate(rows)
    return _fitted(stacked, np.concatenate(labels), np.ones(len(stacked), dtype=bool))


def _fitted(rows: Floats, labels: NDArray[np.bool_], chosen: NDArray[np.bool_]) -> Floats:
    means, deviations = rows[chosen].mean(axis=0), rows[chosen].std(axis=0) + 1e-9
    model = LogisticRegression(C=_STRENGTH, max_iter=2000).fit((rows[chosen] - means) / deviations, labels[chosen])
    slopes = model.coef_[0] / deviations
    weights: Floats = np.append(slopes, model.intercept_[0] - slopes @ means)
    return weights


def _probabilities(event: ReadEvent, found: Sequence[Pairs], weights: Floats) -> list[tuple[Pairs, Floats]]:
    return [
        (pairs, pair_probabilities(event.bags[0], event.bags[other], pairs, weights))
        for other, pairs in enumerate(found, 1)
    ]


def _held_out(events: Sequence[ReadEvent], pairs: Sequence[Sequence[Pairs]]) -> list[list[tuple[Pairs, Floats]]]:
    """Return the pairs' probabilities by a model that has not seen their event."""
    folds = np.arange(len(events)) % _FOLDS
    found: list[list[tuple[Pairs, Floats]]] = [[] for _ in events]
    for fold in range(_FOLDS):
        weights = _fit_pairs(events, pairs, folds != fold)
        for number in np.flatnonzero(folds == fold).tolist():
            found[number] = _probabilities(events[number], pairs[number], weights)
    return found


def _judged(
    events: Sequence[ReadEvent], shown: Sequence[Sequence[tuple[Pairs, Floats]]]
) -> tuple[Floats, Integers, Integers]:
    """Return the features, verdicts and event numbers of all judged sentences."""
    rows, verdicts, numbers = [], [], []
    for number, (event, found) in enumerate(zip(events, shown, strict=True)):
        features = counterpart_rows(event.bags, 0, {(0, other): pair for other, pair in enumerate(found, 1)})
        for sentence in event.sentences:
            rows.append(features[sentence.number])
            verdicts.append(sentence.verdict)
            numbers.append(number)
    return np.array(rows), np.array(verdicts), np.array(numbers)


def _elsewhere(rows: Floats, verdicts: Integers, numbers: Integers) -> Floats:
    """Return how likely each sentence is told elsewhere by a model that has not seen its event."""
    probabilities = np.zeros(len(rows))
    for fold in range(_FOLDS):
        held = numbers % _FOLDS == fold
        probabilities[held] = logistic(rows[held], _fitted(rows, verdicts > 0, ~held))
    return probabilities


def _said(
    events: Sequence[ReadEvent], shown: Sequence[Sequence[tuple[Pairs, Floats]]], elsewhere: Floats
) -> _Sentences:
    """Return what the comparison would say of each judged sentence."""
    table: list[tuple[int, int, int, int]] = []
    for number, (event, found) in enumerate(zip(events, shown, strict=True)):
        links = [
            (other, i, j)
            for other, (pairs, probabilities) in enumerate(found, 1)
            for i, j, chosen in zip(
                pairs.first.tolist(), pairs.second.tolist(), linked(pairs, probabilities).tolist(), strict=True
            )
            if chosen
        ]
        for sentence in event.sentences:
            named = {(where, there) for where, there, _ in sentence.named}
            mine = [(other, j) for other, i, j in links if i == sentence.number]
            long = len(event.bags[0].told[sentence.number].weights) >= FEWEST_TELLING
            table.append((sum(link in named for link in mine), len(mine), sentence.number >= LEAD and long, number))
    counts = np.array(table)
    verdicts = np.array([sentence.verdict for event in events for sentence in event.sentences])
    has_link = counts[:, 1] > 0
    alone = (elsewhere < FAR) & ~has_link & (counts[:, 2] > 0)
    return _Sentences(verdicts, has_link, counts[:, 0], counts[:, 1], alone, counts[:, 3])


def _figures(said: _Sentences, name: str) -> dict[str, Figure]:
    measures: dict[str, Callable[..., float]] = {
        f"{name}of told facts, linked": lambda s: _share(s.linked, s.verdicts == _TOLD),
        f"{name}of told facts, linked to what tells them": lambda s: _share(s.right > 0, s.verdicts == _TOLD),
        f"{name}of links, named by the reader": lambda s: float(s.right.sum() / max(s.links.sum(), 1)),
        f"{name}of linked sentences, told at least in part": lambda s: _share(s.verdicts >= _PARTLY, s.linked),
        f"{name}of marked sentences, told nowhere": lambda s: _share(s.verdicts == 0, s.alone),
        f"{name}of marked sentences, wholly told": lambda s: _share(s.verdicts == _TOLD, s.alone),
        f"{name}of what is told nowhere, marked": lambda s: _share(s.alone, s.verdicts == 0),
    }
    columns = tuple(said)
    return bootstrap(
        {key: (lambda *drawn, measure=measure: measure(_Sentences(*drawn))) for key, measure in measures.items()},
        *columns,
        groups=said.events,
    )


def _share(hits: NDArray[np.bool_], among: NDArray[np.bool_]) -> float:
    return float((hits & among).sum() / max(among.sum(), 1))
