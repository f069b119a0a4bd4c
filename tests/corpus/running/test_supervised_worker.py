"""Worker processes: whatever a record does to one, the record alone is rejected."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

parquet = pytest.importorskip("pyarrow.parquet", reason="needs the extra framing[corpus]")

from framing.corpus.dataset.part_files import decoded_tables  # noqa: E402
from framing.corpus.intake.record import FIELDS, Limits, Record  # noqa: E402
from framing.corpus.running.settings import Settings  # noqa: E402
from framing.corpus.running.supervised_worker import BatchResult, SupervisedWorker  # noqa: E402
from framing.errors import ConfigError  # noqa: E402

pytestmark = pytest.mark.slow

Score = Callable[..., object]


def records(*texts: str) -> list[Record]:
    return [
        Record(f"a.jsonl:{n}", FIELDS, json.dumps({"text": text}).encode()) for n, text in enumerate(texts, start=1)
    ]


def reasons(result: BatchResult) -> dict[str, str]:
    return {reject.where: reject.reason for reject in result.rejects}


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize(
    ("seconds", "breaking"),
    [
        (120, {"CRASH now.": "ended a worker process (SIGSEGV)", "EXIT.": "ended a worker process (exit code 3)"}),
        (
            120,
            {
                "RAISE now.": "internal error, please report it: RuntimeError: no such luck",
                "HOARD.": "takes more memory than a worker has",
            },
        ),
        # The others of its batch must be done within the limit on a machine that is busy, too.
        (5, {"HANG now.": "took longer than 5 seconds"}),
    ],
    ids=["dies", "lives", "hangs"],
)
def test_a_record_that_breaks_its_worker_is_rejected_alone(seconds: float, breaking: dict[str, str]) -> None:
    worker = SupervisedWorker(Settings(limits=Limits(seconds=seconds)))
    first, *last = breaking
    texts = ["The mayor said no.", first, "She left on Monday.", *last]
    try:
        result = worker.score(records(*texts))
        assert reasons(result) == {f"a.jsonl:{texts.index(text) + 1}": reason for text, reason in breaking.items()}
        assert result.words == 8
        assert reasons(worker.score(records("The mayor said no."))) == {}
    finally:
        worker.stop()


@pytest.mark.usefixtures("hostile")
def test_a_record_at_which_the_system_killed_a_worker_is_scored_by_another(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("KILLED", str(tmp_path / "flag"))
    given = records("The mayor said no.", "KILLED by the system now.", "She left on Monday.")
    worker = SupervisedWorker(Settings())
    try:
        untouched = worker.score(given)
        (tmp_path / "flag").touch()
        result = worker.score(given)
    finally:
        worker.stop()
    assert not (tmp_path / "flag").exists()
    assert (result.rejects, result.words) == ((), untouched.words)
    assert decoded_tables(result.tables)["articles"].equals(decoded_tables(untouched.tables)["articles"])


def test_a_worker_that_was_killed_while_it_started_is_started_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import os, sys\nif 'framing.corpus.running.worker' in ' '.join(sys.orig_argv) and os.path.exists('flag'):\n"
        "    os.remove('flag'); os.kill(os.getpid(), 9)"
    )
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), str(Path(__file__).parents[3])]))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "flag").touch()
    worker = SupervisedWorker(Settings())
    try:
        assert worker.score(records("The mayor said no.")).words == 4
    finally:
        worker.stop()
    assert not (tmp_path / "flag").exists()


@pytest.mark.usefixtures("hostile")
def test_what_a_library_prints_does_not_come_between_the_messages() -> None:
    worker = SupervisedWorker(Settings())
    try:
        assert worker.score(records("PRINT the mayor said.")).words == 4
    finally:
        worker.stop()


@pytest.mark.usefixtures("hostile")
def test_a_run_over_crashing_records_gives_what_the_run_without_them_gives(score: Score, tmp_path: Path) -> None:
    good = [f"The mayor said on day {number} that the plan had failed." for number in range(20)]
    bad = [*good[:7], "CRASH", *good[7:15], "EXIT", *good[15:]]
    for name, texts in (("good", good), ("bad", bad)):
        (tmp_path / f"{name}.jsonl").write_text(
            "".join(json.dumps({"text": text, "id": text}) + "\n" for text in texts)
        )
        score(tmp_path / f"{name}.jsonl", output=tmp_path / name, workers=1 if name == "good" else 2)
    found = [parquet.read_table(tmp_path / name / "articles").drop_columns(["article"]) for name in ("good", "bad")]
    assert found[0].equals(found[1])
    assert (tmp_path / "bad" / "rejects.jsonl").read_text().count("ended a worker process") == 2


def test_a_worker_that_cannot_start_ends_the_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import os, sys\nif 'framing.corpus.running.worker' in ' '.join(sys.orig_argv): os._exit(7)"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(ConfigError, match="exit code 7"):
        SupervisedWorker(Settings()).score(records("The mayor said no."))


def test_a_wrong_lexicon_is_named(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text("this is = = no toml")
    with pytest.raises(ConfigError, match=r"own\.toml.*is not TOML"):
        SupervisedWorker(Settings(lexicons=(tmp_path / "own.toml",))).score(records("The mayor said no."))


def test_a_worker_ends_when_its_run_is_gone(tmp_path: Path) -> None:
    program = (
        "from framing.corpus.running.supervised_worker import SupervisedWorker; from framing.corpus.running.settings import Settings\n"
        "from framing.corpus.intake.record import FIELDS, Record\n"
        "w = SupervisedWorker(Settings()); w.score([Record('a', FIELDS, b'{\"text\": \"The mayor said no.\"}')])\n"
        "import os; print(w._process.pid, flush=True); os._exit(0)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    number = int(run.stdout)
    for _ in range(500):
        try:
            os.kill(number, 0)
        except ProcessLookupError:
            return
        stat = Path(f"/proc/{number}/stat")
        if stat.exists() and stat.read_text().split(") ")[1].startswith("Z"):
            return
        subprocess.run(["sleep", "0.02"], check=True)
    pytest.fail("the worker lives on")
