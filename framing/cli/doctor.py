"""``framing doctor``: whether the installed package is whole."""

import sys
from collections.abc import Iterator, Sequence

import click

from framing.errors import ModelError
from framing.modelling.artifact import load_artifact
from framing.packaged import damaged_files, hashes
from framing.resources import artifacts_folder, package_folder
from framing.version import __version__

__all__ = ["command"]


@click.command(name="doctor")
def command() -> None:
    """Hold every packaged file against the hash with which the package was built.

    A checkout has no hashes: there every model is loaded. Ends with exit code 2 where a file is missing or damaged,
    each with a line that says what to do.
    """
    click.echo(f"framing {__version__} in {package_folder()}, Python {sys.version.split()[0]}")
    names = sorted(path.stem for path in artifacts_folder().glob("*.npz"))
    try:
        known = len(hashes())
        faults = damaged_files() if known else list(_unreadable(names))
    except ModelError as error:
        known, faults = 0, [str(error)]
    for fault in faults:
        click.echo(f"framing: {fault}", err=True)
    if faults:
        raise SystemExit(2)
    if known:
        click.echo(f"{known} packaged files are as they were built")
    else:
        click.echo(f"{len(names)} models can be read; a checkout has no hashes: git status tells what has changed")


def _unreadable(names: Sequence[str]) -> Iterator[str]:
    for name in names:
        try:
            load_artifact(name)
        except ModelError as error:
            yield str(error)
