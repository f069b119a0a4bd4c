"""Training of loaded language: how strongly a sentence carries words that judge (SemEval-2023 task 3 spans)."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.modelling.training.corpora import digests
from framing.modelling.training.intervals import Figure, bootstrap, figures_for_manifest
from framing.modelling.training.marked import annotated_marks, biased_marks
from framing.modelling.training.sentence_models import Sentences, fold_matrices, out_of_fold, prepared, trained
from framing.modelling.training.soft_labels import SENTENCES
from framing.modelling.training.space import space_of
from framing.modelling.training.stored import store
from framing.modelling.training.taught_sentences import students
from framing.modelling.training.weak import LOADED_TECHNIQUES, Teacher, annotated_sentences, teachers

__all__ = ["evaluate", "sentences_with_techniques", "train"]

_STRENGTH = 0.4
"""Inverse of the regularisation. Between the best two of 0.2, 0.5 and 1, which are within 0.005 of each other in
cross-validation (docs/models/loaded.md)."""
_TEACHERS = ("partisan", "strong", "opinion")
_FILES = ("babe.jsonl", "news.jsonl.gz", "semeval23_en.jsonl", SENTENCES)


def sentences_with_techniques(
    data: Path, further: Mapping[str, Teacher] | None = None
) -> tuple[Sentences, tuple[frozenset[str], ...]]:
    """Return the SemEval set's sentences as features, and the techniques of each.

    Args:
        data: Folder with the sets.
        further: Teachers beside the weak ones.
    """
    space = space_of(data)
    split, techniques, articles = annotated_sentences(data)
    taught = teachers(data, space)
    sentences = prepared(
        space,
        split,
        articles,
        {**{name: taught[name] for name in _TEACHERS}, **(further or {})},
        ("loaded", annotated_marks(data, space)),
        biased_marks(data, space),
    )
    return sentences, techniques


def _prepared(data: Path) -> tuple[Sentences, NDArray[np.bool_], NDArray[np.float64]]:
    taught = students(data, space_of(data))["biased"]
    sentences, techniques = sentences_with_techniques(data, {"taught": taught})
    labels = np.array([bool(names & LOADED_TECHNIQUES) for names in techniques])
    return sentences, labels, out_of_fold(fold_matrices(sentences), labels, _STRENGTH)


def _figures(labels: NDArray[np.bool_], held_out: NDArray[np.float64], articles: tuple[str, ...]) -> dict[str, Figure]:
    from sklearn.metrics import average_precision_score, roc_auc_score

    return bootstrap(
        {
            "average precision": average_precision_score,
            "average precision of chance": lambda y, _: float(np.mean(y)),
            "AUC": roc_auc_score,
        },
        labels,
        held_out,
        groups=np.array(articles),
        draws=200,
    )


def evaluate(data: Path) -> dict[str, Figure]:
    """Return figures cross-validated by article, with 95% intervals; as of ``bias``, without the student's half."""
    sentences, labels, held_out = _prepared(data)
    return _figures(labels, held_out, sentences.groups)


def train(data: Path, output: Path) -> dict[str, Any]:
    """Train on all of the set, write the artifact ``loaded`` and return its manifest."""
    sentences, labels, held_out = _prepared(data)
    manifest = {
        "data": dict(digests(data, _FILES)),
        "figures": figures_for_manifest(_figures(labels, held_out, sentences.groups)),
    }
    student = students(data, sentences.space)["loaded"]
    weights = trained(sentences, [labels], _STRENGTH, [held_out], student)
    return store(output, "loaded", weights, sentences.space, manifest)
