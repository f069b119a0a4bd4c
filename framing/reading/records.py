"""Files with one article a row: JSON Lines, JSON and CSV."""

import csv
import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping

from framing.article import Document, Notice
from framing.errors import InputError
from framing.reading.encoding import decode
from framing.reading.fields import field_document
from framing.reading.plain import clean, clean_metadata

__all__ = [
    "FIELD_NAMES",
    "OnError",
    "csv_documents",
    "json_document",
    "jsonl_documents",
    "parsed_line",
    "record_document",
]

OnError = Callable[[InputError], None] | None
"""What to do with a bad record: ``None`` raises, a function is told and reading goes on."""

_TEXT = ("text", "content", "body", "article", "article_text")
_TITLE = ("title", "headline")
_KNOWN = {
    "outlet": ("outlet", "source", "publisher", "publication", "site"),
    "site": ("site", "sitename"),
    "date": ("date", "published", "date_published", "publish_date"),
    "author": ("author", "authors", "byline"),
    "url": ("url", "link"),
    "id": ("id", "doc_id"),
    "topic": ("topic", "section"),
    "kind": ("kind", "genre"),
    "lang": ("lang", "language"),
}
FIELD_NAMES: Mapping[str, tuple[str, ...]] = {"text": _TEXT, "title": _TITLE, **_KNOWN}
"""The usual names of a record's fields, in small letters, by what they hold; the first that is there counts."""
_DELIMITERS = (",", "\t", ";")


def jsonl_documents(
    lines: Iterable[bytes | str], name: str, *, max_bytes: int, on_error: OnError
) -> Iterator[Document]:
    """Yield a document for each line that is not blank.

    Args:
        lines: The lines in order; bytes are decoded line by line, so that one bad line is one bad record.
        name: The file, for errors and the documents' names (``file:line``).
        max_bytes: Most bytes of a line.
        on_error: What to do with a bad record.

    Raises:
        InputError: If a record is bad and ``on_error`` is ``None``, or if there is none at all.
    """
    found = False
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        found = True
        where = f"{name}:{number}"
        try:
            document = _line(line, where, max_bytes)
        except InputError as error:
            _told(error, on_error)
        else:
            yield document
    if not found:
        raise InputError(name, "is empty: there is no record in it")


def _line(line: bytes | str, where: str, max_bytes: int) -> Document:
    if len(line) > max_bytes:
        raise InputError(where, f"is longer than {max_bytes:,} bytes, the limit for one article")
    row, notices = parsed_line(line, where)
    return record_document(row, where, notices, max_bytes)


def parsed_line(line: bytes | str, where: str) -> tuple[object, tuple[Notice, ...]]:
    """Return the JSON value of a line, with warnings of its decoding.

    Raises:
        InputError: If it is not text, or not JSON.
    """
    text, notices = decode(line, where) if isinstance(line, bytes) else (line, ())
    return _parsed(text, where), notices


def json_document(
    text: str, name: str, notices: tuple[Notice, ...], *, max_bytes: int, on_error: OnError
) -> Iterator[Document]:
    """Yield the document of a JSON object, or one for each object of an array.

    Raises:
        InputError: If it is not JSON, or a record is bad and ``on_error`` is ``None``.
    """
    value = _parsed(text, name)
    rows = value if isinstance(value, list) else [value]
    if not rows:
        raise InputError(name, "is empty: there is no record in it")
    for number, row in enumerate(rows, start=1):
        where = f"{name}[{number}]" if isinstance(value, list) else name
        try:
            document = record_document(row, where, notices, max_bytes)
        except InputError as error:
            _told(error, on_error)
        else:
            yield document


def csv_documents(
    text: str, name: str, notices: tuple[Notice, ...], *, max_bytes: int, on_error: OnError
) -> Iterator[Document]:
    """Yield a document for each row; the first line names the columns, and tells commas, tabs and semicolons apart.

    Raises:
        InputError: If there is no column of texts, or a row is bad and ``on_error`` is ``None``.
    """
    # The module's own limit is for the whole process and would stop at a field; ours rejects one record.
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    header = text[:100_000].lstrip("\r\n").partition("\n")[0]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(header), strict=True)
    columns = _columns(rows, name)
    while True:
        where = f"{name}:{rows.line_num + 1}"
        try:
            row = next(rows, None)
            if row is None:
                return
            document = _row(row, columns, where, notices, max_bytes) if any(row) else None
        except csv.Error as error:
            _told(InputError(where, f"is not CSV: {error}; check the quotation marks of this row"), on_error)
        except InputError as error:
            _told(error, on_error)
        else:
            if document is not None:
                yield document


