"""Options that every command has which reads articles: the inputs' format, and the names of records' fields."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from framing.reading.columns import Columns
from framing.reading.form import INPUT_FORMATS, Form

__all__ = ["column_options", "columns_of", "form_of", "form_options"]

_FORMAT = click.option(
    "--input-format",
    type=click.Choice(list(INPUT_FORMATS)),
    help="What inputs are; without it their names and beginnings tell.",
)
_COLUMNS = tuple(
    click.option(f"--{role}-column", metavar="NAME", help=f"The field of {what}, by its name or path (a.b).{further}")
    for role, what, further in (
        ("text", "texts", " Guessed without."),
        ("title", "headlines", ""),
        ("outlet", "outlets", ""),
        ("date", "dates", ""),
        ("id", "ids", ""),
    )
)

_Command = TypeVar("_Command", bound=Callable[..., Any])


def column_options(command: _Command) -> _Command:
    """Add ``--text-column`` and its like; ``columns_of`` reads them."""
    for option in reversed(_COLUMNS):
        command = option(command)
    return command


def form_options(command: _Command) -> _Command:
    """Add ``--input-format`` and the options of columns; ``form_of`` reads them."""
    return _FORMAT(column_options(command))


def columns_of(options: dict[str, Any]) -> Columns:
    """Take the columns out of a command's options."""
    return Columns(**{role: options.pop(f"{role}_column") for role in Columns._fields})


def form_of(options: dict[str, Any]) -> Form:
    """Take format and columns out of a command's options."""
    return Form(INPUT_FORMATS.get(options.pop("input_format") or ""), columns_of(options))
