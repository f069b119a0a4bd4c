"""Every format of an invented run is the file under tests/output/diagnostics/golden.

Where a change is meant, write them again with ``UPDATE_EXAMPLES=1 python -m pytest tests/output/diagnostics`` and read
the difference.
"""

import importlib
import os
from pathlib import Path

import pytest

from framing.diagnostic import Outcome

GOLDEN = Path(__file__).parent / "golden"
FILES = {
    "concise": "concise.txt",
    "full": "full.txt",
    "grouped": "grouped.txt",
    "statistics": "statistics.txt",
    "github": "github.txt",
    "gitlab": "gitlab.json",
    "json": "outcome.json",
    "jsonl": "outcome.jsonl",
    "junit": "junit.xml",
    "html": "index.html",
    "markdown": "comment.md",
    "rdjson": "rdjson.json",
    "sarif": "outcome.sarif",
}


@pytest.mark.parametrize("name", FILES)
def test_each_format_is_its_golden_file(name: str, outcome: Outcome) -> None:
    rendered = importlib.import_module(f"framing.output.diagnostics.formats.{name}").render(outcome)
    if name == "html":  # style and foot are every page's
        rendered = rendered[rendered.index("<main") : rendered.index("<footer")] + "\n"
    path = GOLDEN / FILES[name]
    if os.environ.get("UPDATE_EXAMPLES"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(rendered, encoding="utf-8", newline="")
    assert rendered == path.read_bytes().decode("utf-8")
