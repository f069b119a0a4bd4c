"""Records that are pages: files of a folder, and responses of a web archive."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePath
from urllib.parse import urlsplit

from framing.corpus.intake.compressed import decompressed
from framing.corpus.intake.http_response import CodingError, page_of, response
from framing.corpus.intake.places import files_of, is_folder
from framing.corpus.intake.record import Record, too_long
from framing.corpus.intake.web_archive import ArchiveRecord, archive_records
from framing.errors import InputError
from framing.reading.formats import MEDIA_TYPES
from framing.reading.kinds import kind_by_name
from framing.reading.media import media_type_of, sniffed
from framing.reading.plain import clean_name

__all__ = ["folder_records", "is_page", "warc_records"]

Told = Callable[[int], None]
_PAGES = frozenset({"text/plain", "text/markdown", "text/html", "application/json"})
_DOCUMENTS = frozenset({".docx", ".odt", ".rtf", ".pdf", ".eml"})
"""Documents of other programs that hold one article."""
_COMPRESSED = (".gz", ".zst", ".bz2", ".xz")


def is_page(name: str) -> bool:
    """Return whether a file's name says that it holds one article: text, Markdown, HTML, a JSON object, a document."""
    return _media_type(name) is not None


def _media_type(name: str) -> str | None:
    plain = _plain(name).lower()
    if PurePath(plain).suffix in _DOCUMENTS:
        return MEDIA_TYPES[str(kind_by_name(plain))]
    known = media_type_of(plain)
    return known if known in _PAGES else None


def folder_records(name: str, max_bytes: int, told: Told) -> Iterator[Record]:
    """Yield a record for each page of a folder, or the one of a single file, in the order of the names."""
    total = 0
    for file in files_of(name) if is_folder(name) else [name]:
        media_type = _media_type(file)
        if media_type is None:
            continue
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
            yield Record(where, media_type, b"", fault=too_long(max_bytes))
        else:
            yield Record(where, media_type, payload)


def warc_records(name: str, max_bytes: int, told: Told) -> Iterator[Record]:
    """Yield a record for each page that a web archive holds: responses with status 200 and HTML or text in them.

    Other records of the archive (requests, images, redirects) are no articles and are passed over. A record that cannot
    be read is one with a fault, and those behind it are read.
    """
    where = clean_name(name)
    with decompressed(name, told, content=b"WARC/") as file:
        for archived in archive_records(file.read, max_bytes):
            record = _page(archived, f"{where}:{archived.offset}", max_bytes)
            if record is not None:
                yield record


def _page(archived: ArchiveRecord, where: str, max_bytes: int) -> Record | None:
    if archived.fault and not archived.block:
        return Record(where, "text/html", b"", fault=archived.fault)
    declared = archived.fields.get("content-type", "application/http").lower()
    if archived.fields.get("warc-type", "response").lower() != "response" or not declared.startswith(
        "application/http"
    ):
        return None
    http = response(archived.block)
    if http is None:
        return Record(where, "text/html", b"", fault=archived.fault or "has no status line of HTTP")
    kind = {"application/xhtml+xml": "text/html"}.get(http.media_type, http.media_type)
    if http.status != 200 or kind not in {"text/html", "text/plain", ""}:
        return None
    try:
        payload, cut = (b"", False) if archived.fault else page_of(http, max_bytes)
    except CodingError as error:
        return Record(where, kind or "text/html", b"", fault=str(error))
    if not kind and payload and sniffed(payload[:2000].decode("latin-1")) != "text/html":
        return None
    kind = kind or "text/html"
    if not payload:
        fault = archived.fault or ("its page is empty" if payload is not None else too_long(max_bytes))
        return Record(where, kind, b"", fault=fault)
    return Record(where, kind, payload, _metadata(archived.fields, http.charset, cut=cut))


def _metadata(fields: Mapping[str, str], charset: str, *, cut: bool) -> Mapping[str, str]:
    cut = cut or "warc-truncated" in fields
    url = fields.get("warc-target-uri", "").strip("<>")
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        host = ""
    known = {
        "url": url,
        "outlet": host.removeprefix("www."),
        "date": fields.get("warc-date", ""),
        "id": fields.get("warc-record-id", "").strip("<>"),
        "charset": charset,
        "cut_off": "yes" if cut else "",
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
