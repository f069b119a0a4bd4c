"""To and from tools for annotation: a report's findings as marks, their formats, and agreement with people."""
