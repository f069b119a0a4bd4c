"""What kind of file it is: by its name, else by how it begins."""

import json
from pathlib import PurePath

from framing.expressions import expression

__all__ = ["RECORDS", "declared_type", "media_type_of", "sniffed"]

RECORDS = frozenset({"application/jsonl", "application/json", "text/csv"})
"""Kinds of files that hold one article a row."""
_TYPES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".jsonl": "application/jsonl",
    ".ndjson": "application/jsonl",
    ".json": "application/json",
    ".csv": "text/csv",
    ".tsv": "text/csv",
}
_PAGE = ("<!doctype html", "<html", "<head", "<body", "<article", "<main")
_BEGINNING = 1000
"""Characters by which a text is taken for a page or not."""
_CHARSET = expression(r"charset\s*=\s*[\"']?([\w.:-]{2,40})")


def media_type_of(name: str) -> str | None:
    """Return the media type that a file's name tells, ``.gz`` left aside; ``None`` where it tells none."""
    return _TYPES.get(PurePath(name.lower().removesuffix(".gz")).suffix)


def declared_type(header: str) -> tuple[str, str]:
    """Return the media type and charset that a ``Content-Type`` names, in small letters; empty where it names none."""
    declared = header.lower()
    media_type = declared.partition(";")[0].strip()
    charset = _CHARSET.search(declared)
    return media_type if "/" in media_type else "", charset[1] if charset else ""


def sniffed(text: str) -> str:
    """Return the media type that a text's beginning shows: HTML, JSON, JSON Lines, Markdown or plain text."""
    start = text.lstrip()
    beginning = start[:_BEGINNING].lower()
    if beginning.startswith(_PAGE) or (beginning.startswith("<") and "<html" in beginning):
        return "text/html"
    if start.startswith(("{", "[{", "[\n")):
        return _json_type(start)
    if start.startswith(("---\n", "---\r\n", "+++\n", "+++\r\n")):
        return "text/markdown"
    return "text/plain"


def _json_type(start: str) -> str:
    """A line that is an object on its own makes JSON Lines; what only begins like one may be prose in braces."""
    line, _, rest = start.partition("\n")
    try:
        whole = isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        # Cut off by the look at the beginning, or an object over several lines.
        follows = start[1:200].lstrip()
        return "application/json" if follows.startswith(('"', "{")) else "text/plain"
    return "application/jsonl" if whole and rest.lstrip().startswith("{") else "application/json"
