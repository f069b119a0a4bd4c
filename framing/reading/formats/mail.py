"""Mail (.eml) and mailboxes (.mbox): a message an article, its subject the headline."""

import re
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime

from framing.article import Notice
from framing.errors import InputError
from framing.expressions import expression
from framing.reading.formats.extracted import Extracted, told

__all__ = ["mail_articles", "mailbox_articles"]

_FROM_LINE = expression(rb"(?:\A|(?<=\n\n)|(?<=\r\n\r\n))From \S+[^\r\n]{0,120}\b\d{4}[^\r\n]{0,20}\r?\n")
_QUOTED_FROM = expression(rb"^>(>*From )", re.MULTILINE)


def mail_articles(content: bytes, where: str) -> Iterator[Extracted]:
    """Yield the one article of a mail.

    Raises:
        InputError: If it has no text.
    """
    yield _message(content, where, "")


def mailbox_articles(content: bytes, where: str) -> Iterator[Extracted | InputError]:
    """Yield the article of each message of a mailbox; what cannot be read is an error among them."""
    starts = [match.span() for match in _FROM_LINE.finditer(content)]
    ends = [start for start, _ in starts[1:]] + [len(content)]
    for number, ((_, start), end) in enumerate(zip(starts, ends, strict=True), start=1):
        try:
            yield _message(_QUOTED_FROM.sub(rb"\1", content[start:end]), where, f"message {number}")
        except InputError as error:
            yield InputError(f"{where}: message {number}", error.what)


def _message(content: bytes, where: str, part: str) -> Extracted:
    message = BytesParser(EmailMessage, policy=policy.default).parsebytes(content)
    text = _text(message, where)
    left = sum(1 for _ in message.iter_attachments()) if message.is_multipart() else 0
    notices = (Notice("parts_left_out", f"Attachments were not read: {left}."),) if left else ()
    return Extracted(text, part, fields=True, title=_subject(message), metadata=_metadata(message), notices=notices)


def _text(message: EmailMessage, where: str) -> str:
    with told(where, "a mail"):
        body = message.get_body(("html", "plain"))
        if body is None:
            raise InputError(where, "is a mail without a text")
        return str(body.get_content())


def _subject(message: EmailMessage) -> str | None:
    subject = " ".join(_header(message, "subject").split())
    return re.sub(r"^(?:(?:re|fwd?|aw|wg)\s?:\s?)+", "", subject, flags=re.IGNORECASE) or None


def _metadata(message: EmailMessage) -> dict[str, str]:
    name, address = parseaddr(_header(message, "from"))
    try:
        date = parsedate_to_datetime(_header(message, "date")).date().isoformat()
    except (ValueError, TypeError, IndexError):
        date = ""
    return {"author": name or address, "date": date, "id": _header(message, "message-id").strip("<> ")}


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name, ""))
    except Exception:  # noqa: BLE001 -- the library raises many kinds on headers that are none
        return ""
