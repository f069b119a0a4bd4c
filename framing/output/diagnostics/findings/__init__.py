"""Which findings formats show, and where each of them stands."""
