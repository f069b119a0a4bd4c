"""Rich Text Format (.rtf): its paragraphs; the format names no headline, and its properties are seldom filled in."""

from collections.abc import Iterator

from framing.expressions import expression
from framing.packages import needed
from framing.reading.formats.extracted import Extracted, Paragraphs, told

__all__ = ["rich_text_articles"]

_KIND = "a document in Rich Text Format"
_PROPERTY = expression(r"\{\\(?P<name>title|author) (?P<value>[^{}\\]{1,300})\}")
_CREATED = expression(r"\{\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")


def rich_text_articles(content: bytes, where: str) -> Iterator[Extracted]:
    """Yield the one article of a document in Rich Text Format.

    Raises:
        InputError: If it is damaged.
        InstallError: If striprtf is not installed.
    """
    convert = needed("striprtf.striprtf").rtf_to_text
    source = content.decode("latin-1")
    with told(where, _KIND):
        text = convert(source, errors="replace")
    paragraphs = Paragraphs()
    for number, line in enumerate(text.split("\n"), start=1):
        paragraphs.add(line, f"paragraph {number}")
    head = source[:20_000]
    known = {match["name"]: match["value"].strip() for match in _PROPERTY.finditer(head)}
    created = _CREATED.search(head)
    date = f"{created[1]}-{int(created[2]):02}-{int(created[3]):02}" if created else ""
    yield paragraphs.extracted(known.get("title") or None, {"author": known.get("author", ""), "date": date})
