"""Who is told of the progress of a run over archives."""

from typing import Protocol

__all__ = ["Listener"]


class Listener(Protocol):
    """Who is told of the progress of a run."""

    def note(self, line: str) -> None:
        """A sentence for the user."""

    def begin(self, size: int) -> None:
        """The run begins; its input has so many bytes, 0 where that is not known."""

    def read(self, count: int) -> None:
        """In all, so many bytes of the input have been read."""

    def resumed(self) -> None:
        """All that was read so far was scored by an earlier run."""

    def taken(self, records: int) -> None:
        """So many further records are to be scored."""

    def scored(self, records: int, words: int) -> None:
        """So many further records are done."""
