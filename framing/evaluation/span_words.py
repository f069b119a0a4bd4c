"""The words inside spans: what annotated and found contents have in common is counted in them."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from framing.article import Article

__all__ = ["words_in"]


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
