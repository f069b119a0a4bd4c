"""How well attributions are found: predicted ones held against annotated ones.

Only words count. Annotated and predicted attributions are paired one to one, the best overlap of content words first
(Dice at least 0.3). Figures are F1 over all articles, intervals over articles drawn with replacement.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.article import Article
from framing.attributing import attributed
from framing.attribution import Attribution
from framing.evaluation.span_words import words_in
from framing.modelling.article_words import read_words
from framing.modelling.training.gold_attributions import GoldArticle, read_gold
from framing.modelling.training.intervals import Figure, bootstrap
from framing.pipeline import read_by_encoder

__all__ = ["attribution_figures", "counts", "evaluate"]

_LEAST_OVERLAP = 0.3
"""Share of two contents' characters in common from which one can be the other; set by hand."""
_COLUMNS = (
    "token hits",
    "predicted tokens",
    "gold tokens",
    "dice hits",
    "source hits",
    "predicted",
    "gold",
    "predicted sources",
    "gold sources",
)
_MEASURES = {
    "content tokens F1": (0, 1, 2),
    "content Dice ≥ 0.5 F1": (3, 5, 6),
    "source exact F1": (4, 7, 8),
}


def evaluate(data: Path, *, encoder: bool = False) -> dict[str, Figure]:
    """Return the shipped model's figures on PolNeAR's development part, which it was not trained on.

    Args:
        data: Folder with the annotated articles.
        encoder: Whether the encoder marks the stretches.
    """
    gold = read_gold(data, ("dev",))
    return attribution_figures([counts(item, _attributions(item.article, encoder=encoder)) for item in gold])


def _attributions(article: Article, *, encoder: bool) -> Sequence[Attribution]:
    words = read_words(article)
    return attributed(article, words, encoded=read_by_encoder(article, words) if encoder else None).attributions


def _outermost(article: Article, predicted: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions that stand in no other's content, which are those that PolNeAR marks."""
    words = [words_in(article, attribution.content) for attribution in predicted]
    return [
        attribution
        for attribution, own in zip(predicted, words, strict=True)
        if not any(own < other for other in words)
    ]


def attribution_figures(rows: Sequence[Sequence[int]]) -> dict[str, Figure]:
    """Return the F1 figures of articles' counts, with 95% intervals."""
    table = np.array(rows, dtype=np.float64)
    measures = {name: _f1(*columns) for name, columns in _MEASURES.items()}
    return bootstrap(measures, table)


def _f1(hits: int, predicted: int, gold: int) -> Any:  # noqa: ANN401 -- a function of a table
    def measure(table: NDArray[np.float64]) -> float:
        total = table.sum(axis=0)
        both = total[predicted] + total[gold]
        return float(2 * total[hits] / both) if both else 0.0

    return measure


def counts(gold: GoldArticle, predicted: Sequence[Attribution]) -> tuple[int, ...]:
    """Return one article's counts, in the order of hits, predictions and annotations of tokens, contents, sources.

    Predictions inside of another's content are left out: PolNeAR marks one level (1 in 2,192 stands inside another).
    """
    article = gold.article
    predicted = _outermost(article, predicted)
    wanted = [a for a in gold.attributions if a["content"]]
    gold_words = [words_in(article, a["content"]) for a in wanted]
    found_words = [words_in(article, a.content) for a in predicted]
    everything, said = frozenset[int]().union(*gold_words), frozenset[int]().union(*found_words)
    pairs = _pairs(gold_words, found_words)
    dice_hits = sum(overlap >= 0.5 for overlap, _, _ in pairs)
    source_hits = 0
    for _, i, j in pairs:
        source, mention = wanted[i]["source"], predicted[j].source
        if source and mention is not None:
            words = words_in(article, [source])
            source_hits += bool(words) and words == words_in(article, [mention.span])
    return (
        len(everything & said),
        len(said),
        len(everything),
        dice_hits,
        source_hits,
        len(predicted),
        len(wanted),
        sum(a.source is not None for a in predicted),
        sum(bool(a["source"]) for a in wanted),
    )


def _pairs(gold: Sequence[frozenset[int]], predicted: Sequence[frozenset[int]]) -> list[tuple[float, int, int]]:
    ranked = sorted(
        (
            (2 * len(expected & other) / (len(expected) + len(other)), i, j)
            for i, expected in enumerate(gold)
            for j, other in enumerate(predicted)
            if expected & other
        ),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    pairs: list[tuple[float, int, int]] = []
    for overlap, i, j in ranked:
        if overlap >= _LEAST_OVERLAP and i not in taken_gold and j not in taken_found:
            pairs.append((overlap, i, j))
            taken_gold.add(i)
            taken_found.add(j)
    return pairs
