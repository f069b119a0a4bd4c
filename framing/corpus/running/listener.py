"""Whom a run over archives tells what it does."""

from typing import Protocol

__all__ = ["Listener"]


class Listener(Protocol):
    """Whom a run tells what it does."""

    def note(self, line: str) -> None:
        """A sentence for the user."""

    def begin(self, size: int) -> None:
        """The run begins; its input has so many bytes, 0 where that cannot be told."""

    def read(self, count: int) -> None:
        """So many bytes of the input have been read in all."""

    def resumed(self) -> None:
        """What was read until now was done by a run before."""

    def taken(self, records: int) -> None:
        """So many records more are to be scored."""

    def scored(self, records: int, words: int) -> None:
        """So many records more are done."""
