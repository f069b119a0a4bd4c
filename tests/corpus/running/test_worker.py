"""What a worker process answers, batch by batch, and when it gives way to another."""

import gc
import io
import json

import pytest

pytest.importorskip("pyarrow", reason="needs the extra framing[corpus]")

from framing.corpus.intake.record import FIELDS, Record
from framing.corpus.running import worker
from framing.corpus.running.messages import batch_message, receive, send
from framing.corpus.running.settings import Settings


def answers(monkeypatch: pytest.MonkeyPatch, batches: int) -> list[bytes]:
    """The letters of what a worker sends when it is given some batches of one record."""
    for name in ("collect", "freeze", "set_threshold"):
        monkeypatch.setattr(gc, name, lambda *_: None)  # the worker's own process is this one
    incoming, outgoing = io.BytesIO(), io.BytesIO()
    send(incoming, b"C", json.dumps(Settings().to_dict()).encode())
    for number in range(batches):
        record = Record(f"a.jsonl:{number}", FIELDS, json.dumps({"text": "The mayor said no."}).encode())
        send(incoming, b"B", batch_message([record]))
    incoming.seek(0)
    worker.serve(incoming, outgoing)
    outgoing.seek(0)
    return [message[0] for message in iter(lambda: receive(outgoing), None)]


@pytest.mark.parametrize("resident", [0, worker.RETIRED_AT])
def test_a_worker_says_that_it_is_ready_what_it_begins_and_what_is_done(
    resident: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "_resident", lambda: resident)
    assert answers(monkeypatch, 2) == [b"R", b"S", b"D", b"S", b"D"]


def test_a_worker_that_has_grown_large_retires_after_its_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "_resident", lambda: worker.RETIRED_AT + 1)
    assert answers(monkeypatch, 2) == [b"R", b"S", b"L"]


def test_a_worker_knows_how_large_it_is() -> None:
    pytest.importorskip("resource")
    before = worker._resident()
    held = bytearray(b"x") * 300_000_000
    assert worker._resident() >= before
    assert worker._resident() > len(held)
