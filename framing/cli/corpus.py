"""``framing corpus``: many articles."""

import click

from framing.cli.corpus_score import score
from framing.cli.corpus_sources import sources
from framing.cli.corpus_summary import compare, summarise

__all__ = ["command"]


@click.group(name="corpus")
def command() -> None:
    """Score archives of articles into Parquet datasets; summaries, comparisons and a ledger of sources from them."""


for sub_command in (score, summarise, compare, sources):
    command.add_command(sub_command)
