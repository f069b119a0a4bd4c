"""Learn who truly thinks or wants what from what blind readers marked so: ``framing train attitudes``."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.attributing import Learned, attributed
from framing.attributing.attitudes import HELD, attitude_features, has_holder
from framing.evaluation.marked_speech import Marked, marked_as, read_learned
from framing.evaluation.speakers import is_theirs
from framing.modelling.article_words import read_words
from framing.modelling.state_weights import NO_WEIGHTS
from framing.modelling.training.intervals import bootstrap
from framing.modelling.training.logistic import Cases, Fit, fitted, held_out_chances, save_weights
from framing.reading import document
from framing.segmenting import segment

__all__ = ["train"]

_FIT = Fit(fewest=3)
"""How the model is fitted."""


_ALL_SURE = Learned(attitudes={}, certainty=NO_WEIGHTS)


class _Told(NamedTuple):
    """Attributions with a holder, with what a reader made of them.

    Attributes:
        articles: Of shape (n,): the number of each one's article.
        features: For each what holds for it.
        right: Of shape (n,): whether a reader marked it as an attitude or a plan of the same holder.
        silent: Of shape (n,): whether it is no speech; only these are asked about.
    """

    articles: NDArray[np.int64]
    features: Sequence[Sequence[str]]
    right: NDArray[np.bool_]
    silent: NDArray[np.bool_]


def train(data: Path, output: Path) -> dict[str, str]:
    """Write ``attitudes.npz`` and its manifest.

    Args:
        data: Folder with ``news.jsonl.gz``.
        output: Folder of the artifacts.

    Returns:
        Figures on articles that were left out.
    """
    told = _told(list(read_learned(data)))
    cases = Cases(told.features, told.right)
    chosen = told.silent
    figures = bootstrap(
        {
            "marked by a reader, all with a holder": lambda right, _: float(right.mean()),
            "marked by a reader, of those shown": lambda right, sure: float(right[sure >= HELD].mean()),
            "shown, of those that a reader marked": lambda right, sure: float((sure >= HELD)[right].mean()),
        },
        told.right[chosen],
        held_out_chances(cases, told.articles, _FIT)[chosen],
        groups=told.articles[chosen],
    )
    data_read = f"{len(told.right)} attributions of {len(set(told.articles.tolist()))} articles read blind"
    return save_weights(output, "attitudes", fitted(cases, _FIT), data_read, figures)


def _told(marked: Sequence[Marked]) -> _Told:
    articles: list[int] = []
    features: list[list[str]] = []
    right: list[bool] = []
    silent: list[bool] = []
    for number, item in enumerate(marked):
        article = segment(document(item.text))
        thoughts = [marked_as(article, row) for row in item.attributions if row["act"] != "speech"]
        for attribution in attributed(article, read_words(article), learned=_ALL_SURE).attributions:
            # Speech is learned from too: much of what a reader calls a plan, and what is none, looks like it.
            if attribution.act == "speech" or has_holder(attribution):
                articles.append(number)
                features.append(list(attitude_features(article, attribution)))
                right.append(is_theirs(article, attribution, thoughts))
                silent.append(attribution.act != "speech")
    return _Told(np.array(articles), features, np.array(right), np.array(silent))
