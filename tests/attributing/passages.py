"""What tests of attribution share: an article around a paragraph, and places in it by their words."""

from collections.abc import Iterable

from framing.article import Article, Document
from framing.attribution import Attribution
from framing.segmenting import segment
from framing.spans import Span

HEAD = "Mill to close in May\n\n"
LEAD = (
    "The council met in the town hall of Odden on Tuesday. Ada Holm, who leads the harbour board, was there, and so was "
    "Rolf King, the mayor.\n\n"
)


def article(paragraphs: str) -> Article:
    return segment(Document(HEAD + LEAD + paragraphs))


def span(found: Article, words: str) -> Span:
    start = found.text.index(words, found.text.rindex("the mayor.\n\n") if words in LEAD else 0)
    return Span(start, start + len(words))


def told(found: Article, attributions: Iterable[Attribution]) -> list[tuple[str | None, str]]:
    """Source and content of each attribution, as printed."""
    return [
        (
            found.slice(one.source.span) if one.source else None,
            " … ".join(found.slice(content) for content in one.content),
        )
        for one in attributions
    ]
