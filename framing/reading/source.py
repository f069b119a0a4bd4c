"""From what the user names (a path, an address, ``-``) to documents."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO

from framing.article import Document, Notice
from framing.errors import InputError, InstallError
from framing.packages import missing
from framing.reading.columns import Columns
from framing.reading.encoding import declared_charset, decode
from framing.reading.fields import field_document, field_title
from framing.reading.files import MOST_BYTES, STANDARD_INPUT, Opened, lines_of, opened
from framing.reading.form import Form
from framing.reading.formats import FORMATS, MEDIA_TYPES, articles
from framing.reading.headline import titled
from framing.reading.kinds import kind_by_bytes, kind_by_name, kind_by_text
from framing.reading.media import RECORDS, media_type_of, sniffed
from framing.reading.plain import checked_text, clean, clean_metadata, clean_name, damage, plain_document
from framing.reading.records import OnError, csv_documents, json_document, jsonl_documents
from framing.reading.refusals import refuse_bytes, refuse_name, refuse_text
from framing.reading.repairs import repaired

if TYPE_CHECKING:
    from framing.reading.formats.extracted import Extracted

__all__ = ["document", "documents"]

_FORM = Form()
_HEAD = 65_536
"""Bytes by which a file's kind is told; the rest is read when that is known."""
_SERVED = {"text/html", "text/markdown", *RECORDS, *FORMATS} - {"application/json"}
"""Media types that a server's word is taken for."""
_MOST_DOCUMENT_BYTES = 100_000_000
"""Of a document of another program, pictures and all."""
_MOST_TABLE_BYTES = 2_000_000_000
"""Of a CSV or JSON file, which is read whole; JSON Lines are read line by line and have no limit."""


def documents(
    source: str,
    *,
    stdin: BinaryIO | None = None,
    form: Form = _FORM,
    allow_private: bool = False,
    max_bytes: int = MOST_BYTES,
    on_error: OnError = None,
) -> Iterator[Document]:
    """Yield the documents of an input: one of a text, Markdown or HTML file, one for each record of JSONL and CSV.

    Args:
        source: A path, an http(s) address, or ``-`` for standard input.
        stdin: Standard input's bytes.
        form: What the user says of the input's format and fields.
        allow_private: Whether addresses of private networks and of this machine may be read.
        max_bytes: Most bytes of one article; more is an error.
        on_error: What to do with a bad record: ``None`` raises, a function is told and reading goes on.

    Yields:
        Documents in the input's order. JSON Lines are read one line at a time, whatever the file's size.

    Raises:
        InputError: If it cannot be read; the message is one line that says where and what.
    """
    if "://" in source:
        yield from _fetched(source, form, allow_private=allow_private, max_bytes=max_bytes, on_error=on_error)
        return
    with opened(source, stdin) as file:
        head = file.read(_HEAD)
        media_type = form.media_type or _media_type(file.name, head, file.where)
        wide = head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff"))
        if media_type == "application/jsonl" and not wide:
            lines = lines_of(head.removeprefix(b"\xef\xbb\xbf"), file, max_bytes)
            read = jsonl_documents(lines, file.where, columns=form.columns, max_bytes=max_bytes, on_error=on_error)
            for read_document in read:
                yield _named(read_document, file)
            return
        content = _limited(head, file, _limit(media_type, max_bytes))
    for read_document in _read(content, media_type, file, form.columns, max_bytes=max_bytes, on_error=on_error):
        yield _named(read_document, file)


def document(
    text: str,
    *,
    media_type: str = "text/plain",
    title: str | None = None,
    metadata: Mapping[str, str] | None = None,
    name: str = "",
    notices: tuple[Notice, ...] = (),
) -> Document:
    """Return the document of a decoded text.

    Args:
        text: The text, as it stands in the file.
        media_type: ``text/plain``, ``text/markdown`` or ``text/html``.
        title: The headline, where it is known.
        metadata: What is known, by name; it wins over what the text says of itself.
        name: What the user calls it.
        notices: Warnings so far.

    Returns:
        A plain text's characters as they are; of Markdown and HTML the readable text, with the map back.

    Raises:
        InputError: If there is no text in it.
        InstallError: If the parser of its media type is not installed.
        ValueError: If the media type is not one of the three.
    """
    known = clean_metadata(metadata or {})
    title = clean(title) if title else None
    headline = field_title(title)
    name = clean_name(name)
    refuse_text(text, name or "text")
    # Parsers are imported only where they are needed.
    if media_type == "text/plain":
        return titled(plain_document(text, title=headline, metadata=known, name=name, notices=notices), title)
    if media_type == "text/markdown":
        try:
            from framing.reading.markdown import markdown_document as parsed  # noqa: PLC0415
        except ImportError as error:
            raise missing(error, "markdown_it") from error
    elif media_type == "text/html":
        from framing.reading.html import html_document as parsed  # noqa: PLC0415
    else:
        raise ValueError(f"media_type is '{media_type}'; known are text/plain, text/markdown, text/html")
    checked, repairs = checked_text(text, name)
    parsed_document = repaired(parsed(checked, title=headline, metadata=known, name=name, notices=(*notices, *repairs)))
    shown = damage(parsed_document.text) if not repairs else ()
    parsed_document = replace(
        parsed_document, metadata=clean_metadata(parsed_document.metadata), notices=(*parsed_document.notices, *shown)
    )
    return titled(parsed_document, title) if headline else parsed_document


