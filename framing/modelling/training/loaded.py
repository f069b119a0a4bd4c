"""Training of loaded language: how strongly a sentence carries words that judge (SemEval-2023 task 3 spans)."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.modelling.training.corpora import digests
from framing.modelling.training.intervals import Figure, bootstrap, figures_for_manifest
from framing.modelling.training.sentence_models import Taught, group_folds, out_of_fold, taught_design, trained
from framing.modelling.training.space import Space, space_of
from framing.modelling.training.stored import store
from framing.modelling.training.weak import LOADED_TECHNIQUES, annotated_sentences, teachers, with_extras

__all__ = ["evaluate", "train"]

_STRENGTH = 0.2
_TEACHERS = ("partisan", "strong", "opinion")
_FILES = ("news.jsonl.gz", "semeval23_en.jsonl")


def _prepared(data: Path) -> tuple[Space, Taught, NDArray[np.bool_], NDArray[np.float64], tuple[str, ...]]:
    space = space_of(data)
    split, techniques, articles = annotated_sentences(data)
    labels = np.array([bool(names & LOADED_TECHNIQUES) for names in techniques])
    design = taught_design(with_extras(space, split), teachers(data, space), _TEACHERS)
    return space, design, labels, out_of_fold(design.matrix, labels, group_folds(articles), _STRENGTH), articles


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
    """Return figures cross-validated by article, with 95% intervals."""
    _, _, labels, held_out, articles = _prepared(data)
    return _figures(labels, held_out, articles)


def train(data: Path, output: Path) -> dict[str, Any]:
    """Train on all of the set, write the artifact ``loaded`` and return its manifest."""
    space, design, labels, held_out, articles = _prepared(data)
    manifest = {
        "data": dict(digests(data, _FILES)),
        "figures": figures_for_manifest(_figures(labels, held_out, articles)),
    }
    return store(output, "loaded", trained(space, design, labels, _STRENGTH, held_out), space, manifest)
