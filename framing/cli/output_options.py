"""Where a command's result goes: standard output or a file, with or without colour."""

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

import click

__all__ = ["terminal_width", "want_colour", "write_folder", "write_output"]


def terminal_width(plain: int = 80) -> int:
    """Return the cells of the terminal that standard output is.

    Args:
        plain: Cells of what is no terminal: a pipe, a file.
    """
    return shutil.get_terminal_size((plain, 24)).columns if sys.stdout.isatty() else plain


def want_colour(choice: str, environment: Mapping[str, str]) -> bool:
    """Return whether to use colour: the option, then ``NO_COLOR``, then ``FORCE_COLOR``, then whether it is a terminal.

    Args:
        choice: ``always``, ``never`` or ``auto``.
        environment: Environment variables; one that is empty counts as not set.
    """
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR"):
        return False
    return bool(environment.get("FORCE_COLOR")) or sys.stdout.isatty()


def write_output(text: str | Iterable[str], path: Path | None, *, keep_mode: bool = False) -> None:
    """Write a result to standard output, or to a file that is then complete or untouched.

    Pieces of a result are written as they come. With ``keep_mode`` the rights of a file that is there stay as they are.

    A reader that closes the pipe early is no error; a file that cannot be written ends the command with exit code 2.
    """
    pieces = [text] if isinstance(text, str) else text
    if path is None:
        try:
            for piece in pieces:
                sys.stdout.buffer.write(piece.encode("utf-8", "surrogateescape"))
                sys.stdout.buffer.flush()
        except BrokenPipeError:
            # What is left in the buffer must not be flushed again at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return
    temporary = ""
    try:
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(descriptor, "wb") as file:
            for piece in pieces:
                file.write(piece.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        _give_rights(Path(temporary), path if keep_mode else None)
        Path(temporary).replace(path)
        temporary = ""
    except OSError as error:
        click.echo(f"framing: {path}: cannot be written ({error.strerror})", err=True)
        raise SystemExit(2) from error
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)


def _give_rights(temporary: Path, like: Path | None) -> None:
    """Give a file the rights of another, and its owner where the system allows it, or those of a new file."""
    if like is None:
        temporary.chmod(0o666 & ~_umask())
        return
    wanted = like.stat()
    if hasattr(os, "chown"):
        with suppress(PermissionError):
            os.chown(temporary, wanted.st_uid, wanted.st_gid)
    # Afterwards: a new owner takes some rights away.
    temporary.chmod(stat.S_IMODE(wanted.st_mode))


def write_folder(files: Iterable[tuple[str, bytes]], path: Path) -> None:
    """Write files as they come into a folder that is then complete or not there; one that holds something stays.

    A folder that cannot be written ends the command with exit code 2.
    """
    temporary = None
    try:
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            click.echo(f"framing: {path}: is there already and not empty; name another folder", err=True)
            raise SystemExit(2)
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = Path(tempfile.mkdtemp(dir=path.parent, prefix=f".{path.name}."))
        for name, content in files:
            (temporary / name).write_bytes(content)
        temporary.chmod(0o777 & ~_umask())
        temporary.replace(path)
        temporary = None
    except OSError as error:
        click.echo(f"framing: {path}: cannot be written ({error.strerror})", err=True)
        raise SystemExit(2) from error
    finally:
        if temporary is not None:
            shutil.rmtree(temporary, ignore_errors=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
