"""Learn which attributions of speech readers would sign, from what they marked: ``framing train certain``."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from framing.article import Article
from framing.attributing import Learned, attributed
from framing.attributing.certain import CERTAIN, around, certain_features
from framing.attributing.network_states import attribution_states
from framing.attribution import Attribution
from framing.evaluation.marked_speech import Marked, Said, read_learned, said_by_readers
from framing.evaluation.signed import Signed, learn
from framing.evaluation.span_words import words_in
from framing.evaluation.speakers import is_named_by
from framing.modelling.article_words import read_words
from framing.modelling.state_weights import NO_WEIGHTS
from framing.reading import document
from framing.segmenting import segment

__all__ = ["is_right", "train"]

_MOSTLY = 0.6
"""Share of the words of both from which a reader's attribution and a shown one are the same."""


def train(data: Path, output: Path) -> dict[str, str]:
    """Write ``certain.npz`` and its manifest.

    Args:
        data: Folder with ``news.jsonl.gz``.
        output: Folder of the artifacts.

    Returns:
        Figures on articles that were left out.
    """
    return learn(output, "certain", _shown(list(read_learned(data))), CERTAIN, "attributions")


def is_right(article: Article, attribution: Attribution, speech: Sequence[Said]) -> bool:
    """Return whether a reader marked most of the same words as speech of the same source, or of nobody named."""
    words = words_in(article, attribution.content)
    same = [said for said in speech if len(words & said.words) >= _MOSTLY * max(len(words | said.words), 1)]
    if attribution.source is None:
        return any(not said.names for said in same)
    return any(is_named_by(attribution.source.name, said) for said in same)


def _shown(marked: Sequence[Marked]) -> Signed:
    rows = [(number, *case) for number, item in enumerate(marked) for case in _cases(item)]
    articles, features, states, right = zip(*rows, strict=True)
    return Signed(np.array(articles), features, np.array(right), np.array(states))


def _cases(item: Marked) -> Iterator[tuple[list[str], NDArray[np.float32], bool]]:
    """Yield what holds for each attribution of speech, the states that it stands on, and whether it is right."""
    article = segment(document(item.text))
    told = attributed(article, read_words(article), learned=Learned(certainty=NO_WEIGHTS))
    speech = said_by_readers(article, item)
    for attribution, beside in zip(told.attributions, around(told.attributions, told.entities), strict=True):
        if attribution.act == "speech":
            entity = told.entities[attribution.source.entity] if attribution.source else None
            features = list(certain_features(article, attribution, entity, beside))
            seen = attribution_states(article, attribution, told.states)
            yield features, seen, is_right(article, attribution, speech)
