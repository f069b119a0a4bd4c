"""Where and how ``framing check`` says what it found: format, file or folder, colour, the summary of a job."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from framing.cli.options import COLOUR, with_options
from framing.cli.output_options import terminal_width, want_colour, write_output
from framing.config import Config
from framing.diagnostic import Outcome
from framing.output.diagnostics.findings.paths import with_relative_paths
from framing.output.diagnostics.findings.records import with_files_of_records
from framing.output.diagnostics.render import FORMATS, render_outcome
from framing.output.safe_text import one_line
from framing.report import Report

__all__ = ["chosen_format", "output_options", "write_names", "write_outcome"]

_PLAIN_WIDTH = 100
"""Cells of a line where there is no terminal, as in the log of a job."""
_OF_REPOSITORIES = frozenset({"github", "gitlab", "rdjson", "sarif"})
"""Formats whose readers find a file by its place in a repository."""
_FOR_READING = frozenset({"full", "grouped", "html", "markdown"})
"""Formats that show a record's own words, and name it as the user would look for it: file and row."""


output_options = with_options(
    click.option(
        "--output-format",
        "format_name",
        type=click.Choice(tuple(FORMATS)),
        envvar="FRAMING_OUTPUT_FORMAT",
        help="Form of the result.  [default: full; github in GitHub Actions]",
    ),
    click.option(
        "-o",
        "--output-file",
        type=click.Path(path_type=Path),
        help="Write to a file, whole or not at all; html also to a folder, with the articles' pages.",
    ),
    click.option("--statistics", is_flag=True, help="How often each rule found something, instead of the findings."),
    COLOUR,
)
"""Adds the options ``format_name``, ``output_file``, ``statistics`` and ``colour`` to a command."""


def chosen_format(name: str | None, output_file: Path | None, environment: Mapping[str, str]) -> str:
    """Return the format asked for; without one ``github`` where a job of GitHub Actions prints it, else ``full``."""
    if name is not None:
        return name
    return "github" if environment.get("GITHUB_ACTIONS") == "true" and output_file is None else "full"


def write_outcome(
    outcome: Outcome,
    format_name: str | None,
    output_file: Path | None,
    *,
    statistics: bool = False,
    colour: str = "auto",
    config: Config | None = None,
) -> None:
    """Write the result to standard output, a file or a folder.

    A format is made whole before anything is written. In a job of GitHub Actions the format ``github`` also writes the
    job's summary.

    Args:
        outcome: The run.
        format_name: A name of ``FORMATS``, or ``None`` for the one that suits the place.
        output_file: Where to write; for ``html`` a name that does not end in ``.html`` is a folder's.
        statistics: Whether to write counts by rule instead of findings; as JSON with ``json`` and ``jsonl``.
        colour: ``auto``, ``always`` or ``never``.
        config: The settings of the articles' pages.

    Raises:
        SystemExit: With code 2 and one line on standard error, if it cannot be written.
    """
    name = chosen_format(format_name, output_file, os.environ)
    if statistics:
        from framing.output.diagnostics.formats import statistics as counts  # noqa: PLC0415 -- only when asked for

        text = counts.render_json(outcome) if name in {"json", "jsonl"} else counts.render(outcome)
        write_output(text, output_file)
        return
    if name == "html" and output_file is not None and output_file.suffix not in {".html", ".htm"}:
        _write_folder(outcome, output_file, config or Config())
        return
    if name not in _FOR_READING:
        outcome = with_files_of_records(outcome)
    if name in _OF_REPOSITORIES:
        outcome = with_relative_paths(outcome, (Path.cwd(), Path.cwd().resolve()))
    painted = output_file is None and want_colour(colour, os.environ)
    text = render_outcome(outcome, name, colour=painted, width=terminal_width(_PLAIN_WIDTH))
    write_output(text, output_file)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if name == "github" and summary:
        _append_summary(outcome, Path(summary))


def write_names(files: Sequence[str]) -> None:
    """Write names of files, one a line: as they are to a program, without what would steer it to a terminal.

    A name with a line end is escaped for programs too: its lines would be names of other files, or a job's commands.
    """
    shown = sys.stdout.isatty()
    lines = (one_line(file) if shown or len(file.splitlines()) > 1 else file for file in files)
    click.echo(b"".join(os.fsencode(line) + b"\n" for line in lines), nl=False)


def _append_summary(outcome: Outcome, path: Path) -> None:
    from framing.output.diagnostics.formats import github  # noqa: PLC0415 -- only where a job asks for it

    try:
        with path.open("a", encoding="utf-8") as file:
            file.write(github.render_summary(outcome))
    except OSError as error:
        # The annotations are written: a summary that cannot be is no reason to change the result.
        click.echo(f"framing: {path}: the job's summary cannot be written ({error.strerror})", err=True)


def _write_folder(outcome: Outcome, folder: Path, config: Config) -> None:
    from framing.output.diagnostics.formats import html  # noqa: PLC0415 -- jinja2

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        click.echo(f"framing: {folder}: cannot be made ({error.strerror})", err=True)
        raise SystemExit(2) from error
    for name, page in html.folder_of_pages(outcome, _reports(outcome, config)).items():
        write_output(page, folder / name)


def _reports(outcome: Outcome, config: Config) -> dict[str, Report]:
    """Return the whole report on each article: a check runs only the stages that its rules need."""
    from framing.errors import FramingError  # noqa: PLC0415
    from framing.output.diagnostics.findings.evidence import document_of  # noqa: PLC0415
    from framing.pipeline import analyze_document  # noqa: PLC0415

    reports: dict[str, Report] = {}
    for file in outcome.files:
        document = document_of(file.path, file.text)
        if document is not None:
            try:
                reports[file.path] = analyze_document(document, config.lexicons, encoder=config.encoder)
            except FramingError:
                continue  # the index says what there is to say about it
    return reports
