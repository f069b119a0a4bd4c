"""The parts of an HTML page: its columns, marks, layers and notes."""
