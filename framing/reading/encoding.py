"""Bytes to text: UTF-8 first, byte order marks, then detection."""

import codecs

from framing.article import Notice
from framing.errors import InputError

__all__ = ["decode"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 65_536
_MOST_CONTROLS = 0.02


def decode(content: bytes, where: str, declared: str | None = None) -> tuple[str, tuple[Notice, ...]]:
    """Return the text and what had to be guessed or repaired.

    Args:
        content: The file's bytes.
        where: The input's name, for errors.
        declared: The encoding that a header or the page itself names; tried after UTF-8.

    Raises:
        InputError: If the bytes are no text in any encoding.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content[len(mark) :].decode(encoding), ()
            except UnicodeDecodeError as error:
                raise InputError(
                    where, f"is not the {encoding} that its first bytes announce: {error.reason}"
                ) from error
    if b"\0" in content[:_SAMPLE]:
        raise InputError(where, "is a binary file, not text; give text, Markdown, HTML, JSONL or CSV")
    try:
        return _checked(content.decode("utf-8"), where), ()
    except UnicodeDecodeError:
        pass
    if declared:
        try:
            text = content.decode(declared)
        except (LookupError, UnicodeDecodeError):
            pass
        else:
            return _checked(text, where), (
                Notice("encoding_guessed", f"The text was read as {declared}, as declared."),
            )
    return _detected(content, where)


def _detected(content: bytes, where: str) -> tuple[str, tuple[Notice, ...]]:
    from charset_normalizer import from_bytes  # noqa: PLC0415 -- slow to import and rarely needed

    best = from_bytes(content[:_SAMPLE]).best()
    encoding = best.encoding if best is not None else "cp1252"
    for candidate in (encoding, "cp1252"):
        try:
            text = content.decode(candidate)
        except UnicodeDecodeError:
            continue
        notice = Notice("encoding_guessed", f"The text is not UTF-8; it was read as {candidate}.")
        return _checked(text, where), (notice,)
    raise InputError(where, "its bytes are not text in UTF-8 or any encoding that was detected; save it as UTF-8")


def _checked(text: str, where: str) -> str:
    sample = text[:_SAMPLE]
    controls = sum(character < " " and character not in "\t\n\r\f\x1b" for character in sample)
    if controls > _MOST_CONTROLS * len(sample):
        raise InputError(where, "is a binary file, not text; give text, Markdown, HTML, JSONL or CSV")
    return text
