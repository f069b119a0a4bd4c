"""``framing corpus summarise`` and ``framing corpus compare``: outlets in figures, from the datasets."""

import os
from pathlib import Path

import click

from framing.cli.output_options import want_colour, write_output
from framing.corpus.summary.figures import ALL_FIGURES, TELLING, choose_figures
from framing.corpus.summary.grouping import CLUSTERS, GROUPINGS
from framing.corpus.summary.opening import Corpus, open_corpus
from framing.corpus.summary.tables import Table, tabulate
from framing.errors import ConfigError, FramingError

__all__ = ["summarise"]

_FORMATS = ("terminal", "json", "csv", "html")


def _listed(context: click.Context, parameter: click.Parameter, value: str) -> tuple[str, ...]:  # noqa: ARG001
    """Return the names of a list with commas."""
    return tuple(dict.fromkeys(name.strip() for name in value.split(",") if name.strip()))


@click.command(name="summarise")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--by", default="outlet", show_default=True, callback=_listed, help=f"Of {', '.join(GROUPINGS)}; with commas."
)
@click.option("--measure", "measures", multiple=True, help="A measure to show; may be repeated.")
@click.option("--all", "everything", is_flag=True, help="Every measure.")
@click.option(
    "--cluster", type=click.Choice(CLUSTERS), default="article", show_default=True, help="What hangs together."
)
@click.option("--most", type=click.IntRange(min=1), default=10, show_default=True, help="Groups shown on a terminal.")
@click.option(
    "--format", "format_name", type=click.Choice(_FORMATS), default="terminal", show_default=True, help="Form of it."
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to a file, whole or not at all."
)
@click.option(
    "--color", "--colour", "colour", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True
)
def summarise(  # noqa: PLR0913, PLR0917 -- an option each
    folder: Path,
    by: tuple[str, ...],
    measures: tuple[str, ...],
    everything: bool,  # noqa: FBT001
    cluster: str,
    most: int,
    format_name: str,
    output: Path | None,
    colour: str,
) -> None:
    """Figures of outlets, months or topics with intervals, from the output of 'framing corpus score'.

    Articles of one group are one figure; the interval says how far it would move had other articles (or days, weeks,
    events: --cluster) been read. --format html is a page with charts.

    \b
    framing corpus summarise scores --by outlet
    framing corpus summarise scores --by outlet,month --all --format csv -o figures.csv
    framing corpus summarise scores --format html -o outlets.html
    """
    try:
        corpus = open_corpus(folder)
        _check_groupings(by)
        names = tuple(ALL_FIGURES) if everything else measures or TELLING
        table = tabulate(corpus, by, choose_figures(names), cluster)
        text = _rendered(
            corpus, table, format_name, most=most, colour=output is None and want_colour(colour, os.environ)
        )
    except FramingError as error:
        click.echo(f"framing: {error}", err=True)
        raise SystemExit(2) from error
    if not corpus.finished and format_name != "terminal":
        click.echo(f"framing: {folder}: the run that scores it has not finished: articles are missing", err=True)
    write_output(text, output)


def _check_groupings(by: tuple[str, ...]) -> None:
    for name in by:
        if name not in GROUPINGS:
            raise ConfigError(f"--by: articles cannot be grouped by '{name}'; of {', '.join(GROUPINGS)}")


def _rendered(corpus: Corpus, table: Table, format_name: str, *, most: int, colour: bool) -> str:
    # Each format's module is imported when it is asked for.
    if format_name == "csv":
        from framing.output.corpus import csv  # noqa: PLC0415

        return csv.render(table)
    if format_name == "json":
        from framing.output.corpus import json  # noqa: PLC0415

        return json.render(corpus, table)
    from framing.output.corpus import terminal  # noqa: PLC0415

    return terminal.render(corpus, table, most=most, colour=colour)
