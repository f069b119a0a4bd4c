"""Training of persuasion techniques: one classifier a technique on sentences (SemEval-2023 task 3)."""

from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.modelling.linear import probabilities
from framing.modelling.training.calibration import platt
from framing.modelling.training.corpora import digests
from framing.modelling.training.intervals import Figure, bootstrap
from framing.modelling.training.loaded import sentences_with_techniques
from framing.modelling.training.sentence_models import Sentences, fold_matrices, out_of_fold, trained
from framing.modelling.training.stored import store

__all__ = ["NAMES", "evaluate", "train"]

NAMES = {
    "Loaded_Language": "loaded_language",
    "Name_Calling-Labeling": "name_calling",
    "Exaggeration-Minimisation": "exaggeration",
    "Doubt": "doubt",
    "Appeal_to_Fear-Prejudice": "appeal_to_fear",
    "Flag_Waving": "flag_waving",
    "Causal_Oversimplification": "causal_oversimplification",
    "Slogans": "slogans",
    "Appeal_to_Authority": "appeal_to_authority",
    "False_Dilemma-No_Choice": "false_dilemma",
    "Repetition": "repetition",
}
"""Techniques with at least a hundred annotated spans, in the set's names and in ours."""

PRECISION = 0.75
"""What a technique must reach across articles to ship: three in four of what is shown were marked by the annotators."""
RECALL = 0.05
"""The share of annotated sentences that must still be found at that precision."""

_STRENGTH = 0.2
"""Inverse of the regularisation, the same for each technique. Set by hand: the rarest has a hundred examples."""
_FILES = ("babe.jsonl", "news.jsonl.gz", "semeval23_en.jsonl")


class Trial(NamedTuple):
    """A technique's classifier across articles."""

    labels: NDArray[np.bool_]
    held_out: NDArray[np.float64]
    threshold: float
    precision: float
    recall: float


def _prepared(data: Path) -> tuple[Sentences, dict[str, Trial]]:
    sentences, techniques = sentences_with_techniques(data)
    folds = fold_matrices(sentences)
    trials = {}
    for given, name in NAMES.items():
        labels = np.array([given in names for names in techniques])
        held_out = out_of_fold(folds, labels, _STRENGTH)
        trials[name] = Trial(labels, held_out, *_threshold(labels, held_out))
    return sentences, trials


def _threshold(labels: NDArray[np.bool_], held_out: NDArray[np.float64]) -> tuple[float, float, float]:
    """Return the lowest score with the precision asked for, with precision and recall there.

    Where no score with enough recall reaches it, that of the required recall: the technique is then dropped.
    """
    order = np.argsort(-held_out, kind="stable")
    hits = np.cumsum(labels[order])
    precision, recall = hits / np.arange(1, len(labels) + 1), hits / labels.sum()
    good = np.flatnonzero((precision >= PRECISION) & (recall >= RECALL))
    place = int(good[-1]) if len(good) else int(np.flatnonzero(recall >= RECALL)[0])
    return float(held_out[order[place]]), float(precision[place]), float(recall[place])


def evaluate(data: Path) -> dict[str, Figure]:
    """Return each technique's precision and recall at its threshold and its average precision, across articles."""
    from sklearn.metrics import average_precision_score

    figures: dict[str, Figure] = {}
    for name, trial in _prepared(data)[1].items():
        shown = trial.held_out >= trial.threshold
        measures = {
            f"{name}: average precision": lambda y, s, _: average_precision_score(y, s) if y.any() else 0.0,
            f"{name}: precision": lambda y, _, x: float(y[x].mean()) if x.any() else 0.0,
            f"{name}: recall": lambda y, _, x: float(x[y].mean()) if y.any() else 0.0,
        }
        figures |= bootstrap(measures, trial.labels, trial.held_out, shown, draws=100)
    return figures


def train(data: Path, output: Path) -> dict[str, Any]:
    """Train the techniques that reach ``PRECISION``, write the artifact ``techniques`` and return its manifest."""
    sentences, trials = _prepared(data)
    kept = {n: t for n, t in trials.items() if t.precision >= PRECISION and t.recall >= RECALL}
    weights = trained(sentences, [t.labels for t in kept.values()], _STRENGTH, [t.held_out for t in kept.values()])
    thresholds = []
    for trial in kept.values():
        slope, shift = platt(trial.held_out, trial.labels)
        thresholds.append(float(probabilities(np.array([slope * trial.threshold + shift]))[0]))
    manifest = {
        "data": dict(digests(data, _FILES)),
        "outputs": list(kept),
        "thresholds": thresholds,
        "dropped": {
            name: {"precision": round(trial.precision, 3), "recall": round(trial.recall, 3)}
            for name, trial in trials.items()
            if name not in kept
        },
        "figures": {
            name: {"precision": round(t.precision, 3), "recall": round(t.recall, 3)} for name, t in kept.items()
        },
    }
    return store(output, "techniques", weights, sentences.space, manifest)
