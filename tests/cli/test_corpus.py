"""``framing corpus score`` from the command line: what it says, and how it ends."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import forked_command
import pytest

pytest.importorskip("pyarrow", reason="needs the extra framing[corpus]")

ROW = {"body": "The mayor said no on Monday.", "headline": "No", "paper": "Ledger"}


def run(*arguments: object, **environment: str) -> "subprocess.CompletedProcess[str]":
    environment = os.environ | environment
    done = forked_command.framing("corpus", "score", *arguments, folder=Path.cwd(), environment=environment)
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(ROW) + "\n{broken\n", encoding="utf-8")
    return path


def test_a_run_says_which_columns_it_took_and_what_it_did(archive: Path, tmp_path: Path) -> None:
    found = run(archive, "--output", tmp_path / "out", "--outlet-column", "paper")
    assert found.stdout == ""
    first, last, _ = found.stderr.splitlines()
    assert first == (
        f"framing: {archive}: text from 'body', title from 'headline', outlet from 'paper'; none for date, id"
    )
    assert last.startswith(f"framing: 1 articles, 7 words in {tmp_path / 'out'}; 2 records in ")


def test_a_run_that_lost_a_record_says_so_and_ends_with_exit_code_1_each_time(archive: Path, tmp_path: Path) -> None:
    for _ in range(2):
        found = run(archive, "--output", tmp_path / "out", "-q")
        said = f"framing: 1 of 2 records were not scored; {tmp_path}/out/rejects.jsonl says why\n"
        assert (found.returncode, found.stdout, found.stderr) == (1, "", said)


def test_a_quiet_run_that_lost_nothing_says_nothing(archive: Path, tmp_path: Path) -> None:
    archive.write_text(json.dumps(ROW) + "\n", encoding="utf-8")
    found = run(archive, "--output", tmp_path / "out", "-q")
    assert (found.returncode, found.stdout, found.stderr) == (0, "", "")


def test_a_run_without_a_terminal_draws_no_bar(archive: Path, tmp_path: Path) -> None:
    assert "\r" not in run(archive, "--output", tmp_path / "out").stderr


def test_the_share_done_and_the_time_left_count_records_not_bytes_that_were_read_ahead(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from framing.cli import corpus_progress

    now = [100.0]
    monkeypatch.setattr(corpus_progress.time, "monotonic", lambda: now[0])
    progress = corpus_progress.Progress(quiet=True)
    progress.begin(1000)
    progress.read(200)
    progress.resumed()
    progress.read(600)
    progress.taken(100)
    now[0] = 110.0
    progress.scored(50, 5000)
    # Half of the 400 bytes read are done: 400 of 1000 with those before, 600 left at 20 bytes a second.
    assert progress._line(now[0]) == "50 records, 500 words/s, 40% done, 0:30 left"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["none.jsonl"], "none.jsonl: no such file or folder"),
        (["a.xlsx"], "a.xlsx: its ending tells no kind of archive"),
        (["bad.parquet"], "bad.parquet: is not a Parquet file"),
        (["a.csv"], "a.csv: no column of texts; name it with --text-column; its columns are: x, y"),
        (["a.jsonl", "--engine", "dask"], "--engine dask needs --scheduler ADDRESS"),
        (["."], "out: lies in the input '.'"),
    ],
)
def test_bad_input_is_one_line_and_exit_code_2(
    arguments: list[str], said: str, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(archive.parent)
    for name, content in {"a.xlsx": b"x", "bad.parquet": b"PAR1", "a.csv": b"x,y\n1,2\n"}.items():
        (tmp_path / name).write_bytes(content)
    found = run(*arguments, "--output", "out", "-q")
    assert found.returncode == 2
    assert found.stderr.startswith(f"framing: {said}")
    assert found.stderr.count("\n") == 1


def test_an_archive_without_one_article_ends_with_exit_code_2(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("{}\n")
    found = run(tmp_path / "a.jsonl", "--output", tmp_path / "out", "-q")
    assert found.returncode == 2
    assert found.stderr == f"framing: 1 of 1 records were not scored; {tmp_path}/out/rejects.jsonl says why\n"


def test_ctrl_c_ends_a_run_with_a_word_and_no_process_left(tmp_path: Path, interruptible: list[str]) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text((json.dumps({"text": "The mayor said no on Monday. " * 300}) + "\n") * 400)
    command = [
        *interruptible,
        "corpus",
        "score",
        str(path),
        "--output",
        str(tmp_path / "out"),
    ]
    process = subprocess.Popen([*command, "--part-articles", "4"], stderr=subprocess.PIPE, text=True)
    while not (tmp_path / "out" / "articles").exists():
        assert process.poll() is None
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said.splitlines()[-1] == "framing: stopped; the same command goes on where this one was"
    assert "Traceback" not in said


def test_a_missing_extra_is_named(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "pyarrow.py").write_text("raise ModuleNotFoundError('pyarrow', name='pyarrow')")
    # A start of its own: what is missing is missing from the start.
    command = [sys.executable, "-m", "framing.cli.main", "corpus", "score", str(archive), "--output", tmp_path / "out"]
    environment = os.environ | {"PYTHONPATH": f"{tmp_path}{os.pathsep}{Path(__file__).parents[2]}"}
    found = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert found.returncode == 2
    assert (
        found.stderr
        == "framing: this needs pyarrow, which is not installed; install it with: pip install 'framing[corpus]'\n"
    )
