"""Records of files with one article a row: JSON Lines, CSV and Parquet, read with memory for one row at a time."""

import codecs
import csv
import itertools
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from framing.corpus.intake.compressed import decompressed
from framing.corpus.intake.places import open_bytes
from framing.corpus.intake.record import FIELDS, Record, too_long
from framing.errors import InputError
from framing.packages import needed
from framing.reading.columns import FIELD_NAMES, Columns, guessed, missing, paths_of
from framing.reading.files import Opened, lines_of
from framing.reading.plain import clean_name
from framing.reading.records import parsed_line

__all__ = ["csv_records", "jsonl_records", "parquet_records"]

Told = Callable[[int], None]
_ROWS = 64
"""Rows that are taken from a Parquet file at once."""
_LOOKED_AT = 1000
"""Rows of a JSON Lines file in one of which a column that the user names must be; and bytes, if that is sooner."""
_LOOKED_AT_BYTES = 8_000_000
"""See ``_LOOKED_AT``: a record can have up to ``Limits.bytes``."""
_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def jsonl_records(name: str, columns: Columns, max_bytes: int, told: Told) -> Iterator[Record]:
    """Yield a record for each line that is not blank.

    Raises:
        InputError: If a column that the user names is in none of the first records.
    """
    lines = _jsonl_lines(name, max_bytes, told)
    beginning: list[Record] = []
    absent = list(columns.chosen().values())
    seen: dict[str, None] = {}
    size = rows = 0
    while absent and rows < _LOOKED_AT and size < _LOOKED_AT_BYTES and (record := next(lines, None)) is not None:
        beginning.append(record)
        size += len(record.payload)
        row = None if record.fault else _object(record)
        if row is not None:
            rows += 1
            names = paths_of(row, columns)
            seen |= dict.fromkeys(names)
            absent = [column for column in absent if column not in names]
    if absent and rows:
        raise _no_column(clean_name(name), absent[0], list(seen))
    yield from beginning
    yield from lines


def _object(record: Record) -> Mapping[str, object] | None:
    try:
        row, _ = parsed_line(record.payload, record.where)
    except InputError:
        return None
    return row if isinstance(row, dict) else None


def _jsonl_lines(name: str, max_bytes: int, told: Told) -> Iterator[Record]:
    with decompressed(name, told) as file:
        try:
            number = 0
            for number, read in enumerate(_lines(file, max_bytes), start=1):
                where = f"{file.where}:{number}"
                line = read.removeprefix(codecs.BOM_UTF8) if number == 1 else read
                if len(line) > max_bytes:
                    yield _too_long(where, max_bytes)
                elif line.strip():
                    yield Record(where, FIELDS, line)
        except InputError as error:
            yield Record(f"{file.where}:{number + 1}", FIELDS, b"", fault=f"the rest of the file is lost: {error.what}")


def csv_records(name: str, columns: Columns, max_bytes: int, told: Told) -> Iterator[Record]:
    """Yield a record for each row that is not blank, as JSON; the first row names the columns.

    Raises:
        InputError: If the file cannot be read, its first row names no columns, or a row is no CSV.
    """
    with decompressed(name, told) as file:
        csv.field_size_limit(min(max_bytes, sys.maxsize, 2**31 - 1))
        lines = _decoded(file, max_bytes)
        before, header = next(((number, line) for number, line in enumerate(lines) if line.strip()), (0, ""))
        delimiter = max(",\t;", key=header.count)
        rows = csv.reader(itertools.chain([header.removeprefix("\ufeff")], lines), delimiter=delimiter, strict=True)
        try:
            names = next(rows)
        except (csv.Error, StopIteration) as error:
            raise InputError(file.where, f"its first row names no columns ({str(error) or 'there is none'})") from error
        _checked(names, columns, file.where)
        while True:
            where = f"{file.where}:{before + rows.line_num + 1}"
            try:
                row = next(rows, None)
            except csv.Error as error:
                fault = too_long(max_bytes) if "field limit" in str(error) else f"is not CSV: {error}"
                yield Record(where, FIELDS, b"", fault=fault)
                continue
            except InputError as error:
                yield Record(where, FIELDS, b"", fault=f"the rest of the file is lost: {error.what}")
                return
            if row is None:
                return
            if not any(row):
                continue
            if len(row) > len(names):
                fault = f"has {len(row)} fields, the first line names {len(names)}; quote the commas in texts"
                yield Record(where, FIELDS, b"", fault=fault)
                continue
            # The first of two columns of one name counts.
            yield _row(where, dict(reversed(list(zip(names, row, strict=False)))), max_bytes)


