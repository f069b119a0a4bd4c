"""How well the model tells whether two articles are about one event; it is trained here too.

On BASIL (fan2019) three outlets report each event: pairs of one event are told from pairs of different events that have
a main entity in common, since articles about one person or party differ in the event alone. Pairs of the news sample
are added, because one affair over many weeks is harder still. The folds of cross-validation are events, for the news
sample topics. The articles' dates come from their metadata.
"""

import itertools
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.preprocessing import StandardScaler

from framing.article import Document
from framing.comparing.align import much_alike
from framing.comparing.bags import bags_of
from framing.comparing.event import FEATURES, dated, days_apart, shared
from framing.comparing.pair_features import find_pairs
from framing.comparing.passages import Told, headline_weights, sentences_told
from framing.evaluation.event_pairs import one_event, other_weeks
from framing.modelling.artifact import save_artifact
from framing.modelling.training.corpora import digests
from framing.modelling.training.intervals import Figure, figures_for_manifest
from framing.segmenting import segment

__all__ = ["evaluate", "train"]

VERSION = "2026.1"
_FOLDS = 11
"""Groups that events are left out in: every two of them together, 66 times."""
_STRENGTH = 0.3
"""Inverse of the penalty: of 0.01 to 10 the least missed and let through, with dates and without (November 2026)."""
_MOST_LET_THROUGH = {"dated": 0.0025, "undated": 0.0125}
"""Share of BASIL's pairs of other events above the threshold. Without dates, 1 in 200 would miss one pair in ten."""


class _Pairs(NamedTuple):
    rows: NDArray[np.float64]
    same: NDArray[np.bool_]
    events: NDArray[np.int64]
    basil: NDArray[np.bool_]


class _Pair(NamedTuple):
    row: tuple[float, ...]
    days: int
    same: bool
    events: tuple[int, int]
    basil: bool


class _Prepared(NamedTuple):
    told: tuple[Told, ...]
    headline: dict[str, float]


def train(data: Path, output: Path) -> dict[str, Any]:
    """Write the artifact ``events`` and return its manifest.

    Args:
        data: Folder with ``basil.jsonl`` and ``news.jsonl.gz``.
        output: Folder of the artifacts.
    """
    arrays = {}
    figures: dict[str, Figure] = {}
    for kind, pairs in _pairs(data).items():
        held_out = _held_out(pairs)
        arrays[f"{kind}_weights"] = _fitted(pairs, np.ones(len(pairs.same), dtype=bool))
        arrays[f"{kind}_threshold"] = np.array([_threshold(held_out, pairs, kind)])
        figures |= _figures(pairs, held_out, kind)
    manifest = {
        "version": VERSION,
        "data": dict(digests(data, ("basil.jsonl", "news.jsonl.gz"))),
        "features": list(FEATURES),
        "figures": figures_for_manifest(figures),
        "packages": {"numpy": np.__version__},
    }
    return save_artifact(output, "events", arrays, manifest)


def evaluate(data: Path) -> dict[str, Figure]:
    """Return what is missed and let through, cross-validated by event."""
    figures: dict[str, Figure] = {}
    for kind, pairs in _pairs(data).items():
        figures |= _figures(pairs, _held_out(pairs), kind)
    return figures


def _pairs(data: Path) -> dict[str, _Pairs]:
    """Return the pairs as they are compared without dates and with them."""
    every = [*_basil(data), *_news(data)]
    table = np.array([pair.row for pair in every])
    days = np.array([[dated(pair.days)] for pair in every])
    labels = np.array([pair.same for pair in every])
    owners = np.array([pair.events for pair in every])
    basil = np.array([pair.basil for pair in every])
    return {
        "undated": _Pairs(table, labels, owners, basil),
        "dated": _Pairs(np.hstack([table, days]), labels, owners, basil),
    }


