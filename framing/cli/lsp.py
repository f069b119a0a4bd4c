"""``framing lsp``: findings in an editor while one writes."""

from typing import Any

import click

from framing.checking.requested import config_for
from framing.cli.check_options import settings_of, settings_options
from framing.errors import FramingError

__all__ = ["command"]


@click.command(name="lsp")
@settings_options
@click.option("--stdio", is_flag=True, help="Taken and ignored: editors say it, and there is no other way.")
def command(stdio: bool, **options: Any) -> None:  # noqa: ANN401, ARG001, FBT001 -- values of options
    """Run the language server: an editor starts it and speaks with it over standard input and output.

    Findings are those of framing check, with the settings, suppressions and baseline of each file.

    \b
    framing lsp
    framing lsp --select W,S204
    """
    from framing.language_server.server import language_server  # noqa: PLC0415 -- pygls is an extra

    settings = settings_of(options)
    try:
        config_for(settings, "-")
    except FramingError as error:
        # A settings file can be mended while the server runs; an option cannot.
        click.echo(f"framing: {error}", err=True)
        if options["given"] or options["select"] or options["extend_select"] or options["ignore"]:
            raise SystemExit(2) from error
    language_server(settings).start_io()
