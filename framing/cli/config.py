"""``framing config``: which file set what."""

import json
import os
from pathlib import Path

import click

from framing.checking.settings import settings_for
from framing.config import load_config
from framing.errors import FramingError

__all__ = ["command"]


@click.command(name="config")
@click.option("--show", "path", type=click.Path(path_type=Path), default=Path(), help="A file or folder.")
def command(path: Path) -> None:
    """Show the settings that count for a file, and which file set each."""
    folder = path if path.is_dir() else path.parent
    try:
        config = load_config(folder)
        settings = settings_for(config, os.path.relpath(path))
    except FramingError as error:
        click.echo(f"framing: {error}", err=True)
        raise SystemExit(2) from error
    click.echo(f"settings for {path}: {config.file or 'defaults, no settings file'}")
    for key, value in sorted(config.values.items()):
        click.echo(f"  {key} = {json.dumps(value, ensure_ascii=False)}  ({config.origins[key]})")
    click.echo(f"  rules: {' '.join(rule.card.code for rule in settings.rules)}")
    click.echo(f"  kind: {settings.kind or 'read from front matter and text'}")
    for budget in settings.budgets:
        click.echo(f"  budget: {budget.measure} {'at most' if budget.upper else 'at least'} {budget.limit:g}")
