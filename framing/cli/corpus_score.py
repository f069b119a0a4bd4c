"""``framing corpus score``: archives of articles into Parquet datasets."""

import os
from pathlib import Path
from typing import Any

import click

from framing.cli.corpus_progress import Progress
from framing.cli.input_options import column_options, columns_of
from framing.cli.options import ENCODER, LEXICONS, asked_encoder
from framing.config import load_config
from framing.corpus.intake.record import Limits
from framing.corpus.run import score_corpus
from framing.corpus.running.engine import Engine
from framing.corpus.running.settings import PART_ARTICLES, PARTITIONS, Settings
from framing.errors import ConfigError, FramingError
from framing.packages import needed

__all__ = ["score"]


@click.command(name="score")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT…")
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path, file_okay=False), help="Folder of the datasets."
)
@click.option("--detail", is_flag=True, help="Also sentences, attributions and loaded terms.")
@click.option(
    "--partition", multiple=True, type=click.Choice(PARTITIONS), help="Lay the files in folders by it; may be repeated."
)
@column_options
@click.option(
    "--workers", type=click.IntRange(min=0), default=0, show_default="one a core", help="Processes of this machine."
)
@click.option("--engine", type=click.Choice(["local", "dask"]), default="local", show_default=True, help="Who works.")
@click.option(
    "--scheduler",
    envvar="DASK_SCHEDULER_ADDRESS",
    help="Address or scheduler file of the Dask cluster (--engine dask).",
)
@click.option(
    "--max-bytes",
    type=click.IntRange(min=1000),
    default=Limits().bytes,
    show_default=True,
    help="Longest record; longer ones are rejected.",
)
@click.option(
    "--max-seconds",
    type=click.FloatRange(min=0.1),
    default=Limits().seconds,
    show_default=True,
    help="Longest time for one record; it is rejected then.",
)
@click.option(
    "--part-articles",
    type=click.IntRange(min=1, max=100_000),
    default=PART_ARTICLES,
    show_default=True,
    help="Records a part file.",
)
@LEXICONS
@ENCODER
@click.option(
    "--retry-rejects",
    is_flag=True,
    help="Try records again that were rejected before; --max-seconds and --max-bytes may then be others.",
)
@click.option("-q", "--quiet", is_flag=True, help="Only errors.")
def score(inputs: tuple[str, ...], output: Path, **options: Any) -> None:  # noqa: ANN401 -- one value an option
    """Score every article of archives into Parquet datasets.

    Reads JSON Lines, CSV and Parquet (also .gz, .zst), folders of pages, web archives (.warc.gz), by path or any
    address that fsspec opens. A run that was stopped goes on where it was: run the same command again. Records that
    cannot be read stand in rejects.jsonl with the reason, and the exit code is then 1.

    \b
    framing corpus score news.jsonl.gz --output scores
    framing corpus score archive/ s3://bucket/2024/*.parquet --output scores --detail --partition outlet
    """
    progress = Progress(quiet=options["quiet"])
    try:
        needed("pyarrow")
        config = load_config(Path.cwd())
        settings = Settings(
            detail=options["detail"],
            partition=tuple(dict.fromkeys(options["partition"])),
            columns=columns_of(options),
            limits=Limits(options["max_bytes"], options["max_seconds"]),
            lexicons=(*config.lexicons, *(path.resolve() for path in options["lexicons"])),
            part_articles=options["part_articles"],
            encoder=asked_encoder(options["encoder"], config),
        )
        engine = _engine(options["engine"], options["scheduler"], options["workers"])
        outcome = score_corpus(inputs, output, settings, engine, progress, retry_rejects=options["retry_rejects"])
    except FramingError as error:
        progress.end()
        click.echo(f"framing: {error}", err=True)
        raise SystemExit(2) from error
    except KeyboardInterrupt:
        progress.end()
        click.echo("framing: stopped; the same command goes on where this one was", err=True)
        raise SystemExit(130) from None
    seconds = progress.end()
    new = outcome.articles + outcome.rejected - outcome.before
    if not options["quiet"]:
        click.echo(
            f"framing: {outcome.articles:,} articles, {outcome.words:,} words in {output}; "
            f"{new:,} records in {seconds:.0f} s",
            err=True,
        )
    if outcome.rejected or not outcome.articles:
        lost = f"{outcome.rejected:,} of {outcome.articles + outcome.rejected:,} records were not scored"
        click.echo(f"framing: {lost}; {output / 'rejects.jsonl'} says why", err=True)
        raise SystemExit(1 if outcome.articles else 2)


def _engine(name: str, scheduler: str | None, workers: int) -> Engine | int:
    if name == "local":
        return workers or _cores()
    if scheduler is None:
        raise ConfigError("--engine dask needs --scheduler ADDRESS")
    from framing.corpus.running.cluster import cluster_engine  # noqa: PLC0415 -- Dask only where a cluster works

    return cluster_engine(scheduler)


def _cores() -> int:
    """Return the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
