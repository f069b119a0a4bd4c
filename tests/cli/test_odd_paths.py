"""Paths on which reading would wait for ever, and names that no file can have: one line, exit 2."""

import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from framing.checking import requested
from framing.cli.main import main

LONG = "x" * 5_000
DEEP = "x/" * 2_500


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("The council met on Tuesday.\n", encoding="utf-8")
    os.mkfifo("pipe.md")
    os.mkfifo("pipe.jsonl")
    Path("link.md").symlink_to("pipe.md")
    Path("names").write_text(f"{LONG}\n", encoding="utf-8")


def called(*arguments: str) -> Result:
    requested.forget_settings()
    return CliRunner().invoke(main, arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "pipe.md"),
        ("check", "link.md"),
        ("check", "/dev/zero"),
        ("check", "--show-files", "pipe.md"),
        ("check", "--baseline", "pipe.md", "a.md"),
        ("check", "--baseline", "/dev/zero", "a.md"),
        ("check", "--config", "baseline=pipe.md", "a.md"),
        ("check", "--config", "lexicons=pipe.md", "a.md"),
        ("check", "--files-from", "pipe.md"),
        ("baseline", "update", "a.md", "--baseline", "pipe.md"),
        ("baseline", "create", "pipe.md"),
        ("score", "pipe.md"),
        ("score", "pipe.jsonl"),
        ("score", "/dev/zero"),
        ("score", "--lexicon", "pipe.md", "a.md"),
        ("compare", "a.md", "link.md"),
        ("diff", "pipe.md", "a.md"),
        ("lexicon", "lint", "pipe.md"),
        ("corpus", "score", "pipe.jsonl", "-o", "out"),
    ],
)
def test_a_pipe_or_a_device_is_refused(arguments: tuple[str, ...]) -> None:
    result = called(*arguments)
    assert result.exit_code == 2
    assert re.search(r"is a pipe or a device|which is not a file", result.stderr.splitlines()[-1])


def test_a_pipe_in_a_folder_is_passed_over() -> None:
    assert called("check", "--show-files", ".").stdout.split() == ["a.md"]


@pytest.mark.parametrize("name", [LONG, DEEP])
@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("check", "--fix"),
        ("check", "--show-files"),
        ("check", "a.md", "--cache-dir"),
        ("check", "a.md", "--baseline"),
        ("check", "-", "--stdin-filename"),
        ("baseline", "create"),
        ("baseline", "create", "a.md", "--baseline"),
        ("score",),
        ("compare", "a.md"),
        ("lexicon", "lint"),
    ],
)
def test_a_name_of_5000_characters_is_one_line(arguments: tuple[str, ...], name: str) -> None:
    result = called(*arguments, name)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("key", ["lexicons", "rule-packs", "baseline"])
def test_a_setting_with_a_name_of_5000_characters_is_one_line(key: str) -> None:
    result = called("check", "a.md", "--config", f"{key}={LONG}")
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1


def test_a_long_name_in_a_file_of_names_is_one_line() -> None:
    result = called("check", "--files-from", "names")
    assert result.exit_code == 2
    assert result.stderr == f"framing: {LONG}: does not exist\n"
