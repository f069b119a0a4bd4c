"""What the user says of an input's form: its format, and its fields' names; the rest is told by name and content."""

from typing import NamedTuple

from framing.reading.columns import Columns
from framing.reading.formats import MEDIA_TYPES

__all__ = ["INPUT_FORMATS", "Form"]

INPUT_FORMATS = {
    "text": "text/plain",
    "markdown": "text/markdown",
    "html": "text/html",
    "json": "application/json",
    "jsonl": "application/jsonl",
    "csv": "text/csv",
    "docx": MEDIA_TYPES["a Word document"],
    "odt": MEDIA_TYPES["an OpenDocument text"],
    "rtf": MEDIA_TYPES["a document in Rich Text Format"],
    "pdf": MEDIA_TYPES["a PDF document"],
    "mail": MEDIA_TYPES["a mail"],
    "mailbox": MEDIA_TYPES["a mailbox"],
    "feed": MEDIA_TYPES["a feed (RSS)"],
}
"""Media type by the name that options give."""


class Form(NamedTuple):
    """How inputs are to be read.

    Attributes:
        media_type: A value of ``INPUT_FORMATS``; ``None`` where each input's name and beginning tell.
        columns: The fields of records.
    """

    media_type: str | None = None
    columns: Columns = Columns()
