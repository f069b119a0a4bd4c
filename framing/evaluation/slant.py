"""Training of the slant model: how likely a reader of the article calls a sentence slanted.

A few weights over what the sentence models say of the outlet's own words, learned from articles that blind readers
marked; every figure comes from a model that saw no sentence of the article.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from framing.evaluation.read_articles import ReadArticle, read_articles
from framing.modelling.artifact import save_artifact
from framing.modelling.linear import probabilities
from framing.modelling.training.calibration import expected_calibration_error
from framing.modelling.training.corpora import digests
from framing.resources import gold_folder
from framing.scoring.slant import FEATURES, OwnScores, features, own_scores

__all__ = ["held_out", "train"]

VERSION = "2026.1"
_STRENGTH = 0.1
"""Inverse of the penalty: of 0.05 to 1 the average precision hardly differs."""
_ARGUABLE = 0.5
"""What an arguable sentence counts: one reader sees a lean, the next may not."""

Floats = NDArray[np.float64]


class _Fitted(NamedTuple):
    typical: float
    highest: float
    coefficients: Floats
    intercept: float

    def chances(self, own: OwnScores, rows: NDArray[np.int64]) -> Floats:
        total = features(own, self.typical, self.highest) @ self.coefficients + self.intercept
        return probabilities(total)[rows]


def _fit(articles: Sequence[ReadArticle], owned: Sequence[OwnScores]) -> _Fitted:
    means = [own.scores[own.read & own.spoken, 0].mean() for own in owned if (own.read & own.spoken).any()]
    typical = float(np.mean(means))
    highest = max(float(features(own, typical, np.inf)[0, 3]) for own in owned)
    rows = np.vstack([features(own, typical, highest)[a.rows] for a, own in zip(articles, owned, strict=True)])
    share = np.concatenate([np.array([0.0, _ARGUABLE, 1.0])[article.grades] for article in articles])
    means_of, deviations = rows.mean(axis=0), rows.std(axis=0)
    scaled = (rows - means_of) / deviations
    # A sentence that is slanted for half of the readers stands once on either side, with half the weight.
    model = LogisticRegression(C=_STRENGTH, max_iter=2000).fit(
        np.vstack([scaled, scaled]),
        np.repeat([1, 0], len(rows)),
        sample_weight=np.concatenate([share, 1 - share]),
    )
    coefficients = model.coef_[0] / deviations
    return _Fitted(typical, highest, coefficients, float(model.intercept_[0] - coefficients @ means_of))


def _owned(article: ReadArticle) -> OwnScores:
    analysis = article.analysis
    return own_scores(analysis.article, analysis.voices, analysis.loaded_terms, article.scored)


def held_out(data: Path) -> list[Floats]:
    """Return for each article the probabilities of its judged sentences, from a model of the other articles."""
    articles = read_articles(data)
    owned = [_owned(article) for article in articles]
    by_fold: list[Floats] = []
    for number, article in enumerate(articles):
        others = [k for k in range(len(articles)) if k != number]
        fitted = _fit([articles[k] for k in others], [owned[k] for k in others])
        chances = fitted.chances(owned[number], article.rows)
        chances[~owned[number].read[article.rows]] = 0.0
        by_fold.append(chances)
    return by_fold


def train(data: Path, output: Path) -> dict[str, Any]:
    """Train on all articles, write the artifact ``slant`` and return its manifest."""
    articles = read_articles(data)
    owned = [_owned(article) for article in articles]
    fitted = _fit(articles, owned)
    slanted = np.concatenate([article.grades for article in articles]) == 2
    chances = np.concatenate(held_out(data))
    manifest = {
        "version": VERSION,
        "data": {**digests(data, ("news.jsonl.gz",)), **digests(gold_folder(), ("articles.jsonl",))},
        "features": list(FEATURES),
        "articles": len(articles),
        "sentences": len(slanted),
        "calibration error, clear": round(expected_calibration_error(chances, slanted), 3),
    }
    arrays = {
        "typical": np.array([fitted.typical]),
        "highest": np.array([fitted.highest]),
        "coefficients": fitted.coefficients,
        "intercept": np.array([fitted.intercept]),
    }
    return save_artifact(output, "slant", arrays, manifest)
