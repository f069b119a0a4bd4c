"""``framing train``: make a model again from the public data."""

from pathlib import Path

import click

from framing.cli.options import DATA
from framing.errors import FramingError
from framing.evaluation.tasks import TRAINED, train
from framing.resources import artifacts_folder

__all__ = ["command"]


@click.command(name="train")
@click.argument("task", type=click.Choice(list(TRAINED)))
@DATA
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), help="Folder of the artifacts.")
def command(task: str, data: Path, output: Path | None) -> None:
    """Make an artifact again from the public data: the same input, the same bytes.

    docs/models.md names each data set, its licence and where to get it.
    """
    try:
        said = train(task, data, output or artifacts_folder())
    except FramingError as error:
        click.echo(f"framing: {error}", err=True)
        raise SystemExit(2) from error
    for name, value in said.items():
        click.echo(f"{name}: {value}")
