"""What is no article and is not read yet: it is refused by its kind, instead of being scored with its markup."""

import re
from pathlib import PurePath

from framing.errors import InputError

__all__ = ["refuse_bytes", "refuse_name", "refuse_text"]

_ADVICE = "save its text as .txt, .md or .html"
_ENDINGS = {
    ".pdf": "a PDF document",
    ".docx": "a Word document",
    ".doc": "a Word document",
    ".odt": "an OpenDocument text",
    ".rtf": "a document in Rich Text Format",
    ".epub": "an EPUB book",
    ".pages": "a Pages document",
    ".pptx": "a PowerPoint presentation",
    ".xlsx": "an Excel workbook",
    ".eml": "a mail",
    ".msg": "a mail",
    ".mbox": "a mailbox",
    ".mht": "a saved page (MHTML)",
    ".mhtml": "a saved page (MHTML)",
    ".webarchive": "a saved page (webarchive)",
    ".rss": "a feed (RSS)",
    ".atom": "a feed (Atom)",
    ".opml": "a list of feeds (OPML)",
}
_BEGINNINGS = (
    (b"%PDF-", "a PDF document"),
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
_WITHOUT_TEXT = ("a picture", "a film", "a sound", "a recording", "a compressed", "an archive", "a SQLite")
_HEAD = 8192
_MISC = re.compile(
    r"(?:\s|\ufeff|<\?.{0,1000}?\?>|<!--.{0,4000}?-->|<!DOCTYPE[^>\[]{0,500}>)*", re.DOTALL | re.IGNORECASE
)
_ROOT = re.compile(r"<([A-Za-z][\w.-]*:)?([A-Za-z][\w.-]*)")
_ROOTS = {
    "rss": "a feed (RSS)",
    "rdf": "a feed (RSS)",
    "feed": "a feed (Atom)",
    "opml": "a list of feeds (OPML)",
    "urlset": "a sitemap",
    "sitemapindex": "a sitemap",
}
_HEADER = re.compile(r"(?P<name>[A-Za-z][A-Za-z0-9-]{0,60}):[ \t]?[^\r\n]*+(?:\r?\n[ \t]++[^\r\n]*+)*+\r?\n")
_MBOX = re.compile(r"From \S+[ \t]+[^\r\n]{0,80}\b\d{4}[^\r\n]{0,20}\r?\n")
_BLANK = re.compile(r"[ \t]*(?:\r?\n|\Z)")
_MAIL = frozenset("from to cc subject date message-id mime-version received return-path content-type reply-to".split())
_FEWEST_HEADERS = 3
_FEED_IN_JSON = re.compile(r"\s*\{[^{}\[\]]{0,2000}\"version\"\s*:\s*\"https?://(?:www\.)?jsonfeed\.org/")


def refuse_name(name: str, where: str) -> None:
    """Refuse a file by its name's ending.

    Raises:
        InputError: If the ending is one of a kind that is not read.
    """
    kind = _ENDINGS.get(PurePath(name.lower().removesuffix(".gz")).suffix)
    if kind is not None:
        raise _refusal(kind, where)


def refuse_bytes(content: bytes, where: str) -> None:
    """Refuse a file by its first bytes.

    Raises:
        InputError: If they are those of a kind that is not read.
    """
    head = content[:_HEAD]
    kind = next((kind for beginning, kind in _BEGINNINGS if head.startswith(beginning)), None)
    if head.startswith(b"PK\x03\x04"):
        kind = next((kind for name, kind in _IN_ZIP if name in content), "an archive of files (zip)")
    elif head[4:8] == b"ftyp":
        kind = "a film or sound recording (MP4)"
    elif head.startswith(b"RIFF") and head[8:12] in {b"WEBP", b"WAVE", b"AVI "}:
        kind = f"a picture, sound or film ({head[8:12].decode().strip()})"
    elif b"%PDF-" in head[:1024]:
        kind = "a PDF document"
    if kind is not None:
        raise _refusal(kind, where)


def refuse_text(text: str, where: str) -> None:
    """Refuse a text that is a feed, another XML document, or mail.

    Raises:
        InputError: If it is one.
    """
    kind = _markup_kind(text) or _mail_kind(text) or ("a feed (JSON Feed)" if _FEED_IN_JSON.match(text) else None)
    if kind is not None:
        raise _refusal(kind, where)


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


def _refusal(kind: str, where: str) -> InputError:
    advice = f", which is not read; {_ADVICE}"
    if kind.startswith(_WITHOUT_TEXT):
        advice = ", not an article; give text, Markdown, HTML, JSONL or CSV"
    elif "framing corpus" in kind or "end its name" in kind:
        advice = ""
    return InputError(where, f"is {kind}{advice}")
