"""``framing baseline``: findings that are known."""

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from framing.checking.baseline import read_baseline, written
from framing.checking.cache import Cache, Checked
from framing.checking.files import find_files
from framing.checking.options import Options, config_for
from framing.checking.run import check_files
from framing.cli.output_options import write_output
from framing.config import Config
from framing.errors import FramingError, InputError

__all__ = ["command"]

_DEFAULT = ".framing-baseline.json"
_FILE = click.option(
    "--baseline", type=click.Path(path_type=Path), help=f"The file (default: the setting, or {_DEFAULT})."
)
_PATHS = click.argument("paths", nargs=-1, required=True)


@click.group(name="baseline")
def command() -> None:
    """Keep the findings of today, so that only new ones fail: create, update, prune."""


@command.command()
@_PATHS
@_FILE
def create(paths: tuple[str, ...], baseline: Path | None) -> None:
    """Write a baseline of all findings; one that exists is not overwritten."""

    def made(config: Config) -> tuple[Path, Mapping[str, Mapping[str, str]]]:
        place = _place(baseline, config)
        if place.exists():
            raise InputError(str(place), "exists; framing baseline update adds to it")
        return place, _found(paths)

    _write(made)


@command.command()
@_PATHS
@_FILE
def update(paths: tuple[str, ...], baseline: Path | None) -> None:
    """Add the findings of today, and drop those of these files that are gone."""

    def made(config: Config) -> tuple[Path, Mapping[str, Mapping[str, str]]]:
        place = _place(baseline, config)
        found = _found(paths)
        checked = set(find_files(list(paths)))
        kept = {key: row for key, row in read_baseline(place).items() if row["path"] not in checked}
        return place, {**kept, **found}

    _write(made)


@command.command()
@_PATHS
@_FILE
def prune(paths: tuple[str, ...], baseline: Path | None) -> None:
    """Drop the findings of these files that are gone, and add none."""

    def made(config: Config) -> tuple[Path, Mapping[str, Mapping[str, str]]]:
        place = _place(baseline, config)
        found = _found(paths)
        checked = set(find_files(list(paths)))
        known = read_baseline(place)
        return place, {key: row for key, row in known.items() if row["path"] not in checked or key in found}

    _write(made)


def _place(given: Path | None, config: Config) -> Path:
    return given or Path(config.values.get("baseline", _DEFAULT))


def _found(paths: tuple[str, ...]) -> dict[str, Mapping[str, str]]:
    rows: dict[str, Mapping[str, str]] = {}
    for one in check_files(find_files(list(paths)), Options(), jobs=0, cache=Cache(None), stdin=sys.stdin.buffer):
        if not isinstance(one, Checked):
            raise one
        for found in one.file.diagnostics:
            if found.suppression is None and not found.code.startswith("X"):
                rows[found.fingerprint] = {"path": found.path, "code": found.code, "text": found.text}
    return rows


def _write(made) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001 -- a function of the settings
    try:
        place, rows = made(config_for(Options(), "-"))
    except FramingError as error:
        click.echo(f"framing: {error}", err=True)
        raise SystemExit(2) from error
    write_output(written(rows), place)
    click.echo(f"{place}: {len(rows)} findings")
