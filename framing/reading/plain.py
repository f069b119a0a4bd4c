"""Plain text: the document is the decoded text, untouched."""

import re
from collections.abc import Mapping

from framing.article import Document, Notice
from framing.errors import InputError

__all__ = ["checked_text", "plain_document"]

_SURROGATE = re.compile("[\ud800-\udfff]")


def checked_text(text: str, name: str) -> tuple[str, tuple[Notice, ...]]:
    """Return a text that can be analysed and written, with what was repaired.

    Lone surrogates, which no file can hold, become U+FFFD; the text keeps its length.

    Raises:
        InputError: If there is nothing but white space.
    """
    if not text or text.isspace():
        raise InputError(name or "text", "is empty: there is no text in it")
    if _SURROGATE.search(text):
        return _SURROGATE.sub("\ufffd", text), (
            Notice("text_repaired", "Characters that are no characters (lone surrogates) were replaced."),
        )
    return text, ()


def plain_document(
    text: str, *, title: str | None, metadata: Mapping[str, str], name: str, notices: tuple[Notice, ...] = ()
) -> Document:
    """Return the document of a plain text."""
    checked, repairs = checked_text(text, name)
    return Document(
        checked,
        title=checked_text(title, name)[0] if title and not title.isspace() else None,
        metadata=metadata,
        name=name,
        notices=(*notices, *repairs),
    )
