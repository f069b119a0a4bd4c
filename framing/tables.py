"""Scores as pandas tables: sentences, and articles."""

import os
from collections import Counter
from collections.abc import Iterable, Sequence

import pandas as pd

from framing.article import Sentence
from framing.corpus.dataset.report_rows import Row
from framing.corpus.dataset.schema import FIGURES
from framing.corpus.running.table_rows import figures_of, rows_of
from framing.finding import POLICY_FRAMES, QUALIFIERS
from framing.lexicons.compiled import shipped_indexes
from framing.lexicons.match import comparable, find
from framing.progress import Bar
from framing.scoring import sentences as sentence_scorer
from framing.scoring.subjectivity import sentence_scores
from framing.segmenting.words import find_tokens
from framing.texts import given_texts

__all__ = ["article_table", "sentence_table"]

_USUAL_TITLE = "title"
"""The default column of headlines: a table without it has none, while another name must be there."""
_FEWEST_FOR_PROCESSES = 64
"""Articles below which starting processes costs more than it brings."""
_TYPES = {"string": "str", "int32": "int64", "double": "float64"}


def sentence_table(sentences: Iterable[object]) -> pd.DataFrame:
    """Return the table that ``framing.score_sentences`` describes.

    Raises:
        TypeError: If it is no sequence of texts.
    """
    given = given_texts(sentences, "sentences")
    missing = [text is None for text in given]
    texts = [text or "" for text in given]
    spans: list[Sentence] = []
    start = 0
    for number, text in enumerate(texts):
        spans.append(Sentence(start, start + len(text), number))
        start += len(text) + 1
    tokens = find_tokens("\n".join(texts))
    words = comparable(tokens, spans)
    indexes = shipped_indexes()
    fixed = [(match.start, match.end) for match in find(words, indexes["not_loaded"])]
    loaded = Counter(match.sentence for match in find(words, indexes["loaded"], exempt=fixed))
    markers = [
        (match.sentence, match.entry.severity)
        for match in find(words, indexes["subjectivity"], exempt=fixed)
        if match.entry.category not in QUALIFIERS
    ]
    counts = Counter(
        sentence
        for sentence, number in zip(words.sentences, words.numbers, strict=True)
        if sentence >= 0 and tokens.words[number]
    )
    table = sentence_scorer.score_texts(texts)
    columns: dict[str, object] = {
        "bias": table.bias,
        "loaded": table.loaded,
        "loaded_terms": [loaded[number] for number in range(len(texts))],
        "subjectivity": sentence_scores(markers, [counts[number] for number in range(len(texts))]),
        "frame": pd.Series(list(table.frame), dtype="str"),
    }
    columns |= {f"frame.{name}": table.frames[:, i] for i, name in enumerate(POLICY_FRAMES)}
    scores = pd.DataFrame(columns, index=pd.RangeIndex(len(texts)))
    scores.loc[missing, [name for name in columns if name != "loaded_terms"]] = None
    return scores


def article_table(
    df: pd.DataFrame,
    text: str,
    title: str | None,
    *,
    workers: int | None = None,
    progress: bool | None = None,
    encoder: bool = False,
) -> pd.DataFrame:
    """Return the table that ``framing.score_frame`` describes: the figures of the dataset ``articles``.

    A row without text is a row of missing values with the warning ``empty``.

    Raises:
        KeyError: If the table has no such column, or two of that name.
        TypeError: If it is no table, or a column holds what is no text.
        ValueError: If there are to be fewer workers than one.
        FramingError: If a worker ends before its work is done.
    """
    if workers is not None and workers < 1:
        raise ValueError(f"workers: expected at least 1, got {workers}")
    if not isinstance(df, pd.DataFrame):
        raise TypeError(f"expected a pandas.DataFrame, got {type(df).__name__}")
    texts = _column(df, text)
    wanted = title is not None and (title in df.columns or title != _USUAL_TITLE)
    titles = _column(df, str(title)) if wanted else [None] * len(df)
    rows = _scored(list(zip(texts, titles, strict=True)), workers, progress=progress, encoder=encoder)
    columns = {
        name: pd.Series([row.get(name) for row in rows], index=df.index, dtype=_TYPES[kind])
        for name, kind in FIGURES.items()
    }
    return pd.DataFrame(columns, index=df.index)


def _column(df: pd.DataFrame, name: str) -> list[str | None]:
    """Return a column's texts; faults are told before the first article is scored."""
    places = [place for place, column in enumerate(df.columns) if column == name]
    if len(places) != 1:
        fault = "no column" if not places else f"{len(places)} columns of the name"
        raise KeyError(f"the table has {fault} '{name}'; its columns are {', '.join(map(str, df.columns))}")
    return given_texts(df.iloc[:, places[0]], f"column '{name}'")


def _scored(
    articles: Sequence[tuple[str | None, str | None]], workers: int | None, *, progress: bool | None, encoder: bool
) -> list[Row]:
    count = workers or (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)
    alone = count == 1 or (workers is None and len(articles) < _FEWEST_FOR_PROCESSES)
    done = (
        ([figures_of(*article, encoder=encoder)] for article in articles)
        if alone
        else rows_of(articles, count, encoder=encoder)
    )
    bar = Bar(len(articles), shown=progress)
    rows: list[Row] = []
    try:
        for some in done:
            rows += some
            bar.add(len(some))
    finally:
        bar.end()
    return rows
