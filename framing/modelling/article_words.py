"""An article's words as every later stage reads them, made once and handed down."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from framing.article import Article
from framing.lexicons.match import Words, comparable
from framing.modelling.canonical import canonical_words
from framing.modelling.symmetric import joined

__all__ = ["ArticleWords", "read_words"]


@dataclass(frozen=True, slots=True, eq=False)
class ArticleWords:
    """The words of an article, as parallel sequences of as many elements as it has tokens, if nothing else is said.

    Attributes:
        symmetric: What the models of sequences and the names see: ``canonical_words``.
        joined: What the models of sentences and articles see, with fewer classes.
        compared: What the lexicons are held against.
        bounds: For each sentence the numbers of its first token and of the token after its last.
    """

    symmetric: Sequence[str]
    joined: Sequence[str]
    compared: Words
    bounds: Sequence[tuple[int, int]]


def read_words(article: Article) -> ArticleWords:
    """Return an article's words."""
    tokens = article.tokens
    bounds = tuple(
        (bisect_left(tokens.starts, sentence.start), bisect_left(tokens.starts, sentence.end))
        for sentence in article.sentences
    )
    symmetric = tuple(canonical_words(tokens.texts, [first for first, _ in bounds]))
    return ArticleWords(symmetric, tuple(joined(symmetric)), comparable(tokens, article.sentences), bounds)
