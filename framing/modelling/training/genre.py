"""Training of genre: reporting or opinion, labelled by the section in the article's URL."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from framing.expressions import expression
from framing.modelling.artifact import save_artifact
from framing.modelling.genre_features import STYLE, style_features
from framing.modelling.linear import probabilities
from framing.modelling.symmetric import symmetric_words
from framing.modelling.training.article_frames import counts_matrix
from framing.modelling.training.calibration import reliability
from framing.modelling.training.corpora import Report, digests, news
from framing.modelling.training.folds import group_folds
from framing.modelling.training.intervals import Figure, bootstrap, figures_for_manifest
from framing.modelling.training.space import Matrix, Space, space_of
from framing.modelling.training.weak import section
from framing.segmenting.words import find_tokens

__all__ = ["evaluate", "train"]

Classifier = Any
"""A fitted scikit-learn classifier; scikit-learn ships no types."""

_STRENGTH = 3.0
"""Inverse of the regularisation. Set by hand."""
_TITLE, _STYLE = 0.5, 0.1
"""How strongly the headline's words, and the style, speak beside the text's words."""
_SURNAME = expression(r"[A-Z'’.&-]{3,}(?: [A-Z'’.&-]+){0,2}: ")
"""A columnist's name in capitals before the headline."""
_PRIOR = -0.4
"""Log-odds of opinion beforehand. Sections of the sample hold one opinion piece in nine articles, other mixtures more;
at two in five the macro F1 is within 0.02 of the best threshold for any share from a ninth to a half."""
_MARKED = ("opinion", "commentary", "editorial", "op-ed")


@dataclass(frozen=True, slots=True)
class Labelled:
    """Articles with the genre that their URL's section gives."""

    reports: tuple[Report, ...]
    labels: NDArray[np.bool_]
    usable: NDArray[np.bool_]


def _labelled(data: Path) -> Labelled:
    sections = [(report, section(report.url)) for report in news(data)]
    reports = tuple(report for report, name in sections if name is not None)
    labels = np.array([name == "opinion" for _, name in sections if name is not None])
    # Some outlets file columns under /news/ and say so in the headline: wrong labels to learn from.
    marked = np.array(
        [report.title.lower().startswith(_MARKED) or bool(_SURNAME.match(report.title)) for report in reports]
    )
    return Labelled(reports, labels, ~(marked & ~labels))


def _design(space: Space, reports: Sequence[Report]) -> tuple[Matrix, NDArray[np.float64], NDArray[np.float64]]:
    titles = [symmetric_words(find_tokens(report.title).texts, (0,)) for report in reports]
    texts = [[word for sentence in report.sentences for word in sentence] for report in reports]
    style = np.array(
        [
            style_features(report.sentences, [w for s in report.raw[:3] for w in s][:20], title)
            for report, title in zip(reports, titles, strict=True)
        ]
    )
    means, deviations = style.mean(axis=0), np.maximum(style.std(axis=0), 1e-6)
    words, vectors = counts_matrix(space, texts)
    title_words, title_vectors = counts_matrix(space, titles)
    parts = [words, vectors, title_words * _TITLE, title_vectors * _TITLE]
    parts.append(sp.csr_matrix(np.clip((style - means) / deviations, -4, 4) * _STYLE))
    return sp.hstack(parts).tocsr(), means, deviations


def _model(matrix: Matrix, labels: NDArray[np.bool_]) -> Classifier:
    from sklearn.linear_model import LogisticRegression

    return LogisticRegression(C=_STRENGTH, class_weight="balanced", max_iter=3000).fit(matrix, labels)


def _held_out(matrix: Matrix, articles: Labelled) -> NDArray[np.float64]:
    scores = np.zeros(len(articles.labels))
    for train_rows, test in group_folds([report.outlet for report in articles.reports], 10):
        kept = train_rows[articles.usable[train_rows]]
        scores[test] = _model(matrix[kept], articles.labels[kept]).decision_function(matrix[test])
    return scores


def _figures(articles: Labelled, held_out: NDArray[np.float64]) -> dict[str, Figure]:
    from sklearn.metrics import f1_score, roc_auc_score

    labels, scores = articles.labels[articles.usable], held_out[articles.usable]
    slope, shift = _balanced_platt(scores, labels)
    said = slope * scores + shift > 0
    # The share of opinion in the sample is an accident of sections; half and half is told beside it.
    generator = np.random.default_rng(0)
    rare = np.flatnonzero(labels)
    even = np.concatenate([rare, generator.permutation(np.flatnonzero(~labels))[: len(rare)]])
    measures = {"macro F1": lambda y, x, _: f1_score(y, x, average="macro"), "AUC": lambda y, _, s: roc_auc_score(y, s)}
    whole = bootstrap(measures, labels, said, scores)
    half = bootstrap(measures, labels[even], said[even], scores[even])
    return whole | {f"{name}, half opinion": figure for name, figure in half.items()}


def evaluate(data: Path) -> dict[str, Figure]:
    """Return figures cross-validated by outlet, with 95% intervals."""
    articles = _labelled(data)
    matrix, _, _ = _design(space_of(data), articles.reports)
    return _figures(articles, _held_out(matrix, articles))


def train(data: Path, output: Path) -> dict[str, Any]:
    """Train on all labelled articles, write the artifact ``genre`` and return its manifest."""
    space = space_of(data)
    articles = _labelled(data)
    matrix, means, deviations = _design(space, articles.reports)
    held_out = _held_out(matrix, articles)
    slope, shift = _balanced_platt(held_out[articles.usable], articles.labels[articles.usable])
    model = _model(matrix[articles.usable], articles.labels[articles.usable])
    coefficients = model.coef_[0] * slope
    count, width = len(space.rarity), space.vectors.shape[1]
    edges = np.cumsum([0, count, width, count, width, len(STYLE)])
    words, vectors, title, title_vectors, style = (coefficients[start:end] for start, end in pairwise(edges))
    scaled = space.rarity[:, None] * space.vectors
    arrays = {
        "words": (words * space.rarity + scaled @ vectors).astype(np.float16),
        "title_words": ((title * space.rarity + scaled @ title_vectors) * _TITLE).astype(np.float16),
        "rarity": space.rarity.astype(np.float32),
        "style": style * _STYLE,
        "style_means": means,
        "style_deviations": deviations,
        "intercept": np.array([slope * float(model.intercept_[0]) + shift]),
    }
    chance = probabilities(slope * held_out + shift)
    manifest = {
        "version": "2026.1",
        "vocabulary": space.vocabulary.sha256,
        "data": dict(digests(data, ("news.jsonl.gz",))),
        "style": list(STYLE),
        "figures": figures_for_manifest(_figures(articles, held_out)),
        "reliability": [list(c) for c in reliability(chance[articles.usable], articles.labels[articles.usable])],
    }
    return save_artifact(output, "genre", arrays, manifest)


def _balanced_platt(scores: NDArray[np.float64], labels: NDArray[np.bool_]) -> tuple[float, float]:
    """Return slope and shift for ``_PRIOR``: the share of opinion among the texts of strangers is not known."""
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=1e6, class_weight="balanced", max_iter=1000).fit(scores[:, None], labels)
    return float(model.coef_[0, 0]), float(model.intercept_[0]) + _PRIOR
