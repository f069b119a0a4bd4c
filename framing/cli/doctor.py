"""``framing doctor``: whether the installed package is whole."""

import sys
from collections.abc import Iterator, Sequence

import click

from framing.encoding.installed import damaged_parts, described, encoder_folder
from framing.errors import InstallError, ModelError
from framing.modelling.artifact import load_artifact
from framing.packaged import damaged_files, hashes
from framing.resources import artifacts_folder, package_folder
from framing.version import __version__

__all__ = ["command"]


@click.command(name="doctor")
def command() -> None:
    """Hold every packaged file against the hash with which the package was built, and the encoder's against its own.

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
    encoder = ""
    try:
        faults += damaged_parts(encoder_folder())
        encoder = f"the encoder {described().version} is as it was built" if not faults else ""
    except InstallError:
        encoder = "the encoder is not installed; pip install 'framing[encoder]' brings it"
    for fault in faults:
        click.echo(f"framing: {fault}", err=True)
    if faults:
        raise SystemExit(2)
    if known:
        click.echo(f"{known} packaged files are as they were built")
    else:
        click.echo(f"{len(names)} models can be read; a checkout has no hashes: git status tells what has changed")
    click.echo(encoder)


def _unreadable(names: Sequence[str]) -> Iterator[str]:
    for name in names:
        try:
            load_artifact(name)
        except ModelError as error:
            yield str(error)
