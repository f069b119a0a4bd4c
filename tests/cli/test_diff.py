"""``framing diff``: its formats, committed versions, exit codes."""

import json
import os
import subprocess
from pathlib import Path

import forked_command
import pytest

ROOT = Path(__file__).parent.parent.parent
OLD = """Council sells the pier to builders

The council of Ostvale voted nine to six on Tuesday to sell the old pier. "This sale is a betrayal," councillor Ada Holm told the meeting. Mayor Pia Strand said that the town could no longer pay for repairs.
"""
NEW = """Council approves sale of historic pier amid uproar

The council of Ostvale voted nine to six on Tuesday to sell the old pier. "This sale is a betrayal," councillor Ada Holm told the meeting. The town could no longer pay for repairs. A <b>brass</b> band from Hemmel played until midnight.
"""


def diff(*arguments: str | Path, cwd: Path = ROOT, stdin: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    return forked_command.framing(
        "diff", *arguments, folder=cwd, environment={**os.environ, "COLUMNS": "80"}, stdin=stdin
    )


@pytest.fixture
def versions(tmp_path: Path) -> tuple[Path, Path]:
    (tmp_path / "old.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.txt").write_text(NEW, encoding="utf-8")
    return tmp_path / "old.txt", tmp_path / "new.txt"


def test_the_terminal_shows_every_change_whole_in_80_columns(versions: tuple[Path, Path]) -> None:
    done = diff(*versions)
    lines = done.stdout.decode().splitlines()
    assert done.returncode == 0, done.stderr
    assert max(map(len, lines)) <= 80
    plain = " ".join(" ".join(lines).split())
    assert "- Council sells the pier to builders + Council approves sale of historic pier amid uproar" in plain
    assert "which was credited to Pia Strand, stands without a credit." in plain
    assert "+ line 3: A <b>brass</b> band from Hemmel played until midnight." in plain
    assert "…" not in plain


@pytest.mark.parametrize(
    ("asked", "code"), [((), 0), (("credit_lost",), 1), (("dropped",), 0), (("dropped", "headline"), 1), (("any",), 1)]
)
def test_a_change_that_is_asked_for_ends_with_1(versions: tuple[Path, Path], asked: tuple[str, ...], code: int) -> None:
    options = [option for kind in asked for option in ("--fail-on", kind)]
    assert diff(*versions, *options).returncode == code
    assert diff(versions[0], versions[0], *options).returncode == 0


def test_json_counts_the_changes(versions: tuple[Path, Path]) -> None:
    found = json.loads(diff(*versions, "--format", "json").stdout)
    assert found["changes"] == {"headline": 1, "added": 1, "reworded": 1, "credit_lost": 1} | {
        name: count for name, count in found["changes"].items() if name.startswith("loaded")
    }


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_pages_escape_what_articles_say(versions: tuple[Path, Path], form: str) -> None:
    first = diff(*versions, "--format", form).stdout.decode()
    assert first == diff(*versions, "--format", form).stdout.decode()
    assert "<b>brass" not in first
    assert "brass" in first
    assert "Council approves sale of historic pier amid uproar" in first


def test_a_file_is_compared_with_its_committed_version(tmp_path: Path) -> None:
    place = tmp_path / "content"
    place.mkdir()
    (place / "pier.txt").write_text(OLD, encoding="utf-8")

    def git(*arguments: str) -> None:
        identity = ("-c", "user.name=Ada Holm", "-c", "user.email=ada@example.org")
        subprocess.run(["git", *identity, *arguments], cwd=tmp_path, check=True, capture_output=True)

    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "first")
    (place / "pier.txt").write_text(NEW, encoding="utf-8")
    for cwd, path in ((tmp_path, "content/pier.txt"), (place, "pier.txt"), (ROOT, str(place / "pier.txt"))):
        done = diff("--git", "HEAD", path, "--fail-on", "headline", cwd=cwd)
        assert done.returncode == 1, done.stderr
        assert b"stands without" in done.stdout
    missing = diff("--git", "HEAD", "content/other.txt", cwd=tmp_path)
    assert missing.returncode == 2
    assert missing.stderr.decode().startswith("framing: HEAD:content/other.txt: git has no such version")
    assert diff("--git", "--output=x", "content/pier.txt", cwd=tmp_path).returncode == 2
    assert not (place / "x").exists()


def test_one_version_may_come_from_standard_input(versions: tuple[Path, Path]) -> None:
    done = diff("-", versions[1], stdin=OLD.encode())
    assert done.returncode == 0, done.stderr
    assert b"stands without" in done.stdout


@pytest.mark.parametrize("arguments", [("a.txt",), ("a.txt", "b.txt", "c.txt"), ("--git", "HEAD", "a.txt", "b.txt")])
def test_a_wrong_number_of_inputs_is_one_line(arguments: tuple[str, ...]) -> None:
    done = diff(*arguments)
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1
    assert b"framing: diff: takes" in done.stderr


def test_an_input_of_several_articles_is_refused(tmp_path: Path, versions: tuple[Path, Path]) -> None:
    records = tmp_path / "two.jsonl"
    records.write_text("\n".join(json.dumps({"text": text}) for text in (OLD, NEW)), encoding="utf-8")
    done = diff(records, versions[1])
    assert done.returncode == 2
    assert b"holds 2 articles; diff takes one of each version" in done.stderr
