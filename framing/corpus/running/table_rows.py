"""The figures of a table's articles from worker processes, in the table's order.

Run as ``python -m framing.corpus.running.table_rows`` it is such a process: batches come in, rows go out, as JSON. It
is started as a program of its own, not by ``multiprocessing``: a notebook and a script without a main guard may ask.
"""

import contextlib
import gc
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from typing import BinaryIO, cast

from framing.corpus.dataset.report_rows import Row, figures
from framing.corpus.running.messages import receive, send
from framing.errors import FramingError, InputError
from framing.pipeline import analyze_document
from framing.reading.fields import field_document

__all__ = ["figures_of", "rows_of", "serve"]

_BATCH = 16
"""Articles that a process gets at a time: a third of a second."""
_WITH_ENCODER = "--encoder"

Given = tuple[str | None, str | None]
"""An article's text and headline."""


def figures_of(text: str | None, title: str | None, *, encoder: bool = False) -> Row:
    """Return an article's figures; of one without text a row that says so."""
    try:
        source = field_document(text or "", title=title, metadata={}, name="")
    except InputError:
        return {"language": "und", "words": 0, "warnings": "empty"}
    return figures(analyze_document(source, encoder=encoder, overview=False))


def rows_of(articles: Sequence[Given], workers: int, *, encoder: bool = False) -> Iterator[list[Row]]:
    """Yield the articles' figures, some at a time.

    Args:
        articles: Texts and headlines.
        workers: Processes.
        encoder: Whether the encoder reads too.

    Raises:
        FramingError: If a process ends before its work is done, or a model is missing or damaged.
    """
    batches = [articles[first : first + _BATCH] for first in range(0, len(articles), _BATCH)]
    processes = [_started(encoder=encoder) for _ in range(min(workers, len(batches)))]
    idle: SimpleQueue[subprocess.Popen[bytes]] = SimpleQueue()
    for process in processes:
        idle.put(process)

    def scored(batch: Sequence[Given]) -> list[Row]:
        process = idle.get()
        try:
            return _answer(process, batch)
        finally:
            idle.put(process)

    threads = ThreadPoolExecutor(len(processes) or 1)
    try:
        yield from threads.map(scored, batches)
    finally:
        for process in processes:
            process.kill()
        threads.shutdown(wait=True, cancel_futures=True)
        for process in processes:
            _closed(process)


def _started(*, encoder: bool) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(  # noqa: S603 -- a module of ours
        [sys.executable, "-m", "framing.corpus.running.table_rows", *([_WITH_ENCODER] if encoder else [])],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
    )


def _closed(process: "subprocess.Popen[bytes]") -> None:
    for pipe in (process.stdin, process.stdout):
        # What was still to be written is for nobody.
        with contextlib.suppress(OSError):
            cast("BinaryIO", pipe).close()
    process.wait()


def _answer(process: "subprocess.Popen[bytes]", batch: Sequence[Given]) -> list[Row]:
    try:
        send(cast("BinaryIO", process.stdin), b"B", json.dumps(list(batch)).encode())
        message = receive(cast("BinaryIO", process.stdout))
    except OSError:
        message = None
    if message is None:
        raise FramingError("a process that scored the table ended from outside; workers=1 needs less memory")
    letter, content = message
    if letter == b"F":
        raise FramingError(content.decode())
    rows: list[Row] = json.loads(content)
    return rows


def serve(incoming: BinaryIO, outgoing: BinaryIO, *, encoder: bool = False) -> None:
    """Score batches until there are no more."""
    first = True
    while (message := receive(incoming)) is not None:
        try:
            rows = [figures_of(text, title, encoder=encoder) for text, title in json.loads(message[1])]
        except FramingError as error:
            send(outgoing, b"F", str(error).encode())
            return
        send(outgoing, b"D", json.dumps(rows).encode())
        if first:
            # What was loaded stays: looking through it for garbage again and again takes a tenth of the time.
            gc.collect()
            gc.freeze()
            first = False


def _main() -> None:
    # Whatever a library prints must not come between the messages.
    outgoing = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    try:
        serve(sys.stdin.buffer, outgoing, encoder=_WITH_ENCODER in sys.argv)
    except BrokenPipeError:
        os._exit(0)


if __name__ == "__main__":
    _main()
