"""Records that are pages: files of a folder, and responses of a web archive."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePath
from typing import Any
from urllib.parse import urlsplit

from framing.corpus.compressed import decompressed
from framing.corpus.places import files_of, is_folder
from framing.corpus.record import Record
from framing.errors import InputError
from framing.packages import needed
from framing.reading.media import media_type_of
from framing.reading.plain import clean_name

__all__ = ["folder_records", "is_page", "warc_records"]

Told = Callable[[int], None]
_PAGES = frozenset({"text/plain", "text/markdown", "text/html", "application/json"})
_COMPRESSED = (".gz", ".zst", ".bz2", ".xz")


def is_page(name: str) -> bool:
    """Return whether a file's name says that it holds one article: text, Markdown, HTML or a JSON object."""
    return media_type_of(_plain(name)) in _PAGES


def folder_records(name: str, max_bytes: int, told: Told) -> Iterator[Record]:
    """Yield a record for each page of a folder, or the one of a single file, in the order of the names."""
    total = 0
    for file in files_of(name) if is_folder(name) else [name]:
        if not is_page(file):
            continue
        media_type = str(media_type_of(_plain(file)))
        where = clean_name(file)
        try:
            with decompressed(file, _unheard) as opened:
                payload = _whole(opened.read, max_bytes)
        except InputError as error:
            yield Record(where, media_type, b"", fault=error.what)
            continue
        total += len(payload) if payload is not None else max_bytes
        told(total)
        if payload is None:
            yield Record(where, media_type, b"", fault=f"is longer than {max_bytes:,} bytes, the limit for one article")
        else:
            yield Record(where, media_type, payload)


def warc_records(name: str, max_bytes: int, told: Told) -> Iterator[Record]:
    """Yield a record for each page that a web archive holds: responses with status 200 and HTML or text in them.

    Other records of the archive (requests, images, redirects) are no articles and are passed over.
    """
    where = clean_name(name)
    warc = needed("fastwarc.warc")
    with decompressed(name, told) as file:
        place = 0
        try:
            found = warc.ArchiveIterator(
                _Reading(file.read), record_types=warc.WarcRecordType.response, auto_decode="all", stream_detect=False
            )
            for response in found:
                place = response.stream_pos
                record = _response(response, f"{where}:{place}", max_bytes)
                if record is not None:
                    yield record
        except InputError as error:
            yield Record(f"{where}:{place}", "text/html", b"", fault=f"the rest of the file is lost: {error.what}")
        except (OSError, ValueError) as error:
            fault = f"the rest of the file is lost: it is no web archive from here on ({error})"
            yield Record(f"{where}:{place}", "text/html", b"", fault=fault)


class _Reading:
    """What a reader of web archives wants of a file: ``read`` and ``tell``."""

    def __init__(self, read: Callable[[int], bytes]) -> None:
        self._read = read
        self._place = 0

    def read(self, size: int) -> bytes:
        piece = self._read(size)
        self._place += len(piece)
        return piece

    def tell(self) -> int:
        return self._place

    def flush(self) -> None: ...

    def close(self) -> None: ...


def _response(response: Any, where: str, max_bytes: int) -> Record | None:  # noqa: ANN401 -- a library without types
    http = response.http_headers
    if http is None or http.status_code != 200:
        return None
    media_type = (response.http_content_type or "").lower()
    kind = {"application/xhtml+xml": "text/html"}.get(media_type, media_type)
    if kind not in {"text/html", "text/plain"}:
        return None
    payload = _whole(response.reader.read, max_bytes)
    if payload is None:
        return Record(where, kind, b"", fault=f"is longer than {max_bytes:,} bytes, the limit for one article")
    return Record(where, kind, payload, _metadata(response))


def _metadata(response: Any) -> Mapping[str, str]:  # noqa: ANN401 -- a library without types
    url = response.headers.get("WARC-Target-URI", "").strip("<>")
    host = urlsplit(url).hostname or ""
    known = {
        "url": url,
        "outlet": host.removeprefix("www."),
        "date": response.headers.get("WARC-Date", ""),
        "id": response.headers.get("WARC-Record-ID", "").strip("<>"),
        "charset": response.http_charset or "",
    }
    return {name: value for name, value in known.items() if value}


def _whole(read: Callable[[int], bytes], max_bytes: int) -> bytes | None:
    """Return everything that is left to read, or ``None`` where it is more than the limit."""
    content = bytearray()
    while len(content) <= max_bytes:
        piece = read(1 << 16)
        if not piece:
            return bytes(content)
        content += piece
    return None


def _plain(name: str) -> str:
    for ending in _COMPRESSED:
        name = name.removesuffix(ending)
    return PurePath(name).name


def _unheard(count: int) -> None:
    del count
