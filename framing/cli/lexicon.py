"""``framing lexicon``: the word lists."""

from pathlib import Path

import click

from framing.config import add_lexicon
from framing.errors import FramingError
from framing.lexicons.check import faults
from framing.lexicons.compiled import write_compiled
from framing.lexicons.entry import Lexicon
from framing.lexicons.load import load_file, shipped, shipped_files

__all__ = ["command"]

_FILES = click.argument("files", nargs=-1, type=click.Path(path_type=Path))


@click.group(name="lexicon")
def command() -> None:
    """The word lists: list, show, lint, add-path, compile."""


@command.command(name="list")
@_FILES
def list_lexicons(files: tuple[Path, ...]) -> None:
    """Count the entries of each lexicon (default: all shipped ones)."""
    lexicons = _load(files)
    click.echo(f"{'lexicon':26} {'construct':14} {'version':8} {'entries':>7}  title")
    for lexicon in lexicons:
        click.echo(
            f"{lexicon.id:26} {lexicon.construct:14} {lexicon.version:8} {len(lexicon.entries):7}  {lexicon.title}"
        )
    click.echo(f"{'all':26} {'':14} {'':8} {sum(len(lexicon.entries) for lexicon in lexicons):7}")


@command.command()
@click.argument("name")
@click.option("--category", help="Only entries of this category.")
def show(name: str, category: str | None) -> None:
    """Print a lexicon's entries; NAME is a shipped lexicon (see list) or a file."""
    known = {path.stem: path for path in shipped_files()}
    lexicon = _load((known.get(name, Path(name)),))[0]
    click.echo(f"{lexicon.title} ({lexicon.id} {lexicon.version}, construct {lexicon.construct})")
    if lexicon.caveat:
        click.echo(lexicon.caveat)
    for entry in lexicon.entries:
        if category and entry.category != category:
            continue
        severity = f" severity {entry.severity}" if entry.severity else ""
        instead = f"; instead: {', '.join(entry.alternatives)}" if entry.alternatives else ""
        click.echo(f"{entry.pattern} [{entry.category}{severity}; {', '.join(entry.references)}]{instead}")


@command.command()
@_FILES
def lint(files: tuple[Path, ...]) -> None:
    """Find duplicates, unreachable entries, missing references, broken examples and words too common to tell."""
    lexicons = _load(files)
    try:
        found = faults(lexicons)
    except FramingError as error:
        click.echo(f"framing: {error}", err=True)
        raise SystemExit(2) from error
    for fault in found:
        click.echo(fault)
    if found:
        click.echo(f"{len(found)} faults", err=True)
        raise SystemExit(1)
    click.echo("no faults")


@command.command(name="add-path")
@click.argument("path", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def add_path(path: Path) -> None:
    """Add a lexicon file of your own to framing.toml (made in this folder where no settings file counts here)."""
    try:
        load_file(path)
        file = add_lexicon(Path.cwd(), path)
    except FramingError as error:
        click.echo(f"framing: {error}", err=True)
        raise SystemExit(2) from error
    click.echo(f"{file}: lexicons now hold {path}")


@command.command(name="compile")
def compile_shipped() -> None:
    """Write compiled.json beside the shipped lexicons, the form that loads in milliseconds."""
    click.echo(f"compiled.json: {write_compiled():,} bytes")


def _load(files: tuple[Path, ...]) -> tuple[Lexicon, ...]:
    try:
        return tuple(load_file(path) for path in files) or shipped()
    except FramingError as error:
        click.echo(f"framing: {error}", err=True)
        raise SystemExit(2) from error
