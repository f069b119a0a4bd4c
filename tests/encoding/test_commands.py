"""``--encoder`` and the setting ``encoder``, wherever articles are read."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import forked_command
import pytest
from tiny_encoder import SILENT

ROOT = Path(__file__).parents[2]
SPOKEN = "The council met.\n\nAda Holm told the council that the mill will close.\n"


def run(folder: Path, *arguments: str, expected: int = 0, started: bool = False) -> "CompletedProcess[str]":
    path = os.pathsep.join([str(folder / "site"), str(ROOT)])
    environment = os.environ | {"PYTHONPATH": path, "FRAMING_CACHE_DIR": str(folder / "cache")}
    if started:
        command = [sys.executable, "-m", "framing.cli.main", *arguments]
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    else:
        done = forked_command.framing(*arguments, folder=folder, environment=environment)
    read = CompletedProcess(arguments, done.returncode, done.stdout.decode(), done.stderr.decode())
    assert read.returncode == expected, read.stdout + read.stderr
    return read


def without(folder: Path) -> None:
    """Let there be no encoder."""
    (folder / "site").mkdir(parents=True, exist_ok=True)
    (folder / "site" / "framing_encoder.py").write_text("raise ModuleNotFoundError('no', name='framing_encoder')")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    for name in ("story.txt", "second.txt"):
        (tmp_path / name).write_text(SPOKEN)
    return tmp_path


def models(text: str) -> dict[str, str]:
    found: dict[str, str] = json.loads(text)["models"]
    return found


def test_score_reads_with_it_where_the_option_or_the_settings_say_so(story: Path, install: Callable[..., Path]) -> None:
    install(SILENT)
    command = ("score", "story.txt", "--format", "json")
    assert "encoder" not in models(run(story, *command).stdout)
    assert models(run(story, *command, "--encoder").stdout)["encoder"] == "2026.1"
    (story / "framing.toml").write_text("encoder = true\n")
    assert models(run(story, *command).stdout)["encoder"] == "2026.1"
    assert "encoder" not in models(run(story, *command, "--no-encoder").stdout)


@pytest.mark.parametrize(
    "command",
    [
        ("score", "story.txt", "--encoder"),
        ("compare", "story.txt", "second.txt", "--encoder"),
        ("diff", "story.txt", "second.txt", "--encoder"),
        ("check", "story.txt", "--encoder"),
        ("corpus", "score", "rows.jsonl", "--output", "scores", "--encoder"),
        ("serve", "--encoder"),
    ],
)
def test_without_it_one_line_says_what_to_install(command: tuple[str, ...], story: Path) -> None:
    pytest.importorskip("onnxruntime")
    without(story)
    (story / "rows.jsonl").write_text(json.dumps({"text": SPOKEN}) + "\n")
    done = run(story, *command, expected=2)
    assert done.stdout == ""
    assert done.stderr == (
        "framing: this needs framing-encoder, which is not installed; install it with: pip install 'framing[encoder]'\n"
    )
    assert not (story / "scores").exists()


def test_a_damaged_one_is_one_line(story: Path, install: Callable[..., Path]) -> None:
    package = install()
    (package / "encoder.onnx").write_bytes(b"")
    done = run(story, "score", "story.txt", "--encoder", expected=2)
    assert (done.stdout, len(done.stderr.splitlines())) == ("", 1)
    assert "encoder.onnx: is damaged" in done.stderr


def test_a_setting_that_is_neither_true_nor_false_is_refused(story: Path) -> None:
    (story / "framing.toml").write_text('encoder = "yes"\n')
    assert "'encoder' must be true or false" in run(story, "score", "story.txt", expected=2).stderr


def test_a_comparison_and_a_revision_are_read_with_it(story: Path, install: Callable[..., Path]) -> None:
    install(SILENT)
    (story / "second.txt").write_text(SPOKEN.replace("Ada Holm told the council that the mill", "The mill"))
    lost = ("diff", "story.txt", "second.txt", "--fail-on", "credit_lost")
    run(story, *lost, expected=1)
    run(story, *lost, "--encoder")
    compared = json.loads(run(story, "compare", "story.txt", "second.txt", "--format", "json", "--encoder").stdout)
    assert (
        compared["sources"]
        != json.loads(run(story, "compare", "story.txt", "second.txt", "--format", "json").stdout)["sources"]
    )


def test_a_check_does_not_take_findings_of_the_cache_that_were_made_without_it(
    story: Path, install: Callable[..., Path]
) -> None:
    install(SILENT)
    (story / "framing.toml").write_text("max-words-reported = 0.0\n")
    command = ("check", "story.txt", "--output-format", "concise")
    for _ in range(2):
        run(story, *command, expected=1)
        run(story, *command, "--encoder")


def test_many_files_are_checked_in_processes_with_it(story: Path, install: Callable[..., Path]) -> None:
    install(SILENT)
    (story / "framing.toml").write_text("max-words-reported = 0.0\n")
    (story / "texts").mkdir()
    for number in range(14):
        (story / "texts" / f"{number}.txt").write_text(SPOKEN.replace("met", f"met {number} members"))
    command = ("check", "texts", "--no-cache", "--output-format", "concise")
    assert run(story, *command, "--jobs", "2", expected=1).stdout.count("words-reported") >= 14
    for jobs in ("1", "2"):
        assert run(story, *command, "--encoder", "--jobs", jobs).stdout == ""


def test_an_archive_is_made_with_it_or_without_and_not_half_and_half(story: Path, install: Callable[..., Path]) -> None:
    dataset = pytest.importorskip("pyarrow.dataset")
    install(SILENT)
    (story / "rows.jsonl").write_text("".join(json.dumps({"id": name, "text": SPOKEN}) + "\n" for name in "ab"))
    for folder, options in (("plain", ()), ("read", ("--encoder",))):
        run(story, "corpus", "score", "rows.jsonl", "--output", folder, *options, "--quiet")
    sources = {
        folder: dataset.dataset(story / folder / "articles", format="parquet").to_table()["sources"].to_pylist()
        for folder in ("plain", "read")
    }
    assert sources == {"plain": [1.0, 1.0], "read": [None, None]}
    settings = json.loads((story / "read" / "corpus.json").read_text())["settings"]
    assert settings["encoder"].startswith("2026.1 ")
    assert json.loads((story / "plain" / "corpus.json").read_text())["settings"]["encoder"] is None
    refused = run(story, "corpus", "score", "rows.jsonl", "--output", "plain", "--encoder", expected=2)
    assert "was made with another setting of 'encoder'" in refused.stderr
    run(story, "corpus", "score", "rows.jsonl", "--output", "read", expected=2)


def test_the_doctor_says_whether_it_is_whole(story: Path, install: Callable[..., Path]) -> None:
    package = install()
    assert "the encoder 2026.1 is as it was built" in run(story, "doctor").stdout
    (package / "slant.npz").write_bytes(b"")
    done = run(story, "doctor", expected=2)
    assert "slant.npz: is damaged" in done.stderr
    assert "the encoder" not in done.stdout


def test_the_doctor_says_that_there_is_none(story: Path) -> None:
    without(story)
    assert "the encoder is not installed; pip install 'framing[encoder]' brings it" in run(story, "doctor").stdout


def test_a_command_without_it_imports_nothing_of_it(story: Path, install: Callable[..., Path]) -> None:
    package = install()
    (package / "__init__.py").write_text("raise AssertionError")
    (story / "site" / "onnxruntime.py").write_text("raise AssertionError")
    for command in (("score", "story.txt"), ("check", "story.txt")):
        run(story, *command, started=True)
