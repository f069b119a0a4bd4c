"""Files with one article a row: JSON Lines and CSV."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping

from framing.article import Document, Notice
from framing.errors import InputError
from framing.reading.plain import plain_document

__all__ = ["OnError", "csv_documents", "json_document", "jsonl_documents"]

OnError = Callable[[InputError], None] | None
"""What to do with a bad record: ``None`` raises, a function is told and reading goes on."""

_TEXT = ("text", "content", "body", "article", "article_text")
_TITLE = ("title", "headline")
_KNOWN = {
    "outlet": ("outlet", "source", "publisher", "publication"),
    "site": ("site", "sitename"),
    "date": ("date", "published", "date_published", "publish_date"),
    "author": ("author", "authors", "byline"),
    "url": ("url", "link"),
    "id": ("id", "doc_id"),
    "topic": ("topic", "section"),
    "language": ("language", "lang"),
}


def jsonl_documents(text: str, name: str, notices: tuple[Notice, ...], on_error: OnError) -> Iterator[Document]:
    """Yield a document for each line that is not blank."""
    found = False
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        found = True
        where = f"{name}:{number}"
        try:
            yield _record(_parsed(line, where), where, notices)
        except InputError as error:
            _told(error, on_error)
    if not found:
        raise InputError(name, "is empty: there is no record in it")


def json_document(text: str, name: str, notices: tuple[Notice, ...], on_error: OnError) -> Iterator[Document]:
    """Yield the document of a JSON object, or one for each object of an array."""
    value = _parsed(text, name)
    for number, row in enumerate(value if isinstance(value, list) else [value], start=1):
        where = f"{name}:{number}" if isinstance(value, list) else name
        try:
            yield _record(row, where, notices)
        except InputError as error:
            _told(error, on_error)


def csv_documents(text: str, name: str, notices: tuple[Notice, ...], on_error: OnError) -> Iterator[Document]:
    """Yield a document for each row; the first line names the columns."""
    csv.field_size_limit(2**31 - 1)
    rows = csv.DictReader(io.StringIO(text, newline=""))
    try:
        columns = [column for column in rows.fieldnames or [] if column]
        if not any(column.strip().lower() in _TEXT for column in columns):
            shown = ", ".join(columns[:8])[:200]
            raise InputError(name, f"has no column '{_TEXT[0]}' (or {', '.join(_TEXT[1:])}); its columns are: {shown}")
        for row in rows:
            where = f"{name}:{rows.line_num}"
            try:
                yield _record({key: value for key, value in row.items() if key}, where, notices)
            except InputError as error:
                _told(error, on_error)
    except csv.Error as error:
        raise InputError(f"{name}:{rows.line_num}", f"is not CSV: {error}") from error


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


def _record(row: object, where: str, notices: tuple[Notice, ...]) -> Document:
    if not isinstance(row, Mapping):
        raise InputError(where, f"is not a JSON object with a field '{_TEXT[0]}'")
    fields = {str(key).strip().lower(): value for key, value in row.items()}
    text = next((fields[key] for key in _TEXT if isinstance(fields.get(key), str)), None)
    if text is None:
        raise InputError(where, f"has no field '{_TEXT[0]}' (or {', '.join(_TEXT[1:])}) with a string in it")
    title = next((fields[key] for key in _TITLE if isinstance(fields.get(key), str) and fields[key].strip()), None)
    metadata = {
        known: _written(fields[key])
        for known, keys in _KNOWN.items()
        for key in keys[::-1]
        if fields.get(key) not in (None, "", [])
    }
    return plain_document(text, title=title, metadata=metadata, name=where, notices=notices)


def _written(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
