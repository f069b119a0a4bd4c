"""Posts that an article shows: "Nothing was ever closed. — Ada Holm (@adaholm) May 3" is Ada Holm's."""

from collections.abc import Iterator

from framing.article import FURNITURE, Article
from framing.attributing.credit import credit, word_count
from framing.attribution import Attribution
from framing.expressions import expression
from framing.spans import Span

__all__ = ["find_posts"]

_HANDLE = r"\(@\w{1,30}\)"
_SIGNED = expression(
    rf"(?:[—–]|--|â€”|Ã¢Â\x80Â\x94|\b(?:A (?:photo|video|post) (?:posted|shared) by))\s?"
    rf"(?P<name>[^\s—–][^\n—–]{{0,58}}[^\s—–])\s*{_HANDLE}"
    r"(?:\s*(?:on )?(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2},? \d{4}"
    r"|\d{1,2} [A-Z][a-z]+ \d{4})(?: at \d[\d:]* ?[ap]m [A-Z]{3})?)?"
)
"""The signature behind a post: a dash, the name, the handle and mostly the day."""
_HEADED = expression(
    rf"(?P<name>[^\n(@]{{2,60}}?)\s*{_HANDLE}(?!\s*(?:is|was|are|were|has|writes?|covers?|reports?)\b)\s*"
)
"""The name in front of a post that begins its paragraph; a writer's note ("Ada Holm (@adaholm) is ...") has a verb."""


def find_posts(article: Article) -> Iterator[Attribution]:
    """Yield each post that is shown in the text, credited to its author."""
    blocks = [block for block in article.blocks if block.kind not in FURNITURE]
    before = Span(0, 0)
    for block in blocks:
        if "(@" in article.text[block.start : block.end]:
            start = block.start
            for signature in _SIGNED.finditer(article.text, block.start, block.end):
                written = Span(start, signature.start()) if signature.start() > start else before
                yield from _post(article, written, Span(*signature.span("name")))
                start = signature.end()
            if start == block.start and (head := _HEADED.match(article.text, block.start, block.end)):
                yield from _post(article, Span(head.end(), block.end), Span(*head.span("name")))
        before = Span(block.start, block.end)


def _post(article: Article, written: Span, author: Span) -> Iterator[Attribution]:
    text = article.slice(written)
    start = written.start + len(text) - len(text.lstrip())
    content = Span(start, start + len(text.strip()))
    if content.end > content.start and word_count(article, content):
        yield credit(article, [content], None, author, quoted=True)
