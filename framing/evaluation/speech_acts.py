"""Learn what was spoken from what blind readers marked as speech: ``framing train speech``."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.attributing import Learned, attributed
from framing.attributing.network_states import attribution_states
from framing.attributing.spoken import SPOKEN, speech_features
from framing.evaluation.marked_speech import Marked, read_learned
from framing.evaluation.source_types import START
from framing.evaluation.span_words import in_text, words_in
from framing.modelling.article_words import read_words
from framing.modelling.state_weights import NO_WEIGHTS
from framing.modelling.training.intervals import Figure, bootstrap
from framing.modelling.training.logistic import Cases, Fit, fitted, held_out_chances, save_weights
from framing.reading import document
from framing.segmenting import segment

__all__ = ["train"]

_FEWEST = 3
"""Features that fewer attributions have are left out."""
_WORDS, _STATES = Fit(_FEWEST), Fit(_FEWEST, penalty=0.002, named=10.0)
"""How the model is fitted that reads words alone, and the one that reads states; two fifths of the latter's penalty, or
named features that count half or twice as much, give areas within 0.002."""


_LEXICONS = Learned(types=START, speech=NO_WEIGHTS, certainty=NO_WEIGHTS)
"""Speech by the lexicons alone, and types that are learned only after it."""


class _Heard(NamedTuple):
    """Attributions as tagged, with what a reader made of them.

    Attributes:
        articles: Of shape (n,): the number of each one's article.
        features: For each what holds for it.
        states: Of shape (n, states): what the tagger's network makes of its words.
        speech: Of shape (n,): whether half of its words are speech to the reader.
        shown: Of shape (n,): whether the lexicons call it speech.
    """

    articles: NDArray[np.int64]
    features: Sequence[Sequence[str]]
    states: NDArray[np.float32]
    speech: NDArray[np.bool_]
    shown: NDArray[np.bool_]


def train(data: Path, output: Path) -> dict[str, str]:
    """Write ``speech.npz``, which reads words alone, and ``heard.npz``, which reads the network's states too.

    Args:
        data: Folder with ``news.jsonl.gz``.
        output: Folder of the artifacts.

    Returns:
        Figures on articles that were left out.
    """
    heard = _heard(list(read_learned(data)))
    by_words, by_states = Cases(heard.features, heard.speech), Cases(heard.features, heard.speech, heard.states)
    data_read = f"{len(heard.speech)} attributions of {len(set(heard.articles.tolist()))} articles read blind"
    words_alone, states_too = (
        save_weights(
            output, name, fitted(cases, fit), data_read, _figures(heard, held_out_chances(cases, heard.articles, fit))
        )
        for name, cases, fit in (("speech", by_words, _WORDS), ("heard", by_states, _STATES))
    )
    return {f"{label}, words alone": figure for label, figure in words_alone.items()} | states_too


def _figures(heard: _Heard, chances: NDArray[np.float64]) -> dict[str, Figure]:
    return bootstrap(
        {
            "shown as speech is speech, lexicons alone": lambda truth, shown, _: float(truth[shown].mean()),
            "speech shown, lexicons alone": lambda truth, shown, _: float(shown[truth].mean()),
            "shown as speech is speech": lambda truth, shown, sure: float(truth[shown & (sure >= SPOKEN)].mean()),
            "speech shown": lambda truth, shown, sure: float((shown & (sure >= SPOKEN))[truth].mean()),
        },
        heard.speech,
        heard.shown,
        chances,
        groups=heard.articles,
    )


def _heard(marked: Sequence[Marked]) -> _Heard:
    articles: list[int] = []
    features: list[list[str]] = []
    states: list[NDArray[np.float32]] = []
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
        told = attributed(article, read_words(article), learned=_LEXICONS)
        for attribution in told.attributions:
            words = words_in(article, attribution.content)
            articles.append(number)
            features.append(list(speech_features(article, attribution)))
            states.append(attribution_states(article, attribution, told.states))
            speech.append(bool(words) and 2 * len(words & said) >= len(words))
            shown.append(attribution.act == "speech")
    return _Heard(np.array(articles), features, np.array(states), np.array(speech), np.array(shown))
