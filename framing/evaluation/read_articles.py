"""Whole articles as blind readers marked them (``docs/reading-slant.md``): labels and offsets, joined to the texts.

The labels lie in the repository, ``reports/evaluation/gold/articles.jsonl``, the texts in the news sample.
"""

import json
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from framing.article import Document
from framing.encoding.encoded import EncodedArticle
from framing.evaluation.held_out import of_article
from framing.finding import Analysis
from framing.modelling.article_words import ArticleWords, read_words
from framing.modelling.training.news import read_news
from framing.pipeline import analysis_of, read_by_encoder
from framing.resources import gold_folder
from framing.scoring.sentences import Scored, score_article
from framing.segmenting import segment
from framing.spans import Span

__all__ = ["ReadArticle", "read_articles"]

_LABELS = ("no", "arguable", "clear")


@dataclass(frozen=True, slots=True, eq=False)
class ReadArticle:
    """An article that was read, with what the program finds in it.

    Attributes:
        id: Its id in the news sample.
        outlet: Who published it: articles of one outlet are never on both sides of a cross-validation.
        genre: What the reader calls it: ``reporting``, ``opinion`` or ``satire``.
        analysis: What the program finds.
        rows: Of shape (n,): numbers of the sentences that the reader judged, in the analysis.
        grades: Of shape (n,): 0 not slanted, 1 arguable, 2 clearly slanted.
        words: The judging words in own voice.
        tokens: Its words as the models and the lexicons see them.
        scored: What the models say of its sentences.
        encoded: What the encoder says of it, ``None`` without it.
    """

    id: str
    outlet: str
    genre: str
    analysis: Analysis
    rows: NDArray[np.int64]
    grades: NDArray[np.int64]
    words: tuple[Span, ...]
    tokens: ArticleWords
    scored: Scored
    encoded: EncodedArticle | None = None


@lru_cache(maxsize=2)
def read_articles(
    data: Path, gold: Path | None = None, *, encoder: bool = False, held_out: Path | None = None
) -> tuple[ReadArticle, ...]:
    """Return the articles, analysed once a process.

    Args:
        data: Folder with the news sample.
        gold: The labels; those that the models learn from where nothing is given.
        encoder: Whether the encoder reads too; it then also tells who speaks.
        held_out: What encoders that had not read the labels say of the articles, in place of the installed one.

    Raises:
        InputError: If ``held_out`` lacks an article.
        FileNotFoundError: If the sample or the labels are missing.
    """
    lines = (gold or gold_folder() / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    marked = {row["id"]: row for row in map(json.loads, lines)}
    published = {row["id"]: row for row in read_news(data) if row["id"] in marked}
    articles: list[ReadArticle] = []
    for name, row in marked.items():
        record = published[name]
        page = f"{record['title']}\n\n{record['text']}"
        article = segment(Document(page))
        tokens = read_words(article)
        encoded = read_by_encoder(article, tokens) if encoder else None
        analysis = analysis_of(article, stages={"attributions", "subjectivity"}, words=tokens, encoded=encoded)
        if held_out is not None:
            encoded = of_article(held_out, name, len(article.tokens))
        starts = [sentence.start for sentence in analysis.article.sentences]
        judged = [
            (bisect_right(starts, start) - 1, _LABELS.index(label))
            for start, _, label in row["sentences"]
            if label in _LABELS
        ]
        rows, grades = np.array(judged).T
        words = tuple(Span(*w) for w in row["words"])
        scored = score_article(analysis.article, tokens)
        articles.append(
            ReadArticle(name, record["outlet"], row["genre"], analysis, rows, grades, words, tokens, scored, encoded)
        )
    return tuple(articles)
