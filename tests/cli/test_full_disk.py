"""A disk that is full, wherever a command writes: one line, exit code 2, and what was there stays."""

import subprocess
import sys
from pathlib import Path

import pytest

TEXT = (
    "Odden plans\n\nThe council of Odden approved a plan for the harbour on Tuesday, said Mara Olsen, who leads it.\n"
)
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full and limits of files")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(TEXT + "It was a heinous night.\n", encoding="utf-8")
    return tmp_path


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "framing.cli.main", *arguments]


@pytest.mark.parametrize(
    "arguments",
    [
        ("score", "a.txt"),
        ("score", "a.txt", "b.txt", "--format", "csv"),
        ("compare", "a.txt", "b.txt", "--format", "json"),
        ("check", "b.txt", "--no-cache"),
        ("check", "b.txt", "--show-files"),
        ("rule", "W101"),
        ("schema",),
        ("lexicon", "list"),
    ],
    ids=" ".join,
)
def test_standard_output_on_a_full_disk_is_one_line(folder: Path, arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command(*arguments), stdout=full, stderr=subprocess.PIPE, text=True, cwd=folder, check=False
        )
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert done.stderr == "framing: the output: cannot be written (No space left on device)\n"
