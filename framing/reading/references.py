"""Character references (``&#8220;``) in texts that are no markup, as archives of pages have them."""

import html
from collections.abc import Iterator

from framing.article import Document, Notice
from framing.expressions import expression
from framing.reading.edits import Edit

__all__ = ["decoded_references"]

# A semicolon is needed, as prose has "AT&T"; archives that encode twice write "&amp;#8220;".
_REFERENCE = expression(r"&(?:amp;){0,4}(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def decoded_references(document: Document) -> tuple[list[Edit], Notice | None]:
    """Return what puts characters in place of the references to them, and the notice that says so."""
    if "&" not in document.text:
        return [], None
    edits = list(_found(document.text))
    if not edits:
        return [], None
    first = document.text[edits[0].start : edits[0].end]
    count = "A character reference" if len(edits) == 1 else f"{len(edits)} character references"
    was = "was" if len(edits) == 1 else "were"
    message = f"{count} ({first}) {was} read as what {'it stands' if len(edits) == 1 else 'they stand'} for."
    return edits, Notice("references_decoded", message)


def _found(text: str) -> Iterator[Edit]:
    for match in _REFERENCE.finditer(text):
        written, meaning = match.group(), html.unescape(match.group())
        while meaning not in {written, "&"} and _REFERENCE.fullmatch(meaning):
            written, meaning = meaning, html.unescape(meaning)
        if meaning != written:
            yield Edit(match.start(), match.end(), meaning)