def documents_of_bytes(
    content: bytes, name: str, *, form: Form = _FORM, max_bytes: int = MOST_BYTES, on_error: OnError = None
) -> Iterator[Document]:
    """Yield the documents of bytes that are known already, read as a file of a name would be.

    Args:
        content: The bytes, not compressed.
        name: What the user calls them; its ending says what they are.
        form: What the user says of their format and fields.
        max_bytes: Most bytes of one article.
        on_error: What to do with a bad record: ``None`` raises, a function is told and reading goes on.

    Raises:
        InputError: If they cannot be read.
    """
    file = Opened(name, clean_name(name), None)
    media_type = form.media_type or _media_type(name, content[:_HEAD], file.where)
    limit = _limit(media_type, max_bytes)
    if len(content) > limit:
        raise InputError(file.where, f"is larger than {limit:,} bytes, the limit")
    yield from _read(content, media_type, file, form.columns, max_bytes=max_bytes, on_error=on_error)


def decode_head(head: bytes) -> str:
    """Return the first characters of a file, for a look at them; bytes that are none are left out."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", errors="ignore")
    return head.removeprefix(b"\xef\xbb\xbf").decode("utf-8", errors="ignore")


def _fetched(source: str, form: Form, *, allow_private: bool, max_bytes: int, on_error: OnError) -> Iterator[Document]:
    from framing.reading.web import fetch  # noqa: PLC0415 -- the network's modules only for addresses

    where = clean_name(source)
    page = fetch(source, allow_private=allow_private, max_bytes=max_bytes)
    # Servers call Markdown and JSON Lines plain text, and feeds XML; the address and the beginning tell more.
    media_type = form.media_type or page.media_type
    if media_type not in _SERVED:
        media_type = _media_type(page.url.partition("?")[0].partition("#")[0], page.content[:_HEAD], where)
    file = Opened(where, where, None, page.charset)
    for read_document in _read(page.content, media_type, file, form.columns, max_bytes=max_bytes, on_error=on_error):
        yield replace(read_document, metadata={"url": page.url, **read_document.metadata})


def _read(
    content: bytes, media_type: str, file: Opened, columns: Columns, *, max_bytes: int, on_error: OnError
) -> Iterator[Document]:
    """Yield the documents of an input's bytes."""
    if media_type in FORMATS:
        yield from _of_articles(articles(content, media_type, file.where), file.where, on_error)
        return
    declared = file.charset or (declared_charset(content) if media_type == "text/html" else None)
    text, notices = decode(content, file.where, declared)
    if media_type == "application/jsonl":
        yield from jsonl_documents(
            text.split("\n"), file.where, columns=columns, max_bytes=max_bytes, on_error=on_error
        )
    elif media_type == "application/json":
        refuse_text(text, file.where)
        yield from json_document(text, file.where, notices, columns=columns, max_bytes=max_bytes, on_error=on_error)
    elif media_type == "text/csv":
        yield from csv_documents(text, file.where, notices, columns=columns, max_bytes=max_bytes, on_error=on_error)
    else:
        try:
            read_document = document(text, media_type=media_type, name=file.where, notices=notices)
        except InputError as error:
            raise type(error)(file.where, error.what) from error
        except InstallError as error:
            # Of many inputs only those that need the missing package fail.
            raise InputError(file.where, str(error)) from error
        yield read_document


def _media_type(name: str, head: bytes, where: str) -> str:
    """Return what an input is, by its beginning or by its name.

    Raises:
        InputError: If it is of a kind that is not read.
    """
    if not head:
        return media_type_of(name) or "text/plain"
    text = decode_head(head)
    for kind in (kind_by_bytes(head), kind_by_name(name), kind_by_text(text)):
        if kind in MEDIA_TYPES:
            return MEDIA_TYPES[kind]
    refuse_name(name, where)
    refuse_bytes(head, where)
    return media_type_of(name) or sniffed(text)


def _limit(media_type: str, max_bytes: int) -> int:
    return (
        _MOST_TABLE_BYTES
        if media_type in RECORDS
        else max(max_bytes, _MOST_DOCUMENT_BYTES)
        if media_type in FORMATS
        else max_bytes
    )


def _of_articles(articles: "Iterator[Extracted | InputError]", where: str, on_error: OnError) -> Iterator[Document]:
    """Yield the documents of what a document of another program holds; a bad one of many costs only itself."""
    try:
        for article in articles:
            try:
                if isinstance(article, InputError):
                    raise article
                yield _of_article(article, f"{where}: {article.part}" if article.part else where)
            except InputError as error:
                if on_error is None:
                    raise
                on_error(error)
    except InstallError as error:
        # Of many inputs only those that need the missing package fail.
        raise InputError(where, str(error)) from error


def _of_article(article: "Extracted", name: str) -> Document:
    metadata = clean_metadata(article.metadata)
    if article.fields:
        return field_document(article.text, title=article.title, metadata=metadata, name=name, notices=article.notices)
    headline = field_title(article.title)
    plain = plain_document(
        article.text,
        title=headline,
        metadata=metadata,
        name=name,
        notices=article.notices,
        marked=article.marked,
        lines=article.lines,
    )
    return titled(plain, article.title)


def _named(unnamed: Document, file: Opened) -> Document:
    """Standard input is ``-`` in reports, as the user called it; errors say what that is."""
    if file.where != STANDARD_INPUT:
        return unnamed
    return replace(unnamed, name=file.name + unnamed.name.removeprefix(STANDARD_INPUT))


def _limited(head: bytes, file: Opened, limit: int) -> bytes:
    content = bytearray(head)
    for piece in chain(iter(lambda: file.read(1 << 20), b"")):
        content += piece
        if len(content) > limit:
            break
    if len(content) > limit:
        raise InputError(file.where, f"is larger than {limit:,} bytes, the limit")
    return bytes(content)
