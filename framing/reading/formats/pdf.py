"""PDF documents: lines put together to paragraphs, running heads left out.

A PDF holds places of letters, not a text: columns, captions and boxes may come in another order than a reader takes.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from framing.article import Notice
from framing.errors import InputError
from framing.expressions import expression
from framing.packages import needed
from framing.reading.formats.extracted import Extracted, Paragraphs, told

__all__ = ["pdf_articles"]

_KIND = "a PDF document"
_MOST_PAGES = 1000
"""Pages that are read; an article has a few."""
_ORDER = Notice(
    "text_order",
    "A PDF holds places of letters: columns, captions and boxes may stand in another order than on the page.",
)
_FIGURES = expression(r"\d+")
_ENDED = expression(r"[.!?:…][\"”’')\]]{0,3}$")
_FULL = 0.75
"""Of the usual length of a line; one that is shorter and ends as a sentence does ends its paragraph."""
_DATE = expression(r"D:(\d{4})(\d{2})(\d{2})")


def pdf_articles(content: bytes, where: str) -> Iterator[Extracted]:
    """Yield the one article of a PDF document.

    Raises:
        InputError: If it is damaged, has a password, has over 1,000 pages, or holds pictures of pages only.
        InstallError: If pypdf is not installed.
    """
    pypdf = needed("pypdf")
    with told(where, _KIND):
        reader = pypdf.PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError(where, f"is {_KIND} with a password; save it without one")
        if len(reader.pages) > _MOST_PAGES:
            raise InputError(where, f"is {_KIND} of over {_MOST_PAGES:,} pages; save those of the article")
        pages = [page.extract_text().splitlines() for page in reader.pages]
        metadata = reader.metadata or {}
        title = _text(metadata, "/Title")
        known = {"author": _text(metadata, "/Author"), "date": _date(_text(metadata, "/CreationDate"))}
    if not any(line.strip() for page in pages for line in page):
        raise InputError(where, f"is {_KIND} without letters, as scanned pages are; have its text recognised first")
    yield _paragraphs(pages).extracted(title or None, known, (_ORDER,))


def _text(metadata: Any, name: str) -> str:  # noqa: ANN401 -- the library's own type
    value = metadata.get(name)
    return str(value).strip() if value is not None else ""


def _date(written: str) -> str:
    match = _DATE.match(written)
    return "-".join(match.groups()) if match else ""


def _paragraphs(pages: Sequence[Sequence[str]]) -> Paragraphs:
    running = _running(pages)
    lines = [
        (number, line.strip())
        for number, page in enumerate(pages, start=1)
        for line in page
        if _shape(line) not in running
    ]
    lengths = sorted(len(line) for _, line in lines if line)
    usual = lengths[len(lengths) * 3 // 4] if lengths else 0
    paragraphs = Paragraphs()
    words = ""
    place = 0
    for number, line in lines:
        place = place if words else number
        words = _joined(words, line)
        if not line or (len(line) < _FULL * usual and (_ENDED.search(line) or len(line) < usual / 2)):
            paragraphs.add(words, f"page {place}")
            words = ""
    paragraphs.add(words, f"page {place}")
    return paragraphs


def _joined(words: str, line: str) -> str:
    """Return a paragraph's words so far with its next line; a word cut by a hyphen is whole again."""
    if words.endswith("-") and len(words) > 1 and words[-2].isalpha() and line[:1].islower():
        return words[:-1] + line
    return f"{words} {line}" if words and line else words or line


def _shape(line: str) -> str:
    """A line with its figures alike: numbers of pages differ."""
    return _FIGURES.sub("0", " ".join(line.split()))


def _running(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return the shapes of lines that head or foot most of three pages or more, and of numbers of pages."""
    if len(pages) < 3:
        return frozenset()
    edges = Counter(
        shape
        for page in pages
        for shape in {_shape(line) for line in [*[line for line in page if line.strip()][:2], *page[-2:]]}
    )
    return frozenset(shape for shape, count in edges.items() if shape and 2 * count > len(pages))
