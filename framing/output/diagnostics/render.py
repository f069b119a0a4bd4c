"""The formats of ``framing check`` by name; a format's module is imported when it is asked for."""

import importlib
from typing import Any

from framing.diagnostic import Outcome

__all__ = ["COLOURED", "FORMATS", "render_outcome"]

FORMATS: dict[str, str] = {
    "full": "each finding with its source line",
    "concise": "one line a finding",
    "grouped": "one line a finding, under its file",
    "json": "the whole outcome as one object",
    "jsonl": "one object a line",
    "sarif": "SARIF 2.1.0, for code scanning",
    "github": "annotations of GitHub Actions",
    "gitlab": "GitLab Code Quality",
    "junit": "JUnit XML",
    "rdjson": "reviewdog",
    "markdown": "a comment on a pull request",
    "html": "a page with every file and finding",
}
"""What each format is, by the name of ``--output-format``."""
COLOURED = ("full", "grouped")
"""Formats for people, which may have colour."""


def render_outcome(outcome: Outcome, name: str, *, colour: bool = False, width: int = 100) -> str:
    """Return the outcome in a format.

    Args:
        outcome: The run.
        name: A key of ``FORMATS``.
        colour: Whether formats for people use ANSI colours.
        width: Cells of the terminal, for ``full``.
    """
    module = importlib.import_module(f"framing.output.diagnostics.formats.{name}")
    options: dict[str, Any] = {}
    if name in COLOURED:
        options["colour"] = colour
    if name == "full":
        options["width"] = width
    rendered: str = module.render(outcome, **options)
    return rendered
