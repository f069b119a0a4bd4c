"""``framing serve``: the web application on this machine."""

import os
import secrets
from pathlib import Path

import click

from framing.cli.options import ALLOW_PRIVATE
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
def command(
    host: str,
    port: int,
    token: str | None,
    at_once: int | None,
    seconds: float,
    most_bytes: int,
    keep: Path | None,
    allow_private: bool,  # noqa: FBT001
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

        settings = ServeSettings(
            host=host,
            port=port,
            token=token or ("" if host in LOOPBACK else secrets.token_urlsafe(24)),
            at_once=at_once or os.cpu_count() or 1,
            seconds=seconds,
            most_bytes=most_bytes,
            folder=keep,
            allow_private=allow_private,
            lexicons=load_config(Path.cwd()).lexicons,
        )
        server.run(settings)
    except FramingError as error:
        click.echo(f"framing: {error}", err=True)
        raise SystemExit(2) from error
