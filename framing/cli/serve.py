"""``framing serve``: the web application on this machine."""

import os
import secrets
from pathlib import Path
from typing import Any

import click

from framing.cli.options import ALLOW_PRIVATE, ENCODER, asked_encoder
from framing.config import load_config
from framing.errors import FramingError
from framing.packages import needed

__all__ = ["command"]


@click.command(name="serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option(
    "--token", envvar="FRAMING_TOKEN", help="What requests have to show; made for other hosts than this machine."
)
@click.option("--at-once", type=click.IntRange(1, 64), default=None, help="Analyses at a time; one a core without.")
@click.option("--seconds", type=click.FloatRange(1, 3600), default=30.0, show_default=True, help="Most time of one.")
@click.option("--most-bytes", type=click.IntRange(1000), default=20_000_000, show_default=True, help="Of a request.")
@click.option("--keep", type=click.Path(path_type=Path, file_okay=False), help="Store results in a folder.")
@ALLOW_PRIVATE
@ENCODER
def command(
    host: str,
    token: str | None,
    keep: Path | None,
    encoder: bool | None,  # noqa: FBT001 -- the option's value
    **options: Any,  # noqa: ANN401 -- one value an option
) -> None:
    """Read articles in the browser: paste, drop or send one, or two to eight to lay side by side.

    Nothing leaves the machine, and nothing is stored without --keep.

    \b
    framing serve
    framing serve --host 0.0.0.0 --token "$(cat token)"
    """
    try:
        needed("starlette")
        needed("python_multipart")
        server = needed("framing.cli.serve_run")
        from framing.serving.settings import LOOPBACK, ServeSettings  # noqa: PLC0415 -- with its extra only

        config = load_config(Path.cwd())
        settings = ServeSettings(
            host=host,
            port=options["port"],
            token=token or ("" if host in LOOPBACK else secrets.token_urlsafe(24)),
            at_once=options["at_once"] or os.cpu_count() or 1,
            seconds=options["seconds"],
            most_bytes=options["most_bytes"],
            folder=keep,
            allow_private=options["allow_private"],
            lexicons=config.lexicons,
            encoder=asked_encoder(encoder, config),
        )
        server.run(settings)
    except FramingError as error:
        click.echo(f"framing: {error}", err=True)
        raise SystemExit(2) from error
