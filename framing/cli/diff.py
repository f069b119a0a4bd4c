"""``framing diff``: what changed between two versions of an article."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from framing.article import Document
from framing.cli.input_options import form_of, form_options
from framing.cli.output_options import want_colour, write_output
from framing.comparing.revise import diff
from framing.config import load_config
from framing.errors import FramingError, InputError
from framing.pipeline import analyze_document
from framing.reading import documents, documents_of_bytes
from framing.reading.form import Form
from framing.report import Report
from framing.revision import CHANGES, Revision

__all__ = ["command"]

FORMATS = ("terminal", "json", "markdown", "html")
_KINDS = (*CHANGES, "any")


@click.command(name="diff")
@click.argument("inputs", nargs=-1, required=True, metavar="OLD NEW")
@click.option("--git", "revision", metavar="REV", help="Compare a file with its committed version: --git HEAD~1 PATH.")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(FORMATS),
    default="terminal",
    envvar="FRAMING_FORMAT",
    show_default=True,
    help="Form of the result.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to a file, whole or not at all."
)
@click.option(
    "--fail-on",
    multiple=True,
    type=click.Choice(_KINDS),
    metavar="CHANGE",
    help=f"End with exit code 1 if there is such a change; may be repeated. One of {', '.join(_KINDS)}.",
)
@click.option(
    "--color", "--colour", "colour", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True
)
@click.option("--allow-private", is_flag=True, help="Read addresses of private networks and this machine.")
@click.option(
    "--lexicon",
    "lexicons",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A lexicon file of your own; may be repeated, later ones win.",
)
@form_options
def command(
    inputs: tuple[str, ...],
    revision: str | None,
    format_name: str,
    output: Path | None,
    fail_on: tuple[str, ...],
    colour: str,
    allow_private: bool,  # noqa: FBT001
    lexicons: tuple[Path, ...],
    **records: Any,  # noqa: ANN401 -- the options of form_options
) -> None:
    """Show what changed between two versions of an article.

    Sentences added, dropped, moved and reworded, who is credited with which words, loaded words, the headline.

    \b
    framing diff morning.txt evening.txt
    framing diff --git HEAD~1 content/ferry.md --fail-on credit_lost
    """
    try:
        chosen = (*load_config(Path.cwd()).lexicons, *lexicons)
        form = form_of(records)
        changed = diff(*_versions(inputs, revision, chosen, form, allow_private=allow_private))
    except FramingError as error:
        click.echo(f"framing: {error}", err=True)
        raise SystemExit(2) from error
    painted = output is None and want_colour(colour, os.environ)
    write_output(_rendered(changed, format_name, chosen, colour=painted), output)
    if changed.kinds if "any" in fail_on else changed.kinds.keys() & set(fail_on):
        raise SystemExit(1)


def _versions(
    inputs: tuple[str, ...], revision: str | None, lexicons: tuple[Path, ...], form: Form, *, allow_private: bool
) -> tuple[Report, Report]:
    if len(inputs) != (2 if revision is None else 1):
        wanted = "takes two inputs, OLD and NEW" if revision is None else "takes one path with --git"
        raise InputError("diff", f"{wanted}, got {len(inputs)}")
    read = (list(documents(name, stdin=sys.stdin.buffer, form=form, allow_private=allow_private)) for name in inputs)
    found = [list(_committed(revision, inputs[0], form)), *read] if revision is not None else [*read]
    for versions, name in zip(found, inputs * 2, strict=False):
        if len(versions) != 1:
            raise InputError(name, f"holds {len(versions)} articles; diff takes one of each version")
    old, new = (analyze_document(versions[0], lexicons) for versions in found)
    return old, new


def _committed(revision: str, path: str, form: Form) -> Iterator[Document]:
    """Yield the documents of a file as it was in a commit."""
    place = Path(path)
    name = f"{revision}:{path}"
    if revision.startswith("-"):
        raise InputError("diff", f"--git takes a commit, got '{revision}'")
    asked = ["git", "-C", str(place.parent), "show", f"{revision}:./{place.name}"]
    try:
        done = subprocess.run(asked, capture_output=True, check=False)  # noqa: S603 -- no shell, an option is refused
    except FileNotFoundError as error:
        raise InputError(name, "cannot be read: git or the folder is not there") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise InputError(name, f"git has no such version ({said[0].removeprefix('fatal: ') if said else 'no reason'})")
    yield from documents_of_bytes(done.stdout, name, form=form)


def _rendered(revision: Revision, format_name: str, lexicons: tuple[Path, ...], *, colour: bool) -> str:
    # Each format's module is imported when it is asked for, to keep start-up short.
    if format_name == "terminal":
        from framing.output.revision import terminal  # noqa: PLC0415

        return terminal.render(revision, colour=colour)
    if format_name == "json":
        from framing.output.revision import json  # noqa: PLC0415

        return json.render(revision)
    if format_name == "html":
        from framing.output.revision import html  # noqa: PLC0415

        return html.render(revision, lexicons)
    from framing.output.revision import markdown  # noqa: PLC0415

    return markdown.render(revision)
