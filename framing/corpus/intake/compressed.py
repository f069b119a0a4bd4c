"""Archives opened through their compression, with a count of the bytes read and every failure as one clear line."""

import bz2
import io
import lzma
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import PurePath
from typing import Any, BinaryIO, cast

from framing.corpus.intake.places import open_bytes
from framing.errors import InputError
from framing.packages import needed
from framing.reading.files import Opened
from framing.reading.members import GZIP, MemberError, Members
from framing.reading.plain import clean_name

__all__ = ["decompressed"]


class _Counted(io.RawIOBase):
    """A file that tells how far it has been read."""

    def __init__(self, file: BinaryIO, told: Callable[[int], None]) -> None:
        super().__init__()
        self._file = file
        self._told = told
        self._count = 0

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 -- whatever has a buffer
        piece = self._file.read(len(buffer))
        buffer[: len(piece)] = piece
        self._count += len(piece)
        self._told(self._count)
        return len(piece)

    def readable(self) -> bool:
        return True


class _Archive(Opened):
    """An archive's bytes, decompressed; each fault of its compression is an ``InputError``."""

    def read(self, size: int) -> bytes:
        """Return the next bytes, at most ``size``; what stands before a fault is returned before the fault is told.

        Raises:
            InputError: If the archive cannot be read or decompressed any further.
        """
        assert self.file is not None  # noqa: S101 -- an archive is always a file
        try:
            # A whole read of a broken file would raise and lose what it had read until there.
            once = getattr(self.file, "read1", self.file.read)
            return bytes(once(size))
        except (MemberError, OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            raise InputError(self.where, f"cannot be read or decompressed any further ({reason})") from error


_MEMBERS: dict[str, tuple[bytes, Callable[[], Any]]] = {
    ".gz": (GZIP, lambda: zlib.decompressobj(31)),
    ".bz2": (b"BZh", bz2.BZ2Decompressor),
    ".xz": (b"\xfd7zXZ\0", lzma.LZMADecompressor),
}


@contextmanager
def decompressed(name: str, told: Callable[[int], None], content: bytes = b"") -> Iterator[Opened]:
    """Open an archive by its ending (``.gz``, ``.zst``, ``.bz2``, ``.xz``, none), and close it afterwards.

    Args:
        name: A path or address.
        told: Is told how many bytes have been read, as they lie there.
        content: How the content of each piece of it begins, where every piece was compressed for itself: reading can
            then go on behind a damage.

    Raises:
        InputError: If it cannot be opened.
        ConfigError: If the library for its compression is not installed.
    """
    raw = open_bytes(name)
    with raw:
        counted = cast("BinaryIO", _Counted(raw, told))
        ending = PurePath(name.lower()).suffix
        if ending in _MEMBERS:
            begins, made = _MEMBERS[ending]
            file = cast("BinaryIO", Members(counted.read, made, begins=begins, content=content))
        elif ending == ".zst":
            # Unlike the reader of the package zstandard, this one tells a file that was cut off.
            file = cast("BinaryIO", needed("pyarrow").CompressedInputStream(counted, "zstd"))
        else:
            file = counted
        yield _Archive(name, clean_name(name), file)
