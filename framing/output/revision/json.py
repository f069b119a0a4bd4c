"""A revision as JSON: both versions' reports, and what changed between them; the same bytes each time."""

from framing.output.console import printable_json
from framing.revision import Revision

__all__ = ["render"]


def render(revision: Revision) -> str:
    """Return the revision as indented JSON."""
    return printable_json(revision.to_dict(), indent=2, allow_nan=False) + "\n"
