"""``framing man``: manual pages of the commands, for those who package Framing."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from framing.expressions import expression
from framing.packages import needed
from framing.version import __version__

__all__ = ["command"]

_KEPT_LINES = expression(r"(?m)^\x08\n((?:[^.\n][^\n]*(?:\n|\Z))+)")
"""Lines behind click's mark for text that is not to be wrapped, up to the end of their paragraph."""
_OTHERS = expression(r"[^\x00-\x7f]")
"""Characters that older troffs read as bytes of another encoding."""
_CONTROL = expression(r"(?m)^(?=[.'])")


@click.command(name="man")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.pass_context
def command(context: click.Context, folder: Path) -> None:
    """Write a manual page for each command into FOLDER, which is made where it is missing.

    SOURCE_DATE_EPOCH sets the date of the pages.

    \b
    framing man build/man
    man build/man/framing-score.1
    """
    man = needed("click_man.man")
    top = context.find_root().command
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, below in _commands(click.Context(top, info_name="framing")):
            (folder / f"{path.replace(' ', '-')}.1").write_text(_page(man, below), encoding="utf-8")
    except OSError as error:
        click.echo(f"framing: {error.filename or folder}: cannot be written ({error.strerror})", err=True)
        raise SystemExit(2) from error


def _commands(context: click.Context) -> Iterator[tuple[str, click.Context]]:
    """Yield a command and all below it, each with its full name."""
    yield context.command_path, context
    for name, below in _below(context):
        yield from _commands(click.Context(below, info_name=name, parent=context))


def _below(context: click.Context) -> list[tuple[str, click.Command]]:
    group = context.command
    if not isinstance(group, click.Group):
        return []
    commands = ((name, group.get_command(context, name)) for name in group.list_commands(context))
    return [(name, below) for name, below in commands if below is not None and not below.hidden]


def _page(man: Any, context: click.Context) -> str:  # noqa: ANN401 -- the module of click-man, which has no types
    help_text = (context.command.help or "").replace("\\", "\\\\")
    page = man.ManPage(context.command_path)
    page.version = __version__
    page.short_help = context.command.get_short_help_str(200)
    page.synopsis = " ".join(context.command.collect_usage_pieces(context))
    page.description = _CONTROL.sub(r"\\&", "\n".join(line.strip() for line in help_text.strip().splitlines()))
    options = (
        parameter
        for parameter in context.command.params
        if isinstance(parameter, click.Option) and not parameter.hidden
    )
    records = (option.get_help_record(context) for option in options)
    page.options = [record for record in records if record is not None]
    page.commands = [(name, below.get_short_help_str(200)) for name, below in _below(context)]
    kept = _KEPT_LINES.sub(lambda lines: f".nf\n{lines[1].rstrip()}\n.fi\n", str(page))
    return _OTHERS.sub(lambda character: f"\\[u{ord(character[0]):04X}]", kept)
