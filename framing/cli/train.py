"""``framing train``: make a model again from the public data."""

from pathlib import Path

import click

from framing.cli.options import DATA
from framing.encoding.installed import encoder_folder, enter_parts
from framing.errors import FramingError
from framing.evaluation.tasks import REFITTED, TRAINED, train
from framing.resources import artifacts_folder

__all__ = ["command"]


@click.command(name="train")
@click.argument("task", type=click.Choice(list(TRAINED)))
@DATA
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), help="Folder of the artifacts.")
@click.option(
    "--held-out",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="What encoders say of the annotated articles that had not read their labels: the model reads it too, and is "
    "written beside the installed encoder.",
)
@click.option("--encoder", is_flag=True, help="Read with the encoder, for reference; written beside it.")
def command(task: str, data: Path, output: Path | None, held_out: Path | None, encoder: bool) -> None:  # noqa: FBT001
    """Make an artifact again from the public data: the same input, the same bytes.

    docs/models.md names each data set, its licence and where to get it.
    """
    if held_out is not None and task not in REFITTED:
        message = f"--held-out is for {' and '.join(REFITTED)}"
        raise click.UsageError(message)
    if encoder and task != "reference":
        message = "--encoder is for reference; --held-out gives what models are fitted on"
        raise click.UsageError(message)
    try:
        beside_encoder = encoder or held_out is not None or task == "encoder"
        place = output or (encoder_folder() if beside_encoder else artifacts_folder())
        said = train(task, data, place, held_out, encoder=encoder)
        enter_parts(place)
    except FramingError as error:
        click.echo(f"framing: {error}", err=True)
        raise SystemExit(2) from error
    for name, value in said.items():
        click.echo(f"{name}: {value}")
