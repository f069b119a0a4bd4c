"""``framing compare``: articles on one event side by side."""

import os
import sys
from pathlib import Path
from typing import Any

import click

from framing.cli.input_options import form_of, form_options
from framing.cli.output_options import want_colour, write_output
from framing.comparing.compare import MOST_ARTICLES, compare
from framing.comparison import Comparison
from framing.config import load_config
from framing.errors import FramingError, InputError
from framing.pipeline import analyze_document
from framing.reading import documents
from framing.reading.form import Form
from framing.report import Report

__all__ = ["command"]

FORMATS = ("terminal", "json", "csv", "markdown", "html")


@click.command(name="compare")
@click.argument("inputs", nargs=-1, required=True, metavar="A B [C …]")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(FORMATS),
    default="terminal",
    envvar="FRAMING_FORMAT",
    show_default=True,
    help="Form of the comparison.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to a file, whole or not at all."
)
@click.option("-v", "--verbose", is_flag=True, help="Every row of each part (terminal).")
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
    format_name: str,
    output: Path | None,
    verbose: bool,  # noqa: FBT001
    colour: str,
    allow_private: bool,  # noqa: FBT001
    lexicons: tuple[Path, ...],
    **records: Any,  # noqa: ANN401 -- the options of form_options
) -> None:
    """Lay two to eight articles side by side, best on one event.

    What is told in all, what has no counterpart, which words for the same thing, who speaks, how it is framed.

    \b
    framing compare courier.txt herald.txt
    framing compare a.md b.html c.txt --format markdown
    """
    try:
        chosen = (*load_config(Path.cwd()).lexicons, *lexicons)
        form = form_of(records)
        comparison = compare(_reports(inputs, chosen, form, allow_private=allow_private))
    except FramingError as error:
        click.echo(f"framing: {error}", err=True)
        raise SystemExit(2) from error
    painted = output is None and want_colour(colour, os.environ)
    write_output(_rendered(comparison, format_name, chosen, verbose=verbose, colour=painted), output)


def _reports(inputs: tuple[str, ...], lexicons: tuple[Path, ...], form: Form, *, allow_private: bool) -> list[Report]:
    found = [
        document
        for name in inputs
        for document in documents(name, stdin=sys.stdin.buffer, form=form, allow_private=allow_private)
    ]
    if not 2 <= len(found) <= MOST_ARTICLES:
        raise InputError("compare", f"takes 2 to {MOST_ARTICLES} articles, got {len(found)}")
    return [analyze_document(document, lexicons) for document in found]


def _rendered(
    comparison: Comparison, format_name: str, lexicons: tuple[Path, ...], *, verbose: bool, colour: bool
) -> str:
    # Each format's module is imported when it is asked for, to keep start-up short.
    if format_name == "terminal":
        from framing.output.comparison import terminal  # noqa: PLC0415

        return terminal.render(comparison, colour=colour, verbose=verbose)
    if format_name == "json":
        from framing.output.comparison import json  # noqa: PLC0415

        return json.render(comparison)
    if format_name == "csv":
        from framing.output.comparison import csv  # noqa: PLC0415

        return csv.render(comparison)
    if format_name == "html":
        from framing.output.comparison import html  # noqa: PLC0415

        return html.render(comparison, lexicons)
    from framing.output.comparison import markdown  # noqa: PLC0415

    return markdown.render(comparison)
