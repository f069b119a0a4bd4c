"""A hostile article, file name and outlet in every output, each read by its own format's parser."""

import csv
import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner
from lxml import html
from markdown_it import MarkdownIt

from framing.checking import requested
from framing.cli import check_fix, check_output
from framing.cli.main import main
from framing.output.diagnostics.render import FORMATS

MARKS = (
    "::error::boo @team #1 <script>alert(1)</script> <img src=x onerror=alert(1)> ]]> | ` [x](javascript:alert(1)) "
    "##[error]y ##vso[task.complete] \x1b]0;owned\x07\x1b[31mred\x9b32m \u202eback %0A::error::z &lt;b&gt; =1+1"
)
"""Commands of job logs, mentions, markup of each format, sequences for terminals, formulas."""
OUTLET = f"::error::{MARKS}"
NAME = "::error file=x::@team #1 <img src=x onerror=alert(1)> \x1b[31m\u202e ]]>`|.md"
CLEAN = (
    "The council of Odden met in the town hall on Tuesday to talk about the plan for the old harbour. It will cost forty "
    "million and work begins in May, said Mara Olsen, who leads the office for ports. It was a terrifying, heinous night."
)
TEXT = f"{MARKS}\n\n{CLEAN}\n\n{MARKS} It was a terrifying night.\n\n::error::The death tax ends in May.\n"
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
COMMAND = re.compile(r"(?m)^\s*::|##\w*\[")
Run = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    requested.forget_settings()
    Path(NAME).write_text(TEXT, encoding="utf-8")
    Path("two.txt").write_text(f"::error::Two\n\n{CLEAN} {CLEAN}\n\n{MARKS}\n", encoding="utf-8")

    def called(*arguments: str, code: tuple[int, ...] = (0, 1)) -> str:
        done = CliRunner().invoke(main, arguments)
        assert done.exit_code in code, (done.exit_code, done.stderr, done.exception)
        assert not STEERING.search(done.stderr), done.stderr
        return done.stdout_bytes.decode()

    return called


def safe_text(written: str) -> None:
    assert not STEERING.search(written), STEERING.search(written)
    assert not COMMAND.search(written), COMMAND.search(written)


def safe_json(written: str) -> None:
    safe_text(written)
    assert json.loads(written)


def safe_lines(written: str) -> None:
    for line in written.splitlines():
        safe_json(line)


def safe_csv(written: str) -> None:
    assert not STEERING.search(written)
    rows = list(csv.reader(io.StringIO(written)))
    assert len({len(row) for row in rows}) == 1
    assert not any(cell.startswith(("=", "+", "@", "\t")) for row in rows for cell in row)


def safe_markdown(written: str) -> None:
    assert not STEERING.search(written)
    tokens = [
        inner
        for token in MarkdownIt("commonmark").enable("table").parse(written)
        for inner in (token, *(token.children or ()))
    ]
    markup = [token.content for token in tokens if token.type in {"html_inline", "html_block"}]
    assert {one.strip() for one in markup} <= {"<br>", "<!-- framing check -->"}, markup
    assert not any(token.type == "image" for token in tokens)
    links = {token.attrGet("href") for token in tokens if token.type == "link_open"}
    assert all(str(link).startswith("#") for link in links), links  # to the report's own parts
    assert not re.search(r"@\w", written)
    assert not re.search(r"(?<!^)#\d", written, re.MULTILINE)


def safe_html(written: str) -> None:
    assert not STEERING.search(written)
    page = html.fromstring(written.encode())
    assert not any(
        "alert(1)" in (script.text or "") and "const" not in (script.text or "") for script in page.iter("script")
    )
    names = {name for element in page.iter() if isinstance(element.tag, str) for name in element.attrib}
    assert not any(name.startswith("on") for name in names)
    assert not page.xpath("//img[@src='x']")
    assert not any(address.startswith("javascript:") for address in page.xpath("//@href"))


def safe_xml(written: str) -> None:
    assert not STEERING.search(written)
    assert len(list(ET.fromstring(written).iter("testsuite"))) == 2  # noqa: S314 -- our own document


def safe_commands(written: str) -> None:
    assert not STEERING.search(written)
    for line in written.splitlines():
        assert re.fullmatch(r"::(error|warning|notice) [^:]*::.*", line), line
        properties = dict(part.split("=", 1) for part in line.split("::")[1].partition(" ")[2].split(","))
        assert set(properties) <= {"file", "line", "endLine", "col", "endColumn", "title"}


