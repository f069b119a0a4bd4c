"""What a reader of whole articles would sign: slanted sentences and judging words held against blind readers' marks."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import average_precision_score

from framing.encoding.installed import read_by
from framing.evaluation.judging_words import held_out_terms
from framing.evaluation.read_articles import ReadArticle, read_articles
from framing.evaluation.slant import articles_of, held_out, least_shown, own_scores_of
from framing.finding import LEAST_SLANT, MAY_SLANT, MOST_SLANTED, LoadedTerm
from framing.modelling.own_words import own_words
from framing.modelling.training.intervals import Figure, bootstrap
from framing.scoring import judging_words, slant

__all__ = ["evaluate", "unseen"]

_SLANTED_PIECE = 0.25
"""Share of clearly slanted sentences from which an article is a slanted piece; below it is a mixed one."""

Rows = NDArray[np.float64]


def evaluate(data: Path, encoded: Path | None = None) -> dict[str, Figure]:
    """Return the figures with 95% intervals over articles; what was fitted on them is cross-validated by outlet.

    Args:
        data: Folder with the news sample.
        encoded: As for ``framing.evaluation.slant.articles_of``.
    """
    chances, terms = held_out(data, encoded), held_out_terms(data, encoded)
    return _figures(articles_of(data, encoded), chances, terms, least_shown(encoded))


def unseen(data: Path, gold: Path, *, encoder: bool = False) -> dict[str, Figure]:
    """Return the figures of the shipped models on articles that they did not learn from.

    Args:
        data: Folder with the news sample.
        gold: The articles' labels.
        encoder: Whether the encoder reads too.
    """
    articles = read_articles(data, gold, encoder=encoder)
    chances: list[Rows] = []
    terms: list[tuple[LoadedTerm, ...]] = []
    for article in articles:
        analysis = article.analysis
        of_slant, of_words = read_by("slant", article.encoded), read_by("judging_words", article.encoded)
        likely = slant.score(own_scores_of(replace(article, encoded=of_slant)))
        chances.append(np.array([likely[row] or 0.0 for row in article.rows]))
        words = own_words(
            *(analysis.article, analysis.voices, likely, analysis.loaded_terms, analysis.subjective_words),
            *(article.scored, of_words),
        )
        terms.append(
            judging_words.score(
                *(analysis.article, analysis.voices, words, analysis.loaded_terms, article.tokens.compared),
                encoded=of_words is not None,
            ).terms
        )
    least = slant.least_shown() if articles and read_by("slant", articles[0].encoded) is not None else LEAST_SLANT
    return _figures(articles, chances, terms, least)


def _figures(
    articles: Sequence[ReadArticle], chances: Sequence[Rows], terms: Sequence[Sequence[LoadedTerm]], least: float
) -> dict[str, Figure]:
    sentences = [_sentences(article, of_article, least) for article, of_article in zip(articles, chances, strict=True)]
    groups = np.repeat(np.arange(len(articles)), [len(rows) for rows in sentences])
    words = np.array(
        [_words(article, terms_of_article) for article, terms_of_article in zip(articles, terms, strict=True)],
        dtype=np.float64,
    )
    return {
        **bootstrap(_SENTENCES, np.vstack(sentences), groups=groups),
        **bootstrap(_WORDS, words),
    }


def _sentences(article: ReadArticle, chances: Rows, least: float) -> Rows:
    """Return for each judged sentence its grade, its probability, whether shown, flagged, in a report, pointed at."""
    sentences = article.analysis.article.sentences
    own = [article.analysis.mostly_own(sentences[row]) for row in article.rows]
    order = np.argsort(-chances, kind="stable")
    candidates = [row for row in order if chances[row] >= least and own[row]]
    shown = np.zeros(len(chances))
    shown[candidates[:MOST_SLANTED]] = 1.0
    flagged = np.zeros(len(chances))
    flagged[candidates] = 1.0
    report = np.full(len(chances), float(article.genre == "reporting"))
    pointed_at = np.array(own, dtype=np.float64) * (chances >= MAY_SLANT)
    return np.column_stack([article.grades, chances, shown, flagged, report, pointed_at])


def _words(article: ReadArticle, terms: Sequence[LoadedTerm]) -> tuple[int, ...]:
    """Return judging words found and marked, in a slanted piece and in a mixed one; words right and shown."""
    shown = [term.span for term in terms if term.voice == "own" and term.block != "caption"]
    hits = sum(any(a.start < b.end and b.start < a.end for b in shown) for a in article.words)
    right = sum(any(a.start < b.end and b.start < a.end for b in article.words) for a in shown)
    counts = (hits, len(article.words))
    slanted = np.mean(article.grades == 2) >= _SLANTED_PIECE
    return (*(counts if slanted else (0, 0)), *((0, 0) if slanted else counts), right, len(shown))


def _average_precision(grade: int) -> Callable[[Rows], float]:
    def measure(table: Rows) -> float:
        right = table[:, 0] >= grade
        return float(average_precision_score(right, table[:, 1])) if right.any() else 0.0

    return measure


def _share(column: int, grade: int) -> Callable[[Rows], float]:
    def measure(table: Rows) -> float:
        chosen = table[:, column] > 0
        return float((table[chosen, 0] >= grade).mean()) if chosen.any() else 0.0

    return measure


def _neutral_flagged(table: Rows) -> float:
    neutral = (table[:, 4] > 0) & (table[:, 0] == 0)
    return float(table[neutral, 3].mean()) if neutral.any() else 0.0


def _found(table: Rows) -> float:
    """Of the clearly slanted sentences those that a report shows or says to be slanted perhaps."""
    clear = table[:, 0] == 2
    return float(table[clear, 5].mean()) if clear.any() else 0.0


def _ratio(part: int) -> Callable[[Rows], float]:
    def measure(table: Rows) -> float:
        hits, of = table.sum(axis=0)[part : part + 2]
        return float(hits / of) if of else 0.0

    return measure


_SENTENCES = {
    "slanted sentences: average precision": _average_precision(2),
    "slanted or arguable: average precision": _average_precision(1),
    "shown sentences: clearly right": _share(2, 2),
    "shown sentences: right or arguable": _share(2, 1),
    "neutral sentences of reports flagged": _neutral_flagged,
    "clearly slanted sentences found": _found,
}
_WORDS = {
    "judging words found, slanted pieces": _ratio(0),
    "judging words found, mixed articles": _ratio(2),
    "words shown in own voice: right": _ratio(4),
}
