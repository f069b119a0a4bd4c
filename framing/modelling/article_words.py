"""An article's words as every later stage reads them: each form is made when a stage first asks, and handed down."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from framing.article import Article
from framing.lexicons.match import Words, comparable
from framing.modelling.canonical import canonical_words
from framing.modelling.symmetric import joined

__all__ = ["ArticleWords", "read_words"]


@dataclass(frozen=True, eq=False)
class ArticleWords:
    """The words of an article, as parallel sequences of as many elements as it has tokens, if nothing else is said.

    Attributes:
        article: The article.
    """

    article: Article

    @cached_property
    def symmetric(self) -> Sequence[str]:
        """What the models of sequences and the names see: ``canonical_words``."""
        return tuple(canonical_words(self.article.tokens.texts, [first for first, _ in self.bounds]))

    @cached_property
    def joined(self) -> Sequence[str]:
        """What the models of sentences and articles see, with fewer classes."""
        return tuple(joined(self.symmetric))

    @cached_property
    def compared(self) -> Words:
        """What the lexicons are held against."""
        return comparable(self.article.tokens, self.article.sentences)

    @cached_property
    def bounds(self) -> Sequence[tuple[int, int]]:
        """For each sentence the numbers of its first token and of the token after its last."""
        starts = self.article.tokens.starts
        return tuple(
            (bisect_left(starts, sentence.start), bisect_left(starts, sentence.end))
            for sentence in self.article.sentences
        )


def read_words(article: Article) -> ArticleWords:
    """Return an article's words, none of them made yet."""
    return ArticleWords(article)
