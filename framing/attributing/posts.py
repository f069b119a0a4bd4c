"""Posts that an article shows: "Nothing was ever closed. — Ada Holm (@adaholm) May 3" is Ada Holm's."""

from collections.abc import Iterator, Sequence

from framing.article import FURNITURE, Article, Block
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
_LINKS = expression(r"(?:\s*\b(?:https?://|(?:pic\.twitter\.com|t\.co)/)\S+)+\s*$")
"""Addresses of links and pictures at the end of a post: they are no words of its author."""
_LONGEST = 400
"""Characters of a post of several paragraphs with its signature: 280, its links and the breaks."""
_WIDE = 3
"""Line breaks from which a gap is wider than the one between two paragraphs: a page that was saved as text keeps an
element's inner breaks beside the gap."""


def find_posts(article: Article) -> Iterator[Attribution]:
    """Yield each post that is shown in the text, credited to its author."""
    blocks = [block for block in article.blocks if block.kind not in FURNITURE]
    before = Span(0, 0)
    for number, block in enumerate(blocks):
        if "(@" in article.text[block.start : block.end]:
            start = block.start
            for signature in _SIGNED.finditer(article.text, block.start, block.end):
                written = Span(start, signature.start()) if signature.start() > start else before
                author = Span(*signature.span("name"))
                for above in _above(article, blocks[: number + 1]) if start == block.start < signature.start() else ():
                    yield from _post(article, Span(above.start, above.end), author)
                yield from _post(article, written, author)
                start = signature.end()
            if start == block.start and (head := _HEADED.match(article.text, block.start, block.end)):
                yield from _post(article, Span(head.end(), block.end), Span(*head.span("name")))
        before = Span(block.start, block.end)


def _above(article: Article, blocks: Sequence[Block]) -> Sequence[Block]:
    """Return the first paragraphs of the post that the last block ends: they are further apart than the story's."""
    first = len(blocks) - 1
    while first and _is_wide_gap(article.text[blocks[first - 1].end : blocks[first].start]):
        first -= 1
        block = blocks[first]
        if (
            block.kind != "body"
            or blocks[-1].end - block.start > _LONGEST
            or _SIGNED.search(article.text, block.start, block.end)
        ):
            return ()
        if article.text.endswith(":", block.start, block.end):
            return blocks[first + 1 : -1]
    return blocks[first:-1] if first else ()


def _is_wide_gap(between: str) -> bool:
    """Return whether nothing but many line breaks stands between two paragraphs; a label is no part of a post."""
    return between.count("\n") >= _WIDE and not between.strip()


def _post(article: Article, written: Span, author: Span) -> Iterator[Attribution]:
    text = _LINKS.sub("", article.slice(written))
    start = written.start + len(text) - len(text.lstrip())
    content = Span(start, start + len(text.strip()))
    if content.end > content.start and word_count(article, content):
        yield credit(article, [content], None, author, quoted=True)
