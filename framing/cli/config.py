"""``framing config``: which file set what."""

import json
from pathlib import Path

import click

from framing.checking.requested import RequestedSettings, config_for
from framing.checking.settings import settings_for
from framing.errors import FramingError
from framing.output.console import without_commands
from framing.output.safe_text import one_line

__all__ = ["command"]


@click.command(name="config")
@click.option("--show", "path", type=click.Path(path_type=Path), default=Path(), help="A file or folder.")
def command(path: Path) -> None:
    """Show the settings that count for a file, and which file set each."""
    inside = str(path / "x") if path.is_dir() else str(path)
    try:
        config = config_for(RequestedSettings(), inside)
        settings = settings_for(config, inside)
    except FramingError as error:
        click.echo(f"framing: {error}", err=True)
        raise SystemExit(2) from error
    click.echo(without_commands(one_line(f"settings for {path}: {config.file or 'defaults, no settings file'}")))
    for key, value in sorted(config.values.items()):
        click.echo(
            without_commands(one_line(f"  {key} = {json.dumps(value, ensure_ascii=False)}  ({config.origins[key]})"))
        )
    click.echo(f"  rules: {' '.join(rule.card.code for rule in settings.active)}")
    click.echo(f"  kind: {settings.kind or 'read from front matter and text'}")
    for budget in settings.budgets:
        click.echo(f"  budget: {budget.measure} {'at most' if budget.upper else 'at least'} {budget.limit:g}")
