"""A comparison as JSON: the articles' reports, and what stands between them; the same bytes each time."""

import json

from framing.comparison import Comparison

__all__ = ["render"]


def render(comparison: Comparison) -> str:
    """Return the comparison as indented JSON."""
    return json.dumps(comparison.to_dict(), ensure_ascii=False, indent=2, allow_nan=False) + "\n"
