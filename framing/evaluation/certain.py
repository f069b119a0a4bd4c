"""Learn which attributions of speech readers would sign, from what they marked: ``framing train certain``."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.article import Article
from framing.attributing import Learned, attributed
from framing.attributing.certain import CERTAIN, certain_features
from framing.attribution import Attribution
from framing.evaluation.marked_speech import Marked, Said, read_learned, said_by_readers
from framing.evaluation.span_words import words_in
from framing.evaluation.speakers import is_named_by
from framing.modelling.article_words import read_words
from framing.modelling.training.calibration import expected_calibration_error
from framing.modelling.training.feature_logistic import held_out_chances, logistic_weights, save_weights
from framing.modelling.training.intervals import bootstrap
from framing.reading import document
from framing.segmenting import segment

__all__ = ["is_right", "train"]

_FEWEST = 8
"""Features that fewer attributions have are left out."""
_MOSTLY = 0.6
"""Share of the words of both from which a reader's attribution and a shown one are the same."""


class _Shown(NamedTuple):
    """Attributions of speech as shown, with what a reader made of them.

    Attributes:
        articles: Of shape (n,): the number of each one's article.
        features: For each what holds for it.
        right: Of shape (n,): whether a reader would sign it.
    """

    articles: NDArray[np.int64]
    features: Sequence[Sequence[str]]
    right: NDArray[np.bool_]


def train(data: Path, output: Path) -> dict[str, str]:
    """Write ``certain.npz`` and its manifest.

    Args:
        data: Folder with ``news.jsonl.gz``.
        output: Folder of the artifacts.

    Returns:
        Figures on articles that were left out.
    """
    shown = _shown(list(read_learned(data)))
    weights = logistic_weights(list(zip(shown.features, shown.right.tolist(), strict=True)), _FEWEST)
    figures = bootstrap(
        {
            "attributions right": lambda right, _: float(right.mean()),
            "sure attributions right": lambda right, sure: float(right[sure >= CERTAIN].mean()),
            "other attributions right": lambda right, sure: float(right[sure < CERTAIN].mean()),
            "right attributions that are sure": lambda right, sure: float((sure >= CERTAIN)[right].mean()),
            "calibration error": lambda right, sure: expected_calibration_error(sure, right),
        },
        shown.right,
        held_out_chances(shown.features, shown.right, shown.articles, _FEWEST),
        groups=shown.articles,
    )
    data_read = f"{len(shown.right)} attributions of {len(set(shown.articles.tolist()))} articles read blind"
    return save_weights(output, "certain", weights, data_read, figures)


def is_right(article: Article, attribution: Attribution, speech: Sequence[Said]) -> bool:
    """Return whether a reader marked most of the same words as speech of the same source, or of nobody named."""
    words = words_in(article, attribution.content)
    same = [said for said in speech if len(words & said.words) >= _MOSTLY * max(len(words | said.words), 1)]
    if attribution.source is None:
        return any(not said.names for said in same)
    return any(is_named_by(attribution.source.name, said) for said in same)


def _shown(marked: Sequence[Marked]) -> _Shown:
    articles: list[int] = []
    features: list[list[str]] = []
    right: list[bool] = []
    for number, item in enumerate(marked):
        article = segment(document(item.text))
        told = attributed(article, read_words(article), learned=Learned(certainty={}))
        speech = said_by_readers(article, item)
        for attribution in told.attributions:
            if attribution.act == "speech":
                entity = told.entities[attribution.source.entity] if attribution.source else None
                articles.append(number)
                features.append(list(certain_features(article, attribution, entity)))
                right.append(is_right(article, attribution, speech))
    return _Shown(np.array(articles), features, np.array(right))
