"""What else than text, Markdown, HTML or records an input is: by its name, its first bytes, or how it begins."""

import re
from pathlib import PurePath

from framing.expressions import expression

__all__ = ["kind_by_bytes", "kind_by_name", "kind_by_text"]

_ENDINGS = {
    ".pdf": "a PDF document",
    ".docx": "a Word document",
    ".doc": "an old Word document",
    ".odt": "an OpenDocument text",
    ".rtf": "a document in Rich Text Format",
    ".epub": "an EPUB book",
    ".pages": "a Pages document",
    ".pptx": "a PowerPoint presentation",
    ".xlsx": "an Excel workbook",
    ".eml": "a mail",
    ".msg": "an Outlook mail",
    ".mbox": "a mailbox",
    ".mht": "a saved page (MHTML)",
    ".mhtml": "a saved page (MHTML)",
    ".webarchive": "a saved page (webarchive)",
    ".rss": "a feed (RSS)",
    ".atom": "a feed (Atom)",
    ".opml": "a list of feeds (OPML)",
}
_BEGINNINGS = (
    (b"{\\rtf", "a document in Rich Text Format"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of an old Office program (doc, xls, ppt or msg)"),
    (b"bplist00", "a saved page (webarchive)"),
    (b"PAR1", "a Parquet file, which framing corpus score reads"),
    (b"WARC/", "a web archive, which framing corpus score reads"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"\x1f\x8b", "a gzip file; end its name in .gz"),
    (b"BZh", "a compressed file (bzip2)"),
    (b"\xfd7zXZ\x00", "a compressed file (xz)"),
    (b"\x28\xb5\x2f\xfd", "a compressed file (zstd)"),
    (b"7z\xbc\xaf\x27\x1c", "an archive of files (7z)"),
    (b"Rar!\x1a\x07", "an archive of files (rar)"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"ID3", "a sound recording (MP3)"),
    (b"OggS", "a recording (Ogg)"),
    (b"\x1a\x45\xdf\xa3", "a film (Matroska or WebM)"),
)
_IN_ZIP = (
    (b"word/", "a Word document"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint presentation"),
    (b"application/epub+zip", "an EPUB book"),
    (b"opendocument.text", "an OpenDocument text"),
    (b"opendocument", "an OpenDocument file"),
)
_HEAD = 8192
"""Bytes by which a file's kind is told."""
_MISC = expression(
    r"(?:\s|\ufeff|<\?.{0,1000}?\?>|<!--.{0,4000}?-->|<!DOCTYPE[^>\[]{0,500}>)*", re.DOTALL | re.IGNORECASE
)
_ROOT = expression(r"<([A-Za-z][\w.-]*:)?([A-Za-z][\w.-]*)")
_ROOTS = {
    "rss": "a feed (RSS)",
    "rdf": "a feed (RSS)",
    "feed": "a feed (Atom)",
    "opml": "a list of feeds (OPML)",
    "urlset": "a sitemap",
    "sitemapindex": "a sitemap",
}
_HEADER = expression(r"(?P<name>[A-Za-z][A-Za-z0-9-]{0,60}):[ \t]?[^\r\n]*+(?:\r?\n[ \t]++[^\r\n]*+)*+\r?\n")
_MBOX = expression(r"From \S+[ \t]+[^\r\n]{0,80}\b\d{4}[^\r\n]{0,20}\r?\n")
_BLANK = expression(r"[ \t]*(?:\r?\n|\Z)")
_MAIL = frozenset("from to cc subject date message-id mime-version received return-path content-type reply-to".split())
_FEWEST_HEADERS = 3
"""Headers of mail that a file begins with to be mail: a text may begin with one or two such lines."""
_FEED_IN_JSON = expression(r"\s*\{[^{}\[\]]{0,2000}\"version\"\s*:\s*\"https?://(?:www\.)?jsonfeed\.org/")


def kind_by_name(name: str) -> str | None:
    """Return the kind that a file's ending names (``a PDF document``), ``.gz`` left aside."""
    return _ENDINGS.get(PurePath(name.lower().removesuffix(".gz")).suffix)


def kind_by_bytes(content: bytes) -> str | None:
    """Return the kind that a file's first bytes show."""
    head = content[:_HEAD]
    if head.startswith(b"PK\x03\x04"):
        return next((kind for name, kind in _IN_ZIP if name in content), "an archive of files (zip)")
    if head[4:8] == b"ftyp":
        return "a film or sound recording (MP4)"
    if head.startswith(b"RIFF") and head[8:12] in {b"WEBP", b"WAVE", b"AVI "}:
        return f"a picture, sound or film ({head[8:12].decode().strip()})"
    if b"%PDF-" in head[:1024]:
        return "a PDF document"
    return next((kind for beginning, kind in _BEGINNINGS if head.startswith(beginning)), None)


def kind_by_text(text: str) -> str | None:
    """Return the kind that a text's beginning shows: a feed, another XML document, mail."""
    return _markup_kind(text) or _mail_kind(text) or ("a feed (JSON Feed)" if _FEED_IN_JSON.match(text) else None)


def _markup_kind(text: str) -> str | None:
    start = text[:64].lstrip("\ufeff \t\r\n")
    if not start.startswith("<"):
        return None
    place = _MISC.match(text)
    root = _ROOT.match(text, place.end() if place else 0)
    if root is None:
        return None
    kind = _ROOTS.get(root[2].lower())
    if kind is not None and (root[2].lower() != "rdf" or root[1]):
        return kind
    if start.lower().startswith("<?xml") and root[2].lower() not in {"html", "svg"}:
        return f"an XML document (<{root[2][:40]}>)"
    return None


def _mail_kind(text: str) -> str | None:
    place = 1 if text.startswith("\ufeff") else 0
    mailbox = _MBOX.match(text, place)
    place = mailbox.end() if mailbox else place
    names: set[str] = set()
    saved = False
    while (header := _HEADER.match(text, place)) is not None:
        names.add(header["name"].lower())
        saved = saved or "multipart/related" in header.group().lower()
        place = header.end()
    known = names & _MAIL
    if "from" not in known or len(known) < _FEWEST_HEADERS - bool(mailbox) or not _BLANK.match(text, place):
        return None
    return "a mailbox" if mailbox else "a saved page (MHTML)" if saved and "subject" in known else "a mail"
