"""Training of the slant model: how likely a reader of the article calls a sentence slanted.

Few articles were read, so the model has few parameters and each article's own figures come from a model of the
articles of other outlets.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from framing.evaluation.read_articles import ReadArticle, read_articles
from framing.finding import LEAST_SLANT
from framing.modelling.artifact import save_artifact
from framing.modelling.own_sentences import OwnScores, own_scores
from framing.modelling.training.calibration import expected_calibration_error
from framing.modelling.training.corpora import digests
from framing.modelling.training.folds import group_folds
from framing.resources import gold_folder
from framing.scoring.slant import ENCODED, FEATURES, Fitted, chances, features, means

__all__ = ["OUTLET_FOLDS", "articles_of", "held_out", "least_shown", "own_scores_of", "train"]

VERSION = "2026.2"
OUTLET_FOLDS = 10
"""Parts of the outlets, each judged by a model of the others."""
_STRENGTH = 0.05
"""Inverse of the penalty: of 0.05 to 1 the average precision hardly differs."""
_ARGUABLE = 0.5
"""What an arguable sentence counts: one reader sees a lean, the next may not."""

_SHOWN_ENCODED = LEAST_SLANT
"""With the encoder, the probability from which a sentence is shown."""

Floats = NDArray[np.float64]


def least_shown(encoded: Path | None) -> float:
    """Return the probability from which a sentence is shown, with the encoder where there is something of it."""
    return LEAST_SLANT if encoded is None else _SHOWN_ENCODED


def _fit(articles: Sequence[ReadArticle], owned: Sequence[OwnScores]) -> Fitted:
    typical: Floats = np.nanmean([means(own) for own in owned], axis=0)
    unbounded = np.full(len(typical), np.inf)
    of_article = [FEATURES.index(f"{name} article") for name in ("bias of the", "listed in the", "person in the")]
    highest: Floats = np.max([features(own, typical, unbounded)[0, of_article] for own in owned], axis=0)
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
    return Fitted(typical, highest, coefficients, float(model.intercept_[0] - coefficients @ means_of))


def own_scores_of(article: ReadArticle) -> OwnScores:
    """Return what an article's own words say."""
    analysis = article.analysis
    return own_scores(analysis.article, analysis.voices, analysis.loaded_terms, article.scored, article.encoded)


def articles_of(data: Path, encoded: Path | None) -> tuple[ReadArticle, ...]:
    """Return the articles that the models learn from.

    Args:
        data: Folder with the news sample.
        encoded: What encoders that had not read the labels say of them; without, the encoder is not asked.
    """
    return read_articles(data, encoder=encoded is not None, held_out=encoded)


def held_out(data: Path, encoded: Path | None = None) -> list[Floats]:
    """Return for each article the probabilities of its judged sentences, from a model of other outlets' articles.

    Each array is of shape (n_judged,), 0 to 1.

    Args:
        data: Folder with the news sample.
        encoded: As for ``articles_of``.
    """
    articles = articles_of(data, encoded)
    owned = [own_scores_of(article) for article in articles]
    by_article: dict[int, Floats] = {}
    for train, test in group_folds([article.outlet for article in articles], OUTLET_FOLDS):
        fitted = _fit([articles[k] for k in train], [owned[k] for k in train])
        for number in test.tolist():
            likely = np.where(owned[number].read, chances(owned[number], fitted), 0.0)
            by_article[number] = likely[articles[number].rows]
    return [by_article[number] for number in range(len(articles))]


def train(data: Path, output: Path, encoded: Path | None = None) -> dict[str, Any]:
    """Train on all articles, write the artifact ``slant`` and return its manifest.

    Args:
        data: Folder with the news sample.
        output: Folder of the artifact.
        encoded: As for ``articles_of``.
    """
    articles = articles_of(data, encoded)
    owned = [own_scores_of(article) for article in articles]
    fitted = _fit(articles, owned)
    slanted = np.concatenate([article.grades for article in articles]) == 2
    likely = np.concatenate(held_out(data, encoded))
    manifest = {
        "version": VERSION,
        "data": {**digests(data, ("news.jsonl.gz",)), **digests(gold_folder(), ("articles.jsonl",))},
        "features": list(FEATURES if encoded is None else ENCODED),
        "thresholds": {"shown": least_shown(encoded)},
        "articles": len(articles),
        "sentences": len(slanted),
        "calibration error, clear": round(expected_calibration_error(likely, slanted), 3),
    }
    arrays = {
        "typical": fitted.typical,
        "highest": fitted.highest,
        "coefficients": fitted.coefficients,
        "intercept": np.array([fitted.intercept]),
    }
    return save_artifact(output, "slant", arrays, manifest)
