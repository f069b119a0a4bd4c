"""Files and standard input, opened for reading, with every failure as one clear line."""

import gzip
import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast

from framing.errors import InputError
from framing.on_disk import is_waiting
from framing.reading.plain import clean_name

__all__ = ["MOST_BYTES", "STANDARD_INPUT", "Opened", "lines_of", "opened"]

MOST_BYTES = 10_000_000
"""Of one article."""
STANDARD_INPUT = "standard input"
_PIECE = 1 << 20
"""Bytes that are read at a time: 1 MB."""


class Opened(NamedTuple):
    """An input that is open.

    Attributes:
        name: What the user called it.
        where: What errors call it.
        file: Its bytes, decompressed; ``None`` where they are known already.
        charset: The encoding that the server names.
    """

    name: str
    where: str
    file: BinaryIO | None
    charset: str | None = None

    def read(self, size: int) -> bytes:
        """Return the next bytes, at most ``size``; none at the end.

        Raises:
            InputError: If the file cannot be read or decompressed.
        """
        if self.file is None:
            return b""
        try:
            return self.file.read(size)
        except (gzip.BadGzipFile, EOFError, zlib.error) as error:
            raise InputError(self.where, f"is not a whole gzip file: {error}") from error
        except OSError as error:
            raise InputError(self.where, f"cannot be read ({error.strerror or error})") from error


@contextmanager
def opened(source: str, stdin: BinaryIO | None) -> Iterator[Opened]:
    """Open a path, or standard input for ``-``, and close it afterwards (but standard input).

    Raises:
        InputError: If there is no such file, it is a directory, or may not be read.
    """
    if source == "-":
        if stdin is None:
            raise InputError(STANDARD_INPUT, "was not given")
        yield Opened("-", STANDARD_INPUT, stdin)
        return
    where = clean_name(source)
    try:
        path = Path(source)
        if path.is_dir():
            raise InputError(where, "is a directory; name the files in it")
        if is_waiting(path):
            raise InputError(where, "is a pipe or a device; give it as standard input (-), or save it as a file")
        # Closed below; a context manager here would end in front of the reader.
        file = cast("BinaryIO", gzip.open(path)) if source.lower().endswith(".gz") else path.open("rb")  # noqa: SIM115
    except FileNotFoundError as error:
        raise InputError(where, "no such file") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputError(where, f"cannot be read ({reason})") from error
    with file:
        yield Opened(os.fspath(path), where, file)


def lines_of(head: bytes, file: Opened, max_bytes: int) -> Iterator[bytes]:
    """Yield an input's lines without their ends.

    Args:
        head: What was read of it already.
        file: The rest.
        max_bytes: Most bytes of a line that are kept, and one more; what a longer line has beyond is thrown away, so
            that no line takes more memory than that.
    """
    pieces: list[bytes] = []
    size = 0
    piece = head
    while piece:
        *whole, rest = piece.split(b"\n")
        for line in whole:
            pieces.append(line)
            yield b"".join(pieces)[: max_bytes + 1]
            pieces, size = [], 0
        if size <= max_bytes:
            pieces.append(rest)
            size += len(rest)
        piece = file.read(_PIECE)
    if size:
        yield b"".join(pieces)[: max_bytes + 1]
