"""Article to rows: who and what the page names, which names are one bearer's, and whom each source mention means."""

from framing.entities.rows import Row
from framing.entities.table import Table, build_table

__all__ = ["Row", "Table", "build_table"]
