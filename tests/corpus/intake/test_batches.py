"""Records in parts and batches: the same for the same input."""

import hashlib

import pytest

from framing.corpus.intake.batches import BATCH_RECORDS, Part, parts_of
from framing.corpus.intake.record import Record


def record(number: int, payload: bytes = b"x", **more: str) -> Record:
    return Record(f"a.jsonl:{number}", "fields", payload, more)


def sizes(sources: list[int], part_articles: int, counts: dict[int, int] | None = None) -> list[int]:
    parts = list(parts_of([[record(n) for n in range(count)] for count in sources], part_articles, counts))
    assert [part.number for part in parts] == list(range(len(parts)))
    return [len(part.records) for part in parts]


@pytest.mark.parametrize(
    ("sources", "counts", "parts"),
    [
        ([7], None, [3, 3, 1]),
        ([6], None, [3, 3]),
        ([2, 4], None, [2, 3, 1]),
        ([0, 1], None, [1]),
        ([], None, []),
        ([7], {0: 1, 1: 5}, [1, 5, 1]),
        ([9], {1: 1}, [3, 1, 3, 2]),
    ],
)
def test_no_part_holds_records_of_two_sources(
    sources: list[int], counts: dict[int, int] | None, parts: list[int]
) -> None:
    assert sizes(sources, 3, counts) == parts


def test_a_part_is_full_at_eight_million_bytes() -> None:
    half = bytes(4_000_000)
    parts = list(parts_of([[record(n, half) for n in range(3)]], 100))
    assert [len(part.records) for part in parts] == [2, 1]
    parts = list(parts_of([[record(0, half), record(1, half[1:]), record(2), record(3)]], 100))
    assert [len(part.records) for part in parts] == [3, 1]


def test_a_hash_holds_everything_that_a_record_is() -> None:
    [part] = parts_of([[Record("a:1", "fields", b"xy", {"url": "u", "id": "é\ud800"}, "")]], 9)
    by_hand = hashlib.sha256()
    for piece in ("a:1", "fields", "", "url=u", "id=é\ud800"):
        by_hand.update(piece.encode("utf-8", "surrogatepass") + b"\0")
    by_hand.update(hashlib.sha256(b"xy").digest())
    assert part.digest == by_hand.hexdigest()
    assert (part.again, part.order) == (False, ())


def test_batches_hold_64_records() -> None:
    records = tuple(record(n) for n in range(130))
    batches = Part(0, records, "").batches()
    assert [len(batch) for batch in batches] == [64, 64, 2]
    assert BATCH_RECORDS == 64
    assert tuple(r for batch in batches for r in batch) == records
