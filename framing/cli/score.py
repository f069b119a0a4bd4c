"""``framing score``: the report on articles."""

import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

import click

from framing.cli.options import ReportOptions, report_options
from framing.cli.output_options import terminal_width, write_folder, write_output
from framing.errors import FramingError, InputError
from framing.pipeline import analyze_document
from framing.reading import documents
from framing.report import Report

__all__ = ["command"]

FORMATS = ("terminal", "json", "jsonl", "csv", "markdown", "html")


@click.command(name="score")
@click.argument("inputs", nargs=-1, required=True, metavar="FILE…|URL|-")
@report_options(FORMATS, "the report", verbose="Every finding in its sentence (terminal).")
@click.option("--no-open-data", is_flag=True, help="Type nobody by open data on offices and bodies.")
def command(inputs: tuple[str, ...], no_open_data: bool, **options: Any) -> None:  # noqa: ANN401, FBT001 -- values of options
    """Report how an article is framed, who speaks in it, and which words judge.

    Several files, or files with several articles, give one table with a row each; with html and an output that does not
    end in .html, a folder with an index and a page each. An input that cannot be read is named
    and costs only itself: the others are reported, and the exit code is 2.

    \b
    framing score article.txt
    framing score page.html --format json --output report.json
    framing score https://example.org/news/story
    framing score a.txt b.md --format html --output pages
    """
    failures: list[InputError] = []
    try:
        chosen = ReportOptions.of(options)
        reports = _reports(inputs, chosen, failures, open_data=not no_open_data)
        first = next(reports, None)
        if first is not None or not failures:
            _write(chain([first] if first else [], reports), chosen)
    except FramingError as error:
        click.echo(f"framing: {error}", err=True)
        raise SystemExit(2) from error
    for failure in failures:
        click.echo(f"framing: {failure}", err=True)
    if failures:
        raise SystemExit(2)


def _reports(
    inputs: tuple[str, ...], options: ReportOptions, failures: list[InputError], *, open_data: bool
) -> Iterator[Report]:
    """Yield a report for each article; inputs that cannot be read are added to the failures."""
    for name in inputs:
        try:
            read = documents(
                name,
                stdin=sys.stdin.buffer,
                form=options.form,
                allow_private=options.allow_private,
                on_error=failures.append,
            )
            for document in read:
                yield analyze_document(document, options.lexicons, open_data=open_data, encoder=options.encoder)
        except InputError as error:
            failures.append(error)


def _write(reports: Iterator[Report], options: ReportOptions) -> None:
    output = options.output
    if options.format_name == "html" and output is not None and output.suffix not in {".html", ".htm"}:
        from framing.output import html  # noqa: PLC0415 -- jinja2

        pages = html.folder_of_pages(reports, options.lexicons)
        write_folder(((name, page.encode()) for name, page in pages), output)
    else:
        write_output(_pieces(reports, options), output)


def _pieces(reports: Iterator[Report], options: ReportOptions) -> Iterable[str]:
    """Return the output in pieces, each written as its report is done; a table and a page are one."""
    # Each format's module is imported when it is asked for, to keep start-up short.
    if options.format_name == "terminal":
        from framing.output import terminal  # noqa: PLC0415

        width = terminal_width(terminal.WIDTH)
        return terminal.pieces(reports, colour=options.colour, verbose=options.verbose, width=width)
    if options.format_name in {"json", "jsonl"}:
        from framing.output import json  # noqa: PLC0415

        return json.pieces(reports) if options.format_name == "json" else json.lines(reports)
    if options.format_name == "csv":
        from framing.output import csv  # noqa: PLC0415

        return csv.pieces(reports)
    if options.format_name == "html":
        from framing.output import html  # noqa: PLC0415

        return (html.render(each, options.lexicons) for each in (reports,))
    from framing.output import markdown  # noqa: PLC0415

    return markdown.pieces(reports)
