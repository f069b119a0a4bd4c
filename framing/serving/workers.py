"""Processes that analyse, at most so many at once: one that takes too long is ended and another takes its place."""

import multiprocessing
import os
from collections.abc import Callable
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Any

from framing.errors import FramingError
from framing.serving import jobs

__all__ = ["AnalysisError", "Workers"]

_SPAWN = multiprocessing.get_context("spawn")
_JOBS: dict[str, Callable[..., jobs.Result]] = {
    "score": jobs.score_articles,
    "compare": jobs.compare_articles,
    "check": jobs.check_articles,
}


class AnalysisError(Exception):
    """An analysis that gave no result: what is wrong in one line, and whose fault it is.

    Attributes:
        message: One line.
        status: The status of HTTP that says so.
    """

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message, status)  # all of it, so that it crosses processes
        self.message = message
        self.status = status

    def __str__(self) -> str:
        """The message alone."""
        return self.message


class _Worker:
    """One process."""

    def __init__(self) -> None:
        self._connection, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=_work, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()

    def run(self, name: str, arguments: tuple[Any, ...], seconds: float) -> jobs.Result | AnalysisError | None:
        """Return what a job gives, or ``None`` where the process was lost or took too long and was ended."""
        try:
            self._connection.send((name, arguments))
            if self._connection.poll(seconds):
                result: jobs.Result | AnalysisError = self._connection.recv()
                return result
        except (EOFError, OSError):
            pass
        self.end()
        return None

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self._connection.close()


class Workers:
    """The processes of a server; called from threads, one a request."""

    def __init__(self, count: int, seconds: float) -> None:
        self._seconds = seconds
        self._free: SimpleQueue[_Worker] = SimpleQueue()
        self._all = [_Worker() for _ in range(count)]
        for worker in self._all:
            self._free.put(worker)

    def run(self, name: str, *arguments: Any) -> jobs.Result:  # noqa: ANN401 -- whatever the job takes
        """Return what a job gives; waits for a process that is free.

        Raises:
            AnalysisError: If it cannot be done, takes too long, or its process is lost.
        """
        worker = self._free.get()
        try:
            result = worker.run(name, arguments, self._seconds)
            if result is None:
                self._all.remove(worker)
                worker = _Worker()
                self._all.append(worker)
        finally:
            self._free.put(worker)
        if result is None:
            raise AnalysisError(f"this takes longer than {self._seconds:g} seconds or more memory than there is", 504)
        if isinstance(result, AnalysisError):
            raise result
        return result

    def end(self) -> None:
        """End all processes."""
        for worker in self._all:
            worker.end()


def _work(connection: Connection) -> None:
    """Do jobs until the server is gone."""
    # A process a core: threads beside would take each other's.
    os.environ["OMP_NUM_THREADS"] = "1"
    while True:
        try:
            name, arguments = connection.recv()
        except (EOFError, OSError, KeyboardInterrupt):
            return
        try:
            result: jobs.Result | AnalysisError = _JOBS[name](*arguments)
        except FramingError as error:
            result = AnalysisError(str(error), 422)
        except Exception as error:  # noqa: BLE001 -- a fault of ours must not end the process
            result = AnalysisError(f"a fault in the tool ({type(error).__name__}); please report it", 500)
        connection.send(result)