def _basil(data: Path) -> Iterator[_Pair]:
    articles = [json.loads(line) for line in (data / "basil.jsonl").read_text(encoding="utf-8").splitlines()]
    numbers = {event: number for number, event in enumerate(sorted({row["event"] for row in articles}))}
    prepared = []
    for row in articles:
        text = "\n\n".join(" ".join(paragraph) for paragraph in row["article"]["body-paragraphs"])
        prepared.append(_prepared(text, row["article"]["title"]))
    for first, second in itertools.combinations(range(len(articles)), 2):
        one, other = articles[first], articles[second]
        same = one["event"] == other["event"]
        if same or set(one["article"]["main-entities"]) & set(other["article"]["main-entities"]):
            days = days_apart(one["article"]["date"], other["article"]["date"]) or 0
            events = (numbers[one["event"]], numbers[other["event"]])
            yield _Pair(_row(prepared[first], prepared[second]), days, same, events, basil=True)


def _news(data: Path) -> Iterator[_Pair]:
    pairs = [(pair, True) for pair in one_event(data)] + [(pair, False) for pair in other_weeks(data)]
    topics = sorted({one["topic"] for (one, _), _ in pairs})
    for (one, other), same in pairs:
        first, second = (_prepared(row["text"], row["title"]) for row in (one, other))
        topic = topics.index(one["topic"])
        days = days_apart(one["date"], other["date"]) or 0
        yield _Pair(_row(first, second), days, same, (topic, topic), basil=False)


def _prepared(text: str, title: str) -> _Prepared:
    article = segment(Document(text, title=title))
    return _Prepared(sentences_told(article, 0), headline_weights(article))


def _row(one: _Prepared, other: _Prepared) -> tuple[float, ...]:
    alike = much_alike(find_pairs(*bags_of([one.told, other.told])))
    return shared(one.told, other.told, (one.headline, other.headline), alike).row()


def _fitted(pairs: _Pairs, chosen: NDArray[np.bool_]) -> NDArray[np.float64]:
    scaler = StandardScaler().fit(pairs.rows[chosen])
    model = LogisticRegression(C=_STRENGTH, class_weight="balanced", max_iter=1000)
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


def _threshold(probabilities: NDArray[np.float64], pairs: _Pairs, kind: str) -> float:
    others = pairs.basil & ~pairs.same
    return float(np.quantile(probabilities[others], 1 - _MOST_LET_THROUGH[kind]))


def _figures(pairs: _Pairs, held_out: NDArray[np.float64], kind: str) -> dict[str, Figure]:
    said = held_out >= _threshold(held_out, pairs, kind)
    basil = _Pairs(
        pairs.rows[pairs.basil], pairs.same[pairs.basil], pairs.events[pairs.basil], pairs.basil[pairs.basil]
    )
    area = float(roc_auc_score(basil.same, held_out[pairs.basil]))
    low, high = _over_events(basil, held_out[pairs.basil])
    return {
        f"{kind}: AUC": Figure(area, min(low, area), max(high, area)),
        f"{kind}: missed of one event": _share(~said[pairs.basil & pairs.same]),
        f"{kind}: let through of others": _share(said[pairs.basil & ~pairs.same]),
        f"{kind}, news sample: missed of one event": _share(~said[~pairs.basil & pairs.same]),
        f"{kind}, news sample: let through of other weeks": _share(said[~pairs.basil & ~pairs.same]),
    }


def _share(wrong: NDArray[np.bool_]) -> Figure:
    return Figure(float(wrong.mean()), *_wilson(int(wrong.sum()), len(wrong)))


def _over_events(pairs: _Pairs, held_out: NDArray[np.float64]) -> tuple[float, float]:
    """Return the ends of the interval over events drawn with replacement."""
    generator = np.random.default_rng(0)
    names = np.unique(pairs.events)
    shares: list[float] = []
    for _ in range(200):
        weight = np.bincount(generator.choice(names, len(names)), minlength=names.max() + 1)
        weights = weight[pairs.events[:, 0]] * weight[pairs.events[:, 1]]
        shares.append(roc_auc_score(pairs.same, held_out, sample_weight=weights))
    low, high = np.quantile(shares, [0.025, 0.975])
    return float(low), float(high)


def _wilson(hits: int, count: int, z: float = 1.96) -> Sequence[float]:
    """Return the score interval of a share (wilson1927)."""
    share = hits / count
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = z * np.sqrt(share * (1 - share) / count + z * z / (4 * count * count)) / (1 + z * z / count)
    return max(float(middle - half), 0.0), min(float(middle + half), 1.0)
