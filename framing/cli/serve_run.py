"""Runs the web application until it is ended."""

import socket
from dataclasses import replace

import click
import uvicorn

from framing.errors import InputError
from framing.serving.app import make_app
from framing.serving.settings import ServeSettings

__all__ = ["run"]

_MOST_CONNECTIONS = 200
"""Connections at a time. Set by hand: a browser opens about six."""
_IDLE_SECONDS = 5
"""Seconds for which an idle connection is kept open: uvicorn's default."""


def run(settings: ServeSettings) -> None:
    """Listen, say where, and serve until Ctrl-C.

    Raises:
        InputError: If the address cannot be listened on.
    """
    listening = _listening(settings)
    settings = replace(settings, port=listening.getsockname()[1])
    click.echo(f"framing: {settings.address}{f'/?token={settings.token}' if settings.token else ''} (Ctrl-C ends it)")
    config = uvicorn.Config(
        make_app(settings),
        log_level="warning",
        limit_concurrency=_MOST_CONNECTIONS,
        timeout_keep_alive=_IDLE_SECONDS,
        server_header=False,
        h11_max_incomplete_event_size=64_000,
        timeout_graceful_shutdown=2,
    )
    with listening:
        uvicorn.Server(config).run(sockets=[listening])


def _listening(settings: ServeSettings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((settings.host, settings.port))
        listening.listen(_MOST_CONNECTIONS)
    except OSError as error:
        listening.close()
        raise InputError(f"{settings.host}:{settings.port}", f"cannot be listened on ({error.strerror})") from error
    return listening
