"""Characters that would change how a page reads, shown by name; commands, which the log of a job would obey."""

import re

from markupsafe import Markup, escape

from framing.expressions import expression
from framing.output.console import markup_without_commands

__all__ = ["shown"]

_UNSAFE = expression("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
"""Directional embeddings, overrides and isolates; control characters but tab and line ends; non-characters."""


def shown(value: object) -> object:
    """Return a value as a page may hold it: what reorders or breaks the page's text becomes its code point in brackets.

    Marks that only say which way a neighbour runs (U+200E, U+200F, U+061C) stay: Arabic and Hebrew need them, and the
    page isolates every text that it quotes.

    Examples:
        >>> shown("safe\u202eexe.txt")
        'safe[U+202E]exe.txt'
    """
    # Markup, a string that templates made, has been through here piece by piece.
    if type(value) is not str:
        return value
    text = _UNSAFE.sub(_name, value)
    if "::" not in text and "##" not in text:
        return text
    return Markup(markup_without_commands(str(escape(text))))  # noqa: S704 -- escaped


def _name(match: re.Match[str]) -> str:
    return f"[U+{ord(match[0]):04X}]"
