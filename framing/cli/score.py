"""``framing score``: the report on articles."""

import os
import sys
from pathlib import Path
from typing import Any

import click

from framing.cli.input_options import form_of, form_options
from framing.cli.output_options import want_colour, write_output
from framing.config import load_config
from framing.errors import FramingError, InputError
from framing.pipeline import analyze_document
from framing.reading import documents
from framing.reading.form import Form
from framing.report import Report

__all__ = ["command"]

FORMATS = ("terminal", "json", "jsonl", "csv", "markdown", "html")


@click.command(name="score")
@click.argument("inputs", nargs=-1, required=True, metavar="FILE…|URL|-")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(FORMATS),
    default="terminal",
    envvar="FRAMING_FORMAT",
    show_default=True,
    help="Form of the report.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to a file, whole or not at all."
)
@click.option("-v", "--verbose", is_flag=True, help="Every finding in its sentence (terminal).")
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
@click.option("--no-open-data", is_flag=True, help="Type nobody by open data on offices and bodies.")
@form_options
def command(
    inputs: tuple[str, ...],
    format_name: str,
    output: Path | None,
    verbose: bool,  # noqa: FBT001
    colour: str,
    allow_private: bool,  # noqa: FBT001
    lexicons: tuple[Path, ...],
    no_open_data: bool,  # noqa: FBT001
    **records: Any,  # noqa: ANN401 -- the options of form_options
) -> None:
    """Report how an article is framed, who speaks in it, and which words judge.

    Several files, or files with several articles, give one table with a row each. An input that cannot be read is named
    and costs only itself: the others are reported, and the exit code is 2.

    \b
    framing score article.txt
    framing score page.html --format json --output report.json
    framing score https://example.org/news/story
    """
    try:
        settings = load_config(Path.cwd())
        chosen = (*settings.lexicons, *lexicons)
        reports, failures = _reports(
            inputs, chosen, form_of(records), allow_private=allow_private, open_data=not no_open_data
        )
    except FramingError as error:
        click.echo(f"framing: {error}", err=True)
        raise SystemExit(2) from error
    if reports or not failures:
        colourful = output is None and want_colour(colour, os.environ)
        write_output(_rendered(reports, format_name, chosen, verbose=verbose, colour=colourful), output)
    for failure in failures:
        click.echo(f"framing: {failure}", err=True)
    if failures:
        raise SystemExit(2)


def _reports(
    inputs: tuple[str, ...], lexicons: tuple[Path, ...], form: Form, *, allow_private: bool, open_data: bool
) -> tuple[list[Report], list[InputError]]:
    """Return a report for each article, and every input that cannot be read."""
    failures: list[InputError] = []
    reports: list[Report] = []
    for name in inputs:
        try:
            found = documents(
                name, stdin=sys.stdin.buffer, form=form, allow_private=allow_private, on_error=failures.append
            )
            reports.extend(analyze_document(document, lexicons, open_data=open_data) for document in found)
        except InputError as error:
            failures.append(error)
    return reports, failures


def _rendered(
    reports: list[Report], format_name: str, lexicons: tuple[Path, ...], *, verbose: bool, colour: bool
) -> str:
    # Each format's module is imported when it is asked for, to keep start-up short.
    if format_name == "terminal":
        from framing.output import terminal  # noqa: PLC0415

        return terminal.render(reports, colour=colour, verbose=verbose)
    if format_name in {"json", "jsonl"}:
        from framing.output import json  # noqa: PLC0415

        return json.render(reports) if format_name == "json" else json.render_lines(reports)
    if format_name == "csv":
        from framing.output import csv  # noqa: PLC0415

        return csv.render(reports)
    if format_name == "html":
        from framing.output import html  # noqa: PLC0415

        return html.render(reports, lexicons)
    from framing.output import markdown  # noqa: PLC0415

    return markdown.render(reports)
