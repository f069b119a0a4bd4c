"""Training of sentence bias: whether readers trained for it call a sentence slanted (BABE)."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.modelling.linear import probabilities
from framing.modelling.sentence_features import split_sentences
from framing.modelling.training.calibration import expected_calibration_error, platt, reliability
from framing.modelling.training.corpora import digests, rows
from framing.modelling.training.intervals import Figure, bootstrap, figures_for_manifest
from framing.modelling.training.marked import annotated_marks, biased_marks
from framing.modelling.training.sentence_models import Sentences, fold_matrices, out_of_fold, prepared, trained
from framing.modelling.training.soft_labels import SENTENCES
from framing.modelling.training.space import space_of
from framing.modelling.training.stored import store
from framing.modelling.training.taught_sentences import students
from framing.modelling.training.weak import teachers

__all__ = ["evaluate", "train"]

_STRENGTH = 0.4
"""Inverse of the regularisation; 0.2 and 0.8 give the same AUC to 0.003 across topics."""
_TEACHERS = ("partisan", "strong", "opinion", "loaded", "technique")
_FILES = ("babe.jsonl", "news.jsonl.gz", "semeval23_en.jsonl", SENTENCES)


def _prepared(data: Path) -> tuple[Sentences, NDArray[np.bool_], NDArray[np.float64]]:
    space = space_of(data)
    babe = list(rows(data / "babe.jsonl"))
    labels = np.array([bool(row["biased"]) for row in babe])
    taught = teachers(data, space)
    sentences = prepared(
        space,
        split_sentences([row["text"] for row in babe]),
        [row["topic"] for row in babe],
        {**{name: taught[name] for name in _TEACHERS}, "taught": students(data, space)["loaded"]},
        ("biased", biased_marks(data, space)),
        annotated_marks(data, space),
    )
    return sentences, labels, out_of_fold(fold_matrices(sentences), labels, _STRENGTH)


def _figures(labels: NDArray[np.bool_], held_out: NDArray[np.float64]) -> dict[str, Figure]:
    from sklearn.metrics import f1_score, roc_auc_score

    # The calibration's two numbers are fitted on one half of the held-out scores and read on the other.
    chance = np.zeros(len(labels))
    halves = np.random.default_rng(0).permutation(len(labels)) % 2 == 0
    for half in (halves, ~halves):
        slope, shift = platt(held_out[~half], labels[~half])
        chance[half] = probabilities(slope * held_out[half] + shift)
    return bootstrap(
        {
            "macro F1": lambda y, p: f1_score(y, p > 0.5, average="macro"),
            "AUC": roc_auc_score,
            "calibration error": lambda y, p: expected_calibration_error(p, y),
        },
        labels,
        chance,
    )


def evaluate(data: Path) -> dict[str, Figure]:
    """Return figures cross-validated by topic, with 95% intervals.

    Measured is what is learned from the set and from other sets: the half of the model that is the encoder's student of
    these very labels is left out, for the encoder has seen them all.
    """
    _, labels, held_out = _prepared(data)
    return _figures(labels, held_out)


def train(data: Path, output: Path) -> dict[str, Any]:
    """Train on all of the set, write the artifact ``bias`` and return its manifest."""
    sentences, labels, held_out = _prepared(data)
    slope, shift = platt(held_out, labels)
    manifest = {
        "data": dict(digests(data, _FILES)),
        "figures": figures_for_manifest(_figures(labels, held_out)),
        "reliability": [list(cell) for cell in reliability(probabilities(slope * held_out + shift), labels)],
    }
    student = students(data, sentences.space)["biased"]
    weights = trained(sentences, [labels], _STRENGTH, [held_out], student)
    return store(output, "bias", weights, sentences.space, manifest)
