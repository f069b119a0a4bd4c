"""What holds of every format, whatever is found in whatever file."""

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.diagnostic import LEVELS, CheckedFile, Diagnostic, MissedBudget, Outcome, Suppression
from framing.output.diagnostics.findings.reported import reported
from framing.output.diagnostics.formats import concise, full, github, gitlab, grouped, junit, markdown, rdjson, sarif
from framing.output.diagnostics.layout import window
from framing.output.diagnostics.render import FORMATS, render_outcome
from framing.output.width import columns
from framing.reading.offsets import LineMap

HOSTILE = [
    "\n",
    "\r",
    "\r\n",
    "%",
    "::",
    "]]>",
    "\x00",
    "\x1b[2J",
    "\ud800",
    "\u2028",
    "<b>",
    "|",
    "`",
    "&amp;",
    "@you",
    ",",
]
ALPHABET = ["a", "word ", "é", "e\u0301", "🎈", "👩\u200d👧", "東", "\t", "\n", "\r\n", " ", *HOSTILE]
TEXTS = st.lists(st.sampled_from(ALPHABET), max_size=30).map("".join)
FILE_TEXTS = st.lists(st.sampled_from(ALPHABET), max_size=60).map("".join).map(lambda text: text.replace("\ud800", ""))


@st.composite
def findings(draw: st.DrawFn, path: str, text: str) -> Diagnostic:
    lines = LineMap(text)
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, min(start + 20, len(text))))
    first, last = lines.place(start), lines.place(end)
    return Diagnostic(
        code=draw(st.sampled_from(["W101", "W106", "X999"])),
        rule="loaded-term",
        level=draw(st.sampled_from(LEVELS)),
        message=draw(TEXTS),
        start=start,
        end=end,
        path=path,
        line=first.line,
        column=first.column,
        end_line=last.line,
        end_column=last.column,
        confidence=draw(st.floats(0, 1)),
        reason=draw(TEXTS),
        alternatives=tuple(draw(st.lists(TEXTS, max_size=2))),
        text=text[start:end],
        fingerprint=draw(st.sampled_from(["aa", "bb"])) * 16,
        suppression=draw(st.sampled_from([None, None, Suppression("in_source", draw(TEXTS)), Suppression("baseline")])),
        baseline_state=draw(st.sampled_from([None, "new", "unchanged", "absent"])),
    )


@st.composite
def outcomes(draw: st.DrawFn) -> Outcome:
    files = []
    for name in draw(st.lists(TEXTS.filter(bool), max_size=3, unique=True)):
        text = draw(FILE_TEXTS)
        files.append(CheckedFile(name, text, tuple(draw(st.lists(findings(name, text), max_size=4))), words=10))
    paths = ["", *(file.path for file in files)]
    budget = st.builds(MissedBudget, st.sampled_from(paths), TEXTS, st.floats(0, 9), st.floats(0, 9))
    missed = tuple(draw(st.lists(budget, max_size=2)))
    return Outcome(tuple(files), (), fail_on=draw(st.sampled_from(LEVELS)), missed=missed, version="1.0")


def strict(text: str) -> Any:  # noqa: ANN401 -- JSON values
    def refuse(constant: str) -> None:
        raise AssertionError(constant)

    return json.loads(text, parse_constant=refuse)


@given(outcomes(), st.sampled_from(sorted(FORMATS)))
@settings(max_examples=100)
def test_every_format_can_be_written_as_utf8_and_is_the_same_twice(outcome: Outcome, name: str) -> None:
    text = render_outcome(outcome, name)
    assert text.encode("utf-8").decode("utf-8") == text
    assert text == render_outcome(outcome, name)
    assert text.endswith("\n") or not text


@given(outcomes())
@settings(max_examples=50)
def test_concise_is_one_line_a_finding(outcome: Outcome) -> None:
    lines = concise.render(outcome).splitlines()
    assert len(lines) == len(list(reported(outcome)))
    assert all(re.search(r":\d+:\d+: (?:[A-Z]\d{3}|budget) ", line) for line in lines)


