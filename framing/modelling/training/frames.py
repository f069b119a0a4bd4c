"""Training of policy frames: of articles (SemEval-2023 task 3), and of sentences through lexicon seeds and FrAC."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray  # noqa: TC002

from framing.finding import POLICY_FRAMES
from framing.modelling.training.article_frames import article_figures, train_articles
from framing.modelling.training.corpora import digests
from framing.modelling.training.intervals import Figure, figures_for_manifest
from framing.modelling.training.sentence_frames import sentence_figures, train_sentences
from framing.modelling.training.space import space_of
from framing.modelling.training.stored import store

__all__ = ["evaluate", "train"]

_FILES = ("frac.jsonl", "news.jsonl.gz", "semeval23_en.jsonl")


def evaluate(data: Path) -> dict[str, Figure]:
    """Return figures of articles and of sentences, cross-validated, with 95% intervals."""
    space = space_of(data)
    sentence_weights, _ = train_sentences(space, data)
    return article_figures(space, data, sentence_weights) | sentence_figures(space, data)


def train(data: Path, output: Path) -> dict[str, Any]:
    """Train on all of the sets, write the artifact ``frames`` and return its manifest."""
    space = space_of(data)
    weights, sentence_arrays = train_sentences(space, data)
    articles: dict[str, NDArray[Any]] = train_articles(space, data, weights)
    figures = article_figures(space, data, weights) | sentence_figures(space, data)
    manifest = {
        "data": dict(digests(data, _FILES)),
        "outputs": list(POLICY_FRAMES),
        "figures": figures_for_manifest(figures),
    }
    arrays = {"rarity": space.rarity.astype(np.float32), **articles, **sentence_arrays}
    return store(output, "frames", weights, space, manifest, **arrays)
