"""A record on its way from an archive to a worker: its bytes, where they stand, and what is wrong with it if it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["FIELDS", "Limits", "Record", "Reject", "too_long"]

FIELDS = "fields"
"""The kind of a record that is a JSON object; the others are media types."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a record may be at most.

    Attributes:
        bytes: Of its line or page.
        seconds: That its analysis takes.
    """

    bytes: int = 10_000_000
    seconds: float = 30.0


@dataclass(frozen=True, slots=True)
class Record:
    """An article as it stands in its archive.

    Attributes:
        where: The input and the place in it, as the user would look it up (``news.jsonl.gz:123``).
        kind: ``fields`` or a media type: what the payload is.
        payload: The bytes; empty where there is a fault.
        metadata: What the archive knows beside the text: ``url``, ``date``, ``charset`` and others.
        fault: Why the record cannot be read, empty where it can.
    """

    where: str
    kind: str
    payload: bytes
    metadata: Mapping[str, str] = field(default_factory=dict)
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Reject:
    """A record that was not scored, and why."""

    where: str
    reason: str


def too_long(max_bytes: int) -> str:
    """Return the fault of a record that is longer than the limit."""
    return f"is longer than {max_bytes:,} bytes, the limit for one article"
