"""What a run and its workers say to each other over pipes: a letter, a length, and that many bytes."""

import json
from collections.abc import Sequence
from typing import Any, BinaryIO

from framing.corpus.intake.record import Record, Reject

__all__ = ["batch_message", "batch_of", "receive", "result_message", "result_of", "send"]


def send(file: BinaryIO, letter: bytes, content: bytes) -> None:
    """Write a message.

    Raises:
        OSError: If nobody reads any more.
    """
    file.write(letter + len(content).to_bytes(8, "big"))
    file.write(content)
    file.flush()


def receive(file: BinaryIO) -> tuple[bytes, bytes] | None:
    """Return the next message's letter and content; ``None`` where the other side has ended."""
    head = file.read(9)
    if len(head) < 9:
        return None
    length = int.from_bytes(head[1:], "big")
    content = file.read(length)
    return (head[:1], content) if len(content) == length else None


def batch_message(records: Sequence[Record]) -> bytes:
    """Return a batch as bytes: a JSON head about the records, then their payloads one after the other."""
    heads = [
        {
            "where": record.where,
            "kind": record.kind,
            "length": len(record.payload),
            "metadata": dict(record.metadata),
            "fault": record.fault,
        }
        for record in records
    ]
    head = json.dumps({"records": heads}).encode()
    return len(head).to_bytes(8, "big") + head + b"".join(record.payload for record in records)


def batch_of(content: bytes) -> list[Record]:
    """Return what ``batch_message`` wrote."""
    head, place = _head(content)
    records: list[Record] = []
    for row in head["records"]:
        end = place + row["length"]
        records.append(Record(row["where"], row["kind"], content[place:end], row["metadata"], row["fault"]))
        place = end
    return records


def result_message(tables: bytes, rejects: Sequence[Reject], words: int) -> bytes:
    """Return the result of a batch as bytes."""
    head = json.dumps({"rejects": [[reject.where, reject.reason] for reject in rejects], "words": words}).encode()
    return len(head).to_bytes(8, "big") + head + tables


def result_of(content: bytes) -> tuple[bytes, tuple[Reject, ...], int]:
    """Return the tables, rejects and words that ``result_message`` wrote."""
    head, place = _head(content)
    return content[place:], tuple(Reject(*row) for row in head["rejects"]), head["words"]


def _head(content: bytes) -> tuple[Any, int]:
    end = 8 + int.from_bytes(content[:8], "big")
    return json.loads(content[8:end]), end
