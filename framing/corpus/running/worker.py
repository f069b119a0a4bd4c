"""A worker process: reads batches from its standard input, writes their rows to its standard output.

Run as ``python -m framing.corpus.running.worker``. It says which record it begins, so that the run knows which one it
was if the process dies or stands still.
"""

import gc
import json
import os
import sys
from typing import BinaryIO

from framing.corpus.dataset.part_files import encoded_tables, table_of
from framing.corpus.running.messages import batch_of, receive, result_message, send
from framing.corpus.running.score import score_batch
from framing.corpus.running.settings import Settings
from framing.errors import FramingError, InstallError
from framing.pipeline import analyze_document
from framing.reading import document

__all__ = ["serve"]

MOST_MEMORY = 1_000_000_000
"""Bytes of data that a worker may take: an article that needs more is rejected before the machine runs out."""
RETIRED_AT = 350_000_000
"""Bytes of resident memory from which a worker ends after its batch and another takes its place: a giant article's
memory is not given back otherwise."""
_WARM = "The mayor said on Monday that the plan had failed. “We did not know,” she said."


def serve(incoming: BinaryIO, outgoing: BinaryIO) -> None:
    """Score batches until there are no more.

    The first message in is the settings; the first one out says that the worker is ready, or why it is not.
    """
    first = receive(incoming)
    if first is None:
        return
    settings = Settings.of(json.loads(first[1]))
    try:
        analyze_document(document(_WARM), settings.lexicons, encoder=settings.encoder)
        encoded_tables({name: table_of(name, []) for name in settings.datasets()})
    except FramingError as error:
        send(outgoing, b"F", str(error).encode())
        return
    # What was loaded stays: looking through it for garbage again and again takes a tenth of the time.
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)
    send(outgoing, b"R", b"")
    while (message := receive(incoming)) is not None:
        records = batch_of(message[1])
        try:
            scored = score_batch(
                records,
                settings,
                started=lambda number: send(outgoing, b"S", number.to_bytes(4, "big")),
            )
        except InstallError as error:
            send(outgoing, b"F", str(error).encode())
            return
        tables = encoded_tables({name: table_of(name, rows) for name, rows in scored.rows.items()})
        words = sum(int(str(row["words"])) for row in scored.rows["articles"])
        retires = _resident() > RETIRED_AT
        send(outgoing, b"L" if retires else b"D", result_message(tables, scored.rejects, words))
        if retires:
            return


def _resident() -> int:
    """Return the largest resident memory so far in bytes; 0 where the system does not tell."""
    try:
        import resource  # noqa: PLC0415 -- not on Windows
    except ImportError:
        return 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415 -- not on Windows
    except ImportError:
        return
    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    if hard == resource.RLIM_INFINITY or hard > MOST_MEMORY:
        resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, hard))


def _main() -> None:
    # Whatever a library prints must not come between the messages.
    outgoing = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _limit_memory()
    try:
        serve(sys.stdin.buffer, outgoing)
    except BrokenPipeError:
        # The run has ended: nobody wants the rest.
        os._exit(0)


if __name__ == "__main__":
    _main()
