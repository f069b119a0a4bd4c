"""The words inside spans: what annotated and found contents have in common is counted in them."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from framing.article import Article
from framing.given import file_offset
from framing.spans import Span

__all__ = ["in_text", "words_in"]


def in_text(article: Article, spans: Iterable[Sequence[int]]) -> list[Span]:
    """Return spans of the text as it was given in the text that is analysed: characters may be left out of it.

    Args:
        article: The segmented article.
        spans: Start and end offsets in the text as it was given, in code points.
    """
    document = article.document
    if document.origin is None:
        return [Span(start, end) for start, end in spans]
    places = range(len(article.text))
    return [
        Span(*(bisect_left(places, edge, key=lambda place: file_offset(document, place)) for edge in span))
        for span in spans
    ]


def words_in(article: Article, spans: Iterable[Sequence[int]]) -> frozenset[int]:
    """Return the numbers of the word tokens that lie wholly inside spans.

    Args:
        article: The segmented article.
        spans: Start and end offsets, in code points.
    """
    tokens = article.tokens
    numbers: set[int] = set()
    for start, end in spans:
        place = bisect_left(tokens.starts, start)
        while place < len(tokens) and tokens.ends[place] <= end:
            if tokens.words[place]:
                numbers.add(place)
            place += 1
    return frozenset(numbers)
