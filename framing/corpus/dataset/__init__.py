"""The datasets that a run writes: rows, part files, the manifest of what is in them."""
