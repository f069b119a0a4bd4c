"""TOML that anybody may have written: settings, lexicons, the front matter of an article."""

from typing import Any

from framing.expressions import expression

__all__ = ["parse_toml"]

_MOST_PARTS = 100
"""Parts of a dotted key: the parser's time grows with their square."""
_STRING = expression(r""""(?:[^"\\]|\\.)*"|'[^']*'""")


def parse_toml(text: str) -> dict[str, Any]:
    """Return a TOML text's tables.

    The parser takes a square of a dotted key's parts in time and memory, and a call for each bracket: both are bounded.

    Raises:
        ValueError: If the text is not TOML, if brackets are nested too deeply, or if a line outside of quotation marks
            has more than 100 full stops.
    """
    for number, line in enumerate(text.splitlines(), start=1):
        if line.count(".") > _MOST_PARTS and _STRING.sub("", line).count(".") > _MOST_PARTS:
            raise ValueError(f"line {number}: a key of more than {_MOST_PARTS} parts")
    import tomllib  # noqa: PLC0415 -- most runs have no settings to read

    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ValueError("brackets are nested too deeply") from None
