"""Outlets, months and topics in figures: summaries and comparisons of the datasets, with clustered intervals."""