def parquet_records(name: str, columns: Columns, max_bytes: int, told: Told) -> Iterator[Record]:
    """Yield a record for each row, as JSON, with the columns that an article's record may have.

    Raises:
        InputError: If the file cannot be read or is no Parquet file.
        InstallError: If the extra that reads such files is not installed.
    """
    where = clean_name(name)
    arrow = needed("pyarrow")
    parquet = needed("pyarrow.parquet")
    with open_bytes(name) as file:
        try:
            # Column chunks are read through a small buffer: a row group may be larger than memory.
            table = parquet.ParquetFile(file, buffer_size=1 << 20, pre_buffer=False)
        except (arrow.ArrowException, OSError, ValueError) as error:
            raise InputError(where, f"is not a Parquet file: {str(error).partition(chr(10))[0]}") from error
        there = [str(column) for column in table.schema_arrow.names]
        _checked([path for field in table.schema_arrow for path in _paths(arrow, field)], columns, where)
        usual = {alias for aliases in FIELD_NAMES.values() for alias in aliases}
        chosen = {
            part
            for named_column in columns.chosen().values()
            for part in (named_column, named_column.partition(".")[0])
        }
        wanted = [
            named_column for named_column in there if named_column.strip().lower() in usual or named_column in chosen
        ]
        number = 0
        try:
            for batch in table.iter_batches(batch_size=_ROWS, columns=wanted, use_threads=False):
                for row in batch.to_pylist():
                    number += 1
                    yield _row(f"{where}:{number}", row, max_bytes)
                told(file.tell())
        except (arrow.ArrowException, OSError, ValueError) as error:
            fault = f"the rest of the file is lost: {str(error).partition(chr(10))[0]}"
            yield Record(f"{where}:{number + 1}", FIELDS, b"", fault=fault)


def _row(where: str, row: dict[str, object], max_bytes: int) -> Record:
    payload = json.dumps(row, default=_plain).encode("ascii")
    # Escapes make a text longer than it is: only what could be too long is measured again.
    if len(payload) > max_bytes and len(json.dumps(row, default=_plain, ensure_ascii=False)) > max_bytes:
        return _too_long(where, max_bytes)
    return Record(where, FIELDS, payload)


def _plain(value: object) -> str:
    """Return dates and times as ISO writes them, other values of Parquet as text."""
    return value.isoformat() if isinstance(value, date) else str(value)


def _too_long(where: str, max_bytes: int) -> Record:
    return Record(where, FIELDS, b"", fault=too_long(max_bytes))


def _paths(arrow: Any, field: Any) -> Iterator[str]:  # noqa: ANN401 -- pyarrow ships no types
    """Yield a column's name, and of one that holds objects the paths into them."""
    yield str(field.name)
    if arrow.types.is_struct(field.type):
        for inner in field.type:
            yield from (f"{field.name}.{path}" for path in _paths(arrow, inner))


def _checked(names: Sequence[str], columns: Columns, where: str) -> None:
    absent = missing(names, columns)
    if absent:
        raise _no_column(where, absent[0], names)
    if "text" not in guessed(names, columns):
        shown = clean_name(", ".join(names[:12]))
        raise InputError(where, f"no column of texts; name it with --text-column; its columns are: {shown}")


def _no_column(where: str, name: str, names: Sequence[str]) -> InputError:
    return InputError(
        where, f"has no column '{clean_name(name)}'; its columns are: {clean_name(', '.join(names[:12]))}"
    )


def _lines(file: Opened, max_bytes: int) -> Iterator[bytes]:
    return lines_of(file.read(1 << 16), file, max_bytes)


def _decoded(file: Opened, max_bytes: int) -> Iterator[str]:
    """Yield lines with their ends; a line that is not UTF-8 is read as Windows-1252."""
    for number, line in enumerate(_lines(file, max_bytes)):
        if number == 0 and line.startswith(_MARKS):
            raise InputError(file.where, "is UTF-16; save it as UTF-8")
        try:
            yield line.decode("utf-8") + "\n"
        except UnicodeDecodeError:
            yield line.decode("cp1252", errors="replace") + "\n"
