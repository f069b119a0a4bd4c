"""How loaded terms are named where each word is said once: in the summaries and in the sentences on top of a report."""

from collections.abc import Iterable

from framing.article import Article
from framing.finding import Analysis, LoadedTerm

__all__ = ["LOADED_FOUND_OF_TEN", "perhaps_loaded", "words_once"]

LOADED_FOUND_OF_TEN = 2
"""Of ten words that a reader marks as judging in slanted pieces, those that are shown as loaded (0.22 by models of
other outlets' articles, ``docs/models/judging-words.md``; 0.14 in mixed articles)."""


def words_once(article: Article, terms: Iterable[LoadedTerm]) -> tuple[str, ...]:
    """Return the words of terms in the order given, each once whatever its capitals, as its first term prints it."""
    texts: dict[str, str] = {}
    for term in terms:
        text = " ".join(article.slice(term.span).split())
        texts.setdefault(text.lower(), text)
    return tuple(texts.values())


def perhaps_loaded(analysis: Analysis) -> tuple[str, ...]:
    """Return the words that may be loaded, each once, the likeliest first and of equals the first of the text."""
    likeliest = sorted(analysis.perhaps_loaded, key=lambda term: (-(term.probability or 0.0), term.span))
    return words_once(analysis.article, likeliest)
