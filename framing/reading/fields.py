"""The text field of a record: plain text, text with character references, or an article's markup."""

import re
from collections.abc import Mapping
from dataclasses import replace

from framing.article import Document, Notice
from framing.expressions import expression
from framing.reading.edits import edited, mapped
from framing.reading.headline import titled
from framing.reading.plain import checked_text, clean_metadata, damage, plain_document
from framing.reading.references import decoded_references
from framing.reading.repairs import repaired
from framing.reading.shortcodes import as_tags

__all__ = ["field_document", "field_title"]

_NAMES = (
    "p|a|em|strong|b|i|u|s|q|div|span|ul|ol|li|h[1-6]|figure|figcaption|blockquote|cite|aside|section|article|table|tbody"
    "|tr|td|th|iframe|script|style|small|sup|sub|html|body|gu-atom"
)
_TAG = expression(
    rf"<(?:(?P<closing>/(?:{_NAMES}))\b[^<>]{{0,200}}|(?P<lone>img|br|hr|p|li)\b[^<>]{{0,2000}}"
    rf"|(?:{_NAMES})\b[^<>]{{0,2000}}|!--\s*/?wp:[^<>]{{1,2000}})>",
    re.IGNORECASE,
)
_PAGE = expression(r"\s*(?:<!doctype html|<html|<head|<body)\b", re.IGNORECASE)
_FEWEST_TAGS = 2
"""A text that names a tag is no markup; markup has a second one that closes it."""
_LOOKED_AT = 200_000
"""Characters of a field in which tags are looked for."""


def field_document(
    text: str, *, title: str | None, metadata: Mapping[str, str], name: str, notices: tuple[Notice, ...] = ()
) -> Document:
    """Return the document of a record's text field, read as what it holds.

    Args:
        text: The field.
        title: The record's headline, as its field has it.
        metadata: What else the record says.
        name: The record's place in its file.
        notices: Warnings so far.

    Raises:
        InputError: If there is no text in it.
    """
    headline = field_title(title)
    whole = Document(text)
    if "&lt;" in text or "&#60;" in text:
        # Markup that was written as text, as feeds do it: once decoded, it is read as what it is.
        edits, _ = decoded_references(whole)
        decoded = edited(whole, edits)
        whole = decoded if _is_markup(decoded.text) else whole
    if _is_markup(whole.text):
        whole = as_tags(whole)
        read = mapped(_markup_document(whole.text, headline, metadata, name, notices), whole)
    else:
        read = plain_document(text, title=headline, metadata=metadata, name=name, notices=notices)
    return titled(read, title) if headline else read


def field_title(title: str | None) -> str | None:
    """Return a title as a reader would see it: without tags and character references, on one line."""
    if title is None or not title.strip():
        return None
    plain = Document(title)
    for _ in range(2):
        edits, _ = decoded_references(plain)
        plain = edited(plain, edits)
    return " ".join(_TAG.sub("", plain.text).split()) or None


def _is_markup(text: str) -> bool:
    if "<" not in text:
        return False
    tags = list(_TAG.finditer(text, 0, min(len(text), _LOOKED_AT)))
    return len(tags) >= _FEWEST_TAGS and any(tag["closing"] or tag["lone"] for tag in tags)


def _markup_document(
    text: str, title: str | None, metadata: Mapping[str, str], name: str, notices: tuple[Notice, ...]
) -> Document:
    from framing.reading.html import fragment_document, html_document  # noqa: PLC0415 -- parsers only where needed

    checked, repairs = checked_text(text, name)
    read = html_document if _PAGE.match(checked) else fragment_document
    notice = Notice("markup_read", "The text is HTML: what a page would show of it was read; places count in that.")
    parsed = repaired(read(checked, title=title, metadata=metadata, name=name, notices=(*notices, *repairs, notice)))
    shown = damage(parsed.text) if not repairs else ()
    return replace(parsed, metadata=clean_metadata(parsed.metadata), notices=(*parsed.notices, *shown))
