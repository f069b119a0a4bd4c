"""``framing score``: the report on articles."""

import sys
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
    try:
        chosen = ReportOptions.of(options)
        reports, failures = _reports(inputs, chosen, open_data=not no_open_data)
    except FramingError as error:
        click.echo(f"framing: {error}", err=True)
        raise SystemExit(2) from error
    output = chosen.output
    if reports and chosen.format_name == "html" and output is not None and output.suffix not in {".html", ".htm"}:
        from framing.output import html  # noqa: PLC0415 -- jinja2

        pages = html.folder_of_pages(reports, chosen.lexicons)
        write_folder({name: page.encode() for name, page in pages.items()}, output)
    elif reports or not failures:
        write_output(_rendered(reports, chosen), output)
    for failure in failures:
        click.echo(f"framing: {failure}", err=True)
    if failures:
        raise SystemExit(2)


def _reports(
    inputs: tuple[str, ...], options: ReportOptions, *, open_data: bool
) -> tuple[list[Report], list[InputError]]:
    """Return a report for each article, and every input that cannot be read."""
    failures: list[InputError] = []
    reports: list[Report] = []
    for name in inputs:
        try:
            read = documents(
                name,
                stdin=sys.stdin.buffer,
                form=options.form,
                allow_private=options.allow_private,
                on_error=failures.append,
            )
            reports.extend(analyze_document(document, options.lexicons, open_data=open_data) for document in read)
        except InputError as error:
            failures.append(error)
    return reports, failures


def _rendered(reports: list[Report], options: ReportOptions) -> str:
    # Each format's module is imported when it is asked for, to keep start-up short.
    if options.format_name == "terminal":
        from framing.output import terminal  # noqa: PLC0415

        width = terminal_width(terminal.WIDTH)
        return terminal.render(reports, colour=options.colour, verbose=options.verbose, width=width)
    if options.format_name in {"json", "jsonl"}:
        from framing.output import json  # noqa: PLC0415

        return json.render(reports) if options.format_name == "json" else json.render_lines(reports)
    if options.format_name == "csv":
        from framing.output import csv  # noqa: PLC0415

        return csv.render(reports)
    if options.format_name == "html":
        from framing.output import html  # noqa: PLC0415

        return html.render(reports, options.lexicons)
    from framing.output import markdown  # noqa: PLC0415

    return markdown.render(reports)
