"""The rendered reports of the seeds are the ones under reports/examples.

Where a change is meant, write them again with ``UPDATE_EXAMPLES=1 python -m pytest tests/output`` and read the difference.
"""

import contextlib
import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import framing
from framing.output import csv, markdown, terminal
from framing.output import json as json_output
from framing.pipeline import analyze_document
from framing.reading import documents
from framing.report import Report

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = ROOT / "reports" / "examples"
SEEDS = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "seeds").glob("*/*")
    if path.suffix in {".txt", ".md", ".html"}
)


@cache
def report(seed: str) -> Report:
    with contextlib.chdir(ROOT):
        return analyze_document(next(iter(documents(seed))))


def held(name: str, rendered: str) -> str:
    path = EXAMPLES / name
    if os.environ.get("UPDATE_EXAMPLES"):
        path.write_text(rendered, encoding="utf-8")
    return path.read_text(encoding="utf-8")


def stem(seed: str) -> str:
    return seed.removeprefix("seeds/").replace("/", "-").replace(".", "-")


@pytest.mark.parametrize("seed", SEEDS)
def test_the_terminal_report_is_the_example(seed: str) -> None:
    text = terminal.render([report(seed)])
    assert max(map(len, text.splitlines())) <= 80
    assert len(text.splitlines()) <= 50
    assert text == held(f"{stem(seed)}.txt", text)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_markdown_report_is_the_example(seed: str) -> None:
    text = markdown.render([report(seed)])
    assert text == held(f"{stem(seed)}.report.md", text)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_json_report_is_the_example(seed: str) -> None:
    text = json_output.render([report(seed)])
    found = json.loads(text)
    jsonschema.validate(found, framing.schema())
    assert_alike(found, json.loads(held(f"{stem(seed)}.json", text)), seed)


def assert_alike(found: Any, expected: Any, place: str) -> None:  # noqa: ANN401 -- JSON values
    """Numbers may differ in the last digits between machines; nothing else may."""
    if isinstance(expected, float):
        assert found == pytest.approx(expected, abs=2e-4, rel=1e-3), place
    elif isinstance(expected, dict):
        assert list(found) == list(expected), place
        for key, value in expected.items():
            assert_alike(found[key], value, f"{place}.{key}")
    elif isinstance(expected, list):
        assert len(found) == len(expected), place
        for number, value in enumerate(expected):
            assert_alike(found[number], value, f"{place}[{number}]")
    else:
        assert found == expected, place


def test_several_reports_are_one_table() -> None:
    reports = [report(seed) for seed in SEEDS[:2]]
    assert len(terminal.render(reports, width=200).splitlines()) == 3
    assert max(map(len, terminal.render(reports).splitlines())) <= 80
    assert csv.render(reports).count("\n") == 3
    assert markdown.render(reports).count("\n|") == 3


def test_every_span_lies_inside_the_text() -> None:
    for seed in SEEDS:
        found = report(seed).to_dict()
        length = len(found["article"]["text"])
        for span in spans(found):
            assert 0 <= span["start"] < span["end"] <= length


def spans(value: Any) -> list[dict[str, int]]:  # noqa: ANN401 -- JSON values
    if isinstance(value, dict):
        own = [value] if "start" in value and "end" in value else []
        return own + [span for part in value.values() for span in spans(part)]
    return [span for part in value for span in spans(part)] if isinstance(value, list) else []