def _delimiter(header: str) -> str:
    def texts(delimiter: str) -> int:
        return sum(column.strip(' "\r').lower() in _TEXT for column in header.split(delimiter))

    return max(_DELIMITERS, key=texts)


def _columns(rows: Iterator[list[str]], name: str) -> list[str]:
    """Return the columns' names in small letters: the first row that is not blank."""
    try:
        row = next((row for row in rows if any(row)), None)
    except csv.Error as error:
        raise InputError(f"{name}:1", f"is not CSV: {error}") from error
    if row is None:
        raise InputError(name, "is empty: there is no row in it")
    columns = [column.strip().lower() for column in row]
    if not any(column in _TEXT for column in columns):
        shown = " ".join(clean(", ".join(row[:8])[:200]).split())
        raise InputError(name, f"has no column '{_TEXT[0]}' (or {', '.join(_TEXT[1:])}); its columns are: {shown}")
    return columns


def _row(row: list[str], columns: list[str], where: str, notices: tuple[Notice, ...], max_bytes: int) -> Document:
    if len(row) > len(columns):
        raise InputError(
            where, f"has {len(row)} fields, the first line names {len(columns)}; quote the commas in texts"
        )
    # The first of two columns of one name counts.
    return record_document(dict(reversed(list(zip(columns, row, strict=False)))), where, notices, max_bytes)


def _told(error: InputError, on_error: OnError) -> None:
    if on_error is None:
        raise error
    on_error(error)


def _parsed(text: str, where: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(where, f"is not JSON: {error.msg} at column {error.colno}") from error
    except RecursionError as error:
        raise InputError(where, "is JSON nested too deeply to be an article") from error
    except ValueError as error:  # a number of thousands of digits
        raise InputError(where, "is JSON with a number too long to be read") from error


def record_document(row: object, where: str, notices: tuple[Notice, ...], max_bytes: int) -> Document:
    """Return the document of a record: a mapping whose text, title and metadata stand under their usual names.

    Args:
        row: The fields by name.
        where: The file and the record's place in it, for errors and the document's name.
        notices: Warnings so far.
        max_bytes: Most characters of the text.

    Raises:
        InputError: If it is no mapping, has no text, or too long a one.
    """
    if not isinstance(row, Mapping):
        raise InputError(where, f"is not a JSON object with a field '{_TEXT[0]}'")
    fields = {str(name).strip().lower(): value for name, value in row.items()}
    # A column may be there and empty ("body") beside one that is filled ("text"): the filled one is the text.
    texts = [fields[name] for name in _TEXT if isinstance(fields.get(name), str)]
    if not texts:
        raise InputError(where, f"has no field '{_TEXT[0]}' (or {', '.join(_TEXT[1:])}) with a string in it")
    text = next((text for text in texts if text.strip()), texts[0])
    if len(text) > max_bytes:
        raise InputError(where, f"its text is longer than {max_bytes:,} characters, the limit for one article")
    title = next((fields[name] for name in _TITLE if isinstance(fields.get(name), str) and fields[name].strip()), None)
    metadata = {
        known: next(written for name in names if (written := _written(fields.get(name))))
        for known, names in _KNOWN.items()
        if any(_written(fields.get(name)) for name in names)
    }
    return field_document(
        text,
        title=clean(title).strip() if title else None,
        metadata=clean_metadata(metadata),
        name=clean(where),
        notices=notices,
    )


def _written(value: object) -> str:
    """Return a field's value as one string; a list's parts stand with commas, an object says its name."""
    if isinstance(value, list):
        return ", ".join(part for part in map(_written, value[:100]) if part)
    if isinstance(value, Mapping):
        return _written(value.get("name")) if not isinstance(value.get("name"), Mapping) else ""
    return "" if value is None else str(value).strip()