@given(outcomes())
@settings(max_examples=50)
def test_json_formats_parse_and_lose_nothing(outcome: Outcome) -> None:
    everything = sum(len(file.diagnostics) for file in outcome.files)
    shown = len(list(reported(outcome)))
    whole = strict(render_outcome(outcome, "json"))
    assert sum(len(file["diagnostics"]) for file in whole["files"]) == everything
    rows = [strict(line) for line in render_outcome(outcome, "jsonl").split("\n")[:-1]]
    assert sum(row["type"] == "diagnostic" for row in rows) == everything
    assert rows[-1]["type"] == "summary"
    assert sum(rows[-1]["reported"].values()) == shown
    assert len(strict(gitlab.render(outcome))) == shown
    assert len(strict(rdjson.render(outcome))["diagnostics"]) == shown
    budgets = sum(bool(missed.path) for missed in outcome.missed)
    assert len(strict(sarif.render(outcome))["runs"][0]["results"]) == everything + budgets


@given(outcomes())
@settings(max_examples=40)
def test_sarif_of_any_run_is_valid(sarif_schema: Any, outcome: Outcome) -> None:  # noqa: ANN401 -- a JSON Schema
    jsonschema.Draft7Validator(sarif_schema).validate(strict(sarif.render(outcome)))


@given(outcomes())
@settings(max_examples=50)
def test_no_two_fingerprints_are_the_same(outcome: Outcome) -> None:
    prints = [entry["fingerprint"] for entry in strict(gitlab.render(outcome))]
    assert len(set(prints)) == len(prints)
    results = strict(sarif.render(outcome))["runs"][0]["results"]
    hashes = [result["partialFingerprints"]["primaryLocationLineHash"] for result in results]
    assert len(set(hashes)) == len(hashes)


@given(outcomes())
@settings(max_examples=50)
def test_junit_is_xml_whose_counts_are_right(outcome: Outcome) -> None:
    root = ET.fromstring(junit.render(outcome))  # noqa: S314 -- written by the line above
    shown = list(reported(outcome))
    failing = [one for one in shown if LEVELS.index(one.level) >= LEVELS.index(outcome.fail_on)]
    cases = root.findall("./testsuite/testcase")
    assert len(cases) == int(root.attrib["tests"])
    assert len(root.findall("./testsuite/testcase/failure")) == int(root.attrib["failures"]) == len(failing)
    assert sum(case.attrib["name"] != "no finding" for case in cases) == len(shown)
    for suite in root.findall("./testsuite"):
        assert len(suite.findall("testcase")) == int(suite.attrib["tests"]) > 0


@given(outcomes())
@settings(max_examples=50)
def test_an_annotation_is_one_command_that_decodes_to_its_message(outcome: Outcome) -> None:
    lines = github.render(outcome).split("\n")[:-1]
    assert all(re.match(r"::(error|warning|notice) [^:]*::", line) and "\r" not in line for line in lines)
    for level in ("error", "warning", "notice"):
        assert sum(line.startswith(f"::{level} ") for line in lines) <= github.MOST_PER_LEVEL
    if len(list(reported(outcome))) == len(lines) == 1:
        found = next(iter(reported(outcome)))
        message = lines[0].split("::", 2)[2].replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
        assert message.startswith(re.sub("[\x00\x1b\u2028\ud800]", "�", found.message))


@given(outcomes())
@settings(max_examples=50)
def test_rdjson_counts_bytes_and_sarif_code_points(outcome: Outcome) -> None:
    shown = [one for one in reported(outcome) if one.path]
    texts = {file.path: file.text for file in outcome.files}
    entries = [entry for entry in strict(rdjson.render(outcome))["diagnostics"] if entry["location"]["path"] != "."]
    for one, entry in zip(shown, entries, strict=True):
        if "range" in entry["location"] and one.line == one.end_line:
            text = texts[one.path]
            line = text.split("\n" if "\n" in text else "\r")[one.line - 1]
            start, end = (entry["location"]["range"][side]["column"] - 1 for side in ("start", "end"))
            assert line.encode()[start:end].decode() == one.text
            assert line[one.column - 1 : one.end_column - 1] == one.text


@given(outcomes(), st.integers(40, 120))
@settings(max_examples=50)
def test_full_stays_within_the_terminal_and_never_steers_it(outcome: Outcome, width: int) -> None:
    for text in (full.render(outcome, width=width), grouped.render(outcome)):
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202a-\u202e]", text)
    for line in full.render(outcome, width=width).split("\n"):
        if re.match(r" *\d* \| ", line):
            assert columns(line) <= width


