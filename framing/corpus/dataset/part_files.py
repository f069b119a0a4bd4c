"""Part files: rows as Arrow tables, written to Parquet whole or not at all."""

import hashlib
import os
import uuid
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from framing.corpus.dataset.descriptions import description
from framing.corpus.dataset.report_rows import Row
from framing.corpus.dataset.schema import DATASET_VERSION, DATASETS
from framing.corpus.intake.batches import Part
from framing.errors import ConfigError
from framing.expressions import expression
from framing.packages import needed

__all__ = [
    "Size",
    "arrow_schema",
    "decoded_tables",
    "encoded_tables",
    "sizes_of",
    "table_of",
    "write_part",
    "write_whole",
]

_NO_VALUE = "__HIVE_DEFAULT_PARTITION__"
"""The folder of rows without a value, as Hive, Spark, DuckDB and pyarrow call it."""
_DAY = r"^\d{4}-\d{2}-\d{2}$"
_NUMBER = expression(r"part-(\d+)\.parquet")
_LONGEST = 120
"""Bytes of a partition's value in a folder's name: file systems take 255 for all of it."""


class Size(NamedTuple):
    """What a part's files take: how many they are, and their bytes together."""

    files: int
    bytes: int


def arrow_schema(dataset: str) -> Any:  # noqa: ANN401 -- pyarrow ships no types
    """Return a dataset's Arrow schema, with its version and what each column holds.

    Raises:
        ConfigError: If pyarrow is not installed.
    """
    arrow = needed("pyarrow")
    types = {"string": arrow.string(), "int32": arrow.int32(), "double": arrow.float64(), "bool": arrow.bool_()}
    fields = [
        arrow.field(name, types[kind], metadata={"description": description(dataset, name)})
        for name, kind in DATASETS[dataset].items()
    ]
    return arrow.schema(fields, metadata={"framing.dataset": dataset, "framing.dataset_version": DATASET_VERSION})


def table_of(dataset: str, rows: Sequence[Row]) -> Any:  # noqa: ANN401 -- pyarrow ships no types
    """Return rows as an Arrow table; what a row does not have is missing there."""
    schema = arrow_schema(dataset)
    arrow = needed("pyarrow")
    columns = [arrow.array([row.get(field.name) for row in rows], type=field.type) for field in schema]
    return arrow.Table.from_arrays(columns, schema=schema)


def encoded_tables(tables: Mapping[str, Any]) -> bytes:
    """Return tables as bytes, for another process: each with its name and length in front."""
    arrow = needed("pyarrow")
    pieces: list[bytes] = []
    for name, table in tables.items():
        sink = arrow.BufferOutputStream()
        with arrow.ipc.new_stream(sink, table.schema) as writer:
            writer.write_table(table)
        content = sink.getvalue().to_pybytes()
        label = name.encode()
        pieces += [len(label).to_bytes(2, "big"), label, len(content).to_bytes(8, "big"), content]
    return b"".join(pieces)


def decoded_tables(content: bytes) -> dict[str, Any]:
    """Return the tables that ``encoded_tables`` wrote, once or several times one after the other."""
    arrow = needed("pyarrow")
    tables: dict[str, list[Any]] = {}
    place = 0
    while place < len(content):
        start = place + 2 + int.from_bytes(content[place : place + 2], "big")
        name = content[place + 2 : start].decode()
        place = start + 8 + int.from_bytes(content[start : start + 8], "big")
        with arrow.ipc.open_stream(content[start + 8 : place]) as reader:
            tables.setdefault(name, []).append(reader.read_all())
    return {name: arrow.concat_tables(pieces) for name, pieces in tables.items()}


def write_part(folder: Path, part: Part, tables: Mapping[str, Sequence[Any]], partition: Sequence[str]) -> Size:
    """Write a part of every dataset, and return what that took.

    Args:
        folder: The output.
        part: Which one it is; its records are not needed.
        tables: Tables of successive batches, by dataset.
        partition: Columns by which files are laid in folders.

    Raises:
        ConfigError: If a file cannot be written, or one that is there cannot be read.
    """
    arrow = needed("pyarrow")
    sizes: dict[Path, int] = {}
    name = _name(part.number)
    for dataset, pieces in tables.items():
        whole = arrow.concat_tables(pieces)
        if part.order:
            whole = _among(folder / dataset / name, whole, part.order)
        for place, table in _partitioned(whole.combine_chunks(), partition):
            if table.num_rows or not partition:
                path = folder.joinpath(dataset, *place, name)
                sizes[path] = _write_table(path, table)
        if part.again and partition:
            for path in set((folder / dataset).rglob(name)) - sizes.keys():
                path.unlink()
    return Size(len(sizes), sum(sizes.values()))


