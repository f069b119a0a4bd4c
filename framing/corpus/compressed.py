"""Archives opened through their compression, with a count of the bytes read and every failure as one clear line."""

import bz2
import gzip
import lzma
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from framing.corpus.extras import needed
from framing.corpus.places import open_bytes
from framing.errors import InputError
from framing.reading.files import Opened
from framing.reading.plain import clean_name

__all__ = ["decompressed"]

_WINDOW = 2**27
"""Largest window of Zstandard, in bytes: 128 MB, what its own program takes without being asked."""


class _Counted:
    """A file that tells how far it has been read."""

    def __init__(self, file: BinaryIO, told: Callable[[int], None]) -> None:
        self._file = file
        self._told = told
        self._count = 0

    def read(self, size: int = -1) -> bytes:
        piece = self._file.read(size)
        self._count += len(piece)
        self._told(self._count)
        return piece

    def readinto(self, buffer: bytearray | memoryview) -> int:
        piece = self.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return False


class _Archive(Opened):
    """An archive's bytes, decompressed; each fault of its compression is an ``InputError``."""

    def read(self, size: int) -> bytes:
        try:
            return super().read(size)
        except (lzma.LZMAError, zlib.error, EOFError, RuntimeError) as error:
            raise InputError(self.where, f"its compression is broken: {error}") from error
        except InputError:
            raise
        except Exception as error:
            # Zstandard's own error has no base but Exception, and its class is only there where it is installed.
            if type(error).__name__ != "ZstdError":
                raise
            raise InputError(self.where, f"its compression is broken: {error}") from error


@contextmanager
def decompressed(name: str, told: Callable[[int], None]) -> Iterator[Opened]:
    """Open an archive by its ending (``.gz``, ``.zst``, ``.bz2``, ``.xz``, none), and close it afterwards.

    Args:
        name: A path or address.
        told: Is told how many bytes have been read, as they lie there.

    Raises:
        InputError: If it cannot be opened.
        ConfigError: If the library for its compression is not installed.
    """
    raw = open_bytes(name)
    with raw:
        counted = cast("BinaryIO", _Counted(raw, told))
        lowered = name.lower()
        if lowered.endswith(".gz"):
            file = cast("BinaryIO", gzip.GzipFile(fileobj=counted))
        elif lowered.endswith(".zst"):
            reader = needed("zstandard").ZstdDecompressor(max_window_size=_WINDOW)
            file = cast("BinaryIO", reader.stream_reader(counted, read_across_frames=True))
        elif lowered.endswith(".bz2"):
            file = cast("BinaryIO", bz2.BZ2File(counted))
        elif lowered.endswith(".xz"):
            file = cast("BinaryIO", lzma.LZMAFile(counted))  # noqa: SIM115 -- ``raw`` is what must be closed
        else:
            file = counted
        yield _Archive(name, clean_name(name), file)
