"""Compressed content that may stand in several members one after the other, as gzip, bzip2 and xz allow."""

import lzma
import zlib
from collections.abc import Callable
from typing import Any

__all__ = ["GZIP", "MemberError", "Members"]

GZIP = b"\x1f\x8b\x08"
"""How a member of gzip begins."""
_PIECE = 1 << 16
"""Bytes that are read at a time: 64 kB."""
_KEPT = 1 << 18
"""Bytes that are looked through for the next member: what is damaged may be decompressed beyond its end."""
_LOOK = 1024
"""Bytes of a member that are decompressed to see whether it begins as it should."""
_ERRORS = (zlib.error, lzma.LZMAError, OSError, EOFError)


class MemberError(ValueError):
    """The content is damaged, cut off, or something else stands behind it."""


class Members:
    """A reader of members, each decompressed as it is asked for, so that a bomb takes no memory.

    Zeros behind a member are passed over: tapes and block devices pad so.
    """

    def __init__(
        self,
        read: Callable[[int], bytes],
        made: Callable[[], Any],
        *,
        begins: bytes,
        content: bytes = b"",
        lax: bool = False,
    ) -> None:
        """Begin.

        Args:
            read: Gives the next compressed bytes, at most so many; none at the end.
            made: Makes a decompressor for one member: of ``zlib``, ``bz2`` or ``lzma``.
            begins: The bytes with which a member begins; empty where there is only one.
            content: The bytes with which the content of every member begins; where they are given, reading goes on at
                the next member after a damage.
            lax: Whether something else behind the members is passed over, as browsers do.
        """
        self._source = read
        self._made = made
        self._begins = begins
        self._content = content
        self._lax = lax
        self._member: Any = None
        self._waiting = b""
        self._kept = b""
        self._taken = 0
        self._start = 0
        self._begun = False
        self._full = False
        self._over = False

    def read(self, size: int) -> bytes:
        """Return the next bytes of the content, at most ``size``; none at the end.

        Raises:
            MemberError: If the content is damaged (errors of reading it are raised as they are). The next call goes on
                at the next member, or returns nothing.
        """
        try:
            while not self._over and (self._member is not None or self._next()):
                piece = self._decompressed(size)
                if piece:
                    return piece
        except MemberError:
            self._over = True  # also where looking for the next one fails
            self._over = not self._found()
            raise
        return b""

    def _next(self) -> bool:
        """Begin the next member, if there is one."""
        while len(self._waiting) < max(len(self._begins), 1):
            more = self._more()
            self._waiting += more
            if self._begun:
                self._waiting = self._waiting.lstrip(b"\0")
            if not more:
                break
        self._start = self._taken - len(self._waiting)
        another = bool(self._begins) and self._waiting.startswith(self._begins)
        if not self._waiting or (self._begun and self._lax and not another):
            self._over = True
            return False
        if self._begun and not another:
            raise MemberError("something else stands behind the compressed content")
        self._begun = True
        self._member = self._made()
        return True

    def _decompressed(self, size: int) -> bytes:
        # A full piece may have more behind it, also where every compressed byte has been taken.
        if not self._waiting and not self._full:
            self._waiting = self._more()
            if not self._waiting:
                raise MemberError(self._placed("the compressed content is cut off"))
        member = self._member
        try:
            piece: bytes = member.decompress(self._waiting, size)
        except _ERRORS as error:
            raise MemberError(self._placed(str(error))) from error
        self._full = len(piece) == size
        if member.eof:
            self._waiting = member.unused_data.lstrip(b"\0")
            self._member, self._full = None, False
        else:
            self._waiting = getattr(member, "unconsumed_tail", b"")
        return piece

    def _placed(self, fault: str) -> str:
        return f"{fault}; the piece begins at byte {self._start:,} of the file" if self._content else fault

    def _more(self) -> bytes:
        more = self._source(_PIECE)
        self._taken += len(more)
        if self._content:
            self._kept = self._kept[-_KEPT:] + more
        return more

    def _found(self) -> bool:
        """Go to the next member behind a damage, if there is one."""
        self._member, self._full = None, False
        if not self._content:
            return False
        window, ended = self._kept, False
        place = max(self._start + 1 - (self._taken - len(window)), 0)
        while True:
            place = window.find(self._begins, place)
            if place >= 0 and (ended or len(window) - place >= _LOOK):
                if self._promises(window[place : place + _LOOK]):
                    self._waiting = window[place:]
                    return True
                place += 1
                continue
            if ended:
                return False
            window = window[place:] if place >= 0 else window[-len(self._begins) :]
            more = self._more()
            window, ended, place = window + more, not more, 0

    def _promises(self, compressed: bytes) -> bool:
        try:
            return bool(self._made().decompress(compressed, _LOOK).startswith(self._content))
        except _ERRORS:
            return False
