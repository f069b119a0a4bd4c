"""Training of articles' policy frames (SemEval-2023 task 3), several at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from framing.finding import POLICY_FRAMES
from framing.modelling.article_features import frame_features
from framing.modelling.documents import count_words
from framing.modelling.linear import Linear, Weights, probabilities
from framing.modelling.sentence_features import EXTRAS, FRAME_EXTRAS, extra_features
from framing.modelling.training.calibration import platt
from framing.modelling.training.corpora import rows, sentences_of
from framing.modelling.training.intervals import Figure, bootstrap
from framing.modelling.training.space import Matrix, Space

__all__ = ["article_figures", "counts_matrix", "train_articles"]

Floats = NDArray[np.float64]
Rows = NDArray[np.int64]

_STRENGTH = 1.0
"""Inverse of the regularisation. In cross-validation 0.5 gave less: micro F1 0.684 for 0.691, macro 0.528 for 0.543
(docs/models/frames.md)."""
_FEATURES = 0.6
"""How strongly the lexicon's and the sentences' features speak beside the words."""
_OWN = 0.5
"""How far a frame's threshold goes from the common one to its own."""
_FOLDS = 10
"""Folds of cross-validation, by article."""


@dataclass(frozen=True, slots=True, eq=False)
class Articles:
    """Annotated articles: words, labels (n, 14), features (n, 14, 6) as scaled and what scaled them."""

    matrix: Matrix
    labels: NDArray[np.bool_]
    features: Floats
    means: Floats
    deviations: Floats


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


def _articles(space: Space, data: Path, sentence_weights: Weights) -> Articles:
    scorer = Linear(space.vocabulary, sentence_weights)
    marks = np.zeros((1, len(sentence_weights.extras) - len(EXTRAS)))
    texts: list[list[str]] = []
    labels: list[list[bool]] = []
    features: list[Floats] = []
    for row in rows(data / "semeval23_en.jsonl"):
        if not row["frames"]:
            continue
        given = {frame.lower() for frame in row["frames"]}
        labels.append([frame in given for frame in POLICY_FRAMES])
        split = sentences_of(row["text"])
        texts.append([word for words in split.words for word in words])
        extras = extra_features(split)
        lengths = np.array([max(len(words), 1) for words in split.words])
        encoded = space.vocabulary.encode(split.words)
        whole = np.hstack([extras, np.repeat(marks, len(extras), axis=0)])
        hits = extras[:, FRAME_EXTRAS] * np.sqrt(lengths)[:, None]
        features.append(frame_features(hits, probabilities(scorer.scores(encoded, whole)), len(texts[-1])))
    stacked = np.array(features)
    means, deviations = stacked.mean(axis=0), np.maximum(stacked.std(axis=0), 1e-6)
    matrix = sp.hstack(counts_matrix(space, texts)).tocsr()
    return Articles(matrix, np.array(labels), (stacked - means) / deviations * _FEATURES, means, deviations)


def _models(articles: Articles, chosen: Rows) -> list[Any]:
    from sklearn.linear_model import LogisticRegression

    models = []
    for number in range(len(POLICY_FRAMES)):
        whole = sp.hstack([articles.matrix, sp.csr_matrix(articles.features[:, number])]).tocsr()
        models.append(
            LogisticRegression(C=_STRENGTH, max_iter=1000).fit(whole[chosen], articles.labels[chosen, number])
        )
    return models


def _held_out(articles: Articles, seed: int = 0) -> Floats:
    """Return log-odds of articles that the models did not see."""
    from sklearn.model_selection import KFold

    scores = np.zeros(articles.labels.shape)
    for train, test in KFold(_FOLDS, shuffle=True, random_state=seed).split(articles.labels):
        for number, model in enumerate(_models(articles, train)):
            whole = sp.hstack([articles.matrix[test], sp.csr_matrix(articles.features[test, number])]).tocsr()
            scores[test, number] = model.decision_function(whole)
    return scores


def _thresholds(scores: Floats, labels: NDArray[np.bool_]) -> Floats:
    """Return the log-odds from which each frame is present: half way from one for all frames to its own.

    A threshold of its own for each frame overfits 300 articles, one for all of them never finds the rare frames.
    """
    from sklearn.metrics import f1_score

    chances = np.arange(0.1, 0.7, 0.02)
    tried = np.log(chances / (1 - chances))
    everywhere = tried[_peak([f1_score(labels, scores > t, average="micro") for t in tried])]
    own = [
        tried[_peak([f1_score(labels[:, k], scores[:, k] > t, zero_division=0) for t in tried])]
        for k in range(labels.shape[1])
    ]
    result: Floats = _OWN * np.array(own) + (1 - _OWN) * everywhere
    return result


def _peak(figures: list[float]) -> int:
    """Return where a smoothed curve is highest: the single best of 300 articles is luck."""
    smooth = np.convolve(np.pad(figures, 3, "edge"), np.ones(7) / 7, "valid")
    return int(np.argmax(smooth))


def article_figures(space: Space, data: Path, sentence_weights: Weights) -> dict[str, Figure]:
    """Return micro and macro F1 over articles, cross-validated, with 95% intervals."""
    from sklearn.metrics import f1_score
    from sklearn.model_selection import KFold

    articles = _articles(space, data, sentence_weights)
    labels, scores = articles.labels, _held_out(articles)
    said = np.zeros(labels.shape, dtype=bool)
    for train, test in KFold(_FOLDS, shuffle=True, random_state=1).split(labels):
        said[test] = scores[test] > _thresholds(scores[train], labels[train])
    return bootstrap(
        {
            "article micro F1": lambda y, x: f1_score(y, x, average="micro"),
            "article macro F1": lambda y, x: f1_score(y, x, average="macro", zero_division=0),
        },
        labels,
        said,
        draws=200,
    )


def train_articles(space: Space, data: Path, sentence_weights: Weights) -> dict[str, NDArray[Any]]:
    """Return the article model's arrays: weights of words and features, intercepts, thresholds as probabilities.

    Their shapes are (n_words, 14), (14, n_features), (14,) and (14,).
    """
    articles = _articles(space, data, sentence_weights)
    held_out = _held_out(articles)
    cuts = _thresholds(held_out, articles.labels)
    count = len(space.rarity)
    width = space.vectors.shape[1]
    words = np.zeros((count, len(POLICY_FRAMES)))
    features = np.zeros((len(POLICY_FRAMES), articles.features.shape[2]))
    intercepts = np.zeros(len(POLICY_FRAMES))
    thresholds = np.zeros(len(POLICY_FRAMES))
    for number, model in enumerate(_models(articles, np.arange(len(articles.labels)))):
        slope, shift = platt(held_out[:, number], articles.labels[:, number])
        own = slope * model.coef_[0]
        words[:, number] = space.rarity * (own[:count] + space.vectors @ own[count : count + width])
        features[number] = own[count + width :] * _FEATURES / articles.deviations[number]
        intercepts[number] = slope * float(model.intercept_[0]) + shift - features[number] @ articles.means[number]
        thresholds[number] = 1 / (1 + np.exp(-(slope * cuts[number] + shift)))
    return {
        "article_words": words.astype(np.float16),
        "article_features": features,
        "article_intercepts": intercepts,
        "article_thresholds": thresholds,
    }
