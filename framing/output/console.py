"""Text for consoles and the logs of jobs: nothing that an article, a file or an outlet is called is a command there."""

import json
import re
from typing import Any

from framing.errors import COMMAND
from framing.expressions import expression

__all__ = ["markup_without_commands", "printable_json", "with_commands", "without_commands"]

_COMMAND = expression(r"^([^\S\n]*+:)(?=:)|(##)(?=\w*+\[)", re.MULTILINE)
"""What the runners of GitHub and Azure obey: a line that begins with two colons, and ``##[…]`` anywhere."""
_DEFUSED = expression(r"^([^\S\n]*+:)\u2060(?=:)|(##)\u2060(?=\w*+\[)", re.MULTILINE)
_UNPRINTABLE = expression("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")


def without_commands(text: str) -> str:
    """Return text for people with a word joiner, which has no width, inside of what a job's runner would obey."""
    return _COMMAND.sub(lambda match: f"{match[0]}\u2060", text)


def with_commands(text: str) -> str:
    """Return what ``without_commands`` was given: for tables that people correct, and that are read again."""
    return _DEFUSED.sub(lambda match: match[1] or match[2], text)


def markup_without_commands(markup: str) -> str:
    """Return XML or HTML with character references in place of what a job's runner would obey: it reads as before."""
    return _COMMAND.sub(lambda match: f"{match[1][:-1]}&#58;" if match[1] else "#&#35;", markup)


def printable_json(value: object, **options: Any) -> str:  # noqa: ANN401 -- options of json.dumps
    """Return JSON in which what steers a terminal or a job stands as escapes; other characters stand as they are."""
    written = json.dumps(value, ensure_ascii=False, **options)
    escaped = _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", written)
    return COMMAND.sub(r"#\\u0023", escaped)
