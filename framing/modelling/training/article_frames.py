"""Training of articles' policy frames (SemEval-2023 task 3), several at once."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from framing.finding import POLICY_FRAMES
from framing.modelling.documents import count_words
from framing.modelling.training.calibration import platt
from framing.modelling.training.corpora import rows, sentences_of
from framing.modelling.training.intervals import Figure, bootstrap
from framing.modelling.training.space import Matrix, Space

__all__ = ["article_figures", "counts_matrix", "train_articles"]

_STRENGTH = 5.0
_FOLDS = 10


def counts_matrix(space: Space, texts: Sequence[Sequence[str]]) -> tuple[Matrix, Matrix]:
    """Return normalised word counts times rarity, and the same counts in word vectors, both sparse."""
    lines: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    for place, words in enumerate(texts):
        counts = count_words(space.vocabulary, words, space.rarity)
        lines += [place] * len(counts.numbers)
        columns += counts.numbers.tolist()
        values += counts.values.tolist()
    matrix = sp.csr_matrix((values, (lines, columns)), shape=(len(texts), len(space.rarity)))
    return matrix @ sp.diags(space.rarity), sp.csr_matrix(matrix @ (space.rarity[:, None] * space.vectors))


def _articles(space: Space, data: Path) -> tuple[Matrix, NDArray[np.bool_]]:
    texts = []
    labels = []
    for row in rows(data / "semeval23_en.jsonl"):
        if row["frames"]:
            given = {frame.lower() for frame in row["frames"]}
            labels.append([frame in given for frame in POLICY_FRAMES])
            texts.append([word for words in sentences_of(row["text"]).words for word in words])
    return sp.hstack(counts_matrix(space, texts)).tocsr(), np.array(labels)


def _models(matrix: Matrix, labels: NDArray[np.bool_]) -> list[Any]:
    from sklearn.linear_model import LogisticRegression

    return [
        LogisticRegression(C=_STRENGTH, class_weight="balanced", max_iter=1000).fit(matrix, labels[:, k])
        for k in range(labels.shape[1])
    ]


def _held_out(matrix: Matrix, labels: NDArray[np.bool_]) -> NDArray[np.float64]:
    from sklearn.model_selection import KFold

    scores = np.zeros(labels.shape)
    for train, test in KFold(_FOLDS, shuffle=True, random_state=0).split(labels):
        for number, model in enumerate(_models(matrix[train], labels[train])):
            scores[test, number] = model.decision_function(matrix[test])
    return scores


def _threshold(scores: NDArray[np.float64], labels: NDArray[np.bool_]) -> float:
    """Return the one score from which a frame is present, by micro F1; frames of their own overfit 300 articles."""
    from sklearn.metrics import f1_score

    tried = np.linspace(-1.5, 0.5, 41)
    figures = [f1_score(labels, scores > threshold, average="micro") for threshold in tried]
    good = tried[np.array(figures) >= max(figures) - 0.003]
    return float(good[len(good) // 2])


def article_figures(space: Space, data: Path) -> dict[str, Figure]:
    """Return micro and macro F1 over articles, cross-validated, with 95% intervals."""
    from sklearn.metrics import f1_score
    from sklearn.model_selection import KFold

    matrix, labels = _articles(space, data)
    scores = _held_out(matrix, labels)
    said = np.zeros(labels.shape, dtype=bool)
    for train, test in KFold(_FOLDS, shuffle=True, random_state=1).split(labels):
        said[test] = scores[test] > _threshold(scores[train], labels[train])
    return bootstrap(
        {
            "article micro F1": lambda y, x: f1_score(y, x, average="micro"),
            "article macro F1": lambda y, x: f1_score(y, x, average="macro", zero_division=0),
        },
        labels,
        said,
        draws=200,
    )


def train_articles(space: Space, data: Path) -> dict[str, NDArray[Any]]:
    """Return the article model's arrays: word weights, intercepts, thresholds as probabilities."""
    matrix, labels = _articles(space, data)
    held_out = _held_out(matrix, labels)
    threshold = _threshold(held_out, labels)
    count = len(space.rarity)
    words = np.zeros((count, len(POLICY_FRAMES)))
    intercepts = np.zeros(len(POLICY_FRAMES))
    thresholds = np.zeros(len(POLICY_FRAMES))
    for number, model in enumerate(_models(matrix, labels)):
        slope, shift = platt(held_out[:, number], labels[:, number])
        single, vector = model.coef_[0, :count], model.coef_[0, count:]
        words[:, number] = slope * space.rarity * (single + space.vectors @ vector)
        intercepts[number] = slope * float(model.intercept_[0]) + shift
        thresholds[number] = 1 / (1 + np.exp(-(slope * threshold + shift)))
    return {
        "article_words": words.astype(np.float16),
        "article_intercepts": intercepts,
        "article_thresholds": thresholds,
    }
