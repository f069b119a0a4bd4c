"""The run's side of a worker process: started, watched, killed and started again, so that a batch is always scored."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO, cast

from framing.corpus.dataset.part_files import encoded_tables, table_of
from framing.corpus.intake.record import Record, Reject
from framing.corpus.running.messages import batch_message, receive, result_of, send
from framing.corpus.running.settings import Settings
from framing.errors import ConfigError

__all__ = ["BatchResult", "SupervisedWorker"]

_START_SECONDS = 120.0
"""Until a worker is ready: half a second on an idle machine."""
_MOST_STARTS = 3
"""Times in a row that a worker may die when it is started or before its first record, before the run gives up."""


@dataclass(frozen=True, slots=True)
class BatchResult:
    """The result of a batch.

    Attributes:
        tables: Arrow tables by dataset, as ``encoded_tables`` wrote them.
        rejects: Records that were not scored, in the records' order.
        words: Words of the articles.
    """

    tables: bytes
    rejects: tuple[Reject, ...]
    words: int


@dataclass(frozen=True, slots=True)
class _End:
    """How a process ended: at which record, why, and whether it died or was killed."""

    record: int
    reason: str
    died: bool


class SupervisedWorker:
    """A process that scores one batch at a time; it is started when it is needed, and again after it died.

    A record on which it stands still for longer than the limit is rejected with the reason. One on which it dies is
    tried again alone, since the system may have killed it for another's sake (memory ran out, a container was moved),
    and is rejected if it dies again. The rest of the batch is scored by a new process. Not safe for use by two threads
    at once.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False

    def score(self, records: Sequence[Record]) -> BatchResult:
        """Return what becomes of a batch.

        Raises:
            ConfigError: If no worker can be started, it was stopped, or a package that the records need is missing.
        """
        results = list(self._scored(records, again=False))
        rejects = tuple(reject for result in results for reject in result.rejects)
        return BatchResult(
            b"".join(result.tables for result in results), rejects, sum(result.words for result in results)
        )

    def _scored(self, records: Sequence[Record], *, again: bool) -> Iterator[BatchResult]:
        if not records:
            return
        result = self._tried(records)
        if isinstance(result, BatchResult):
            yield result
            return
        number = result.record
        yield from self._scored(records[:number], again=False)
        if result.died and not again:
            yield from self._scored(records[number : number + 1], again=True)
        else:
            empty = encoded_tables({name: table_of(name, []) for name in self._settings.datasets()})
            yield BatchResult(empty, (Reject(records[number].where, result.reason),), 0)
        yield from self._scored(records[number + 1 :], again=False)

    def _tried(self, records: Sequence[Record]) -> "BatchResult | _End":
        """Return the result of some records, or how the process ended at one of them."""
        for _ in range(_MOST_STARTS):
            process = self._process or self._started()
            current = -1
            timed_out = threading.Event()
            try:
                send(_stdin(process), b"B", batch_message(records))
                while (message := self._heard(process, timed_out, self._settings.limits.seconds)) is not None:
                    letter, content = message
                    if letter == b"S":
                        current = int.from_bytes(content, "big")
                        continue
                    if letter in {b"F", b"L"}:
                        self._end()
                    if letter == b"F":
                        raise ConfigError(content.decode())
                    return BatchResult(*result_of(content))
            except (OSError, ValueError):
                pass  # the pipe is broken or closed: the process has died
            reason = self._ended(timed_out=timed_out.is_set())
            if current >= 0:
                return _End(current, reason, died=not timed_out.is_set())
        raise ConfigError(f"starting {reason} before its first record, {_MOST_STARTS} times in a row")

    def stop(self) -> None:
        """End the process for good, also in the middle of a batch."""
        self._stopped = True
        self._end()

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                _closed(pipe)

    def _started(self) -> "subprocess.Popen[bytes]":
        for _ in range(_MOST_STARTS):
            if self._stopped:
                raise ConfigError("the run was stopped")
            process = self._begun()
            timed_out = threading.Event()
            try:
                send(_stdin(process), b"C", json.dumps(self._settings.to_dict()).encode())
                message = self._heard(process, timed_out, _START_SECONDS)
            except (OSError, ValueError):
                message = None
            if message is None:
                reason = self._ended(timed_out=timed_out.is_set())
                continue
            if message[0] == b"F":
                self._end()
                raise ConfigError(message[1].decode())
            return process
        raise ConfigError(f"starting {reason}, {_MOST_STARTS} times in a row")

    def _begun(self) -> "subprocess.Popen[bytes]":
        # An article's matrices are small: threads that wait for each other cost more than they bring.
        environment = os.environ | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "framing.corpus.running.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,
        )
        return self._process

    def _heard(
        self, process: "subprocess.Popen[bytes]", timed_out: threading.Event, seconds: float
    ) -> tuple[bytes, bytes] | None:
        """Return the next message, or ``None`` if the process dies first; after some seconds it is killed."""

        def end() -> None:
            timed_out.set()
            process.kill()

        timer = threading.Timer(seconds, end)
        timer.daemon = True
        timer.start()
        try:
            return receive(cast("BinaryIO", process.stdout))
        finally:
            timer.cancel()

    def _ended(self, *, timed_out: bool) -> str:
        process = self._process
        self_killed = f"took longer than {self._settings.limits.seconds:g} seconds"
        if timed_out or process is None:
            self._end()
            return self_killed
        code = process.wait()
        self._end()
        return (
            f"ended a worker process ({_signal(-code)})" if code < 0 else f"ended a worker process (exit code {code})"
        )


def _stdin(process: "subprocess.Popen[bytes]") -> BinaryIO:
    return cast("BinaryIO", process.stdin)


def _signal(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def _closed(pipe: object) -> None:
    # What was still to be written is for nobody.
    with contextlib.suppress(OSError):
        cast("BinaryIO", pipe).close()