READERS: dict[str, Callable[[str], None]] = {
    "terminal": safe_text,
    "full": safe_text,
    "concise": safe_text,
    "grouped": safe_text,
    "json": safe_json,
    "jsonl": safe_lines,
    "sarif": safe_json,
    "gitlab": safe_json,
    "rdjson": safe_json,
    "csv": safe_csv,
    "markdown": safe_markdown,
    "html": safe_html,
    "junit": safe_xml,
    "github": safe_commands,
}


def test_each_format_of_a_check_is_read(run: Run) -> None:
    for name in FORMATS:
        READERS[name](run("check", NAME, "two.txt", "--output-format", name, "--no-cache", "--select", "ALL"))
    safe_text(run("check", NAME, "two.txt", "--statistics", "--no-cache"))
    safe_text(run("baseline", "create", NAME))


@pytest.mark.parametrize("name", ["terminal", "json", "csv", "markdown", "html"])
def test_each_format_of_a_report_is_read(run: Run, name: str) -> None:
    READERS[name](run("score", NAME, "--format", name))
    READERS[name](run("score", NAME, "two.txt", "--format", name))
    READERS[name](run("compare", NAME, "two.txt", "--format", name))
    if name == "terminal":
        READERS[name](run("score", NAME, "--verbose"))
        READERS["jsonl"](run("score", NAME, "--format", "jsonl"))


def test_each_format_of_a_summary_is_read(run: Run) -> None:
    pytest.importorskip("pyarrow", reason="needs the extra framing[corpus]")
    rows = [
        {"text": f"{CLEAN} {number}", "title": MARKS, "outlet": outlet, "id": str(number)}
        for number in range(6)
        for outlet in (OUTLET, f"{OUTLET} two")
    ]
    archive = "::error::rows\x1b[31m.jsonl"
    Path(archive).write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    safe_text(run("corpus", "score", archive, "--output", "scores"))
    for name in ("terminal", "json", "csv", "html"):
        READERS[name](run("corpus", "summarise", "scores", "--by", "outlet", "--format", name))


def test_names_and_patches_are_escaped_for_terminals_and_whole_for_programs(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = run("check", NAME, "--diff", "--no-cache")
    assert "-::error::The death tax ends in May.\n" in written
    assert f" {MARKS} It was a terrifying night.\n" in written
    assert run("check", NAME, "--show-files") == f"{NAME}\n"
    for module in (check_fix, check_output):
        monkeypatch.setattr(module, "sys", _Terminal())
    for arguments in (("--diff", "--no-cache"), ("--show-files",), ("--fix", "--no-cache")):
        assert not STEERING.search(run("check", NAME, *arguments))


class _Terminal:
    """``sys`` with a standard output that is a terminal."""

    class stdout:  # noqa: N801 -- as sys has it
        @staticmethod
        def isatty() -> bool:
            return True

    def __getattr__(self, name: str) -> object:
        return getattr(sys, name)


def test_a_patch_is_one_that_applies(run: Run) -> None:
    before = f"Odden\n\n{MARKS}\r\n\x0c{CLEAN}\n\nThe death tax ends in May.\n"
    path = Path("patched.md")
    path.write_text(before, encoding="utf-8", newline="")
    patch = run("check", "patched.md", "--diff", "--no-cache")
    import subprocess

    subprocess.run(["git", "apply", "-p1", "--unsafe-paths"], input=patch.encode(), check=True, capture_output=True)
    assert path.read_bytes().decode() == before.replace("death tax", "estate tax")


@pytest.mark.parametrize("argument", ["a\x1b[31m.md", "::error::x"])
def test_an_error_is_one_line_that_steers_nothing(run: Run, argument: str) -> None:
    assert run("check", argument, code=(2,)) == ""
    assert run("score", argument, code=(2,)) == ""


def test_a_fault_of_the_tool_is_one_line_and_no_finding(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("two\nlines \x1b[31m")

    monkeypatch.setattr("framing.checking.gate.find_files", broken)
    done = CliRunner().invoke(main, ["check", "two.txt"])
    assert done.exit_code == 70
    assert done.stderr.count("\n") == 1
    assert "Please report it" in done.stderr
    assert "RuntimeError: two\\nlines \\x1b[31m" in done.stderr
