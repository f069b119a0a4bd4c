"""From what the user names (a path, an address, ``-``) to documents."""

import gzip
import io
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from framing.article import Document, Notice
from framing.errors import InputError
from framing.reading.encoding import decode
from framing.reading.plain import checked_text, plain_document
from framing.reading.records import OnError, csv_documents, json_document, jsonl_documents

__all__ = ["MOST_BYTES", "document", "documents"]

MOST_BYTES = 10_000_000
"""Of one article; files of records may be larger."""
_MOST_RECORD_BYTES = 2_000_000_000
_TYPES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".jsonl": "application/jsonl",
    ".ndjson": "application/jsonl",
    ".json": "application/json",
    ".csv": "text/csv",
}
_RECORDS = frozenset({"application/jsonl", "application/json", "text/csv"})


def documents(
    source: str,
    *,
    stdin: BinaryIO | None = None,
    allow_private: bool = False,
    max_bytes: int = MOST_BYTES,
    on_error: OnError = None,
) -> Iterator[Document]:
    """Yield the documents of an input: one of a text, Markdown or HTML file, one for each record of JSONL and CSV.

    Args:
        source: A path, an http(s) address, or ``-`` for standard input.
        stdin: Standard input's bytes.
        allow_private: Whether addresses of private networks and of this machine may be read.
        max_bytes: Most bytes of one article.
        on_error: What to do with a bad record; ``None`` raises.

    Raises:
        InputError: If it cannot be read; the message is one line that says where and what.
    """
    if "://" in source:
        from framing.reading.web import fetch  # noqa: PLC0415 -- the network's modules only for addresses

        page = fetch(source, allow_private=allow_private, max_bytes=max_bytes)
        text, notices = decode(page.content, source, page.charset)
        yield from _by_type(text, page.media_type or _sniffed(text), source, notices, {"url": page.url}, on_error)
        return
    content, name = _content(source, stdin, max_bytes)
    text, notices = decode(content, name)
    suffix = Path(name.removesuffix(".gz")).suffix.lower()
    media_type = _TYPES.get(suffix) or (_sniffed(text) if suffix not in {".txt", ".text"} else "text/plain")
    yield from _by_type(text, media_type, name, notices, {}, on_error)


def document(
    text: str,
    *,
    media_type: str = "text/plain",
    title: str | None = None,
    metadata: Mapping[str, str] | None = None,
    name: str = "",
    notices: tuple[Notice, ...] = (),
) -> Document:
    """Return the document of a decoded text.

    Raises:
        InputError: If there is no text in it.
        ValueError: If the media type is not one of text/plain, text/markdown and text/html.
    """
    known = dict(metadata or {})
    if media_type == "text/plain":
        return plain_document(text, title=title, metadata=known, name=name, notices=notices)
    checked, repairs = checked_text(text, name)
    if media_type == "text/markdown":
        from framing.reading.markdown import markdown_document  # noqa: PLC0415 -- parsers only where needed

        return markdown_document(checked, title=title, metadata=known, name=name, notices=(*notices, *repairs))
    if media_type == "text/html":
        from framing.reading.html import html_document  # noqa: PLC0415 -- parsers only where needed

        return html_document(checked, title=title, metadata=known, name=name, notices=(*notices, *repairs))
    raise ValueError(f"media_type is '{media_type}'; known are text/plain, text/markdown, text/html")


def _by_type(
    text: str,
    media_type: str,
    name: str,
    notices: tuple[Notice, ...],
    metadata: Mapping[str, str],
    on_error: OnError,
) -> Iterator[Document]:
    if media_type == "application/jsonl":
        yield from jsonl_documents(text, name, notices, on_error)
    elif media_type == "application/json":
        yield from json_document(text, name, notices, on_error)
    elif media_type == "text/csv":
        yield from csv_documents(text, name, notices, on_error)
    else:
        yield document(text, media_type=media_type, metadata=metadata, name=name, notices=notices)


def _sniffed(text: str) -> str:
    """Return the media type that a text's beginning shows."""
    start = text[:1000].lstrip().lower()
    if start.startswith(("<!doctype html", "<html", "<head", "<body", "<?xml")) or "<html" in start:
        return "text/html"
    if start.startswith("{"):
        return "application/jsonl" if "\n{" in text else "application/json"
    if start.startswith(("---\n", "+++\n")):
        return "text/markdown"
    return "text/plain"


def _content(source: str, stdin: BinaryIO | None, max_bytes: int) -> tuple[bytes, str]:
    if source == "-":
        if stdin is None:
            raise InputError("-", "standard input was not given")
        return _limited(stdin.read(max_bytes * 20 + 1), "standard input", max_bytes * 20), "standard input"
    path = Path(source)
    try:
        if path.is_dir():
            raise InputError(source, "is a directory; name the files in it")
        limit = (
            _MOST_RECORD_BYTES if _TYPES.get(Path(source.removesuffix(".gz")).suffix.lower()) in _RECORDS else max_bytes
        )
        if path.stat().st_size > limit:
            raise InputError(source, f"is larger than {limit:,} bytes, the limit for one article")
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(source, "no such file") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputError(source, f"cannot be read ({reason})") from error
    return (_unzipped(content, source, limit) if source.endswith(".gz") else content), source


def _unzipped(content: bytes, where: str, limit: int) -> bytes:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as file:
            return _limited(file.read(limit + 1), where, limit)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(where, f"is not a gzip file: {error}") from error


def _limited(content: bytes, where: str, limit: int) -> bytes:
    if len(content) > limit:
        raise InputError(where, f"holds more than {limit:,} bytes, the limit")
    return content
