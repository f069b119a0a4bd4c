"""Training of sentences' policy frames: lexicon seeds label news sentences, a classifier learns from them.

There are few sentences with annotated frames (FrAC), so the lexicon labels: a news sentence whose hits clearly name
one frame is an example of it. The classifier then knows words that no curator listed. What the lexicon still finds
is added to it, and the annotated sentences set the balance and the probabilities.
"""

import warnings
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.finding import POLICY_FRAMES
from framing.modelling.linear import Weights
from framing.modelling.sentence_features import EXTRAS, FRAME_EXTRAS, extra_features, split_sentences
from framing.modelling.sentences import feature_count
from framing.modelling.training.calibration import platt
from framing.modelling.training.conditional_logit import ConditionalLogit, fit_conditional_logit
from framing.modelling.training.corpora import news, rows
from framing.modelling.training.intervals import Figure, bootstrap
from framing.modelling.training.marked import KINDS
from framing.modelling.training.space import Matrix, Space, fold
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
"""News sentences, drawn at random, of which those with a clear frame are examples. Set by hand."""
_CLEAR = 1.0
"""By how much a frame's hits must outweigh the next frame's for a news sentence to count as its example."""
_WITHOUT = 6_000
"""News sentences without any hit that stand for "none of these"."""
_STRENGTH = 0.05
"""Inverse of the regularisation of the classifiers of news sentences. Set by hand: strong, because the lexicon made
their labels and its own words would fit them perfectly."""
_SUPERVISED = 0.2
"""Inverse of the regularisation of the classifiers of annotated sentences. Between 0.1 and 0.5 of a trial
(docs/models/frames.md)."""
_UNSEEN = -3.0
"""Intercept of a class without an example among the training sentences."""
_NOT_ANNOTATED = 1.0
"""By how much frames that the annotated set does not know are less likely than its average frame."""
_NONE = 0.4
"""Utility from which a frame is likelier than none."""

Floats = NDArray[np.float64]
Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Learned:
    """Classifiers of the fourteen frames over ``space.design``'s columns."""

    coefficients: NDArray[np.float64]
    intercepts: NDArray[np.float64]


@lru_cache(maxsize=1)
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


@dataclass(frozen=True, slots=True)
class Parts:
    """Annotated sentences' scores of one kind each.

    Attributes:
        learned: Of shape (n, 14): the classifiers that the lexicon taught.
        hits: Of shape (n, 14): the lexicon's hits.
        vectors: Of shape (n, 200): means of word vectors, for classifiers of the annotated sentences themselves.
        classes: Of shape (n,): the annotated class; the number of classes for ``other``.
    """

    learned: Floats
    hits: Floats
    vectors: Floats
    classes: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Judge:
    """What a score of a frame is made of, all linear: see ``frame_scores``."""

    logit: ConditionalLogit
    coefficients: Floats
    intercepts: Floats


def _parts(space: Space, data: Path, learned: Learned) -> Parts:
    sentences = list(rows(data / "frac.jsonl"))
    split = split_sentences([row["text"] for row in sentences])
    matrix = without_extras(space, split.words)
    known = list(CLASSES)
    return Parts(
        matrix @ learned.coefficients.T + learned.intercepts,
        extra_features(split)[:, FRAME_EXTRAS],
        _vectors(space, matrix),
        np.array([known.index(row["frame"]) if row["frame"] in CLASSES else len(known) for row in sentences]),
    )


def _vectors(space: Space, matrix: Matrix) -> Floats:
    start = _vectors_start(space)
    result: Floats = matrix[:, start : start + space.vectors.shape[1]].toarray()
    return result


def _vectors_start(space: Space) -> int:
    return len(space.vocabulary.words) + len(space.vocabulary.pieces)


def _supervised(parts: Parts, chosen: Rows) -> tuple[Floats, Floats]:
    """Return coefficients and intercepts of classifiers of the nine classes, from annotated sentences."""
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=_SUPERVISED, class_weight="balanced", max_iter=1000)
    model.fit(parts.vectors[chosen], parts.classes[chosen])
    coefficients = np.zeros((len(CLASSES), parts.vectors.shape[1]))
    intercepts = np.full(len(CLASSES), _UNSEEN)
    for place, number in enumerate(model.classes_.tolist()):
        if number < len(CLASSES):
            coefficients[number], intercepts[number] = model.coef_[place], model.intercept_[place]
    return coefficients, intercepts


def _judge(parts: Parts, chosen: Rows) -> Judge:
    """Return the judge that the chosen annotated sentences give."""
    from sklearn.model_selection import StratifiedKFold

    supervised = np.zeros((len(parts.classes), len(CLASSES)))
    with warnings.catch_warnings():
        # Morality has three examples: fewer than folds, which scikit-learn warns of and which is known here.
        warnings.simplefilter("ignore", UserWarning)
        folds = list(StratifiedKFold(5, shuffle=True, random_state=9).split(chosen, parts.classes[chosen]))
    for inner, left_out in folds:
        coefficients, intercepts = _supervised(parts, chosen[inner])
        supervised[chosen[left_out]] = parts.vectors[chosen[left_out]] @ coefficients.T + intercepts
    scores = np.stack([_class_scores(parts.learned), _class_scores(parts.hits), supervised], axis=2)
    logit = fit_conditional_logit(scores[chosen], parts.classes[chosen])
    return Judge(logit, *_supervised(parts, chosen))


