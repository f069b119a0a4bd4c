"""Records in parts, parts in batches: the same for the same input, whoever does the work."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from framing.corpus.intake.record import Record

__all__ = ["BATCH_RECORDS", "Part", "parts_of"]

BATCH_RECORDS = 64
"""Records that a worker gets at once: five seconds of work, so that two workers end within as much of each other, and
what is done again when a record ends a worker is no more than that."""
_PART_BYTES = 8_000_000
"""Most bytes of a part's records: parts of very long records are shorter, and memory stays the same."""


@dataclass(frozen=True, slots=True)
class Part:
    """The records of one part file.

    Attributes:
        number: From 0.
        records: In the input's order.
        digest: Hash over the records' places, kinds, contents and faults.
        again: Whether it was written before.
        order: The places of all its records, where ``records`` are only some of them and their rows are put among those
            that are there; empty where they are all.
    """

    number: int
    records: tuple[Record, ...]
    digest: str
    again: bool = False
    order: tuple[str, ...] = ()

    def batches(self) -> list[tuple[Record, ...]]:
        """Return the records in the pieces that workers get."""
        return [self.records[start : start + BATCH_RECORDS] for start in range(0, len(self.records), BATCH_RECORDS)]


def parts_of(
    sources: Iterable[Iterable[Record]], part_articles: int, counts: Mapping[int, int] | None = None
) -> Iterator[Part]:
    """Yield the parts of sources; no part holds records of two sources.

    Args:
        sources: The records of each source.
        part_articles: Most records of a part.
        counts: How many records the first parts have, where that is known.
    """
    known = counts or {}
    number = 0
    for source in sources:
        records: list[Record] = []
        size = 0
        for record in source:
            records.append(record)
            size += len(record.payload)
            full = len(records) >= part_articles or size >= _PART_BYTES
            if len(records) == known[number] if number in known else full:
                yield _part(number, records)
                number += 1
                records, size = [], 0
        if records:
            yield _part(number, records)
            number += 1


def _part(number: int, records: list[Record]) -> Part:
    digest = hashlib.sha256()
    for record in records:
        for piece in (record.where, record.kind, record.fault, *(f"{k}={v}" for k, v in record.metadata.items())):
            digest.update(piece.encode("utf-8", "surrogatepass") + b"\0")
        digest.update(hashlib.sha256(record.payload).digest())
    return Part(number, tuple(records), digest.hexdigest())
