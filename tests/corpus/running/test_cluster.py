"""A Dask cluster of separate processes: the same files as on one machine, also when a worker is lost in the middle."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow", reason="needs the extra framing[corpus]")
pytest.importorskip("distributed", reason="needs the extra framing[cluster]")

from framing.corpus.dataset.schema import DATASETS
from framing.corpus.running.cluster import cluster_engine
from framing.corpus.running.settings import Settings
from framing.errors import ConfigError

pytestmark = pytest.mark.slow

Processes = dict[str, "subprocess.Popen[bytes]"]
Listened = Any
Score = Callable[..., object]
PLACE = "scheduler.json"


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[Path]:
    """The folder of a scheduler that has no workers."""
    with running() as processes:
        processes["scheduler"] = scheduler(tmp_path)
        yield tmp_path


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Processes]]:
    """The folder of a scheduler, and it by its name; workers are started where they are asked for."""
    folder = tmp_path_factory.mktemp("cluster")
    with running() as processes:
        processes["scheduler"] = scheduler(folder)
        yield folder, processes


@pytest.fixture
def cluster(started: tuple[Path, Processes], hostile: None) -> tuple[str, Processes]:
    """The scheduler's file, and with the scheduler two workers, each a process; one that was lost is another one."""
    folder, processes = started
    for name in ("first", "second"):
        if name not in processes or processes[name].poll() is not None:
            processes[name] = worker(folder, name)
    return str(folder / PLACE), processes


@contextmanager
def running() -> Iterator[Processes]:
    """Processes by their names; whatever a test adds is ended with it."""
    processes: Processes = {}
    try:
        yield processes
    finally:
        for process in processes.values():
            process.kill()
            process.wait()


def scheduler(folder: Path) -> "subprocess.Popen[bytes]":
    process = dask(folder, "scheduler", "--host", "127.0.0.1", "--port", "0")
    while not (folder / PLACE).exists():
        assert process.poll() is None
        time.sleep(0.05)
    return process


def dask(folder: Path, what: str, *more: str) -> "subprocess.Popen[bytes]":
    made = [sys.executable, "-m", "dask", what, "--scheduler-file", PLACE, "--no-dashboard", *more]
    # Without what Dask keeps for its dashboard, a hundred times a second.
    environment = os.environ | {"DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False"}
    return subprocess.Popen(made, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder, env=environment)


def worker(folder: Path, name: str) -> "subprocess.Popen[bytes]":
    return dask(folder, "worker", "--nthreads", "1", "--no-nanny", "--name", name, "--local-directory", str(folder))


def command(archive: Path, output: Path, *more: str) -> list[str]:
    made = [
        sys.executable,
        "-m",
        "framing.cli.main",
        "corpus",
        "score",
        str(archive),
        "--detail",
        "--part-articles",
        "2",
    ]
    return [*made, "--partition", "outlet", "--output", str(output), *more]


def test_a_cluster_that_loses_a_worker_writes_what_one_machine_writes(
    archive: Path,
    cluster: tuple[str, Processes],
    score: Score,
    contents: Callable[[Path], dict[str, bytes]],
    tmp_path: Path,
) -> None:
    place, processes = cluster
    score(archive, output=tmp_path / "local", detail=True, part_articles=2, partition=("outlet",))
    run = subprocess.Popen(command(archive, tmp_path / "cluster", "--engine", "dask", "--scheduler", place))
    manifest = tmp_path / "cluster" / "manifest.jsonl"
    while run.poll() is None and (not manifest.exists() or manifest.read_bytes().count(b"\n") < 3):
        time.sleep(0.01)
    done = manifest.read_bytes().count(b"\n")
    processes["first"].send_signal(signal.SIGKILL)
    assert run.wait() == 0
    assert 3 <= done < 15, "the worker was to be lost in the middle"
    assert all(list((tmp_path / "cluster" / dataset).rglob("*.parquet")) for dataset in DATASETS)
    assert contents(tmp_path / "local") == contents(tmp_path / "cluster")


def test_a_record_that_crashes_costs_the_cluster_no_worker(cluster: tuple[str, Processes], tmp_path: Path) -> None:
    place, processes = cluster
    rows = [{"text": f"The mayor said on day {n} that the plan had failed."} for n in range(4)]
    rows[2:2] = [{"text": "CRASH"}, {"text": "HANG"}]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    made = command(
        tmp_path / "a.jsonl", tmp_path / "out", "--engine", "dask", "--scheduler", place, "--max-seconds", "2"
    )
    found = subprocess.run(made, capture_output=True, text=True, check=False)
    assert found.returncode == 1, found.stderr
    rejects = [json.loads(line)["reason"] for line in (tmp_path / "out" / "rejects.jsonl").read_text().splitlines()]
    assert rejects == ["ended a worker process (SIGSEGV)", "took longer than 2 seconds"]
    assert all(process.poll() is None for process in processes.values())


def test_another_version_on_a_worker_is_named(cluster: tuple[str, Processes], archive: Path, tmp_path: Path) -> None:
    place, _ = cluster
    program = (
        "import framing.version, sys; framing.version.__version__ = '9.9'\n"
        "from framing.cli.main import main; sys.argv[0] = 'framing'; main()"
    )
    arguments = command(archive, tmp_path / "out", "--engine", "dask", "--scheduler", place)[3:]
    found = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=False)
    assert found.returncode == 2
    assert "another 'framing_version' than this machine" in found.stderr
    assert "Traceback" not in found.stderr.partition("framing: ")[2]


def test_a_cluster_whose_workers_come_late_is_waited_for(archive: Path, alone: Path, tmp_path: Path) -> None:
    few = tmp_path / "few.jsonl"
    few.write_text("".join(archive.read_text().splitlines(keepends=True)[:4]))
    made = command(few, tmp_path / "out", "--engine", "dask", "--scheduler", str(alone / PLACE))
    with running() as processes:
        run = subprocess.Popen(made, stderr=subprocess.PIPE, text=True)
        assert run.stderr is not None
        assert any("has no workers yet" in line for line in run.stderr)
        processes["late"] = worker(alone, "late")
        run.communicate()
    assert run.returncode == 0


def test_a_cluster_without_workers_is_one_clear_error(
    alone: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, listened: Listened
) -> None:
    monkeypatch.setattr("framing.corpus.running.cluster.WORKER_SECONDS", 1)
    work = cluster_engine(str(alone / PLACE))(iter(()), tmp_path, Settings(), listened)
    with pytest.raises(ConfigError, match="the cluster has had no workers for 1 s; start some"):
        next(work)
    assert listened.lines == ["the cluster has no workers yet; waiting for the first"]


def test_a_scheduler_that_is_not_there_is_one_clear_line(archive: Path, tmp_path: Path) -> None:
    made = command(archive, tmp_path / "out", "--engine", "dask", "--scheduler", "tcp://127.0.0.1:1")
    environment = os.environ | {"DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "1s"}
    found = subprocess.run(made, capture_output=True, text=True, check=False, env=environment)
    assert found.returncode == 2
    assert "the scheduler 'tcp://127.0.0.1:1' does not answer" in found.stderr
    assert "Traceback" not in found.stderr
