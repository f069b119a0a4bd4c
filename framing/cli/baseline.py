"""``framing baseline``: findings that are known."""

import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import click

from framing.checking.baseline import DEFAULT, Known, baseline_place, known_name, read_baseline, written
from framing.checking.files import find_files
from framing.checking.gate import Choice, GateRequest, RequestedSettings, checked
from framing.checking.requested import config_for
from framing.cli.output_options import write_output
from framing.diagnostic import CheckedFile
from framing.errors import FramingError, InputError
from framing.on_disk import is_there
from framing.output.console import without_commands
from framing.output.safe_text import one_line

__all__ = ["command"]

_FILE = click.option(
    "--baseline", type=click.Path(path_type=Path), help=f"The file (default: the setting, or {DEFAULT})."
)
_PATHS = click.argument("paths", nargs=-1, required=True)
_Made = Callable[[Path, Known, frozenset[str]], Known]
"""From a baseline's place, today's findings and the names of the files that were checked to what it holds then."""


@click.group(name="baseline")
def command() -> None:
    """Keep the findings of today, so that only new ones fail: create, update, prune."""


@command.command()
@_PATHS
@_FILE
def create(paths: tuple[str, ...], baseline: Path | None) -> None:
    """Write a baseline of all findings; one that exists is not overwritten."""

    def made(place: Path, findings: Known, _checked: frozenset[str]) -> Known:
        if is_there(place):
            raise InputError(str(place), "exists; framing baseline update adds to it")
        return findings

    _write(paths, baseline, made)


@command.command()
@_PATHS
@_FILE
def update(paths: tuple[str, ...], baseline: Path | None) -> None:
    """Add the findings of today, and drop those of these files that are gone."""

    def made(place: Path, findings: Known, checked: frozenset[str]) -> Known:
        kept = {key: row for key, row in read_baseline(place).items() if row["path"] not in checked}
        return {**kept, **findings}

    _write(paths, baseline, made)


@command.command()
@_PATHS
@_FILE
def prune(paths: tuple[str, ...], baseline: Path | None) -> None:
    """Drop the findings of these files that are gone, and add none."""

    def made(place: Path, findings: Known, checked: frozenset[str]) -> Known:
        known = read_baseline(place)
        return {key: row for key, row in known.items() if row["path"] not in checked or key in findings}

    _write(paths, baseline, made)


def _write(paths: tuple[str, ...], given: Path | None, made: _Made) -> None:
    """Check the files as ``framing check`` would, and write the baseline of each: all of them, or none."""
    requested = RequestedSettings(baseline=str(given.absolute()) if given else "")
    try:
        contents = {
            place: made(place, _known(files, place), frozenset(known_name(file.container, place) for file in files))
            for place, files in _checked(paths, requested).items()
        }
    except FramingError as error:
        click.echo(f"framing: {error}", err=True)
        raise SystemExit(2) from error
    for place, rows in contents.items():
        write_output(written(rows), place)
        written_to = one_line(known_name(str(place), Path.cwd() / DEFAULT))
        click.echo(without_commands(f"{written_to}: {len(rows)} findings"))


def _checked(paths: tuple[str, ...], requested: RequestedSettings) -> Mapping[Path, list[CheckedFile]]:
    """Return the checked files by the baselines that are theirs."""
    root = config_for(requested, "-")
    files = find_files(list(paths), settings=partial(config_for, requested))
    results = checked(GateRequest(paths, requested, jobs=0, stdin=sys.stdin.buffer), Choice(tuple(files)))
    if results.failures:
        raise results.failures[0]
    by_baseline: dict[Path, list[CheckedFile]] = {}
    for file in results.files:
        place = baseline_place(config_for(requested, file.container), root)
        by_baseline.setdefault(place, []).append(file)
    return by_baseline or {baseline_place(root, root): []}


def _known(files: list[CheckedFile], place: Path) -> Known:
    return {
        finding.fingerprint: {
            "path": known_name(file.container, place),
            "code": finding.code,
            "text": finding.text,
        }
        for file in files
        for finding in file.diagnostics
        if finding.suppression is None and not finding.code.startswith("X")
    }
