"""Reports, comparisons, diagnostics and summaries in every format, one a module."""
