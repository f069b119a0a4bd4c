"""What the user names as inputs: files of records, folders of pages, web archives; and the records in them."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal

from framing.corpus.intake.messages import message_records
from framing.corpus.intake.pages import folder_records, is_page, warc_records
from framing.corpus.intake.places import files_of, is_folder, plain_path, size_of
from framing.corpus.intake.record import Limits, Record
from framing.corpus.intake.record_files import csv_records, jsonl_records, parquet_records
from framing.errors import InputError
from framing.reading.columns import Columns
from framing.reading.plain import clean_name

__all__ = ["Input", "find_inputs", "records"]

Format = Literal["jsonl", "csv", "parquet", "warc", "pages", "messages"]
_FORMATS: dict[str, Format] = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".parquet": "parquet",
    ".warc": "warc",
    ".mbox": "messages",
    ".rss": "messages",
    ".atom": "messages",
}
_COMPRESSED = (".gz", ".zst", ".bz2", ".xz")


@dataclass(frozen=True, slots=True)
class Input:
    """A source of records, read from its beginning to its end.

    Attributes:
        name: Its path or address; for ``pages`` a folder, or a single page.
        format: How its records stand in it.
        size: Bytes, as it lies there; 0 where it cannot be told.
    """

    name: str
    format: Format
    size: int


def find_inputs(names: Sequence[str]) -> tuple[Input, ...]:
    """Return the sources of records below the names, each folder's in the order of its files' names.

    None comes twice, by whichever names and links it is reached: the first counts.

    Raises:
        InputError: If a name leads nowhere, or to no kind of file that is known.
    """
    by_place: dict[str, Input] = {}
    for name in map(plain_path, names):
        for source in _folder(name) if is_folder(name) else [_file(name)]:
            by_place.setdefault(_place(source.name), source)
    if not by_place:
        raise InputError(", ".join(map(clean_name, names)), "there is no file of articles in it")
    return tuple(by_place.values())


def records(source: Input, columns: Columns, limits: Limits, told: Callable[[int], None]) -> Iterator[Record]:
    """Yield the records of a source in their order; what cannot be read is a record with a fault.

    Args:
        source: From ``find_inputs``.
        columns: The user's names for the fields of records.
        limits: The longest record that is kept; of a longer one only its place goes on.
        told: Is told how many bytes of the source have been read, now and then.

    Raises:
        InputError: If the source cannot be opened, or a column that the user names is not in it.
    """
    if source.format == "pages":
        return folder_records(source.name, limits.bytes, told)
    if source.format == "warc":
        return warc_records(source.name, limits.bytes, told)
    if source.format == "messages":
        return message_records(source.name, told)
    reader = {"jsonl": jsonl_records, "csv": csv_records, "parquet": parquet_records}[source.format]
    return reader(source.name, columns, limits.bytes, told)


def _place(name: str) -> str:
    return name if "://" in name else os.path.realpath(name)


def _file(name: str) -> Input:
    form = _format(name)
    if form is None:
        if not is_page(name):
            known = ", ".join((*_FORMATS, ".txt", ".md", ".html", ".docx", ".odt", ".rtf", ".pdf", ".eml"))
            raise InputError(clean_name(name), f"its ending tells no kind of archive; known are {known}")
        form = "pages"
    return Input(name, form, size_of(name))


def _folder(folder: str) -> list[Input]:
    """Files of records are sources of their own; all pages of the folder are one."""
    inputs: list[Input] = []
    pages = 0
    for name in files_of(folder):
        form = _format(name)
        if form is not None:
            inputs.append(Input(name, form, size_of(name)))
        elif is_page(name):
            pages += size_of(name) or 1
    return [*inputs, Input(folder, "pages", pages)] if pages else inputs


def _format(name: str) -> Format | None:
    path = name.lower()
    for ending in _COMPRESSED:
        path = path.removesuffix(ending)
    return _FORMATS.get(PurePath(path).suffix)
