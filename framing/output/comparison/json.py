"""A comparison as JSON: the articles' reports, and what stands between them; the same bytes each time."""

from framing.comparison import Comparison
from framing.output.console import printable_json

__all__ = ["render"]


def render(comparison: Comparison) -> str:
    """Return the comparison as indented JSON."""
    return printable_json(comparison.to_dict(), indent=2, allow_nan=False) + "\n"
