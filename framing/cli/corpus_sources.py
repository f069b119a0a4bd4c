"""``framing corpus sources``: the ledger of who an archive quotes, as a table that people correct."""

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from framing.cli.output_options import write_output
from framing.corpus.summary.ledger import COLUMNS, FIGURES, Ledger, LedgerRow, make_ledger
from framing.corpus.summary.opening import open_corpus
from framing.errors import FramingError, InputError
from framing.on_disk import is_file
from framing.output.console import with_commands
from framing.output.csv import safe
from framing.reading.plain import clean_name

__all__ = ["sources"]

_KEYS = "keys"
_BETWEEN = " | "


@click.command(name="sources")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The ledger; one that is there is read first, and what people corrected and added in it is kept.",
)
def sources(folder: Path, output: Path | None) -> None:
    """One row for each person and body that an archive quotes, from the output of 'framing corpus score --detail'.

    Correct names, titles, pronouns, types and parties in the file, give rows one name that are one source, add columns
    of your own: the next run counts again and keeps all of it.

    \b
    framing corpus sources scores --output ledger.csv
    """
    try:
        kept, added = _read(output) if output is not None and is_file(output) else ([], [])
        ledger = make_ledger(open_corpus(folder), kept)
    except FramingError as error:
        click.echo(f"framing: {error}", err=True)
        raise SystemExit(2) from error
    write_output(_table(ledger, added), output, keep_mode=output is not None and is_file(output))
    repeated = (
        "" if ledger.repeated is None else f"; {ledger.repeated:.0%} of credits go to sources of several articles"
    )
    click.echo(f"framing: {len(ledger.rows):,} sources{repeated}", err=True)


def _table(ledger: Ledger, added: Sequence[str]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*COLUMNS, *FIGURES, *added, _KEYS])
    for row in ledger.rows:
        cells = [safe(str(getattr(row, column))) for column in (*COLUMNS, *FIGURES)]
        writer.writerow([*cells, *(row.added.get(name, "") for name in added), safe(_BETWEEN.join(row.keys))])
    return out.getvalue()


def _read(path: Path) -> tuple[list[LedgerRow], list[str]]:
    """Return the rows of a ledger that people worked on, and the names of the columns that they added.

    Raises:
        InputError: If it is none.
    """
    where = clean_name(str(path))
    try:
        rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""), strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(where, f"is no ledger: {error}; give --output another name") from error
    columns = list(rows[0]) if rows else []
    missing = [name for name in ("name", _KEYS) if name not in columns]
    if missing:
        raise InputError(where, f"is no ledger: it has no column '{missing[0]}'; give --output another name")
    added = [name for name in columns if name and name not in {*COLUMNS, *FIGURES, _KEYS}]
    return [_row(row, added, f"{where}:{number}") for number, row in enumerate(rows, start=2)], added


def _row(row: dict[str, str | None], added: Sequence[str], where: str) -> LedgerRow:
    name, keys = _plain(row["name"]), _plain(row[_KEYS])
    if not name:
        raise InputError(where, "has no name; delete the row, or name the source")
    own = tuple(key for key in keys.split(_BETWEEN) if key)
    blank = LedgerRow(own or (name,), name, added={column: row[column] or "" for column in added})
    corrected: dict[str, Any] = {column: _plain(row.get(column)) for column in COLUMNS}
    return replace(blank, **corrected)


def _plain(cell: str | None) -> str:
    """Return a cell without what keeps spreadsheets and jobs from running it."""
    text = (cell or "").strip()
    return with_commands(text[1:] if text.startswith("'") and safe(text[1:]) == text else text)
