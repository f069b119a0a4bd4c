"""What is no article and is not read: it is refused by its kind, instead of being scored with its markup."""

from framing.errors import InputError
from framing.reading.formats import MEDIA_TYPES
from framing.reading.kinds import kind_by_bytes, kind_by_name, kind_by_text

__all__ = ["refuse_bytes", "refuse_name", "refuse_text"]

_ADVICE = "save its text as .txt, .md or .html"
_FILES_ONLY = "which is read from a file or address, not from its text"
_WITHOUT_TEXT = ("a picture", "a film", "a sound", "a recording", "a compressed", "an archive", "a SQLite")


def refuse_name(name: str, where: str) -> None:
    """Refuse a file by its name's ending.

    Raises:
        InputError: If the ending is one of a kind that is not read.
    """
    _refuse(kind_by_name(name), where)


def refuse_bytes(content: bytes, where: str) -> None:
    """Refuse a file by its first bytes.

    Raises:
        InputError: If they are those of a kind that is not read.
    """
    _refuse(kind_by_bytes(content), where)


def refuse_text(text: str, where: str) -> None:
    """Refuse a text that is a feed, another XML document, or mail.

    Raises:
        InputError: If it is one.
    """
    _refuse(kind_by_text(text), where)


def _refuse(kind: str | None, where: str) -> None:
    if kind is None:
        return
    advice = f", which is not read; {_ADVICE}"
    if kind in MEDIA_TYPES:
        advice = f", {_FILES_ONLY}"
    elif kind.startswith(_WITHOUT_TEXT):
        advice = ", not an article; give text, Markdown, HTML, JSONL or CSV"
    elif "framing corpus" in kind or "end its name" in kind:
        advice = ""
    raise InputError(where, f"is {kind}{advice}")
