"""``framing corpus``: many articles."""

import click

from framing.cli.corpus_score import score

__all__ = ["command"]


@click.group(name="corpus")
def command() -> None:
    """Score archives of articles into Parquet datasets, and summarise and compare outlets from them."""


command.add_command(score)