@given(outcomes(), st.integers(1500, 4000))
@settings(max_examples=50)
def test_a_comment_keeps_to_its_limit_and_counts_what_it_leaves_out(outcome: Outcome, limit: int) -> None:
    # Enough findings to need the limit, each with words of its own.
    files = tuple(
        replace(
            file,
            diagnostics=tuple(replace(one, message=f"{one.message}{n}") for n in range(30) for one in file.diagnostics),
        )
        for file in outcome.files
    )
    text = markdown.render(replace(outcome, files=files, missed=()), limit=limit)
    assert len(text.encode()) <= limit
    shown = list(reported(replace(outcome, files=files, missed=())))
    rows = sum(
        int(times) if times else lines.count(",") + 1
        for lines, times in re.findall(r"^\| ([\d, ]*)(?:\(×(\d+)\) )?\| [WX]\d{3} ", text, re.MULTILINE)
    )
    left_out = re.search(r"^And ([\d,]+) more", text, re.MULTILINE)
    assert rows + (int(left_out[1].replace(",", "")) if left_out else 0) == len(shown)


@given(TEXTS, st.integers(0, 90), st.integers(0, 30), st.integers(20, 100))
def test_a_window_shows_the_start_of_the_span_under_its_carets(line: str, start: int, length: int, width: int) -> None:
    line = line.replace("\n", "").replace("\r", "")
    shown = window.source_window(line, start, start + length, width)
    assert columns(shown.text) <= width
    assert shown.carets >= 1
    assert shown.indent + shown.carets <= width + 1


def test_a_measure_without_a_number_is_null_in_json(outcome: Outcome) -> None:
    file = replace(outcome.files[0], measures={"loaded": float("nan"), "subjectivity": 0.5})
    whole = strict(render_outcome(replace(outcome, files=(file,)), "json"))
    assert whole["files"][0]["measures"] == {"loaded": None, "subjectivity": 0.5}


def test_suggestions_are_the_alternatives_where_the_file_has_the_words_in_one_piece() -> None:
    text = "Regime REGIME <b>re</b>gime\n"
    found = tuple(
        Diagnostic(
            "W101", "loaded-term", "note", "m", 0, 6, "a.md", 1, start, 1, end, text=words, alternatives=("rulers",)
        )
        for words, start, end in (("Regime", 1, 7), ("REGIME", 8, 14), ("regime", 18, 28))
    )
    entries = strict(rdjson.render(Outcome((CheckedFile("a.md", text, found),), ())))["diagnostics"]
    assert [[one["text"] for one in entry.get("suggestions", [])] for entry in entries] == [["rulers"], ["rulers"], []]


def test_nothing_of_a_page_can_notify_or_be_markup_in_a_comment() -> None:
    found = Diagnostic("W101", "loaded-term", "note", "@mayor #12 GH-3 <img> [x](y) a|b &lt;", 0, 3, "a.txt")
    text = markdown.render(Outcome((CheckedFile("a.txt", "One\n", (found,)),), ()))
    row = next(line for line in text.splitlines() if "W101" in line)
    assert not re.search(r"@\w|#\d|GH-\d|(?<!\\)<img|(?<!\\)\[|&lt;", row)
    assert len(re.findall(r"(?<!\\)\|", row)) == 5


def test_a_rule_of_a_pack_with_a_code_of_its_own_is_written_in_every_format(outcome: Outcome) -> None:
    card = replace(outcome.rules[0], code="X901", name="of-a-pack")
    found = replace(outcome.files[0].diagnostics[0], code="X901", rule="of-a-pack")
    own = replace(outcome, files=(replace(outcome.files[0], diagnostics=(found,)),), rules=(card,))
    for name in FORMATS:
        assert "X901" in render_outcome(own, name)


def test_every_format_is_described() -> None:
    page = (Path(__file__).parents[3] / "docs" / "formats.md").read_text(encoding="utf-8")
    described = re.findall(r"^\| `(\w+)` \|", page.split("## What holds")[0], re.MULTILINE)
    assert described == list(FORMATS)


@pytest.mark.slow
def test_a_hundred_thousand_findings_are_all_written() -> None:
    text = "The regime stayed in the harbour.\n" * 100
    found = tuple(
        Diagnostic(
            "W101", "loaded-term", "warning", "m", 4, 10, "a.txt", n % 100 + 1, 5, n % 100 + 1, 11, text="regime"
        )
        for n in range(100_000)
    )
    many = Outcome((CheckedFile("a.txt", text, found),), ())
    assert concise.render(many).count("\n") == 100_000
    assert render_outcome(many, "jsonl").count('{"type": "diagnostic"') == 100_000
    assert "100,000 findings (100,000 warnings)" in full.render(many)
    assert "99,990 more findings" in github.render(many)
