"""Reporting or opinion: what is fair in a column is not fair in a report.

Satire is not offered: ten annotated examples teach nothing about it.
"""

from collections.abc import Sequence
from functools import cache
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from framing.article import Article
from framing.finding import Genre
from framing.modelling.article_words import ArticleWords
from framing.modelling.artifact import Artifact, load_artifact
from framing.modelling.documents import count_words, document_scores
from framing.modelling.genre_features import style_features
from framing.modelling.linear import probabilities
from framing.modelling.symmetric import symmetric_words
from framing.modelling.vocabulary import Vocabulary, load_vocabulary
from framing.segmenting.words import find_tokens

__all__ = ["score"]

_SHORTEST = 60
"""Words of body text below which genre cannot be told."""
_BLOCKS = frozenset({"deck", "dateline", "body", "subhead", "pull_quote"})


@cache
def _model() -> tuple[Artifact, Vocabulary, NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    stored = load_artifact("genre")
    return (
        stored,
        load_vocabulary(),
        stored.array("words").astype(np.float64),
        stored.array("title_words").astype(np.float64),
        stored.array("rarity").astype(np.float64),
    )


def score(article: Article, tokens: ArticleWords) -> Genre | None:
    """Return an article's genre with the probability of the label, ``None`` where the text is too short to tell.

    Beforehand two texts in five are taken to be opinion.

    Args:
        article: The article.
        tokens: Its words as the models see them.

    Raises:
        ModelError: If the shipped model is missing or damaged.
    """
    sentences, opening = _body(article, tokens)
    letters = (word for sentence in sentences for word in sentence if word[0].isalpha())
    if len(list(islice(letters, _SHORTEST))) < _SHORTEST:
        return None
    title = symmetric_words(find_tokens(article.title).texts, (0,)) if article.title else []
    stored, vocabulary, words, title_words, rarity = _model()
    text_counts = count_words(vocabulary, [word for sentence in sentences for word in sentence], rarity)
    style = (style_features(sentences, opening, title) - stored.array("style_means")) / stored.array("style_deviations")
    total = (
        float(document_scores(text_counts, words[:, None])[0])
        + float(document_scores(count_words(vocabulary, title, rarity), title_words[:, None])[0])
        + float(np.clip(style, -4, 4) @ stored.array("style"))
        + float(stored.array("intercept")[0])
    )
    opinion = float(probabilities(np.array([total]))[0])
    return Genre("opinion", opinion) if opinion > 0.5 else Genre("reporting", 1 - opinion)


def _body(article: Article, tokens: ArticleWords) -> tuple[list[Sequence[str]], list[str]]:
    """Return the body's sentences as symmetric words, and its first twenty tokens as they stand."""
    sentences: list[Sequence[str]] = []
    opening: list[str] = []
    for sentence, (first, last) in zip(article.sentences, tokens.bounds, strict=True):
        if article.blocks[sentence.block].kind in _BLOCKS:
            sentences.append(tokens.joined[first:last])
            if len(opening) < 20:
                opening.extend(article.tokens.texts[first:last])
    return sentences, opening[:20]
