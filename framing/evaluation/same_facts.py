"""Training and figures of the links: which sentences tell the same, and which have no counterpart anywhere.

Learned on accounts of one event that blind readers laid side by side (docs/same-facts.md): each sentence of one account
is told, partly told or absent in each other one, by these sentences of it. The folds are events. A fifth of the events
is kept: no model is fitted on them, and they were not read before everything was set.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from framing.comparing.bags import bags_of
from framing.comparing.pair_features import FEATURES, Pairs, find_pairs
from framing.comparing.pair_model import (
    COUNTERPART_FEATURES,
    counterpart_rows,
    logistic,
    pair_probabilities,
)
from framing.evaluation.compared_accounts import ReadEvent, read_events
from framing.evaluation.same_fact_figures import (
    Shown,
    cell_figures,
    cells_shown,
    sentence_figures,
    sentences_shown,
)
from framing.modelling.artifact import save_artifact
from framing.modelling.training.corpora import digests
from framing.modelling.training.intervals import Figure, figures_for_manifest
from framing.resources import gold_folder

__all__ = ["evaluate", "train"]

VERSION = "2026.1"
_FOLDS = 10
"""Groups that events are left out in."""
_STRENGTH = 0.1
"""Inverse of the penalty: of 0.003 to 1 the average precision hardly differs."""
_TOLD = 2

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


class _Judged(NamedTuple):
    """Sentences that a reader held against other accounts, one row each.

    Attributes:
        rows: ``COUNTERPART_FEATURES``, of shape (n, n_features).
        verdicts: 0 absent, 1 partly told, 2 told, of shape (n,).
        events: Number of the event, of shape (n,).
    """

    rows: Floats
    verdicts: Integers
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
    judged = (_judged(events, held_out), _judged_each(events, held_out))
    arrays = {"pairs": _fit_pairs(events, pairs, every), **_fit_counterparts(*judged)}
    manifest = {
        "version": VERSION,
        "data": dict(digests(data, ("basil.jsonl", "news.jsonl.gz"))),
        "events": len(events),
        "features": list(FEATURES),
        "counterpart_features": list(COUNTERPART_FEATURES),
        "figures": figures_for_manifest(_cross_validated(events, held_out, *judged)),
        "packages": {"numpy": np.__version__},
    }
    return save_artifact(output, "links", arrays, manifest)


def evaluate(data: Path) -> dict[str, Figure]:
    """Return how often links and marks are right: cross-validated by event, and on the kept events."""
    worked = read_events(data, gold_folder() / "same_facts.jsonl", "worked")
    held_out = _held_out(worked, [_pairs(event) for event in worked])
    judged = (_judged(worked, held_out), _judged_each(worked, held_out))
    figures = _cross_validated(worked, held_out, *judged)
    kept = read_events(data, gold_folder() / "same_facts.jsonl", "kept")
    if kept:
        weights = _fit_counterparts(*judged)
        fitted = _fit_pairs(worked, [_pairs(event) for event in worked], np.ones(len(worked), dtype=bool))
        shown = [_probabilities(event, _pairs(event), fitted) for event in kept]
        elsewhere = logistic(_judged(kept, shown).rows, weights["counterparts"])
        each = _judged_each(kept, shown).rows
        likely = (logistic(each, weights["one_account"]), logistic(each, weights["wholly"]))
        figures |= sentence_figures(sentences_shown(kept, shown, elsewhere), "kept events: ")
        figures |= cell_figures(cells_shown(kept, shown, *likely), "kept events: ")
    return figures


def _cross_validated(events: Sequence[ReadEvent], held_out: Shown, judged: _Judged, each: _Judged) -> dict[str, Figure]:
    said = sentences_shown(events, held_out, _elsewhere(judged, judged.verdicts > 0))
    cells = cells_shown(events, held_out, _elsewhere(each, each.verdicts > 0), _elsewhere(each, each.verdicts == _TOLD))
    return sentence_figures(said, "") | cell_figures(cells, "")


def _fit_counterparts(judged: _Judged, each: _Judged) -> dict[str, Floats]:
    """Return the models of sentences: told anywhere else, told in one account, and wholly told in it."""
    every = np.ones(len(judged.rows), dtype=bool), np.ones(len(each.rows), dtype=bool)
    return {
        "counterparts": _fitted(judged.rows, judged.verdicts > 0, every[0]),
        "one_account": _fitted(each.rows, each.verdicts > 0, every[1]),
        "wholly": _fitted(each.rows, each.verdicts == _TOLD, every[1]),
    }


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
    held_out: list[list[tuple[Pairs, Floats]]] = [[] for _ in events]
    for fold in range(_FOLDS):
        weights = _fit_pairs(events, pairs, folds != fold)
        for number in np.flatnonzero(folds == fold).tolist():
            held_out[number] = _probabilities(events[number], pairs[number], weights)
    return held_out


def _judged(events: Sequence[ReadEvent], shown: Shown) -> _Judged:
    """Return the judged sentences, each against all other accounts."""
    rows, verdicts, numbers = [], [], []
    for number, (event, found) in enumerate(zip(events, shown, strict=True)):
        features = counterpart_rows(event.bags, 0, _by_accounts(found), range(1, len(event.bags)))
        for sentence in event.sentences:
            rows.append(features[sentence.number])
            verdicts.append(sentence.verdict)
            numbers.append(number)
    return _Judged(np.array(rows), np.array(verdicts), np.array(numbers))


def _judged_each(events: Sequence[ReadEvent], shown: Shown) -> _Judged:
    """Return the judged sentences, each against each other account."""
    rows, verdicts, numbers = [], [], []
    for number, (event, found) in enumerate(zip(events, shown, strict=True)):
        for other in range(1, len(event.bags)):
            features = counterpart_rows(event.bags, 0, _by_accounts(found), [other])
            for sentence in event.sentences:
                rows.append(features[sentence.number])
                verdicts.append(sentence.verdicts[other - 1])
                numbers.append(number)
    return _Judged(np.array(rows), np.array(verdicts), np.array(numbers))


def _by_accounts(found: Sequence[tuple[Pairs, Floats]]) -> dict[tuple[int, int], tuple[Pairs, Floats]]:
    return {(0, other): pairs for other, pairs in enumerate(found, 1)}


def _elsewhere(judged: _Judged, labels: NDArray[np.bool_]) -> Floats:
    """Return how likely each sentence is told by a model that has not seen its event."""
    probabilities = np.zeros(len(judged.rows))
    for fold in range(_FOLDS):
        held = judged.events % _FOLDS == fold
        probabilities[held] = logistic(judged.rows[held], _fitted(judged.rows, labels, ~held))
    return probabilities
