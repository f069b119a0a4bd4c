"""``framing evaluate``: the models' figures, with intervals."""

from pathlib import Path

import click

from framing.errors import FramingError
from framing.evaluation.tasks import EVALUATED, evaluate

__all__ = ["command"]


@click.command(name="evaluate")
@click.option(
    "--data",
    required=True,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder with the public data sets.",
)
@click.option("--only", type=click.Choice(list(EVALUATED)), multiple=True, help="Only this task; may be repeated.")
def command(data: Path, only: tuple[str, ...]) -> None:
    """Print each model's figures with 95% intervals.

    Attribution is measured on the development part, which the model was not trained on; the others are
    cross-validated.
    """
    try:
        for task in only or EVALUATED:
            click.echo(task)
            for name, (value, low, high) in evaluate(task, data).items():
                click.echo(f"  {name:44} {value:6.3f}  [{low:.3f} to {high:.3f}]")
    except FramingError as error:
        click.echo(f"framing: {error}", err=True)
        raise SystemExit(2) from error
