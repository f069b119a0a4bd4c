"""Which formats there are, by media type, and the reader of each; a reader's library is imported where it is needed."""

from typing import TYPE_CHECKING

from framing.packages import needed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framing.errors import InputError
    from framing.reading.formats.extracted import Extracted

__all__ = ["FORMATS", "MEDIA_TYPES", "articles"]

_HERE = "framing.reading.formats"
MEDIA_TYPES = {
    "a Word document": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "an OpenDocument text": "application/vnd.oasis.opendocument.text",
    "a document in Rich Text Format": "application/rtf",
    "a PDF document": "application/pdf",
    "a mail": "message/rfc822",
    "a saved page (MHTML)": "message/rfc822",
    "a mailbox": "application/mbox",
    "a feed (RSS)": "application/rss+xml",
    "a feed (Atom)": "application/rss+xml",
    "a feed (JSON Feed)": "application/rss+xml",
}
"""Media type of each kind of document that is read."""
FORMATS = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ("word", "word_articles"),
    "application/vnd.oasis.opendocument.text": ("opendocument", "opendocument_articles"),
    "application/rtf": ("rich_text", "rich_text_articles"),
    "application/pdf": ("pdf", "pdf_articles"),
    "message/rfc822": ("mail", "mail_articles"),
    "application/mbox": ("mail", "mailbox_articles"),
    "application/rss+xml": ("feed", "feed_articles"),
}
"""Module and reader by media type."""


def articles(content: bytes, media_type: str, where: str) -> "Iterator[Extracted | InputError]":
    """Yield what a document holds: one article, or one for each message or item, with an error for each bad one.

    Args:
        content: The document's bytes, not compressed.
        media_type: A key of ``FORMATS``.
        where: What errors call it.

    Raises:
        InputError: If it cannot be read at all.
        InstallError: If the library that reads it is not installed.
    """
    module, reader = FORMATS[media_type]
    yield from getattr(needed(f"{_HERE}.{module}"), reader)(content, where)
