"""Text that a format can hold: on one line, without characters that steer a terminal, encodable."""

import re

from framing.expressions import expression

__all__ = ["displayable", "encodable", "one_line"]

_STEERING = expression("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
"""Control characters, line separators, directional overrides, non-characters, lone surrogates."""
_SURROGATE = expression("[\ud800-\udfff]")
_CONTROL = expression(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]"
)
"""What XML cannot hold and databases behind dashboards refuse: controls but tab and line ends, overrides of
direction, and no characters."""
_NAMED = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


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


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    if character in _NAMED:
        return _NAMED[character]
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
