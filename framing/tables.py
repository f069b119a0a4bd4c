"""Scores as pandas tables: sentences, and articles."""

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from framing.article import Sentence
from framing.corpus.rows import Row, figures
from framing.corpus.schema import FIGURES
from framing.errors import InputError
from framing.finding import POLICY_FRAMES
from framing.lexicons.compiled import shipped_indexes
from framing.lexicons.match import comparable, find
from framing.pipeline import analyze_document
from framing.reading.fields import field_document
from framing.reading.headline import with_headline
from framing.scoring import sentences as sentence_scorer
from framing.scoring.subjectivity import sentence_scores
from framing.segmenting.words import find_tokens

__all__ = ["article_table", "sentence_table"]

_TYPES = {"string": "str", "int32": "int64", "double": "float64"}


def sentence_table(sentences: Sequence[str]) -> pd.DataFrame:
    """Return the table that ``framing.score_sentences`` describes."""
    texts = [str(sentence) for sentence in sentences]
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
    markers = [(match.sentence, match.entry.severity) for match in find(words, indexes["subjectivity"], exempt=fixed)]
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
    return pd.DataFrame(columns, index=pd.RangeIndex(len(texts)))


def article_table(df: pd.DataFrame, text: str, title: str | None, *, headline_in_text: bool) -> pd.DataFrame:
    """Return the table that ``framing.score_frame`` describes: the figures of the dataset ``articles``.

    A row without text is a row of missing values with the warning ``empty``.

    Raises:
        ValueError: If the table has no column of texts.
    """
    if text not in df.columns:
        raise ValueError(f"the table has no column '{text}'; its columns are {', '.join(map(str, df.columns))}")
    titles = df[title] if title is not None and title in df.columns else [None] * len(df)
    rows = [
        _article_row(body, headline, above=headline_in_text) for body, headline in zip(df[text], titles, strict=True)
    ]
    columns = {
        name: pd.Series([row.get(name) for row in rows], index=df.index, dtype=_TYPES[kind])
        for name, kind in FIGURES.items()
    }
    return pd.DataFrame(columns, index=df.index)


def _article_row(text: object, title: object, *, above: bool) -> Row:
    try:
        source = field_document(
            text if isinstance(text, str) else "",
            title=title if isinstance(title, str) else None,
            metadata={},
            name="",
        )
    except InputError:
        return {"language": "und", "words": 0, "warnings": "empty"}
    return figures(analyze_document(with_headline(source) if above else source))
