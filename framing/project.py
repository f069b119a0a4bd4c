"""Addresses of the project, where whoever built the package has set some: ``[project.urls]`` of ``pyproject.toml``."""

from functools import cache
from importlib.metadata import PackageNotFoundError, metadata

__all__ = ["project_address", "rule_address"]


@cache
def project_address(label: str) -> str:
    """Return an address of the installed package by its label, such as ``Homepage``; empty where none is set."""
    try:
        listed = metadata("framing").get_all("Project-URL") or []
    except PackageNotFoundError:  # run from a checkout
        return ""
    rows = (row.partition(",") for row in listed)
    return next((address.strip() for name, _, address in rows if name.strip().lower() == label.lower()), "")


def rule_address(code: str) -> str:
    """Return the address of a shipped rule's page, below ``Rules``; empty where none is set."""
    folder = project_address("Rules").rstrip("/")
    return f"{folder}/{code}.md" if folder else ""
