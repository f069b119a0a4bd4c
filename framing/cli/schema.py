"""``framing schema``: the JSON Schema of a report."""

import json

import click

from framing.report_schema import report_schema

__all__ = ["command"]


@click.command(name="schema")
def command() -> None:
    """Print the JSON Schema of the JSON report."""
    click.echo(json.dumps(report_schema(), indent=2))
