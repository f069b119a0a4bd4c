"""Training of the model of judging words, from the words that blind readers marked in whole articles."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from framing.evaluation.read_articles import ReadArticle
from framing.evaluation.slant import OUTLET_FOLDS, articles_of, held_out
from framing.finding import LoadedTerm
from framing.modelling.artifact import joined, save_artifact
from framing.modelling.judging_model import Fitted, Thresholds
from framing.modelling.linear import probabilities
from framing.modelling.own_words import ENCODED, FEATURES, OwnWords, own_words
from framing.modelling.training.corpora import digests
from framing.modelling.training.folds import group_folds
from framing.modelling.training.stem_rates import StemRates
from framing.resources import gold_folder
from framing.scoring.judging_words import with_proposed

__all__ = ["held_out_terms", "train"]

VERSION = "2026.3"
_STRENGTH = 0.1
"""Strength of the fit (the inverse of its penalty); set by hand."""
_FOLDS = 4
"""Parts of the outlets, each with marks expected by a model of the others."""

_THRESHOLDS_ENCODED = Thresholds()
"""With the encoder, the probabilities from which words count."""

Floats = NDArray[np.float64]


def _thresholds(encoded: Path | None) -> Thresholds:
    return Thresholds() if encoded is None else _THRESHOLDS_ENCODED


def _prepared(data: Path, encoded: Path | None) -> list[OwnWords]:
    """Return the articles' own words, with slant from models of the other articles."""
    prepared: list[OwnWords] = []
    for article, chances in zip(articles_of(data, encoded), held_out(data, encoded), strict=True):
        analysis = article.analysis
        slant: list[float | None] = [None] * len(analysis.article.sentences)
        for row, chance in zip(article.rows.tolist(), chances.tolist(), strict=True):
            slant[row] = chance
        prepared.append(
            own_words(
                analysis.article,
                analysis.voices,
                slant,
                analysis.loaded_terms,
                analysis.subjective_words,
                article.scored,
                article.encoded,
            )
        )
    return prepared


def _logistic(rows: Floats, marked: NDArray[np.bool_]) -> tuple[Floats, float]:
    means, deviations = rows.mean(axis=0), rows.std(axis=0)
    model = LogisticRegression(C=_STRENGTH, max_iter=2000).fit((rows - means) / deviations, marked)
    coefficients = model.coef_[0] / deviations
    return coefficients, float(model.intercept_[0] - coefficients @ means)


def _fit(articles: Sequence[ReadArticle], words: Sequence[OwnWords], least: Thresholds) -> Fitted:
    """Fit on articles: first what is expected of a word by its features, then with what its stem had beyond."""
    rows = np.vstack([own.rows for own in words])
    marked = np.concatenate(
        [
            [any(a < end and start < b for a, b in article.words) for start, end in own.places_in_text()]
            for article, own in zip(articles, words, strict=True)
        ]
    ).astype(bool)
    stems = [stem for own in words for stem in own.stems]
    outlets = [article.outlet for article, own in zip(articles, words, strict=True) for _ in own.stems]
    expected = np.zeros(len(rows))
    for train, test in group_folds(outlets, _FOLDS):
        coefficients, intercept = _logistic(rows[train], marked[train])
        expected[test] = probabilities(rows[test] @ coefficients + intercept)
    rates = StemRates(stems, outlets, marked, expected)
    coefficients, intercept = _logistic(np.column_stack([rows, rates.of_others()]), marked)
    return Fitted(coefficients[:-1], intercept, rates.added(float(coefficients[-1])), least)


def held_out_terms(data: Path, encoded: Path | None = None) -> list[tuple[LoadedTerm, ...]]:
    """Return each article's loaded terms, those of the model from one of other outlets' articles.

    Args:
        data: Folder with the news sample.
        encoded: As for ``framing.evaluation.slant.articles_of``.
    """
    articles, words, least = articles_of(data, encoded), _prepared(data, encoded), _thresholds(encoded)
    fitted: dict[int, Fitted] = {}
    for train, test in group_folds([article.outlet for article in articles], OUTLET_FOLDS):
        others = _fit([articles[k] for k in train], [words[k] for k in train], least)
        fitted.update(dict.fromkeys(test.tolist(), others))
    terms_by_article: list[tuple[LoadedTerm, ...]] = []
    for number, article in enumerate(articles):
        analysis = article.analysis
        terms_by_article.append(
            with_proposed(
                analysis.article,
                analysis.voices,
                words[number],
                fitted[number].chances(words[number]),
                analysis.loaded_terms,
                article.tokens.compared,
                least,
            )
        )
    return terms_by_article


def train(data: Path, output: Path, encoded: Path | None = None) -> dict[str, Any]:
    """Train on all articles, write the artifact ``judging_words`` and return its manifest.

    Args:
        data: Folder with the news sample.
        output: Folder of the artifact.
        encoded: As for ``framing.evaluation.slant.articles_of``.
    """
    least = _thresholds(encoded)
    fitted = _fit(articles_of(data, encoded), _prepared(data, encoded), least)
    manifest = {
        "version": VERSION,
        "data": {**digests(data, ("news.jsonl.gz",)), **digests(gold_folder(), ("articles.jsonl",))},
        "features": [*(FEATURES if encoded is None else ENCODED), "stem"],
        "thresholds": {
            **least._asdict(),
            "listed": {str(severity): chance for severity, chance in least.listed.items()},
        },
    }
    arrays = {
        "coefficients": fitted.coefficients,
        "intercept": np.array([fitted.intercept]),
        "stems": joined(list(fitted.stems)),
        "added": np.array(list(fitted.stems.values()), dtype=np.float32),
    }
    return save_artifact(output, "judging_words", arrays, manifest)
