"""What runs on a Dask cluster's workers; imported only where Dask is installed."""

import shutil
import tempfile
import zlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from distributed import Worker as ClusterWorker
from distributed import WorkerPlugin, get_worker

from framing.corpus.intake.batches import BATCH_RECORDS, Part
from framing.corpus.running.assembly import Written, write_results
from framing.corpus.running.messages import batch_of
from framing.corpus.running.settings import Settings
from framing.corpus.running.supervised_worker import SupervisedWorker
from framing.errors import ConfigError

__all__ = ["PLUGIN", "Scorers", "score_part", "sees"]

PLUGIN = "framing-scorers"


class Scorers(WorkerPlugin):  # type: ignore[misc]  # Dask is an extra that mypy need not find
    """What a worker keeps while a run lasts: a scoring process for each of its threads, its models loaded once.

    The run's own lexicons travel with it; models and shipped lexicons are those of the installed package, which must be
    the run's.
    """

    name = PLUGIN

    def __init__(self, settings: Settings, identity: Mapping[str, Any]) -> None:
        self._identity = dict(identity)
        self._lexicons = [(path.name, path.read_bytes()) for path in settings.lexicons]
        self.settings = settings

    def setup(self, worker: ClusterWorker) -> None:
        """Begin on a worker.

        Raises:
            ConfigError: If another version of the package, its models or its lexicons is installed there.
        """
        self._folder = Path(tempfile.mkdtemp(prefix="framing-"))
        paths: list[Path] = []
        for number, (name, content) in enumerate(self._lexicons):
            path = self._folder / str(number) / name
            path.parent.mkdir()
            path.write_bytes(content)
            paths.append(path)
        self.settings = replace(self.settings, lexicons=tuple(paths))
        here = self.settings.identity()
        for key, value in self._identity.items():
            if here[key] != value:
                raise ConfigError(f"{worker.address} has another '{key}' than this machine; install the same framing")
        self._everyone = [SupervisedWorker(self.settings) for _ in range(worker.state.nthreads)]
        self.idle: SimpleQueue[SupervisedWorker] = SimpleQueue()
        for scorer in self._everyone:
            self.idle.put(scorer)

    def teardown(self, worker: ClusterWorker) -> None:
        """End on a worker."""
        del worker
        for scorer in self._everyone:
            scorer.stop()
        shutil.rmtree(self._folder, ignore_errors=True)


def score_part(part: Part, message: bytes, output: str) -> Written:
    """Score and write a part; a task of the cluster.

    Args:
        part: Which one it is, without its records.
        message: Its records, as ``batch_message`` wrote them, compressed.
        output: The folder of the datasets, which all workers share.
    """
    scorers: Scorers = get_worker().plugins[PLUGIN]
    records = batch_of(zlib.decompress(message))
    worker = scorers.idle.get()
    try:
        batches = [records[start : start + BATCH_RECORDS] for start in range(0, len(records), BATCH_RECORDS)]
        results = [worker.score(batch) for batch in batches]
    finally:
        scorers.idle.put(worker)
    return write_results(Path(output), part, results, scorers.settings)


def sees(path: str) -> bool:
    """Return whether a worker sees a file of the run's."""
    return Path(path).exists()
