"""Training of sentences' policy frames: lexicon seeds label news sentences, a classifier learns from them.

There are few sentences with annotated frames (FrAC), so the lexicon labels: a news sentence whose hits clearly name
one frame is an example of it. The classifier then knows words that no curator listed. What the lexicon still finds
is added to it, and the annotated sentences set the balance and the probabilities.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.finding import POLICY_FRAMES
from framing.modelling.linear import Weights
from framing.modelling.sentence_features import EXTRAS, FRAME_EXTRAS, SentenceTokens, extra_features, split_sentences
from framing.modelling.training.calibration import platt
from framing.modelling.training.corpora import news, rows
from framing.modelling.training.intervals import Figure, bootstrap
from framing.modelling.training.space import Space, fold
from framing.modelling.training.weak import without_extras

__all__ = ["CLASSES", "sentence_figures", "train_sentences"]

CLASSES = {
    "economic": ("economic",),
    "morality": ("morality",),
    "fairness_and_equality": ("fairness_and_equality",),
    "legality_and_crime": ("legality_constitutionality_and_jurisprudence", "crime_and_punishment"),
    "political_and_policy": ("political", "policy_prescription_and_evaluation"),
    "security_and_defense": ("security_and_defense",),
    "health_and_safety": ("health_and_safety",),
    "cultural_identity": ("cultural_identity",),
    "public_opinion": ("public_opinion",),
}
"""FrAC's classes and the codebook's frames that each holds."""

_SAMPLE = 60_000
_CLEAR = 1.0
"""By how much a frame's hits must outweigh the next frame's for a news sentence to count as its example."""
_WITHOUT = 6_000
"""News sentences without any hit that stand for "none of these"."""
_STRENGTH = 0.05
_LEXICON, _LEARNED = 3.0, 0.5
"""Weights of the lexicon's hits and of the learned score in a frame's score."""


@dataclass(frozen=True, slots=True)
class Learned:
    """Classifiers of the fourteen frames over ``space.design``'s columns."""

    coefficients: NDArray[np.float64]
    intercepts: NDArray[np.float64]


def _learn(space: Space, data: Path) -> Learned:
    from sklearn.linear_model import LogisticRegression

    generator = np.random.default_rng(0)
    pool = [
        raw
        for report in news(data)
        for raw in report.raw
        if 8 <= len(raw) <= 60  # shorter ones are fragments, longer ones several sentences run together
    ]
    split = split_sentences([" ".join(pool[i]) for i in generator.permutation(len(pool))[:_SAMPLE]])
    lengths = np.sqrt([max(len(words), 1) for words in split.words])
    hits = extra_features(split)[:, FRAME_EXTRAS] * lengths[:, None]
    ranked = np.sort(hits, axis=1)
    clear = (ranked[:, -1] >= _CLEAR) & (ranked[:, -1] >= ranked[:, -2] + _CLEAR)
    without = np.flatnonzero(ranked[:, -1] == 0)[:_WITHOUT]
    chosen = np.concatenate([np.flatnonzero(clear), without])
    matrix = without_extras(space, [split.words[i] for i in chosen])
    best = hits.argmax(axis=1)[chosen]
    known = clear[chosen]
    coefficients = np.zeros((len(POLICY_FRAMES), matrix.shape[1]))
    intercepts = np.full(len(POLICY_FRAMES), -4.0)
    for number in range(len(POLICY_FRAMES)):
        labels = known & (best == number)
        if labels.sum() >= 10:  # fewer examples teach names of one affair, not a frame
            model = LogisticRegression(C=_STRENGTH, class_weight="balanced", max_iter=400).fit(matrix, labels)
            coefficients[number], intercepts[number] = model.coef_[0], model.intercept_[0]
    return Learned(coefficients, intercepts)


def _raw_scores(space: Space, learned: Learned, split: SentenceTokens) -> NDArray[np.float64]:
    """Return uncalibrated frame scores, of shape (n_sentences, 14)."""
    matrix = without_extras(space, split.words)
    hits = extra_features(split)[:, FRAME_EXTRAS]
    scores: NDArray[np.float64] = _LEARNED * (matrix @ learned.coefficients.T + learned.intercepts) + _LEXICON * hits
    return scores


