"""Word documents (.docx): paragraphs with their styles, and the document's own properties."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from framing.article import BlockKind, Notice
from framing.packages import needed
from framing.reading.formats.extracted import Extracted, Paragraphs, checked_zip, told
from framing.reading.listed import CELL_GAP, is_listed

__all__ = ["word_articles"]

_KIND = "a Word document"
_REST = (("footnotes", "footnotes"), ("endnotes", "endnotes"), ("comments", "comments"))


def word_articles(content: bytes, where: str) -> Iterator[Extracted]:
    """Yield the one article of a Word document: its body, without headers, footers, notes, comments and deleted words.

    Raises:
        InputError: If it is damaged, has a password or unpacks to too much.
        InstallError: If python-docx is not installed.
    """
    checked_zip(content, where, _KIND)
    docx = needed("docx")
    with told(where, _KIND):
        document = docx.Document(BytesIO(content))
        paragraphs = Paragraphs()
        for number, item in enumerate(document.iter_inner_content(), start=1):
            if hasattr(item, "rows"):
                _table(item, number, paragraphs)
            else:
                _paragraph(item, number, paragraphs)
        properties = document.core_properties
        metadata = {"author": properties.author or "", "date": _date(properties)}
        title = (properties.title or "").strip() or None
    yield paragraphs.extracted(title, metadata, _notices(document))


def _paragraph(item: Any, number: int, paragraphs: Paragraphs) -> None:  # noqa: ANN401 -- the library's own type
    style = (item.style.name if item.style is not None else "") or ""
    kind, quoted = _kind(style, first=not paragraphs.headed)
    if kind is None and ("List" in style or (item._p.pPr is not None and item._p.pPr.numPr is not None)):  # noqa: SLF001
        kind = "boilerplate" if is_listed(item.text) else "body"
    paragraphs.add(item.text, f"paragraph {number}", kind, quoted=quoted)


def _kind(style: str, *, first: bool) -> tuple[BlockKind | None, bool]:
    if style == "Title" or (style == "Heading 1" and first):
        return "headline", False
    if style == "Subtitle":
        return "deck", False
    if style.startswith("Heading"):
        return "subhead", False
    if style == "Caption":
        return "caption", False
    if style in {"Quote", "Intense Quote"}:
        return "body", True
    return None, False


def _table(item: Any, number: int, paragraphs: Paragraphs) -> None:  # noqa: ANN401 -- the library's own type
    """A row is a line; pages are laid out by tables of one cell, whose paragraphs are the article's."""
    for row in item.rows:
        cells = [cell.text for cell in dict.fromkeys(row.cells)]
        if len(cells) == 1:
            for words in cells[0].split("\n"):
                paragraphs.add(words, f"table {number}", "boilerplate" if is_listed(words) else None)
        else:
            words = CELL_GAP.join(" ".join(cell.split()) for cell in cells)
            paragraphs.add(words, f"table {number}", "boilerplate" if is_listed(words) else None)


def _date(properties: Any) -> str:  # noqa: ANN401 -- the library's own type
    date = properties.created or properties.modified
    return date.date().isoformat() if date else ""


def _notices(document: Any) -> tuple[Notice, ...]:  # noqa: ANN401 -- the library's own type
    kinds = {relation.reltype.rpartition("/")[2] for relation in document.part.rels.values()}
    left = [name for kind, name in _REST if kind in kinds]
    if not left:
        return ()
    return (Notice("parts_left_out", f"Of the document {', '.join(left)} were not read."),)
