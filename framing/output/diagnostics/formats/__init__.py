"""One format a module: ``render(outcome) -> str``."""
