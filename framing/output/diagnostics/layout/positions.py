"""Paths and columns as formats that machines read write them."""

from pathlib import PurePath
from urllib.parse import quote

from framing.expressions import expression
from framing.output.safe_text import encodable

__all__ = ["relative_uri", "utf8_column"]

_SURROGATE = expression("[\ud800-\udfff]")


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
