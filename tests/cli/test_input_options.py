"""The inputs' format and their fields' names are told in the same way to every command that reads articles."""

import json
import os
import subprocess
from pathlib import Path

import forked_command
import pytest

ROOT = Path(__file__).parents[2]
TEXT = "Ada Holm, the mayor of Ostvale, said on Monday that the pier would open. The thugs at the pier came at night. "
COMMANDS = ("score", "compare", "check", "corpus")


def run(folder: Path, *arguments: str, stdin: bytes = b"") -> "subprocess.CompletedProcess[str]":
    environment = os.environ | {"PYTHONPATH": str(ROOT), "FRAMING_NO_CACHE": "1"}
    done = forked_command.framing(*arguments, folder=folder, environment=environment, stdin=stdin)
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def command(name: str, file: str) -> list[str]:
    if name == "corpus":
        pytest.importorskip("pyarrow")
        return ["corpus", "score", file, "--output", "out"]
    return [name, file]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rows = [
        {"fields": {"body": TEXT * 2}, "head": f"Pier opens {number}", "desk": {"pub": "Tarn Times"}} for number in "12"
    ]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (tmp_path / "a.json").write_text(json.dumps(rows))
    lines = "".join(f'"{row["fields"]["body"]}";{row["head"]}\n' for row in rows)  # type: ignore[index]
    (tmp_path / "a.csv").write_text("Story;Head\n" + lines)
    return tmp_path


@pytest.mark.parametrize("name", COMMANDS)
def test_a_field_is_named_by_its_path(name: str, folder: Path) -> None:
    done = run(folder, *command(name, "a.jsonl"), "--text-column", "fields.body", "--title-column", "head")
    assert done.returncode in {0, 1}, done.stderr
    assert "has no" not in done.stderr


@pytest.mark.parametrize(
    ("name", "file"), [(name, "a.csv") for name in COMMANDS] + [(name, "a.jsonl") for name in COMMANDS[:3]]
)
def test_a_named_column_that_is_missing_is_one_error(name: str, file: str, folder: Path) -> None:
    done = run(folder, *command(name, file), "--text-column", "storey")
    assert done.returncode == 2
    assert done.stdout in {"", "No findings in 0 files.\n"}
    assert done.stderr.count("\n") == 1
    assert "'storey'" in done.stderr


def test_fields_are_what_they_are_named(folder: Path) -> None:
    names = ["--text-column", "fields.body", "--title-column", "head", "--outlet-column", "desk.pub"]
    for file in ("a.jsonl", "a.json"):
        found = json.loads(run(folder, "score", file, *names, "--format", "json").stdout)
        assert [report["article"]["title"] for report in found] == ["Pier opens 1", "Pier opens 2"]
        assert {report["article"]["metadata"]["outlet"] for report in found} == {"Tarn Times"}
        assert all(report["article"]["text"].startswith(TEXT * 2) for report in found)


def test_standard_input_is_read_as_what_it_is_said_to_be(folder: Path) -> None:
    content = (folder / "a.csv").read_bytes()
    told = run(
        folder, "score", "-", "--input-format", "csv", "--text-column", "Story", "--format", "csv", stdin=content
    )
    assert told.stdout.count("\n") == 3, told.stderr
    untold = run(folder, "score", "-", "--format", "json", stdin=content)
    assert json.loads(untold.stdout)["article"]["media_type"] == "text/plain"


def test_a_name_that_tells_nothing_is_told_by_the_option(folder: Path) -> None:
    (folder / "dump").write_bytes((folder / "a.jsonl").read_bytes())
    done = run(folder, "check", "dump", "--input-format", "jsonl", "--text-column", "fields.body", "--select", "W")
    assert done.returncode == 1
    assert "dump:2" in done.stdout


def test_one_bad_record_costs_only_itself_in_a_check(folder: Path) -> None:
    with (folder / "a.jsonl").open("a") as file:
        file.write('{"fields": {}, "head": "No body"}\n{"fields": {"body": "' + TEXT + '"}}\n')
    names = ["--text-column", "fields.body", "--select", "W", "--output-format", "concise"]
    done = run(folder, "check", "a.jsonl", *names)
    assert done.returncode == 2
    assert "a.jsonl:3: has no field" in done.stderr
    assert [line.split(":")[1] for line in done.stdout.splitlines() if "W101" in line][-1] == "4"
