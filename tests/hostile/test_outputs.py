"""A hostile article, file name and outlet in every output, each read by its own format's parser."""

import contextlib
import csv
import io
import json
import re
import shutil
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import click
import pytest
from click.testing import CliRunner
from lxml import html
from markdown_it import MarkdownIt

import framing
from framing.annotating.registry import FORMATS as ANNOTATION_FORMATS
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
NAME = "::error file=x::@team #1 <img src=x onerror=alert(1)> \x1b[31m\u202e ]]>`| ##[error]y\n::error::b.md"
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
        safe_text(done.stderr)
        if done.exit_code == 2:
            assert done.stderr.count("\n") == 1, done.stderr
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
    safe_text(written)
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
    safe_text(re.sub(r"(?s)<style>.*?</style>", "", written))  # "::before" begins a line of a style
    page = html.fromstring(written.encode())
    assert not any(
        "alert(1)" in (script.text or "") and "const" not in (script.text or "") for script in page.iter("script")
    )
    names = {name for element in page.iter() if isinstance(element.tag, str) for name in element.attrib}
    assert not any(name.startswith("on") for name in names)
    assert not page.xpath("//img[@src='x']")
    assert not any(address.startswith("javascript:") for address in page.xpath("//@href"))


def safe_xml(written: str) -> None:
    safe_text(written)
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
    "text": safe_text,
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
"""By the name of a format; a new one has no reader, and a test that says so."""
GIVEN: dict[str, list[tuple[str, ...]]] = {
    "score": [(NAME,), (NAME, "two.txt"), (NAME, "--verbose")],
    "compare": [(NAME, "two.txt")],
    "diff": [(NAME, "two.txt")],
    "check": [(NAME, "two.txt", "--no-cache", "--select", "ALL")],
    "corpus summarise": [("scores", "--by", "outlet")],
    "corpus compare": [("scores", "--outlets", f"{OUTLET},{OUTLET} two")],
    "agree": [("marks.jsonl", "again.jsonl", "--input-format", "doccano")],
    "rule": [("--all",)],
}
"""What each command is given that has formats; a new one has no row, and a test that says so."""
OWN = {"rule"}
"""Commands that print the project's own words only."""


def formats() -> list[tuple[str, str, str]]:
    """Return each command with an option for formats, the option, and each of its values."""
    found: list[tuple[str, str, str]] = []

    def walk(command: click.Command, name: str, context: click.Context) -> None:
        if isinstance(command, click.Group):
            for inner in command.list_commands(context):
                below = command.get_command(context, inner)
                assert below is not None
                walk(below, f"{name} {inner}".strip(), context)
        found.extend(
            (name, option.opts[-1], value)
            for option in command.params
            if option.opts[-1] in {"--format", "--output-format"} and isinstance(option.type, click.Choice)
            for value in option.type.choices
        )

    walk(main, "", click.Context(main))
    return found


def test_every_format_of_check_is_among_those_that_are_read() -> None:
    assert {value for name, _, value in formats() if name == "check"} == set(FORMATS)
    assert {name for name, _, _ in formats()} == {*GIVEN, "export"}


@pytest.mark.parametrize(("command", "option", "value"), [row for row in formats() if row[0] != "export"])
def test_each_format_of_each_command_is_read(
    run: Run, request: pytest.FixtureRequest, command: str, option: str, value: str
) -> None:
    if command.startswith("corpus"):
        shutil.copytree(request.getfixturevalue("archive"), "scores")
    if command == "agree":
        row = {"id": NAME, "text": TEXT, "meta": {"title": MARKS}}
        for name, label in (("marks.jsonl", "loaded"), ("again.jsonl", "@team")):
            Path(name).write_text(
                json.dumps(row | {"label": [[0, 9, label], [10, 20, MARKS]]}) + "\n", encoding="utf-8"
            )
    for given in GIVEN[command]:
        written = run(*command.split(" "), *given, option, value)
        assert written
        if command not in OWN:
            READERS[value](written)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an archive's scores."""
    pytest.importorskip("pyarrow", reason="needs the extra framing[corpus]")
    rows = [
        {"text": f"{CLEAN} {MARKS} {number}", "title": MARKS, "outlet": outlet, "id": f"{MARKS}{number}"}
        for number in range(6)
        for outlet in (OUTLET, f"{OUTLET} two")
    ]
    folder = tmp_path_factory.mktemp("archive")
    name = "::error::rows\x1b[31m.jsonl"
    (folder / name).write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    with contextlib.chdir(folder):
        done = CliRunner().invoke(main, ["corpus", "score", name, "--output", "scores", "--detail", "--workers", "1"])
    assert done.exit_code == 0, done.stderr
    safe_text(done.stdout)
    assert not STEERING.search(done.stderr), done.stderr
    return folder / "scores"


