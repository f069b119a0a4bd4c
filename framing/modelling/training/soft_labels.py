"""What a large encoder says of the news sample: the labels that the shipped models learn from beside the annotators'.

The encoder was trained on the same annotated sets and reads words as they stand, names included; the shipped models see
symmetric words only. ``docs/models.md`` says where the labels come from. Articles that are read blind to measure the
product are left out (``held_back.json``).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.article import Article, Document
from framing.errors import InputError
from framing.modelling.training.news import read_news
from framing.packaged import packaged_json
from framing.resources import package_folder
from framing.segmenting import segment

__all__ = [
    "ATTRIBUTION",
    "SENTENCES",
    "SoftSentences",
    "held_back",
    "sentence_labels",
    "soft_articles",
    "soft_sentences",
]

ATTRIBUTION = "teacher/attribution.npz"
SENTENCES = "teacher/sentences.npz"
_MOST_OTHERS = 0.1
"""Share of articles that may differ from those the encoder read before training stops with an error: a few corrected
texts are no other sample."""
_WHOLE = 255
"""What stands for a probability of 1."""


@dataclass(frozen=True, slots=True, eq=False)
class SoftSentences:
    """Sentences with the teacher's labels.

    Attributes:
        texts: The sentences.
        biased: The probability that a reader calls the sentence slanted, of shape (n_sentences,).
        loaded: The probability that it carries loaded language, of the same shape.
    """

    texts: tuple[str, ...]
    biased: NDArray[np.float64]
    loaded: NDArray[np.float64]


@lru_cache(maxsize=1)
def held_back() -> frozenset[str]:
    """Return the ids of the articles that are read blind to measure the product."""
    return frozenset(packaged_json(package_folder() / "modelling" / "training" / "held_back.json"))


def _texts(data: Path) -> Iterator[tuple[str, str]]:
    """Yield each article's identifier and its text as the teacher read it."""
    for row in read_news(data):
        if row["id"] not in held_back():
            yield row["id"], f"{row['title']}\n\n{row['text']}"


def _arrays(path: Path) -> dict[str, NDArray[Any]]:
    with np.load(path, allow_pickle=False) as stored:
        return dict(stored)


def soft_articles(data: Path) -> Iterator[tuple[str, Article, NDArray[np.uint8]]]:
    """Yield articles' ids, the articles and each label's probability times 255, of shape (n_tokens, n_labels).

    Args:
        data: Folder with ``news.jsonl.gz`` and ``teacher/attribution.npz``.

    Articles in which the segmentation finds other tokens than the labels are for are left out.

    Raises:
        InputError: If that is so for more than one in ten.
    """
    stored = _arrays(data / ATTRIBUTION)
    edges = np.concatenate([[0], np.cumsum(stored["lengths"].astype(np.int64))])
    place = {name: number for number, name in enumerate(stored["ids"].tolist())}
    unlike = 0
    for name, text in _texts(data):
        number = place.get(name)
        if number is None:
            continue
        article = segment(Document(text))
        here = slice(edges[number], edges[number + 1])
        if np.array_equal(stored["starts"][here], article.tokens.starts):
            yield name, article, stored["probabilities"][here]
        else:
            unlike += 1
    if unlike > _MOST_OTHERS * len(place):
        raise InputError(
            str(data / ATTRIBUTION), f"labels other tokens than are found in {unlike} articles; label them again"
        )


def sentence_labels(data: Path) -> dict[str, dict[int, tuple[float, float]]]:
    """Return by article, and by where a sentence starts, how likely it is slanted and how likely it is loaded.

    Args:
        data: Folder with ``teacher/sentences.npz``.
    """
    stored = _arrays(data / SENTENCES)
    labels: dict[str, dict[int, tuple[float, float]]] = {}
    shares = zip((stored["bias"] / _WHOLE).tolist(), (stored["loaded"] / _WHOLE).tolist(), strict=True)
    for name, start, said in zip(stored["ids"].tolist(), stored["starts"].tolist(), shares, strict=True):
        labels.setdefault(name, {})[start] = said
    return labels


def soft_sentences(data: Path) -> SoftSentences:
    """Return the labelled sentences of the news sample.

    Args:
        data: Folder with ``news.jsonl.gz`` and ``teacher/sentences.npz``.
    """
    stored = _arrays(data / SENTENCES)
    texts = dict(_texts(data))
    known = [number for number, name in enumerate(stored["ids"].tolist()) if name in texts]
    bounds = zip(stored["ids"][known], stored["starts"][known], stored["ends"][known], strict=True)
    return SoftSentences(
        tuple(texts[str(name)][start:end] for name, start, end in bounds),
        stored["bias"][known] / _WHOLE,
        stored["loaded"][known] / _WHOLE,
    )
