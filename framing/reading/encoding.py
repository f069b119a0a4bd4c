"""Bytes to text: byte order marks, UTF-8 first, what is declared, then detection."""

import codecs
import re

from framing.article import Notice
from framing.errors import InputError
from framing.expressions import expression
from framing.packages import needed
from framing.reading.refusals import refuse_bytes

__all__ = ["declared_charset", "decode"]

# UTF-32's little-endian mark begins with UTF-16's: the longer ones come first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 65_536
"""Bytes, or characters, by which a file is judged: enough to tell, and quick for any file."""
_MOST_CONTROLS = 0.02
"""Share of control characters above which a file is no text; set by hand: text has next to none."""
_CONTROLS = expression("[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_META = expression(rb"<meta\b[^>]{0,300}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_HEAD = 4096
"""Bytes in which a page names its encoding; browsers look at the first 1,024, and pages are late."""
# What pages and servers declare; other codecs of Python's (punycode, unicode_escape) are no encodings of files.
_KNOWN = expression(
    r"(?:utf-?(?:8|16|32)|us-ascii|ascii|iso-?8859|latin|windows-?\d|cp\d|koi8|mac|big5|gb|euc|shift|sjis|iso-2022)",
    re.IGNORECASE,
)
_WESTERN = expression(r"(?:cp125[0-8]|latin_1|iso8859_\d+|ascii|cp1006)$")
_MOST_HIGH_BYTES = 0.03
"""Share of bytes beyond ASCII up to which a guess among Western encodings means the commonest, Windows-1252."""
_BINARY = "is a binary file, not text; give text, Markdown, HTML, JSONL or CSV"


def decode(content: bytes, where: str, declared: str | None = None) -> tuple[str, tuple[Notice, ...]]:
    """Return the text, without a byte order mark, and what had to be guessed.

    UTF-8 comes before what is declared: text that is valid UTF-8 by chance does not occur, wrong declarations do.

    Args:
        content: The file's bytes.
        where: The input's name, for errors.
        declared: The encoding that a header or the page itself names.

    Returns:
        The text, and ``encoding_guessed`` where it is not UTF-8 and nothing says what else.

    Raises:
        InputError: If the bytes are no text in any encoding that was tried, or a binary file, named by its kind.
    """
    refuse_bytes(content, where)
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content[len(mark) :].decode(encoding), ()
            except UnicodeDecodeError as error:
                raise InputError(
                    where, f"is not the {encoding} that its first bytes announce ({error.reason}); save it as UTF-8"
                ) from error
    if declared and declared.lower().startswith(("utf-16", "utf16", "utf-32", "utf32")):
        try:
            return content.decode(declared), ()
        except (LookupError, UnicodeDecodeError):
            pass
    if b"\0" in content:
        raise InputError(where, _BINARY)
    try:
        return _checked(content.decode("utf-8"), where), ()
    except UnicodeDecodeError:
        pass
    if declared and _KNOWN.match(declared):
        # Browsers read the declarations of Latin-1 and ASCII as Windows-1252, because that is what is meant.
        meant = "cp1252" if re.match(r"(?i)iso-?8859-?1$|latin-?1$|(?:us-)?ascii$", declared) else declared
        try:
            return _checked(content.decode(meant), where), ()
        except (LookupError, UnicodeDecodeError):
            pass
    return _detected(content, where)


def declared_charset(content: bytes) -> str | None:
    """Return the encoding that a page's own ``meta`` element names, if one does so in its first bytes."""
    match = _META.search(content[:_HEAD])
    return match[1].decode("ascii") if match else None


def _detected(content: bytes, where: str) -> tuple[str, tuple[Notice, ...]]:
    sample = content[:_SAMPLE]
    # Slow to import and rarely needed.
    best = needed("charset_normalizer").from_bytes(sample).best()
    encoding = best.encoding if best is not None else "cp1252"
    # English in any of these has few bytes beyond ASCII, too few to tell relatives apart: take the usual one.
    high = bytes(byte for byte in sample if byte > 127)
    same = high.decode("cp1252", "replace") == high.decode(encoding, "replace")
    if same or (_WESTERN.match(encoding) and len(high) <= _MOST_HIGH_BYTES * len(sample)):
        encoding = "cp1252"
    elif encoding.startswith("mac_") and encoding != "mac_cyrillic":
        encoding = "mac_roman"
    for candidate in dict.fromkeys((encoding, best.encoding if best is not None else encoding, "cp1252")):
        try:
            text = content.decode(candidate)
        except (LookupError, UnicodeDecodeError):
            continue
        notice = Notice("encoding_guessed", f"The text is not UTF-8; it was read as {_spoken(candidate)}.")
        return _checked(text, where), (notice,)
    raise InputError(where, "its bytes are not text in UTF-8 or any encoding that was detected; save it as UTF-8")


def _spoken(encoding: str) -> str:
    return f"windows-{encoding[2:]}" if re.match(r"cp125\d$", encoding) else encoding.replace("_", "-")


def _checked(text: str, where: str) -> str:
    sample = text[:_SAMPLE]
    if len(_CONTROLS.findall(sample)) > _MOST_CONTROLS * len(sample):
        raise InputError(where, _BINARY)
    return text
