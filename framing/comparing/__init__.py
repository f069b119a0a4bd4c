"""Two or more reports to a comparison: one question a module."""
