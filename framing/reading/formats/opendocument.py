"""OpenDocument texts (.odt): paragraphs with their styles, and the document's own properties."""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from framing.packages import needed
from framing.reading.formats.extracted import Extracted, Paragraphs, checked_zip, told
from framing.reading.listed import is_listed

if TYPE_CHECKING:
    from framing.article import BlockKind

__all__ = ["opendocument_articles"]

_KIND = "an OpenDocument text"


def opendocument_articles(content: bytes, where: str) -> Iterator[Extracted]:
    """Yield the one article of an OpenDocument text; notes, comments, headers and footers are not read.

    Raises:
        InputError: If it is damaged, has a password or unpacks to too much.
        InstallError: If odfdo is not installed.
    """
    checked_zip(content, where, _KIND)
    odfdo = needed("odfdo")
    with told(where, _KIND):
        document = odfdo.Document(BytesIO(content))
        paragraphs = Paragraphs()
        for number, item in enumerate(document.body.get_elements("descendant::text:p|descendant::text:h"), start=1):
            _paragraph(item, number, paragraphs)
        meta = document.meta
        date = meta.creation_date or meta.date
        metadata = {
            "author": meta.initial_creator or meta.creator or "",
            "date": date.date().isoformat() if date else "",
        }
        title = (meta.title or "").strip() or None
    yield paragraphs.extracted(title, metadata)


def _paragraph(item: Any, number: int, paragraphs: Paragraphs) -> None:  # noqa: ANN401 -- the library's own type
    above = {ancestor.tag for ancestor in _above(item)}
    if above & {"text:note", "office:annotation"}:
        return
    words = item.text_recursive if hasattr(item, "text_recursive") else str(item)
    kind: BlockKind | None = None
    style = (item.style or "").replace("_20_", " ")
    if style == "Title" or (item.tag == "text:h" and not paragraphs.headed):
        kind = "headline"
    elif style == "Subtitle":
        kind = "deck"
    elif item.tag == "text:h":
        kind = "subhead"
    elif style == "Quotations":
        kind = "body"
    elif above & {"text:list-item", "table:table-cell"}:
        kind = "boilerplate" if is_listed(words) else None
    paragraphs.add(words, f"paragraph {number}", kind, quoted=style == "Quotations")


def _above(item: Any) -> Iterator[Any]:  # noqa: ANN401 -- the library's own type
    while (item := item.parent) is not None:
        yield item
