"""Options that several commands have, each written once."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click

from framing.cli.input_options import form_of, form_options
from framing.cli.output_options import want_colour
from framing.config import Config, load_config
from framing.packages import needed
from framing.reading.form import Form

__all__ = [
    "ALLOW_PRIVATE",
    "COLOUR",
    "DATA",
    "ENCODER",
    "LEXICONS",
    "OUTPUT",
    "ReportOptions",
    "asked_encoder",
    "format_option",
    "report_options",
    "with_options",
]

COLOUR = click.option(
    "--color", "--colour", "colour", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True
)
OUTPUT = click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to a file, whole or not at all."
)
LEXICONS = click.option(
    "--lexicon",
    "lexicons",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A lexicon file of your own; may be repeated, later ones win.",
)
ALLOW_PRIVATE = click.option(
    "--allow-private", is_flag=True, help="Read addresses of private networks and this machine."
)
ENCODER = click.option(
    "--encoder/--no-encoder",
    "encoder",
    default=None,
    help="Read with the encoder too (extra 'encoder'); without, what the settings say.",
)
DATA = click.option(
    "--data",
    required=True,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder with the public data sets.",
)

_Command = TypeVar("_Command", bound=Callable[..., Any])


def with_options(*options: Callable[[_Command], _Command]) -> Callable[[_Command], _Command]:
    """Return a decorator that adds options to a command, listed in its help in their order."""

    def decorated(command: _Command) -> _Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorated


def format_option(formats: Sequence[str], of: str, **further: Any) -> Callable[[_Command], _Command]:  # noqa: ANN401
    """Return ``--format``.

    Args:
        formats: What it may be; the first is the default.
        of: What has the form, for the help.
        further: Keywords of ``click.option``.
    """
    return click.option(
        "--format",
        "format_name",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help=f"Form of {of}.",
        **further,
    )


def asked_encoder(option: bool | None, config: Config) -> bool:  # noqa: FBT001 -- the option's value
    """Return whether the encoder is to read: what the option says, else what the settings say.

    Raises:
        InstallError: If it is asked for and not installed.
    """
    asked = config.encoder if option is None else option
    if asked:
        needed("onnxruntime")
        needed("framing_encoder")
    return asked


class ReportOptions(NamedTuple):
    """What the options of a command say that reads articles and writes what it finds in them.

    Attributes:
        format_name: One of the command's formats.
        output: Where to write; ``None`` for standard output.
        verbose: Whether everything is shown.
        colour: Whether the result is painted.
        allow_private: Whether addresses of private networks are read.
        lexicons: The user's lexicon files: those of the settings, then those of the options.
        encoder: Whether the encoder reads too.
        form: What inputs are, and how their records' fields are named.
    """

    format_name: str
    output: Path | None
    verbose: bool
    colour: bool
    allow_private: bool
    lexicons: tuple[Path, ...]
    encoder: bool
    form: Form

    @classmethod
    def of(cls, options: dict[str, Any]) -> "ReportOptions":
        """Return the values of the options that ``report_options`` adds.

        Raises:
            ConfigError: If the settings of the working directory are wrong.
        """
        config = load_config(Path.cwd())
        return cls(
            format_name=options["format_name"],
            output=options["output"],
            verbose=options.get("verbose", False),
            colour=options["output"] is None and want_colour(options["colour"], os.environ),
            allow_private=options["allow_private"],
            lexicons=(*config.lexicons, *options["lexicons"]),
            encoder=asked_encoder(options["encoder"], config),
            form=form_of(options),
        )


def report_options(formats: Sequence[str], of: str, verbose: str = "") -> Callable[[_Command], _Command]:
    """Return a decorator that adds the options which ``ReportOptions.of`` reads.

    Args:
        formats: What the result may be; the first is the default.
        of: What has the form, for the help.
        verbose: What ``--verbose`` shows; without it there is no such option.
    """
    every = (click.option("-v", "--verbose", is_flag=True, help=verbose),) if verbose else ()
    return with_options(
        format_option(formats, of, envvar="FRAMING_FORMAT"),
        OUTPUT,
        *every,
        COLOUR,
        ALLOW_PRIVATE,
        LEXICONS,
        ENCODER,
        form_options,
    )
