"""Plain text: the document is the decoded text, repaired with a map back where it has to be."""

from collections.abc import Mapping

from framing.article import Block, Document, Notice
from framing.errors import InputError
from framing.expressions import expression
from framing.reading.repairs import repaired

__all__ = ["checked_text", "clean", "clean_metadata", "clean_name", "damage", "plain_document"]

_NO_CHARACTER = expression("[\x00\ud800-\udfff]")
_CONTROL = expression("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
# UTF-8 that was read as Windows-1252 and written again: "â€™" for an apostrophe, "Ã©" for an accented letter.
_DAMAGED = expression("\ufffd|â€[\u0080-\u009f™œ\u02dc“”šžŸ¦¢]|Ã[\u0080-¿]|Â[\u00a0-¿]")


def clean(text: str) -> str:
    """Return a string that any file can hold: lone surrogates and NUL become U+FFFD, the length stays."""
    return _NO_CHARACTER.sub("\ufffd", text)


def clean_name(name: str) -> str:
    """Return a file's name or address for one line of an error or report: control characters stand as escapes."""
    return _CONTROL.sub(lambda match: f"\\x{ord(match.group()):02x}", clean(name))


def clean_metadata(metadata: Mapping[str, object]) -> dict[str, str]:
    """Return metadata as strings that any file can hold; what is empty is left out."""
    return {
        clean(str(name)): written
        for name, value in metadata.items()
        if value is not None and (written := clean(str(value)).strip())
    }


def checked_text(text: str, name: str) -> tuple[str, tuple[Notice, ...]]:
    """Return a text that can be analysed and written, with what was repaired.

    Raises:
        InputError: If there is nothing but white space.
    """
    if not text or text.isspace():
        raise InputError(name or "text", "is empty: there is no text in it")
    repaired = clean(text)
    if repaired == text:
        return text, ()
    notice = Notice("text_repaired", "Codes that are no characters (lone surrogates, NUL) were replaced by U+FFFD.")
    return repaired, (notice,)


def damage(text: str) -> tuple[Notice, ...]:
    """Return the notice that a text lost characters before it came here, if it did; the text is left alone."""
    damaged = _DAMAGED.search(text)
    if damaged is None:
        return ()
    return (
        Notice(
            "text_damaged",
            f"The text was damaged before it was read (“{damaged.group()}” at character {damaged.start()}); "
            "quotation marks and names may be lost there.",
        ),
    )


def plain_document(
    text: str,
    *,
    title: str | None,
    metadata: Mapping[str, str],
    name: str,
    notices: tuple[Notice, ...] = (),
    marked: tuple[Block, ...] = (),
    lines: tuple[str, ...] = (),
) -> Document:
    """Return the document of a plain text.

    Args:
        text: The text.
        title: The headline, where it is known.
        metadata: What is known, by name.
        name: What the user called it.
        notices: Warnings so far.
        marked: Blocks that are known.
        lines: What its lines are called, where they are none of the file's.

    Raises:
        InputError: If there is nothing but white space.
    """
    checked, repairs = checked_text(text, name)
    # A repaired text holds U+FFFD by now: what was damaged before is told from the text as it came.
    plain = repaired(
        Document(
            checked,
            title=title,
            metadata=metadata,
            name=name,
            notices=(*notices, *repairs, *damage(text)),
            marked=marked,
            lines=lines,
        )
    )
    if not plain.text or plain.text.isspace():
        raise InputError(name or "text", "is empty: there is no text in it that a reader could see")
    return plain
