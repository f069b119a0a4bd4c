"""Files with one article a row: JSON Lines, JSON and CSV."""

import csv
import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from framing.article import Document, Notice
from framing.errors import InputError
from framing.reading.columns import FIELD_NAMES, Columns, absent, named
from framing.reading.encoding import decode
from framing.reading.fields import field_document
from framing.reading.plain import clean, clean_metadata

__all__ = [
    "OnError",
    "csv_documents",
    "json_document",
    "jsonl_documents",
    "parsed_line",
    "record_document",
]

OnError = Callable[[InputError], None] | None
"""What to do with a bad record: ``None`` raises, a function is told and reading goes on."""

_TEXT, _TITLE = FIELD_NAMES["text"], FIELD_NAMES["title"]
_KNOWN = {role: names for role, names in FIELD_NAMES.items() if role not in {"text", "title"}}
_DELIMITERS = (",", "\t", ";")


class _Row(NamedTuple):
    """A record as it was read: its place, its value, the warnings so far."""

    where: str
    value: object
    notices: tuple[Notice, ...]


_Read = _Row | InputError


def jsonl_documents(
    lines: Iterable[bytes | str], name: str, *, columns: Columns, max_bytes: int, on_error: OnError
) -> Iterator[Document]:
    """Yield a document for each line that is not blank.

    Args:
        lines: The lines in order; bytes are decoded line by line, so that one bad line is one bad record.
        name: The file, for errors and the documents' names (``file:line``).
        columns: The user's names for the fields.
        max_bytes: Most bytes of a line.
        on_error: What to do with a bad record.

    Raises:
        InputError: If a record is bad and ``on_error`` is ``None``, if there is none at all, or if the first has no
            field of a name that the user gives.
    """
    yield from _documents(_lines(lines, name, max_bytes), name, columns, max_bytes, on_error)


def _lines(lines: Iterable[bytes | str], name: str, max_bytes: int) -> Iterator[_Read]:
    for number, line in enumerate(lines, start=1):
        where = f"{name}:{number}"
        if len(line) > max_bytes:
            yield InputError(where, f"is longer than {max_bytes:,} bytes, the limit for one article")
        elif line.strip():
            try:
                yield _Row(where, *parsed_line(line, where))
            except InputError as error:
                yield error


def parsed_line(line: bytes | str, where: str) -> tuple[object, tuple[Notice, ...]]:
    """Return the JSON value of a line, with warnings of its decoding.

    Raises:
        InputError: If it is not text, or not JSON.
    """
    text, notices = decode(line, where) if isinstance(line, bytes) else (line, ())
    return _parsed(text, where), notices


def json_document(
    text: str, name: str, notices: tuple[Notice, ...], *, columns: Columns, max_bytes: int, on_error: OnError
) -> Iterator[Document]:
    """Yield the document of a JSON object, or one for each object of an array.

    Raises:
        InputError: If it is not JSON, a record is bad and ``on_error`` is ``None``, or the first has no field of a name
            that the user gives.
    """
    value = _parsed(text, name)
    rows = value if isinstance(value, list) else [value]
    places = [f"{name}[{number}]" if isinstance(value, list) else name for number in range(1, len(rows) + 1)]
    read = (_Row(where, row, notices) for where, row in zip(places, rows, strict=True))
    yield from _documents(read, name, columns, max_bytes, on_error)


def csv_documents(
    text: str, name: str, notices: tuple[Notice, ...], *, columns: Columns, max_bytes: int, on_error: OnError
) -> Iterator[Document]:
    """Yield a document for each row; the first line names the columns, and tells commas, tabs and semicolons apart.

    Raises:
        InputError: If there is no column of texts, or none of a name that the user gives, or a row is bad and
            ``on_error`` is ``None``.
    """
    # The module's own limit is for the whole process and would stop at a field; ours rejects one record.
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    header = text[:100_000].lstrip("\r\n").partition("\n")[0]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(header, columns), strict=True)
    names = _column_names(rows, name, columns)
    yield from _documents(_rows(rows, names, name, notices), name, columns, max_bytes, on_error)


def _rows(rows: Any, names: list[str], name: str, notices: tuple[Notice, ...]) -> Iterator[_Read]:  # noqa: ANN401 -- csv's reader has no type
    while True:
        where = f"{name}:{rows.line_num + 1}"
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield InputError(where, f"is not CSV: {error}; check the quotation marks of this row")
            continue
        if row is None:
            return
        if len(row) > len(names):
            fault = f"has {len(row)} fields, the first line names {len(names)}; quote the commas in texts"
            yield InputError(where, fault)
        elif any(row):
            fields: dict[str, str] = {}
            for column, value in zip(names, row, strict=False):
                # The first of two columns of one name counts.
                fields.setdefault(column, value)
            yield _Row(where, fields, notices)


def _documents(
    read: Iterable[_Read], name: str, columns: Columns, max_bytes: int, on_error: OnError
) -> Iterator[Document]:
    """Yield the documents of rows; what is wrong with one costs only that one, unless nobody is told."""
    none = True
    unchecked = True
    for row in read:
        none = False
        if isinstance(row, InputError):
            _told(row, on_error)
            continue
        fields = row.value
        if unchecked and isinstance(fields, Mapping):
            unchecked = False
            _all_there(fields, columns, name)
        try:
            if isinstance(fields, Mapping):
                fields = named(fields, columns)
            document = record_document(fields, row.where, row.notices, max_bytes)
        except InputError as error:
            _told(error, on_error)
        else:
            yield document
    if none:
        raise InputError(name, "is empty: there is no record in it")


def _all_there(fields: Mapping[str, object], columns: Columns, name: str) -> None:
    """A column that is named and missing is one error at the start, and not one a row."""
    missing = absent(fields, columns)
    if missing:
        raise InputError(name, f"has no column '{missing[0]}'; its columns are: {_shown(list(map(str, fields)))}")


def _delimiter(header: str, columns: Columns) -> str:
    wanted = {name.lower() for name in (*_TEXT, *columns.chosen().values())}

    def texts(delimiter: str) -> tuple[int, int]:
        names = header.split(delimiter)
        return sum(column.strip(' "\r').lower() in wanted for column in names), len(names)

    return max(_DELIMITERS, key=texts)


def _column_names(rows: Iterator[list[str]], name: str, columns: Columns) -> list[str]:
    """Return the columns' names: the first row that is not blank."""
    try:
        row = next((row for row in rows if any(row)), None)
    except csv.Error as error:
        raise InputError(f"{name}:1", f"is not CSV: {error}") from error
    if row is None:
        raise InputError(name, "is empty: there is no row in it")
    names = [column.strip() for column in row]
    if columns.text is None and not any(column.lower() in _TEXT for column in names):
        raise InputError(
            name, f"has no column '{_TEXT[0]}' (or {', '.join(_TEXT[1:])}); its columns are: {_shown(names)}"
        )
    return names


def _shown(names: list[str]) -> str:
    return " ".join(clean(", ".join(names[:8])[:200]).split())


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
