"""JSON documents with a long list: what describes the run is indented, and each entry of the list is one line.

An indented entry for each of 100,000 findings took five times as long and twice the bytes.
"""

import math
from collections.abc import Iterable, Mapping
from typing import Any

from framing.output.console import printable_json
from framing.output.safe_text import encodable

__all__ = ["document_with_rows", "finite", "row"]


def document_with_rows(document: Mapping[str, Any], name: str, rows: Iterable[Mapping[str, Any]]) -> str:
    """Return the document as JSON, its list of this name filled with rows.

    Args:
        document: Holds an empty list under ``name``, at any depth, as the last list of that name.
        name: The list's key.
        rows: The list's entries.

    Raises:
        ValueError: If the document has no such list.
    """
    before, key, after = printable_json(document, indent=2).rpartition(f'"{name}": []')
    if not key:
        raise ValueError(f"the document has no empty list '{name}'")
    lines = ",\n".join(row(entry) for entry in rows)
    filled = f'"{name}": [\n{lines}\n]' if lines else key
    return f"{encodable(before)}{filled}{encodable(after)}\n"


def row(entry: Mapping[str, Any]) -> str:
    """Return an entry as JSON on one line that can be written as UTF-8."""
    return encodable(printable_json(entry))


def finite(number: float) -> float | None:
    """Return the number, or ``None`` where JSON has none for it."""
    return number if math.isfinite(number) else None
