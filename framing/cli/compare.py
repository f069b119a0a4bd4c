"""``framing compare``: articles on one event side by side."""

import sys
from typing import Any

import click

from framing.cli.options import ReportOptions, report_options
from framing.cli.output_options import terminal_width, write_output
from framing.comparing.compare import MOST_ARTICLES, compare
from framing.comparison import Comparison
from framing.errors import FramingError, InputError
from framing.pipeline import analyze_document
from framing.reading import documents
from framing.report import Report

__all__ = ["command"]

FORMATS = ("terminal", "json", "csv", "markdown", "html")


@click.command(name="compare")
@click.argument("inputs", nargs=-1, required=True, metavar="A B [C …]")
@report_options(FORMATS, "the comparison", verbose="Every row of each part (terminal).")
def command(inputs: tuple[str, ...], **options: Any) -> None:  # noqa: ANN401 -- values of options
    """Lay two to eight articles side by side, best on one event.

    What is told in all, what has no counterpart, which words for the same thing, who speaks, how it is framed.

    \b
    framing compare courier.txt herald.txt
    framing compare a.md b.html c.txt --format markdown
    """
    try:
        chosen = ReportOptions.of(options)
        comparison = compare(_reports(inputs, chosen))
    except FramingError as error:
        click.echo(f"framing: {error}", err=True)
        raise SystemExit(2) from error
    write_output(_rendered(comparison, chosen), chosen.output)


def _reports(inputs: tuple[str, ...], options: ReportOptions) -> list[Report]:
    read = [
        document
        for name in inputs
        for document in documents(name, stdin=sys.stdin.buffer, form=options.form, allow_private=options.allow_private)
    ]
    if not 2 <= len(read) <= MOST_ARTICLES:
        raise InputError("compare", f"takes 2 to {MOST_ARTICLES} articles, got {len(read)}")
    return [analyze_document(document, options.lexicons, encoder=options.encoder) for document in read]


def _rendered(comparison: Comparison, options: ReportOptions) -> str:
    # Each format's module is imported when it is asked for, to keep start-up short.
    if options.format_name == "terminal":
        from framing.output.comparison import terminal  # noqa: PLC0415

        width = terminal_width(terminal.WIDTH)
        return terminal.render(comparison, colour=options.colour, verbose=options.verbose, width=width)
    if options.format_name == "json":
        from framing.output.comparison import json  # noqa: PLC0415

        return json.render(comparison)
    if options.format_name == "csv":
        from framing.output.comparison import csv  # noqa: PLC0415

        return csv.render(comparison)
    if options.format_name == "html":
        from framing.output.comparison import html  # noqa: PLC0415

        return html.render(comparison, options.lexicons)
    from framing.output.comparison import markdown  # noqa: PLC0415

    return markdown.render(comparison)
