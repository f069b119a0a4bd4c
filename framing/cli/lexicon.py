"""``framing lexicon``: the word lists."""

import difflib
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
    """Print a lexicon's entries, or all about one entry.

    NAME is a shipped lexicon (see list), an entry as reports name it (LEXICON/ENTRY), or a file of your own.
    """
    known = {path.stem: path for path in shipped_files()}
    theme, _, wanted = name.partition("/")
    if theme in known and wanted:
        _show_entry(_load((known[theme],))[0], wanted)
        return
    if name not in known and not Path(name).exists():
        click.echo(f"framing: {name}: no lexicon, entry or file has this name; see 'framing lexicon list'", err=True)
        raise SystemExit(2)
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


def _show_entry(lexicon: Lexicon, wanted: str) -> None:
    entry = next((entry for entry in lexicon.entries if entry.id == wanted), None)
    if entry is None:
        near = difflib.get_close_matches(wanted, [entry.id for entry in lexicon.entries], n=1)
        hint = f"; did you mean {lexicon.id}/{near[0]}?" if near else ""
        click.echo(f"framing: {lexicon.id} has no entry {wanted}{hint}", err=True)
        raise SystemExit(2)
    facts = {
        "pattern": entry.pattern,
        "category": f"{entry.category} ({entry.pos})",
        "severity": entry.severity or "",
        "reason": entry.reason,
        "alternatives": "; ".join(entry.alternatives),
        **{guard.replace("_", " "): ", ".join(phrases) for guard, phrases in entry.guards.items()},
        "references": ", ".join(entry.references or lexicon.references),
        "hits": " ".join(entry.hits),
        "misses": " ".join(entry.misses),
        "note": entry.note,
    }
    click.echo(f"{lexicon.id}/{entry.id} ({lexicon.title}, {lexicon.version})")
    for label, value in facts.items():
        if value:
            click.echo(f"{label:12} {value}")


@command.command()
@_FILES
def lint(files: tuple[Path, ...]) -> None:
    """Find duplicates, unreachable entries, missing references, broken examples and words too common to tell."""
    lexicons = _load(files)
    try:
        lint_faults = faults(lexicons)
    except FramingError as error:
        click.echo(f"framing: {error}", err=True)
        raise SystemExit(2) from error
    for fault in lint_faults:
        click.echo(fault)
    if lint_faults:
        click.echo(f"{len(lint_faults)} faults", err=True)
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
