"""An HTTP response as an archive keeps it: its status, its kind, and its page out of every coding in which it was sent.

Headers lie: archives keep them as they were sent, and the body often as it was decoded. So a body that is not in the
coding that they name counts as it is where it is text, and one in a coding that nobody names is decoded.
"""

import re
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import BinaryIO, cast

from framing.corpus.intake.web_archive import header_fields
from framing.expressions import expression
from framing.packages import needed
from framing.reading.media import declared_type
from framing.reading.members import GZIP, Members

__all__ = ["CodingError", "Response", "page_of", "response"]

_STATUS = expression(rb"^HTTP/\d(?:\.\d)?[ \t]{1,9}(\d{3})\b", re.IGNORECASE | re.MULTILINE)
_END = expression(rb"\r?\n\r?\n")
_MOST_HEAD = 1 << 16
"""Bytes of the longest head of a response: 64 kB, more than servers send."""
_MOST_CODINGS = 4
"""Layers of coding that are undone; honest responses have one or two, more are made to be slow."""
_CHUNK = expression(rb"[ \t]*([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")
_LOOKED_AT = 2000
"""Bytes of a body by which it is taken for text or not."""
_CONTROLS = expression(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_MOST_ODD = 0.1
"""Bytes of a text that are not UTF-8: of what is compressed it is half."""


class CodingError(ValueError):
    """A body cannot be decoded."""


@dataclass(frozen=True, slots=True)
class Response:
    """A response.

    Attributes:
        status: Its code.
        media_type: In small letters; empty where it is not told.
        charset: The encoding of its text; empty where it is not told.
        fields: Its header's fields, by their names in small letters.
        body: As it was sent.
    """

    status: int
    media_type: str
    charset: str
    fields: Mapping[str, str]
    body: bytes


def response(block: bytes) -> Response | None:
    """Return the response that a record holds; ``None`` where there is no status line."""
    status = _STATUS.search(block, 0, _MOST_HEAD)
    end = _END.search(block, 0, _MOST_HEAD)
    if status is None or (end is not None and end.start() < status.start()):
        return None
    head_end, body = (end.start(), end.end()) if end else (len(block), len(block))
    fields = header_fields(block[status.end() : head_end].partition(b"\n")[2])
    media_type, charset = declared_type(fields.get("content-type", ""))
    return Response(int(status[1]), media_type, charset, fields, block[body:])


def page_of(received: Response, most: int) -> tuple[bytes | None, bool]:
    """Return a response's page, and whether it may be cut off.

    Args:
        received: The response.
        most: The most bytes that a page may have.

    Returns:
        The page, ``None`` where it is longer; and whether the end of the transfer is missing.

    Raises:
        CodingError: If it is damaged, ends too early, or is in a coding that is not known.
    """
    body, cut = received.body, False
    sent = _listed(received.fields.get("transfer-encoding", ""))
    if "chunked" in sent:
        body, cut = _joined(body)
        sent.remove("chunked")
    elif (length := received.fields.get("content-length", "")).isdecimal() and not sent:
        cut = int(length[:18]) > len(body)
    codings = _listed(received.fields.get("content-encoding", "")) + sent
    if len(codings) > _MOST_CODINGS:
        raise CodingError(f"is encoded {len(codings)} times over")
    for coding in reversed(codings or [""]):
        decoded = _decoded(body, coding, most)
        if decoded is None:
            return None, False
        # What was compressed tells its own end.
        body, cut = decoded, cut and decoded is body
    return (body, cut) if len(body) <= most else (None, False)


def _listed(value: str) -> list[str]:
    names = [name.strip().lower().removeprefix("x-") for name in value.split(",")]
    return [name for name in names if name not in {"", "identity", "none"}]


def _joined(body: bytes) -> tuple[bytes, bool]:
    """Return a chunked body's content, and whether its last chunk is missing; a body that is not chunked as it is."""
    pieces: list[bytes] = []
    place = 0
    while match := _CHUNK.match(body, place):
        size = int(match[1], 16)
        if size == 0:
            return b"".join(pieces), False
        start, end = match.end(), match.end() + size
        behind = body[end : end + 2]
        if end > len(body) or not (behind.startswith((b"\r\n", b"\n")) or end == len(body)):
            if not pieces:
                break
            raise CodingError(f"its chunk {len(pieces) + 1} is damaged or cut off")
        pieces.append(body[start:end])
        place = end + (1 if behind[:1] == b"\n" else 2)
    if not pieces:
        return body, False
    if body[place:].strip():
        raise CodingError(f"what follows its chunk {len(pieces)} is no chunk")
    return b"".join(pieces), True


def _decoded(body: bytes, coding: str, most: int) -> bytes | None:
    """Return a body out of one coding; ``None`` where it is longer than the limit."""
    # How it begins is surer than what it is called.
    coding = next((name for begins, name in _BEGINNINGS.items() if body.startswith(begins)), coding)
    if not coding:
        return body
    fault = f"is encoded as '{coding[:40]}', which is not known"
    for reader in _READERS.get(coding, ()):
        try:
            return _whole(reader(body), most)
        except (OSError, ValueError) as error:
            fault = f"cannot be decoded from '{coding}' ({error})"
    if _is_text(body):
        return body
    raise CodingError(fault)


def _inflated(bits: int, begins: bytes = b"") -> Callable[[bytes], BinaryIO]:
    def reader(body: bytes) -> BinaryIO:
        made = partial(zlib.decompressobj, bits)
        return cast("BinaryIO", Members(BytesIO(body).read, made, begins=begins, lax=True))

    return reader


def _by_arrow(name: str) -> Callable[[bytes], BinaryIO]:
    def reader(body: bytes) -> BinaryIO:
        arrow = needed("pyarrow")
        return cast("BinaryIO", arrow.CompressedInputStream(arrow.BufferReader(body), name))

    return reader


_BEGINNINGS = {GZIP: "gzip", b"\x28\xb5\x2f\xfd": "zstd"}
_READERS = {
    "gzip": (_inflated(31, GZIP),),
    # Some servers send what the name says, without the header that the standard wants.
    "deflate": (_inflated(15), _inflated(-15)),
    "br": (_by_arrow("brotli"),),
    "zstd": (_by_arrow("zstd"),),
}


def _whole(file: BinaryIO, most: int) -> bytes | None:
    content = bytearray()
    while piece := file.read(1 << 16):
        content += piece
        if len(content) > most:
            return None
    return bytes(content)


def _is_text(body: bytes) -> bool:
    sample = body[:_LOOKED_AT]
    kept = len(sample.decode("utf-8", "ignore").encode())
    return not _CONTROLS.search(sample) and kept >= (1 - _MOST_ODD) * len(sample)