def _frame_terms(judge: Judge) -> tuple[Floats, Floats]:
    """Return for each of the fourteen frames vector coefficients and intercept, all but learned scores and hits."""
    owner = {frame: number for number, frames in enumerate(CLASSES.values()) for frame in frames}
    weight = judge.logit.weights[2]
    base = judge.logit.intercepts[:-1] - judge.logit.intercepts[-1] + weight * judge.intercepts
    # Frames that the set does not annotate share no classifier; they are a little less likely than the average one.
    coefficients = np.zeros((len(POLICY_FRAMES), judge.coefficients.shape[1]))
    intercepts = np.full(len(POLICY_FRAMES), base.mean() - _NOT_ANNOTATED)
    for number, frame in enumerate(POLICY_FRAMES):
        if frame in owner:
            coefficients[number] = weight * judge.coefficients[owner[frame]]
            intercepts[number] = base[owner[frame]]
    return coefficients, intercepts


def _frame_scores(parts: Parts, judge: Judge) -> Floats:
    """Return frames' utilities above none, of shape (n, 14)."""
    coefficients, intercepts = _frame_terms(judge)
    scores: Floats = (
        judge.logit.weights[0] * parts.learned
        + judge.logit.weights[1] * parts.hits
        + parts.vectors @ coefficients.T
        + intercepts
    )
    return scores


def _class_scores(scores: Floats) -> Floats:
    return np.array([scores[:, [POLICY_FRAMES.index(f) for f in fs]].max(axis=1) for fs in CLASSES.values()]).T


def _said(scores: Floats, threshold: float) -> NDArray[np.int64]:
    """Return the class of each sentence's strongest frame, the number of classes where none reaches the threshold."""
    owner = {frame: number for number, frames in enumerate(CLASSES.values()) for frame in frames}
    classes = [owner.get(POLICY_FRAMES[number], len(CLASSES)) for number in scores.argmax(axis=1).tolist()]
    return np.where(scores.max(axis=1) >= threshold, classes, len(CLASSES))


def _held_out(parts: Parts, seed: int = 0) -> Floats:
    from sklearn.model_selection import KFold

    scores = np.zeros((len(parts.classes), len(POLICY_FRAMES)))
    for train_rows, test in KFold(10, shuffle=True, random_state=seed).split(parts.classes):
        judge = _judge(parts, train_rows)
        scores[test] = _frame_scores(parts, judge)[test]
    return scores


def sentence_figures(space: Space, data: Path) -> dict[str, Figure]:
    """Return macro F1 of nine classes and of ten with ``other``, cross-validated, with 95% intervals."""
    from sklearn.metrics import f1_score

    parts = _parts(space, data, _learn(space, data))
    scores = _held_out(parts)
    known = parts.classes < len(CLASSES)
    macro = {"F1": lambda y, x: f1_score(y, x, average="macro", zero_division=0, labels=sorted(set(y)))}
    nine = bootstrap(macro, parts.classes[known], _class_scores(scores).argmax(axis=1)[known])
    ten = bootstrap(macro, parts.classes, _said(scores, _NONE))
    return {"sentence macro F1 of 9": nine["F1"], "sentence macro F1 of 10": ten["F1"]}


def train_sentences(space: Space, data: Path) -> tuple[Weights, dict[str, NDArray[Any]]]:
    """Return the sentence model's weights, summing to calibrated log-odds, and the threshold of ``other`` (1,)."""
    learned = _learn(space, data)
    parts = _parts(space, data, learned)
    held_out = _class_scores(_held_out(parts))
    # One slope and shift for all frames: the chance that annotators chose a frame's class.
    labels = parts.classes[:, None] == np.arange(len(CLASSES))
    slope, shift = platt(held_out.ravel(), labels.ravel())
    judge = _judge(parts, np.arange(len(parts.classes)))
    vector_coefficients, terms = _frame_terms(judge)
    width = feature_count(len(KINDS)) - len(EXTRAS)
    # Words' marks say nothing of frames: their weights are zero.
    coefficients = np.hstack([judge.logit.weights[0] * learned.coefficients, np.zeros((len(POLICY_FRAMES), width))])
    start = _vectors_start(space)
    coefficients[:, start : start + space.vectors.shape[1]] += vector_coefficients
    first_extra = coefficients.shape[1] - feature_count(len(KINDS)) + FRAME_EXTRAS.start
    for number in range(len(POLICY_FRAMES)):
        coefficients[number, first_extra + number] = judge.logit.weights[1]
    intercepts = judge.logit.weights[0] * learned.intercepts + terms
    weights = fold(space, slope * coefficients, slope * intercepts + shift)
    threshold = 1 / (1 + np.exp(-(slope * _NONE + shift)))
    return weights, {"other_threshold": np.array([threshold])}
