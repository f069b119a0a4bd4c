"""The engine of a Dask cluster: the same parts, scored and written by the cluster's workers.

A part travels once through the scheduler, compressed; what comes back is its rejects and counts. A worker that is
lost loses the part it was at, which another one then scores; the files are the same, whoever writes them. A record that
hangs or crashes is caught there as on one machine: its process is not the worker of the cluster but a child of it.
"""

import uuid
import zlib
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from framing.corpus.intake.batches import Part
from framing.corpus.running.assembly import Written
from framing.corpus.running.engine import Engine
from framing.corpus.running.listener import Listener
from framing.corpus.running.messages import batch_message
from framing.corpus.running.settings import Settings
from framing.errors import ConfigError, FramingError
from framing.packages import needed

__all__ = ["WORKER_SECONDS", "cluster_engine"]

_RETRIES = 5
"""Times that a part is tried again after its worker was lost or could not write."""
_CONNECT_SECONDS = 10
"""Waited for an answer of the scheduler, unless Dask's own setting is less; one in the same network answers in one."""
WORKER_SECONDS = 120
"""A batch system starts workers when it has room."""
_AHEAD = 2
"""Parts for each thread of the cluster that are handed out before the oldest is done."""


def cluster_engine(scheduler: str) -> Engine:
    """Return the engine of a running cluster.

    Args:
        scheduler: Its address (``tcp://host:8786``), or the scheduler file that it wrote.

    Raises:
        ConfigError: If Dask is not installed.
    """
    needed("distributed")

    def engine(
        parts: Iterator[Part], output: Path, settings: Settings, listener: Listener
    ) -> Iterator[tuple[Part, Written]]:
        client = _client(scheduler)
        try:
            _wait_for_a_worker(client, listener)
            _prepare(client, settings, output)
            yield from _scored(client, parts, output, listener)
        finally:
            # The cluster may be gone; the run's own error is then the one to tell.
            with suppress(Exception):
                client.unregister_worker_plugin(needed("framing.corpus.running.cluster_worker").PLUGIN)
            client.close()

    return engine


def _client(scheduler: str) -> Any:  # noqa: ANN401 -- Dask is an extra
    where = {"scheduler_file": scheduler} if Path(scheduler).is_file() else {"address": scheduler}
    distributed = needed("distributed")
    own_setting = needed("dask").config.get("distributed.comm.timeouts.connect")
    seconds = min(needed("dask.utils").parse_timedelta(own_setting), _CONNECT_SECONDS)
    try:
        return distributed.Client(**where, timeout=seconds, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise ConfigError(
            f"the scheduler '{scheduler}' does not answer ({str(error).partition(chr(10))[0]})"
        ) from error


def _wait_for_a_worker(client: Any, listener: Listener) -> None:  # noqa: ANN401 -- Dask is an extra
    if client.nthreads():
        return
    listener.note("the cluster has no workers yet; waiting for the first")
    try:
        client.wait_for_workers(1, timeout=WORKER_SECONDS)
    except TimeoutError:
        raise ConfigError(f"the cluster has had no workers for {WORKER_SECONDS} s; start some and run again") from None


def _prepare(client: Any, settings: Settings, output: Path) -> None:  # noqa: ANN401 -- Dask is an extra
    """Give every worker, also those that join later, the settings, and check that it can reach the output."""
    tasks = needed("framing.corpus.running.cluster_worker")
    token = output / f".seen-{uuid.uuid4().hex}"
    token.touch()
    try:
        client.register_plugin(tasks.Scorers(settings, settings.identity()))
        unseen = [worker for worker, seen in client.run(tasks.sees, str(token.resolve())).items() if not seen]
    except FramingError:
        raise
    except Exception as error:
        raise ConfigError(f"the cluster's workers cannot begin: {str(error).partition(chr(10))[0]}") from error
    finally:
        token.unlink(missing_ok=True)
    if unseen:
        raise ConfigError(f"{unseen[0]} does not see {output}: the output must lie in a folder that all workers share")


def _scored(client: Any, parts: Iterator[Part], output: Path, listener: Listener) -> Iterator[tuple[Part, Written]]:  # noqa: ANN401
    tasks = needed("framing.corpus.running.cluster_worker")
    run = uuid.uuid4().hex[:12]
    place = str(output.resolve())
    waiting: deque[tuple[Part, Any]] = deque()
    for part in parts:
        message = zlib.compress(batch_message(part.records), 1)
        future = client.submit(
            tasks.score_part,
            replace(part, records=()),
            message,
            place,
            key=f"framing-{run}-{part.number}",
            retries=_RETRIES,
        )
        waiting.append((part, future))
        # Workers come and go: what is handed out follows the cluster as it is.
        while len(waiting) >= max(_AHEAD * sum(client.nthreads().values()), 2):
            yield _done(*waiting.popleft(), listener)
    while waiting:
        yield _done(*waiting.popleft(), listener)


def _done(part: Part, future: Any, listener: Listener) -> tuple[Part, Written]:  # noqa: ANN401 -- Dask is an extra
    try:
        written: Written = future.result()
    except FramingError:
        raise
    except Exception as error:
        reason = f"{type(error).__name__}: {str(error).partition(chr(10))[0]}"
        raise ConfigError(f"part {part.number} was given up by the cluster ({reason}); run again to go on") from error
    future.release()
    listener.scored(len(part.records), written.words)
    return part, written
