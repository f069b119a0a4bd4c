"""Reference distributions: every measure over the news sample, kept as quantiles."""

import json
import os
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import fmean

import numpy as np

from framing.article import Document
from framing.finding import GENERIC_FRAMES
from framing.lexicons.compiled import shipped_indexes
from framing.lexicons.match import comparable
from framing.measuring.aggregate import values
from framing.modelling.article_words import read_words
from framing.modelling.training.news import read_news
from framing.pipeline import analysis_of, read_by_encoder
from framing.scoring.generic_frames import density
from framing.scoring.words_found import lexicon_text
from framing.segmenting import segment

__all__ = ["build_generic_densities", "build_reference"]

_FEWEST_WORDS = 100
"""Words below which an article is no sample of the figures, as notices warn of it."""
_FEWEST_ARTICLES = 200
"""A measure that fewer articles of the sample have gets no distribution."""
_EVERY_ENCODED = 4
"""Of so many articles one is read with the encoder: 1,500 give each quantile to about one in a hundred."""
_POINTS = 101
"""Quantiles from 0% to 100%."""


def build_generic_densities(data: Path, output: Path) -> dict[str, float]:
    """Write ``generic_frames.json``: the mean density of each generic frame in the news sample."""
    indexes = shipped_indexes()
    rows: dict[str, list[float]] = {name: [] for name in GENERIC_FRAMES}
    for record in read_news(data):
        article = segment(Document(record["text"], title=record["title"]))
        words = comparable(article.tokens, article.sentences)
        for name, (value, _, _) in density(lexicon_text(article, article.voices, indexes, words)).items():
            rows[name].append(value)
    densities = {name: round(fmean(found), 4) for name, found in rows.items()}
    (output / "generic_frames.json").write_text(json.dumps(densities, indent=1) + "\n", encoding="utf-8")
    return densities


def build_reference(data: Path, output: Path, processes: int = 2, *, encoder: bool = False) -> dict[str, int]:
    """Write ``reference.json``: quantiles of each measure over the sample's English articles of 100 words or more.

    Args:
        data: Folder with ``news.jsonl.gz``.
        output: Folder of the artifacts.
        processes: Worker processes; the result does not depend on their number.
        encoder: Whether the encoder reads too; then every fourth article is read.

    Returns:
        How many articles each measure is defined for.
    """
    columns: dict[str, list[float]] = {}
    articles = 0
    every = _EVERY_ENCODED if encoder else 1
    with ProcessPoolExecutor(processes, initializer=_one_thread) as pool:
        work = partial(_measured, encoder=encoder)
        for row in pool.map(work, islice(_inputs(data), 0, None, every), chunksize=20):
            if row is None:
                continue
            articles += 1
            for name, value in row.items():
                columns.setdefault(name, []).append(value)
    quantiles = {
        name: [round(float(q), 6) for q in np.quantile(found, np.linspace(0, 1, _POINTS))]
        for name, found in sorted(columns.items())
        if len(found) >= _FEWEST_ARTICLES
    }
    described = {
        "sample": "Article-Bias-Prediction (Baly et al. 2020), the part in news.jsonl.gz",
        "articles": articles,
        "words_at_least": _FEWEST_WORDS,
        "defined_for": {name: len(found) for name, found in sorted(columns.items())},
        "quantiles": quantiles,
    }
    (output / "reference.json").write_text(json.dumps(described, separators=(",", ":")) + "\n", encoding="utf-8")
    return {name: len(found) for name, found in columns.items()}


def _inputs(data: Path) -> Iterator[tuple[str, str]]:
    return ((record["text"], record["title"]) for record in read_news(data))


def _one_thread() -> None:
    os.environ["OMP_NUM_THREADS"] = "1"


def _measured(record: tuple[str, str], *, encoder: bool) -> Mapping[str, float] | None:
    text, title = record
    # The sample keeps headlines apart; on the page they stand above the text, and their measures need them there.
    page = text if text.startswith(title) or not title else f"{title}\n\n{text}"
    article = segment(Document(page, title=title or None))
    if article.language != "en" or sum(article.tokens.words) < _FEWEST_WORDS:
        return None
    words = read_words(article)
    return values(analysis_of(article, words=words, encoded=read_by_encoder(article, words) if encoder else None))