def sizes_of(folder: Path, datasets: Sequence[str]) -> dict[int, Size]:
    """Return what the files of each part take, by the part's number."""
    sizes: dict[int, Size] = {}
    for dataset in datasets:
        for path in (folder / dataset).rglob("part-*.parquet"):
            number = _NUMBER.fullmatch(path.name)
            if number:
                before = sizes.get(int(number[1]), Size(0, 0))
                sizes[int(number[1])] = Size(before.files + 1, before.bytes + path.stat().st_size)
    return sizes


def _name(number: int) -> str:
    return f"part-{number:08d}.parquet"


def _among(path: Path, table: Any, order: Sequence[str]) -> Any:  # noqa: ANN401 -- pyarrow ships no types
    """Return a part's rows with those of some articles among them, in the order of the part's records."""
    arrow, compute = needed("pyarrow"), needed("pyarrow.compute")
    try:
        there = needed("pyarrow.parquet").ParquetFile(path).read().cast(table.schema)
    except (arrow.ArrowException, OSError) as error:
        raise ConfigError(f"{path}: cannot be read ({str(error).partition(chr(10))[0]})") from error
    # A worker that was lost may have put some of them there already.
    new = compute.is_in(there.column("article"), value_set=compute.unique(table.column("article")))
    both = arrow.concat_tables([there.filter(compute.invert(new)), table])
    places = {name: number for number, name in enumerate(order)}
    numbers = [places[name] for name in both.column("article").to_pylist()]
    return both.take(arrow.array(sorted(range(len(numbers)), key=numbers.__getitem__), arrow.int64()))


def _partitioned(table: Any, partition: Sequence[str]) -> list[tuple[tuple[str, ...], Any]]:  # noqa: ANN401
    """Return a table's rows by the values of columns, which then stand in the folders' names and not in the files."""
    if not partition:
        return [((), table)]
    compute = needed("pyarrow.compute")
    column, *rest = partition
    values = table.column(column)
    if column == "date":
        days = compute.utf8_slice_codeunits(values, 0, 10)
        values = compute.if_else(compute.match_substring_regex(days, _DAY), days, None)
    kept = table.drop_columns([column])
    partitions: list[tuple[tuple[str, ...], Any]] = []
    for value in sorted({known_value for known_value in values.to_pylist() if known_value is not None}):
        rows = kept.filter(compute.equal(values, value))
        partitions += [((f"{column}={_folder_name(value)}", *below), part) for below, part in _partitioned(rows, rest)]
    without = kept.filter(compute.is_null(values))
    if without.num_rows:
        partitions += [((f"{column}={_NO_VALUE}", *below), part) for below, part in _partitioned(without, rest)]
    return partitions


def _folder_name(value: str) -> str:
    """Return a value as a folder's name that leads nowhere else: all but letters, digits and ``_-~`` are escaped."""
    name = quote(value, safe="").replace(".", "%2E")
    if len(name) <= _LONGEST:
        return name
    return f"{_folder_name(value[:8])}~{hashlib.sha256(value.encode()).hexdigest()[:16]}"


def _write_table(path: Path, table: Any) -> int:  # noqa: ANN401 -- pyarrow ships no types
    parquet, arrow = needed("pyarrow.parquet"), needed("pyarrow")
    sink = arrow.BufferOutputStream()
    parquet.write_table(table, sink, compression="zstd", compression_level=1)
    content = memoryview(sink.getvalue())
    write_whole(path, (content,))
    return len(content)


def write_whole(path: Path, pieces: Iterable[bytes | memoryview]) -> None:
    """Write a file that is then complete, also after a loss of power, or not there: write, fsync, rename.

    Raises:
        ConfigError: If it cannot be written; what was there before is untouched.
    """
    temporary = path.with_name(f".{path.name}.{uuid.uuid4().hex}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise ConfigError(f"{path}: cannot be written ({error.strerror or error})") from error
