"""Learn whose the rest of a reported sentence is, from readers who were asked: ``framing train tails``.

The gold, ``reports/evaluation/gold/tails.jsonl``, has a line an article: ``id`` and ``tails``, each the offsets of a
content, of a joint in it and of its end, and whose the rest is: ``source``, ``writer``, ``aside`` (the writer's, and
then the source's again) or ``unclear``.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import average_precision_score

from framing.attributing.standing import standing_attributions
from framing.attributing.tails import joints, tail_features, tail_states
from framing.modelling.article_words import read_words
from framing.modelling.tagging import attribution_model
from framing.modelling.token_features import token_features
from framing.modelling.training.calibration import expected_calibration_error
from framing.modelling.training.intervals import bootstrap
from framing.modelling.training.logistic import Cases, Fit, fitted, held_out_chances, save_weights
from framing.modelling.training.news import read_news
from framing.reading import document
from framing.resources import gold_folder
from framing.segmenting import segment

__all__ = ["Asked", "train"]

_FIT = Fit(fewest=5, penalty=0.002, named=5.0)
"""How the model is fitted; penalties of 0.0005 to 0.002 give average precisions within 0.01."""
_WRITER = frozenset({"writer", "aside"})
_LIKELY = 0.3
"""Probability from which figures call a tail likely: it makes most attributions unsure."""


class Asked(NamedTuple):
    """Tails of which readers were asked whose they are.

    Attributes:
        outlets: Of shape (n,): the number of each one's outlet.
        named: For each what holds for it.
        states: Of shape (n, 3 * states): what the tagger's network makes of its words.
        writers: Of shape (n,): whether readers call it the writer's.
    """

    outlets: NDArray[np.int64]
    named: list[tuple[str, ...]]
    states: NDArray[np.float64]
    writers: NDArray[np.bool_]


def train(data: Path, output: Path) -> dict[str, str]:
    """Write ``tails.npz`` and its manifest.

    Args:
        data: Folder with ``news.jsonl.gz``.
        output: Folder of the artifacts.

    Returns:
        Figures on tails of outlets that were left out.
    """
    asked = _read(data)
    cases = Cases(asked.named, asked.writers, asked.states)
    chances = held_out_chances(cases, asked.outlets, _FIT)
    figures = bootstrap(
        {
            "average precision": lambda right, chance: float(average_precision_score(right, chance)),
            "likely tails the writer's": lambda right, chance: float(right[chance >= _LIKELY].mean()),
            "writer's tails that are likely": lambda right, chance: float((chance >= _LIKELY)[right].mean()),
            "calibration error": lambda right, chance: expected_calibration_error(chance, right),
        },
        asked.writers,
        chances,
        groups=asked.outlets,
    )
    data_read = f"{len(chances)} tails of which readers were asked"
    return save_weights(output, "tails", fitted(cases, _FIT), data_read, figures)


def _read(data: Path) -> Asked:
    """Return the tails that are found again; "unclear" ones are left out."""
    lines = map(json.loads, (gold_folder() / "tails.jsonl").read_text(encoding="utf-8").splitlines())
    gold = {line["id"]: line["tails"] for line in lines}
    outlets: dict[str, int] = {}
    rows = [
        (outlets.setdefault(row["outlet"], len(outlets)), *found)
        for row in read_news(data)
        if row["id"] in gold
        for found in _found(f"{row['title']}\n\n{row['text']}", gold[row["id"]])
    ]
    numbers, named, states, writers = zip(*rows, strict=True)
    return Asked(np.array(numbers), list(named), np.array(states, dtype=np.float64), np.array(writers))


def _found(text: str, tails: list[list[object]]) -> Iterator[tuple[tuple[str, ...], NDArray[np.float32], bool]]:
    """Yield what holds for each tail whose attribution is found as it was when readers were asked."""
    article = segment(document(text))
    words = read_words(article)
    model = attribution_model()
    whole = standing_attributions(article, words, token_features(article, words.symmetric, model.vocabulary), model)
    asked = {(start, place, end): whose for start, place, end, whose in tails if whose != "unclear"}
    for attribution in whole.attributions:
        last = attribution.content[-1]
        for place in joints(article, attribution):
            whose = asked.pop((last.start, place, last.end), None)
            if whose is not None:
                names = tuple(tail_features(article, words.symmetric, attribution, place))
                yield names, tail_states(article, last, place, whole.states), whose in _WRITER
