"""``framing corpus summarise`` and ``framing corpus compare``: outlets in figures, from the datasets."""

import csv
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from framing.cli.options import COLOUR, OUTPUT, format_option, with_options
from framing.cli.output_options import want_colour, write_output
from framing.corpus.summary.archive import check_groupings
from framing.corpus.summary.comparing import OutletComparison, compare_outlets
from framing.corpus.summary.figures import ALL_FIGURES, TELLING, Figure, choose_figures
from framing.corpus.summary.grouping import CLUSTERS, GROUPINGS
from framing.corpus.summary.opening import Corpus, open_corpus
from framing.corpus.summary.tables import Table, tabulate
from framing.errors import FramingError

__all__ = ["compare", "summarise"]

_FORMATS = ("terminal", "json", "csv", "html")


def _listed(context: click.Context, parameter: click.Parameter, value: str) -> tuple[str, ...]:  # noqa: ARG001
    """Return the names of a list with commas; a name that has one itself stands in quotation marks."""
    names = next(csv.reader([value], skipinitialspace=True), [])
    return tuple(dict.fromkeys(name.strip() for name in names if name.strip()))


_FOLDER = click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
_MEASURES = (
    click.option("--measure", "measures", multiple=True, help="A measure to show; may be repeated."),
    click.option("--all", "everything", is_flag=True, help="Every measure."),
    click.option(
        "--cluster", type=click.Choice(CLUSTERS), default="article", show_default=True, help="What hangs together."
    ),
)
_RESULT = (format_option(_FORMATS, "it"), OUTPUT, COLOUR)


@click.command(name="summarise")
@_FOLDER
@click.option(
    "--by", default="outlet", show_default=True, callback=_listed, help=f"Of {', '.join(GROUPINGS)}; with commas."
)
@click.option("--most", type=click.IntRange(min=1), default=10, show_default=True, help="Groups shown on a terminal.")
@with_options(*_MEASURES, *_RESULT)
def summarise(folder: Path, by: tuple[str, ...], most: int, **options: Any) -> None:  # noqa: ANN401 -- click's values
    """Figures of outlets, months or topics with intervals, from the output of 'framing corpus score'.

    Articles of one group are one figure; the interval says how far it would move had other articles (or days, weeks,
    events: --cluster) been read. --format html is a page with charts.

    \b
    framing corpus summarise scores --by outlet
    framing corpus summarise scores --by outlet,month --all --format csv -o figures.csv
    framing corpus summarise scores --format html -o outlets.html
    """
    with _explained():
        corpus = open_corpus(folder)
        check_groupings(by)
        if options["format_name"] == "html":
            text = _page(corpus, by, _figures(options), options["cluster"])
        else:
            table = tabulate(corpus, by, _figures(options), options["cluster"])
            text = _summary(corpus, table, options["format_name"], most=most, colour=_colour(options))
    _written(corpus, text, options)


@click.command(name="compare")
@_FOLDER
@click.option("--outlets", required=True, callback=_listed, help="Two or more, with commas between them.")
@with_options(*_MEASURES, *_RESULT)
def compare(folder: Path, outlets: tuple[str, ...], **options: Any) -> None:  # noqa: ANN401 -- click's values
    """Outlets against each other: over all articles, and on the same events.

    Outlets choose different stories. The matched difference is taken within events, a topic in one week, that both
    wrote about; it needs topics and dates.

    \b
    framing corpus compare scores --outlets "The Lantern,Harbour Post"
    framing corpus compare scores --outlets A,B,C --all --format csv -o differences.csv
    """
    with _explained():
        corpus = open_corpus(folder)
        comparison = compare_outlets(corpus, outlets, _figures(options), options["cluster"])
        text = _comparison(corpus, comparison, options["format_name"], colour=_colour(options))
    _written(corpus, text, options)


@contextmanager
def _explained() -> Iterator[None]:
    """Say in one line what is wrong, and end."""
    try:
        yield
    except FramingError as error:
        click.echo(f"framing: {error}", err=True)
        raise SystemExit(2) from error


def _figures(options: Mapping[str, Any]) -> tuple[Figure, ...]:
    return choose_figures(tuple(ALL_FIGURES) if options["everything"] else options["measures"] or TELLING)


def _colour(options: Mapping[str, Any]) -> bool:
    return options["output"] is None and want_colour(options["colour"], os.environ)


def _written(corpus: Corpus, text: str, options: Mapping[str, Any]) -> None:
    if not corpus.finished and options["format_name"] != "terminal":  # the terminal's first lines say it
        click.echo(f"framing: {corpus.folder}: the run that scores it has not finished: articles are missing", err=True)
    write_output(text, options["output"])


def _summary(corpus: Corpus, table: Table, format_name: str, *, most: int, colour: bool) -> str:
    # Each format's module is imported when it is asked for.
    if format_name == "csv":
        from framing.output.corpus import csv as table_csv  # noqa: PLC0415

        return table_csv.render(table)
    if format_name == "json":
        from framing.output.corpus import json  # noqa: PLC0415

        return json.render(corpus, table)
    from framing.output.corpus import terminal  # noqa: PLC0415

    return terminal.render(corpus, table, most=most, colour=colour)


def _page(corpus: Corpus, by: tuple[str, ...], figures: tuple[Figure, ...], cluster: str) -> str:
    from framing.corpus.summary.overview import overview  # noqa: PLC0415
    from framing.output.corpus import html  # noqa: PLC0415

    return html.render(overview(corpus, by, figures, cluster, html.MOST_OUTLETS))


def _comparison(corpus: Corpus, comparison: OutletComparison, format_name: str, *, colour: bool) -> str:
    if format_name == "csv":
        from framing.output.corpus import compared_csv  # noqa: PLC0415

        return compared_csv.render(comparison)
    if format_name == "json":
        from framing.output.corpus import compared_json  # noqa: PLC0415

        return compared_json.render(corpus, comparison)
    if format_name == "html":
        from framing.output.corpus import compared_html  # noqa: PLC0415

        return compared_html.render(corpus, comparison)
    from framing.output.corpus import compared_terminal  # noqa: PLC0415

    return compared_terminal.render(corpus, comparison, colour=colour)
