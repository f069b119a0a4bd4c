"""Training of the question whether two articles are about one event, on BASIL (fan2019).

Three outlets report each event of it. Pairs of one event are told from pairs of different events that have a main
entity in common: articles about one
person or party differ in the event alone. The folds of cross-validation are events.
The articles' dates come from their metadata.
"""

import itertools
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.preprocessing import StandardScaler

from framing.article import Document
from framing.comparing.align import links_between
from framing.comparing.event import FEATURES, dated, days_apart, shared
from framing.comparing.passages import Told, sentences_told
from framing.modelling.artifact import save_artifact
from framing.modelling.training.corpora import digests
from framing.modelling.training.intervals import Figure, figures_for_manifest
from framing.segmenting import segment

__all__ = ["evaluate", "train"]

VERSION = "2026.1"
_FOLDS = 11
_MOST_LET_THROUGH = {"dated": 0.004, "undated": 0.02}
"""Share of pairs of other events above the threshold. Without dates more must pass, or one pair in seven is missed."""


class _Pairs(NamedTuple):
    rows: NDArray[np.float64]
    same: NDArray[np.bool_]
    events: NDArray[np.int64]


def train(data: Path, output: Path) -> dict[str, Any]:
    """Write the artifact ``events`` and return its manifest.

    Args:
        data: Folder with ``basil.jsonl``.
        output: Folder of the artifacts.
    """
    arrays = {}
    figures: dict[str, Figure] = {}
    for kind, pairs in _pairs(data).items():
        held_out = _held_out(pairs)
        arrays[f"{kind}_weights"] = _fitted(pairs, np.ones(len(pairs.same), dtype=bool))
        arrays[f"{kind}_threshold"] = np.array([_threshold(held_out, pairs.same, kind)])
        figures |= _figures(pairs, held_out, kind)
    manifest = {
        "version": VERSION,
        "data": dict(digests(data, ("basil.jsonl",))),
        "features": list(FEATURES),
        "figures": figures_for_manifest(figures),
        "packages": {"numpy": np.__version__},
    }
    return save_artifact(output, "events", arrays, manifest)


def evaluate(data: Path) -> dict[str, Figure]:
    """Return what is missed and let through, cross-validated by event."""
    found: dict[str, Figure] = {}
    for kind, pairs in _pairs(data).items():
        found |= _figures(pairs, _held_out(pairs), kind)
    return found


def _pairs(data: Path) -> dict[str, _Pairs]:
    """Return the pairs as they are compared without dates and with them."""
    articles = [json.loads(line) for line in (data / "basil.jsonl").read_text(encoding="utf-8").splitlines()]
    numbers = {event: number for number, event in enumerate(sorted({row["event"] for row in articles}))}
    told = [_told(row["article"]) for row in articles]
    rows, days, same, events = [], [], [], []
    for first, second in itertools.combinations(range(len(articles)), 2):
        one, other = articles[first], articles[second]
        alike = one["event"] == other["event"]
        if alike or set(one["article"]["main-entities"]) & set(other["article"]["main-entities"]):
            links = links_between([told[first], told[second]])
            rows.append(shared(told[first], told[second], len(links)).row())
            days.append(dated(days_apart(one["article"]["date"], other["article"]["date"]) or 0))
            same.append(alike)
            events.append((numbers[one["event"]], numbers[other["event"]]))
    table, labels, owners = np.array(rows), np.array(same), np.array(events)
    return {
        "undated": _Pairs(table, labels, owners),
        "dated": _Pairs(np.hstack([table, np.array(days)[:, None]]), labels, owners),
    }


def _told(article: dict[str, Any]) -> tuple[Told, ...]:
    text = "\n\n".join(" ".join(paragraph) for paragraph in article["body-paragraphs"])
    return sentences_told(segment(Document(text, title=article["title"])), 0)


def _fitted(pairs: _Pairs, chosen: NDArray[np.bool_]) -> NDArray[np.float64]:

    scaler = StandardScaler().fit(pairs.rows[chosen])
    model = LogisticRegression(C=1.0, class_weight="balanced", max_iter=1000)
    model.fit(scaler.transform(pairs.rows[chosen]), pairs.same[chosen])
    slopes = model.coef_[0] / scaler.scale_
    weights: NDArray[np.float64] = np.append(slopes, model.intercept_[0] - slopes @ scaler.mean_)
    return weights


def _held_out(pairs: _Pairs) -> NDArray[np.float64]:
    """Return the probabilities of pairs neither of whose events the model has seen."""
    folds = pairs.events % _FOLDS
    log_odds = np.zeros(len(pairs.same))
    for first, second in itertools.combinations_with_replacement(range(_FOLDS), 2):
        test = (np.sort(folds, axis=1) == (first, second)).all(axis=1)
        if test.any():
            unseen = np.asarray(~np.isin(folds, (first, second)).any(axis=1), dtype=np.bool_)
            weights = _fitted(pairs, unseen)
            log_odds[test] = pairs.rows[test] @ weights[:-1] + weights[-1]
    result: NDArray[np.float64] = 1 / (1 + np.exp(-log_odds))
    return result


def _threshold(probabilities: NDArray[np.float64], same: NDArray[np.bool_], kind: str) -> float:
    return float(np.quantile(probabilities[~same], 1 - _MOST_LET_THROUGH[kind]))


def _figures(pairs: _Pairs, held_out: NDArray[np.float64], kind: str) -> dict[str, Figure]:

    threshold = _threshold(held_out, pairs.same, kind)
    said = held_out >= threshold
    missed, through = ~said[pairs.same], said[~pairs.same]
    return {
        f"{kind}: AUC": Figure(float(roc_auc_score(pairs.same, held_out)), *_over_events(pairs, held_out)),
        f"{kind}: missed of one event": Figure(float(missed.mean()), *_wilson(int(missed.sum()), len(missed))),
        f"{kind}: let through of others": Figure(float(through.mean()), *_wilson(int(through.sum()), len(through))),
    }


def _over_events(pairs: _Pairs, held_out: NDArray[np.float64]) -> tuple[float, float]:
    """Return the ends of the interval over events drawn with replacement."""
    generator = np.random.default_rng(0)
    names = np.unique(pairs.events)
    found: list[float] = []
    for _ in range(200):
        weight = np.bincount(generator.choice(names, len(names)), minlength=names.max() + 1)
        weights = weight[pairs.events[:, 0]] * weight[pairs.events[:, 1]]
        found.append(roc_auc_score(pairs.same, held_out, sample_weight=weights))
    low, high = np.quantile(found, [0.025, 0.975])
    return float(low), float(high)


def _wilson(hits: int, count: int, z: float = 1.96) -> Sequence[float]:
    """Return the score interval of a share (wilson1927)."""
    share = hits / count
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = z * np.sqrt(share * (1 - share) / count + z * z / (4 * count * count)) / (1 + z * z / count)
    return float(middle - half), float(middle + half)