def test_the_ledger_of_an_archive_is_read(run: Run, archive: Path) -> None:
    shutil.copytree(archive, "scores")
    run("corpus", "sources", "scores", "--output", "ledger.csv")
    safe_csv(Path("ledger.csv").read_text(encoding="utf-8"))


def test_lists_and_baselines_are_read(run: Run) -> None:
    safe_text(run("check", NAME, "two.txt", "--statistics", "--no-cache"))
    safe_text(run("config", "--show", NAME))
    safe_text(run("baseline", "create", NAME))


@pytest.mark.parametrize("command", ["score", "check"])
def test_each_page_of_a_folder_is_read(run: Run, command: str) -> None:
    options = ("--format", "html", "--output") if command == "score" else ("--output-format", "html", "--output-file")
    run(command, NAME, "two.txt", *options, "pages")
    pages = list(Path("pages").rglob("*.html"))
    assert len(pages) >= 3
    for page in pages:
        assert not STEERING.search(page.name)
        safe_html(page.read_text(encoding="utf-8"))


def test_the_summary_of_a_job_is_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(Path("summary.md").absolute()))
    safe_commands(run("check", NAME, "two.txt", "--no-cache", "--output-format", "github"))
    safe_markdown(Path("summary.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", sorted(ANNOTATION_FORMATS))
def test_each_export_is_read_and_holds_the_text_as_it_is(run: Run, name: str) -> None:
    """Files for annotation tools hold the text as data; their names and structure are nobody's to write."""
    run("export", NAME, "two.txt", "--format", name, "--output", "marks")
    files = [path for path in Path("marks").rglob("*") if path.is_file()]
    assert files
    assert not any(STEERING.search(path.as_posix()) or path.name.startswith((":", "-")) for path in files)
    held = ""
    for path in files:
        if path.suffix in {".json", ".jsonld"}:
            held += json.dumps(json.loads(path.read_bytes()), ensure_ascii=False)
        elif path.suffix == ".jsonl":
            held += "".join(json.dumps(json.loads(line)) for line in path.read_bytes().splitlines())
        elif path.suffix == ".ann":
            assert all(re.match(r"[TAREN#*]\d*\t", line) for line in path.read_text(encoding="utf-8").split("\n")[:-1])
        elif path.suffix in {".xmi", ".xml"}:
            elements = ET.fromstring(path.read_bytes()).iter()  # noqa: S314 -- our own document
            held += "".join(str(value) for element in elements for value in element.attrib.values())
        elif path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                assert not any(STEERING.search(inner) or ".." in inner for inner in archive.namelist())
                held += "".join(archive.read(inner).decode("utf-8", "replace") for inner in archive.namelist())
        else:
            held += path.read_text(encoding="utf-8")
    assert "It was a terrifying night." in held


def test_a_report_in_a_notebook_and_as_tables_is_read(run: Run) -> None:
    report = framing.analyze(TEXT, title=MARKS, metadata={"outlet": OUTLET})
    safe_html(report._repr_html_())  # type: ignore[attr-defined]
    safe_html(framing.compare([report, framing.analyze(f"{CLEAN}\n\n{MARKS}")])._repr_html_())  # type: ignore[attr-defined]


def test_names_and_patches_are_escaped_for_terminals_and_whole_for_programs(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = run("check", NAME, "--diff", "--no-cache")
    assert "-::error::The death tax ends in May.\n" in written
    assert f" {MARKS} It was a terrifying night.\n" in written
    raw = "::error file=x::@team \x1b[31m ##[error]y.md"
    Path(raw).write_text(TEXT, encoding="utf-8")
    assert run("check", raw, "--show-files") == f"{raw}\n"
    assert run("check", NAME, "--show-files").count("\n") == 1
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


@pytest.mark.parametrize("argument", ["a\x1b[31m.md", "::error::x", "##[error]x", "a\n::error::x"])
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
