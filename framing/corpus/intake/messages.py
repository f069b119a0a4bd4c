"""Records that are messages of a mailbox or items of a feed: files that hold many articles and are no tables."""

import json
from collections.abc import Callable, Iterator

from framing.corpus.intake.compressed import decompressed
from framing.corpus.intake.record import FIELDS, Record
from framing.errors import InputError
from framing.reading.formats import MEDIA_TYPES, articles
from framing.reading.plain import clean_name

__all__ = ["message_records"]

_MOST_BYTES = 2_000_000_000
"""Of a file, which is read whole."""
_PIECE = 1 << 20
"""Bytes that are read at a time: 1 MB."""


def message_records(name: str, told: Callable[[int], None]) -> Iterator[Record]:
    """Yield a record for each message or item of a file; what cannot be read is a record with a fault.

    Args:
        name: The file.
        told: Is told how many bytes of the file have been read.

    Raises:
        InputError: If the file cannot be read at all.
        InstallError: If the library that reads it is not installed.
    """
    where = clean_name(name)
    content = bytearray()
    with decompressed(name, told) as file:
        while piece := file.read(_PIECE):
            content += piece
            if len(content) > _MOST_BYTES:
                raise InputError(where, f"is larger than {_MOST_BYTES:,} bytes, the limit")
    media_type = MEDIA_TYPES["a mailbox" if ".mbox" in name.lower() else "a feed (RSS)"]
    for article in articles(bytes(content), media_type, where):
        if isinstance(article, InputError):
            yield Record(article.where, FIELDS, b"", fault=article.what)
        else:
            fields = {**article.metadata, "title": article.title or "", "text": article.text}
            yield Record(f"{where}: {article.part}", FIELDS, json.dumps(fields).encode())
