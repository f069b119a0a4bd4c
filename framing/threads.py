"""One thread for the products of small matrices: threads that wait for each other cost more than they bring.

An article's matrices have some hundred rows. With OpenBLAS' default of a thread a core an analysis takes a multiple of
the time that it takes with one, and most of it is waiting (``benchmarks/threads.py``).
"""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["network_threads", "one_thread"]

_MOST = 2
"""Threads of a network with large matrices: beyond, the rest of an analysis, which has one, is what takes the time."""

_lock = threading.Lock()
_inside = 0
_limit: object = None


@contextmanager
def one_thread() -> Iterator[None]:
    """Let the libraries of linear algebra use one thread inside of the block, and what they used before after it.

    Blocks may lie in each other and run in several threads at once: the limit is the process's, set by the first to
    enter and lifted by the last to leave. OpenBLAS lets a thread set it only until another one has: a second thread may
    then run with the threads it had, which costs time and nothing else. Nothing is done where the environment says
    ``OPENBLAS_NUM_THREADS=1``, as the command line and the workers of archives do: finding the libraries takes a
    twentieth of a second.
    """
    if os.environ.get("OPENBLAS_NUM_THREADS") == "1":
        yield
        return
    _enter()
    try:
        yield
    finally:
        _leave()


def network_threads() -> int:
    """Return the threads of a network with large matrices: two where there are as many cores.

    ``OMP_NUM_THREADS`` may ask for fewer, as the workers of archives do, which are one a core.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    asked = os.environ.get("OMP_NUM_THREADS", "")
    return max(1, min(_MOST, cores, int(asked) if asked.isdecimal() else _MOST))


def _enter() -> None:
    global _inside, _limit  # noqa: PLW0603 -- the libraries' setting is the process's, and so is the count of who wants it
    from threadpoolctl import threadpool_limits  # noqa: PLC0415 -- not needed by the command line

    with _lock:
        if _inside == 0:
            _limit = threadpool_limits(limits=1, user_api="blas")
        _inside += 1


def _leave() -> None:
    global _inside, _limit  # noqa: PLW0603
    with _lock:
        _inside -= 1
        if _inside == 0:
            restore = getattr(_limit, "restore_original_limits")  # noqa: B009 -- threadpoolctl has no types
            restore()
            _limit = None
