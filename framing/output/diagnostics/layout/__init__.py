"""How formats lay findings out: source lines, rows, closing lines."""
