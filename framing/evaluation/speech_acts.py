"""Learn what was spoken from what blind readers marked as speech: ``framing train speech``."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.attributing import attributed
from framing.attributing.spoken import SPOKEN, chance_of, speech_features
from framing.evaluation.source_types import START
from framing.evaluation.span_words import in_text, words_in
from framing.evaluation.speakers import Marked, read_marked
from framing.modelling.article_words import read_words
from framing.modelling.artifact import joined, save_artifact
from framing.modelling.training.feature_logistic import logistic_weights
from framing.modelling.training.intervals import bootstrap, figures_for_manifest
from framing.reading import document
from framing.resources import gold_folder
from framing.segmenting import segment

__all__ = ["train"]

_FEWEST = 3
"""Features that fewer attributions have are left out."""
_FOLDS = 10
"""Groups that articles are left out in."""


class _Heard(NamedTuple):
    """Attributions as tagged, with what a reader made of them.

    Attributes:
        articles: Of shape (n,): the number of each one's article.
        features: For each what holds for it.
        speech: Of shape (n,): whether half of its words are speech to the reader.
        shown: Of shape (n,): whether the lexicons call it speech.
    """

    articles: NDArray[np.int64]
    features: Sequence[Sequence[str]]
    speech: NDArray[np.bool_]
    shown: NDArray[np.bool_]


def train(data: Path, output: Path) -> dict[str, str]:
    """Write ``speech.npz`` and its manifest.

    Args:
        data: Folder with ``news.jsonl.gz``.
        output: Folder of the artifacts.

    Returns:
        Figures on articles that were left out.
    """
    heard = _heard(list(read_marked(data, gold_folder() / "speakers.jsonl")))
    weights = _fit(heard, np.ones(len(heard.speech), dtype=bool))
    figures = bootstrap(
        {
            "shown as speech is speech, lexicons alone": lambda truth, shown, _: float(truth[shown].mean()),
            "speech shown, lexicons alone": lambda truth, shown, _: float(shown[truth].mean()),
            "shown as speech is speech": lambda truth, shown, sure: float(truth[shown & (sure >= SPOKEN)].mean()),
            "speech shown": lambda truth, shown, sure: float((shown & (sure >= SPOKEN))[truth].mean()),
        },
        heard.speech,
        heard.shown,
        _held_out(heard),
        groups=heard.articles,
    )
    names = sorted(weights)
    save_artifact(
        output,
        "speech",
        {"names": joined(names), "weights": np.array([weights[name] for name in names], dtype=np.float64)},
        {
            "version": "2026.1",
            "data": f"{len(heard.speech)} attributions of {len(set(heard.articles.tolist()))} articles read blind",
            "figures": figures_for_manifest(figures),
        },
    )
    return {name: f"{figure.value:.3f}" for name, figure in figures.items()}


def _heard(marked: Sequence[Marked]) -> _Heard:
    articles: list[int] = []
    features: list[list[str]] = []
    speech: list[bool] = []
    shown: list[bool] = []
    for number, item in enumerate(marked):
        article = segment(document(item.text))
        said = frozenset[int]().union(
            *(
                words_in(article, in_text(article, row["content"]))
                for row in item.attributions
                if row["act"] == "speech"
            )
        )
        for attribution in attributed(article, read_words(article), types=START, speech={}).attributions:
            words = words_in(article, attribution.content)
            articles.append(number)
            features.append(list(speech_features(article, attribution)))
            speech.append(bool(words) and 2 * len(words & said) >= len(words))
            shown.append(attribution.act == "speech")
    return _Heard(np.array(articles), features, np.array(speech), np.array(shown))


def _held_out(heard: _Heard) -> NDArray[np.float64]:
    """Return the probability of each attribution by weights of the other articles."""
    probabilities = np.zeros(len(heard.speech))
    folds = heard.articles % _FOLDS
    for fold in range(_FOLDS):
        weights = _fit(heard, folds != fold)
        for place in np.flatnonzero(folds == fold).tolist():
            probabilities[place] = chance_of(heard.features[place], weights)
    return probabilities


def _fit(heard: _Heard, chosen: NDArray[np.bool_]) -> dict[str, float]:
    rows = zip(heard.features, heard.speech.tolist(), chosen.tolist(), strict=True)
    return logistic_weights([(names, right) for names, right, taken in rows if taken], _FEWEST)
