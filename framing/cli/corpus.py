"""``framing corpus``: many articles."""

import click

from framing.cli.corpus_score import score
from framing.cli.corpus_summary import compare, summarise

__all__ = ["command"]


@click.group(name="corpus")
def command() -> None:
    """Score archives of articles into Parquet datasets, and summarise and compare outlets from them."""


for sub_command in (score, summarise, compare):
    command.add_command(sub_command)
