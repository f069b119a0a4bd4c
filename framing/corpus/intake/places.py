"""Where archives lie: local paths, and addresses that fsspec opens (``s3://``, ``gs://``, ``hdfs://``, ``memory://``)."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import Any, BinaryIO, cast

from framing.errors import InputError
from framing.on_disk import is_waiting
from framing.packages import needed
from framing.reading.plain import clean_name

__all__ = ["files_of", "is_folder", "open_bytes", "plain_path", "size_of"]


def is_folder(name: str) -> bool:
    """Return whether a path or address is a folder, or a pattern that names several files.

    Raises:
        InputError: If nothing is there, or it cannot be reached.
    """
    if "://" in name:
        with _explained(name):
            system, path = _system(name)
            if "*" in path or system.isdir(path):
                return True
            if not system.exists(path):
                raise FileNotFoundError(path)
            return False
    with _explained(name):
        return stat.S_ISDIR(Path(name).stat().st_mode)


def files_of(folder: str) -> Iterator[str]:
    """Yield the files of a folder and its folders, in the order of their names; links to folders are not followed.

    Raises:
        InputError: If a folder cannot be read.
    """
    if "://" in folder:
        with _explained(folder):
            system, path = _system(folder)
            names = system.glob(path) if "*" in path else system.find(path)
            yield from (
                str(system.unstrip_protocol(file_name)) for file_name in sorted(names) if not system.isdir(file_name)
            )
        return
    with _explained(folder):
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from files_of(plain_path(entry.path))
        elif entry.is_file():
            yield plain_path(entry.path)


def plain_path(name: str) -> str:
    """Return a path without ``.``, ``..`` and doubled separators, so that one file has one name; an address as it is.

    A ``..`` stays behind a link, where it leads elsewhere than it seems to.
    """
    if "://" in name:
        return name
    short = os.path.normpath(name)
    return short if os.path.realpath(short) == os.path.realpath(name) else str(PurePath(name))


def size_of(name: str) -> int:
    """Return a file's size in bytes, 0 where it cannot be told."""
    try:
        if "://" in name:
            system, path = _system(name)
            return int(system.size(path) or 0)
        return Path(name).stat().st_size
    except (OSError, ValueError, TypeError):
        return 0


def open_bytes(name: str) -> BinaryIO:
    """Return a file that is open for reading, as it lies there.

    Raises:
        InputError: If it cannot be opened.
    """
    with _explained(name):
        if "://" in name:
            system, path = _system(name)
            return cast("BinaryIO", system.open(path, "rb"))
        if is_waiting(Path(name)):
            raise InputError(clean_name(name), "is a pipe or a device, which no archive is")
        return Path(name).open("rb")


def _system(name: str) -> tuple[Any, str]:
    system, path = needed("fsspec.core").url_to_fs(name)
    return system, str(path)


@contextmanager
def _explained(name: str) -> Iterator[None]:
    """Say in one line why a place cannot be read."""
    where = clean_name(name)
    try:
        yield
    except InputError:
        raise
    except FileNotFoundError as error:
        raise InputError(where, "no such file or folder") from error
    except ImportError as error:  # the address's own library: s3fs, gcsfs, aiohttp
        raise InputError(where, f"cannot be opened: {error}") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error).partition("\n")[0]
        raise InputError(where, f"cannot be read ({reason})") from error
