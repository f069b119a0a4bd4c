"""Text that a format can hold: on one line, without characters that steer a terminal, encodable."""

import re
from pathlib import PurePath
from urllib.parse import quote

from framing.diagnostic import Diagnostic

__all__ = ["alternatives_in_case", "displayable", "encodable", "one_line", "relative_uri", "utf8_column"]

_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
"""Control characters, line separators, directional overrides, non-characters, lone surrogates."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]"
)
"""What XML cannot hold and databases behind dashboards refuse: controls but tab and line ends, overrides of
direction, and no characters."""
_NAMED = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def alternatives_in_case(found: Diagnostic) -> tuple[str, ...]:
    """Return the alternatives as they would stand in place of the words found: with a capital, or in capitals."""
    words = found.text
    if len(words) > 1 and words.isupper():
        return tuple(text.upper() for text in found.alternatives)
    if words[:1].isupper():
        return tuple(text[:1].upper() + text[1:] for text in found.alternatives)
    return found.alternatives


def one_line(text: str) -> str:
    r"""Return the text on one physical line: what would break the line or steer a terminal is shown as an escape.

    Examples:
        >>> print(one_line("two\nlines\x1b[31m"))
        two\nlines\x1b[31m
    """
    return _STEERING.sub(_escape, text)


def encodable(text: str) -> str:
    """Return the text with lone surrogates as U+FFFD, so that it can be written as UTF-8; the length stays."""
    return _SURROGATE.sub("�", text)


def displayable(text: str) -> str:
    """Return the text with controls, overrides of direction and lone surrogates as U+FFFD; tabs and line ends stay.

    For formats whose readers keep messages in XML or in databases, neither of which can hold them.
    """
    return _CONTROL.sub("�", text)


def relative_uri(path: str) -> str:
    """Return a path as a URI reference: percent-encoded, with forward slashes, without ``./`` in front.

    A byte of a file name that is not UTF-8 is encoded as that byte. A colon is encoded too: in the first part of a
    path it would read as a scheme. Only a path that is absolute already gives an absolute URI.

    Examples:
        >>> relative_uri("news/café 50%.md")
        'news/caf%C3%A9%2050%25.md'
    """
    plain = PurePath(path).as_posix()
    scheme = "file://" if plain.startswith("/") else ""
    return scheme + quote(plain.encode("utf-8", "surrogateescape" if _from_file_system(plain) else "replace"), safe="/")


def utf8_column(line: str, column: int) -> int:
    """Return a column in bytes of UTF-8, 1-based, for a column in code points, 1-based.

    Args:
        line: The source line.
        column: May stand one past the line's last character; further ones count as one byte each.
    """
    before = line[: column - 1]
    return len(encodable(before).encode()) + max(column - 1 - len(before), 0) + 1


def _from_file_system(path: str) -> bool:
    """Whether every surrogate stands for a byte, as Python reads file names that are not UTF-8."""
    return all("\udc80" <= surrogate <= "\udcff" for surrogate in _SURROGATE.findall(path))


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    if character in _NAMED:
        return _NAMED[character]
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
