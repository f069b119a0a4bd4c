"""Small products run on one thread, wherever the package is called from, and the caller's setting comes back."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest
import threadpoolctl

import framing
from framing.threads import one_thread

TEXT = (
    "Pier opens\n\nAda Holm, the mayor of Ostvale, said on Monday that the pier would open again. Work begins in May."
)


def threads() -> set[int]:
    return {pool["num_threads"] for pool in threadpoolctl.threadpool_info() if pool["user_api"] == "blas"}


@pytest.fixture
def four_threads(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    import numpy as np

    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    np.ones((2, 2)) @ np.ones((2, 2))
    with threadpoolctl.threadpool_limits(limits=4, user_api="blas"):
        if threads() != {4}:
            pytest.skip("this library of linear algebra cannot be told its threads")
        yield


@pytest.mark.usefixtures("four_threads")
def test_an_analysis_has_one_thread_and_gives_back_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    from framing import pipeline

    seen = []
    segment = pipeline.segment
    monkeypatch.setattr(pipeline, "segment", lambda document: [seen.append(threads()), segment(document)][1])
    framing.analyze(TEXT)
    assert (seen, threads()) == ([{1}], {4})


@pytest.mark.usefixtures("four_threads")
def test_blocks_that_overlap_in_time_do_not_leave_the_limit_behind() -> None:
    inside, leave = threading.Event(), threading.Event()

    def first() -> None:
        with one_thread():
            inside.set()
            leave.wait(60)

    other = threading.Thread(target=first)
    other.start()
    assert inside.wait(60)
    with one_thread():
        leave.set()
        other.join()
    assert threads() == {4}


@pytest.mark.usefixtures("four_threads")
def test_an_error_gives_back_the_threads() -> None:
    with pytest.raises(ValueError, match="no"), one_thread():
        raise ValueError("no")
    assert threads() == {4}


def test_where_the_environment_says_one_nothing_is_looked_for() -> None:
    code = f"import framing, sys; framing.analyze({TEXT!r}); print('threadpoolctl' in sys.modules)"
    for setting, looked in (("1", "False"), ("2", "True")):
        done = subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"OPENBLAS_NUM_THREADS": setting},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.strip() == looked
