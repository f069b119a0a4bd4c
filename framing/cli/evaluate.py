"""``framing evaluate``: the models' figures, with intervals."""

from pathlib import Path

import click

from framing.cli.options import DATA
from framing.errors import FramingError
from framing.evaluation.gate import below, read_floors
from framing.evaluation.tasks import ENCODED, EVALUATED, UNSEEN, evaluate, evaluate_unseen

__all__ = ["command"]


@click.command(name="evaluate")
@DATA
@click.option("--only", type=click.Choice(list(EVALUATED)), multiple=True, help="Only this task; may be repeated.")
@click.option(
    "--floors",
    "floors_file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A file of floors, such as reports/evaluation/floors.json: exit 1 if a figure is below its floor.",
)
@click.option(
    "--gold",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Labels of articles of the news sample that the models did not learn from: the shipped models are held "
    "against them, without cross-validation.",
)
@click.option("--encoder", is_flag=True, help="With the encoder (extra 'encoder').")
@click.option(
    "--held-out",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="What encoders say of the annotated articles that had not read their labels, for --encoder.",
)
def command(
    data: Path,
    only: tuple[str, ...],
    floors_file: Path | None,
    gold: Path | None,
    encoder: bool,  # noqa: FBT001 -- the option's value
    held_out: Path | None,
) -> None:
    """Print each model's figures with 95% intervals.

    Attribution is measured on the development part, which the model was not trained on; the others are
    cross-validated. With --gold the tasks are articles and article_frames, with --encoder articles, attribution and
    speakers.
    """
    if encoder and not set(only or ENCODED) <= set(ENCODED):
        message = f"--encoder is for {', '.join(ENCODED)}"
        raise click.UsageError(message)
    if gold and not UNSEEN.keys() >= set(only):
        message = f"--gold is for {' and '.join(sorted(UNSEEN))}"
        raise click.UsageError(message)
    missed: list[str] = []
    try:
        floors = read_floors(floors_file) if floors_file else {}
        every = UNSEEN if gold else EVALUATED
        for task in only or [name for name in every if not encoder or name in ENCODED]:
            click.echo(task)
            figures = (
                evaluate_unseen(task, data, gold, encoder=encoder)
                if gold
                else evaluate(task, data, encoder=encoder, held_out=held_out)
            )
            for name, (value, low, high) in figures.items():
                click.echo(f"  {name:44} {value:6.3f}  [{low:.3f} to {high:.3f}]")
            if task in floors:
                missed += [f"{task}, {line}" for line in below(figures, floors[task], data)]
    except FramingError as error:
        click.echo(f"framing: {error}", err=True)
        raise SystemExit(2) from error
    for line in missed:
        click.echo(f"framing: {line}", err=True)
    if missed:
        raise SystemExit(1)
