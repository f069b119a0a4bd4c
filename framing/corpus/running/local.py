"""The engine of one machine: worker processes, results in the order of the parts, memory for a few batches."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from queue import SimpleQueue

from framing.corpus.intake.batches import Part
from framing.corpus.intake.record import Record
from framing.corpus.running.settings import Settings
from framing.corpus.running.supervised_worker import BatchResult, SupervisedWorker

__all__ = ["scored_parts"]

_AHEAD = 12
"""Batches that may be done before the one that is waited for: one record that hangs then stops nobody else."""


@dataclass(slots=True)
class _Open:
    """A part whose batches are under way."""

    part: Part
    results: list["Future[BatchResult]"] = field(default_factory=list)


def scored_parts(
    parts: Iterable[Part], settings: Settings, workers: int, progress: Callable[[int, int], None]
) -> Iterator[tuple[Part, list[BatchResult]]]:
    """Yield each part with the results of its batches, in the parts' order.

    Args:
        parts: Read only as far ahead as the workers need.
        settings: What to write.
        workers: Processes.
        progress: Is told the records and words of each batch that is done.

    Raises:
        ConfigError: If no worker can be started.
    """
    idle: SimpleQueue[SupervisedWorker] = SimpleQueue()
    everyone = [SupervisedWorker(settings) for _ in range(workers)]
    for worker in everyone:
        idle.put(worker)

    def scored(records: tuple[Record, ...]) -> BatchResult:
        worker = idle.get()
        try:
            return worker.score(records)
        finally:
            idle.put(worker)

    opened: deque[_Open] = deque()
    waiting: deque[tuple[Future[BatchResult], int]] = deque()
    with ThreadPoolExecutor(workers) as threads:
        try:
            for part in parts:
                opened.append(_Open(part))
                for records in part.batches():
                    future = threads.submit(scored, records)
                    opened[-1].results.append(future)
                    waiting.append((future, len(records)))
                    while len(waiting) >= workers + _AHEAD:
                        _wait(waiting, progress)
                yield from _complete(opened)
            while waiting:
                _wait(waiting, progress)
                yield from _complete(opened)
        finally:
            for worker in everyone:
                worker.stop()
            threads.shutdown(wait=False, cancel_futures=True)


def _wait(waiting: "deque[tuple[Future[BatchResult], int]]", progress: Callable[[int, int], None]) -> None:
    future, records = waiting.popleft()
    progress(records, future.result().words)


def _complete(opened: deque[_Open]) -> Iterator[tuple[Part, list[BatchResult]]]:
    """Yield the parts at the front whose batches are all done."""
    while opened and all(future.done() for future in opened[0].results):
        done = opened.popleft()
        yield done.part, [future.result() for future in done.results]
