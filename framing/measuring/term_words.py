"""How loaded terms are named where each word is said once: in the summaries and in the sentences on top of a report."""

from collections.abc import Iterable

from framing.article import Article
from framing.finding import Analysis, LoadedTerm

__all__ = ["perhaps_loaded", "words_once"]


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