def _annotated(data: Path) -> tuple[SentenceTokens, NDArray[np.str_]]:
    found = list(rows(data / "frac.jsonl"))
    return split_sentences([row["text"] for row in found]), np.array([row["frame"] for row in found])


def _class_scores(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.array([scores[:, [POLICY_FRAMES.index(f) for f in fs]].max(axis=1) for fs in CLASSES.values()]).T


def _said(scores: NDArray[np.float64], threshold: float) -> NDArray[np.str_]:
    """Return each sentence's class: that of its strongest frame, ``other`` where none reaches the threshold."""
    owner = {frame: name for name, frames in CLASSES.items() for frame in frames}
    best = scores.argmax(axis=1)
    return np.array(
        [
            owner.get(POLICY_FRAMES[number], "other") if score >= threshold else "other"
            for number, score in zip(best, scores.max(axis=1), strict=True)
        ]
    )


def _threshold(scores: NDArray[np.float64], truth: NDArray[np.str_]) -> float:
    """Return the score below which a sentence has none of the frames, by macro F1 of ten classes."""
    from sklearn.metrics import f1_score

    tried = np.quantile(scores.max(axis=1), np.linspace(0, 0.4, 21))
    figures = [f1_score(truth, _said(scores, t), average="macro", zero_division=0) for t in tried]
    # The middle of what is nearly best: the single best of 147 sentences is luck.
    good = tried[np.array(figures) >= max(figures) - 0.01]
    return float(good[len(good) // 2])


def _calibration(scores: NDArray[np.float64], truth: NDArray[np.str_]) -> tuple[float, float]:
    """Return one slope and shift for all frames: the chance that annotators chose a frame's class."""
    values = _class_scores(scores)
    labels = np.array([[name == given for name in CLASSES] for given in truth])
    return platt(values.ravel(), labels.ravel())


def sentence_figures(space: Space, data: Path) -> dict[str, Figure]:
    """Return macro F1 of nine classes and of ten with ``other``, with 95% intervals.

    The learned scores never saw the annotated sentences; the threshold is set on other folds.
    """
    from sklearn.metrics import f1_score
    from sklearn.model_selection import KFold

    split, truth = _annotated(data)
    scores = _raw_scores(space, _learn(space, data), split)
    said = np.empty_like(truth, dtype=object)
    for train_rows, test in KFold(5, shuffle=True, random_state=0).split(truth):
        said[test] = _said(scores[test], _threshold(scores[train_rows], truth[train_rows]))
    nine = np.array(list(CLASSES))[_class_scores(scores).argmax(axis=1)]
    known = truth != "other"
    macro = {"F1": lambda y, x: f1_score(y, x, average="macro", zero_division=0, labels=sorted(set(y)))}
    first = bootstrap(macro, truth[known], nine[known])
    second = bootstrap(macro, truth, said.astype(str))
    return {"sentence macro F1 of 9": first["F1"], "sentence macro F1 of 10": second["F1"]}


def train_sentences(space: Space, data: Path) -> tuple[Weights, dict[str, NDArray[Any]]]:
    """Return the sentence model's weights, summing to calibrated log-odds, and the threshold of ``other``."""
    learned = _learn(space, data)
    split, truth = _annotated(data)
    scores = _raw_scores(space, learned, split)
    slope, shift = _calibration(scores, truth)
    coefficients = slope * _LEARNED * learned.coefficients
    start = coefficients.shape[1] - len(EXTRAS)
    for number in range(len(POLICY_FRAMES)):
        coefficients[number, start + FRAME_EXTRAS.start + number] = slope * _LEXICON
    weights = fold(space, coefficients, slope * _LEARNED * learned.intercepts + shift)
    threshold = 1 / (1 + np.exp(-(slope * _threshold(scores, truth) + shift)))
    return weights, {"other_threshold": np.array([threshold])}
