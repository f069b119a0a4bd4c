"""A Dask cluster of separate processes: the same files as on one machine, also when a worker is lost in the middle."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

parquet = pytest.importorskip("pyarrow.parquet", reason="needs the extra framing[corpus]")
pytest.importorskip("distributed", reason="needs the extra framing[cluster]")

from framing.corpus.schema import DATASETS  # noqa: E402

pytestmark = pytest.mark.slow

Processes = dict[str, "subprocess.Popen[bytes]"]


@pytest.fixture
def cluster(tmp_path: Path, hostile: None) -> Iterator[tuple[str, Processes]]:
    """A scheduler and two workers, each a process; the scheduler's file, and the processes by name."""
    place = tmp_path / "scheduler.json"
    dask = [sys.executable, "-m", "dask"]
    quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": tmp_path}
    scheduler = [
        *dask,
        "scheduler",
        "--host",
        "127.0.0.1",
        "--port",
        "0",
        "--no-dashboard",
        "--scheduler-file",
        str(place),
    ]
    processes: Processes = {"scheduler": subprocess.Popen(scheduler, **quiet)}
    while not place.exists():
        assert processes["scheduler"].poll() is None
        time.sleep(0.05)
    worker = [*dask, "worker", "--scheduler-file", str(place), "--nthreads", "1", "--no-nanny", "--no-dashboard"]
    for name in ("first", "second"):
        processes[name] = subprocess.Popen([*worker, "--name", name, "--local-directory", str(tmp_path)], **quiet)
    try:
        yield str(place), processes
    finally:
        for process in processes.values():
            process.kill()
            process.wait()


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
    archive: Path, cluster: tuple[str, Processes], contents: Callable[[Path], dict[str, bytes]], tmp_path: Path
) -> None:
    place, processes = cluster
    subprocess.run(command(archive, tmp_path / "local", "--workers", "2", "-q"), check=True)
    run = subprocess.Popen(command(archive, tmp_path / "cluster", "--engine", "dask", "--scheduler", place))
    manifest = tmp_path / "cluster" / "manifest.jsonl"
    while run.poll() is None and (not manifest.exists() or manifest.read_bytes().count(b"\n") < 3):
        time.sleep(0.01)
    done = manifest.read_bytes().count(b"\n")
    processes["first"].send_signal(signal.SIGKILL)
    assert run.wait() == 0
    assert 3 <= done < 15, "the worker was to be lost in the middle"
    for dataset in DATASETS:
        local, clustered = (
            parquet.read_table(tmp_path / name / dataset, partitioning="hive").to_pylist()
            for name in ("local", "cluster")
        )
        assert len(local) > 0
        for one, other in zip(local, clustered, strict=True):
            assert one == other
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
    assert found.returncode == 0, found.stderr
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


def test_a_scheduler_that_is_not_there_is_one_clear_line(archive: Path, tmp_path: Path) -> None:
    made = command(archive, tmp_path / "out", "--engine", "dask", "--scheduler", "tcp://127.0.0.1:1")
    environment = os.environ | {"DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "1s"}
    found = subprocess.run(made, capture_output=True, text=True, check=False, env=environment)
    assert found.returncode == 2
    assert "the scheduler 'tcp://127.0.0.1:1' does not answer" in found.stderr
    assert "Traceback" not in found.stderr
