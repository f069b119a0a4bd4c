"""What a comparison on a terminal is written on: colours and columns."""

from dataclasses import dataclass

from framing.output.colour import Paint

__all__ = ["Sheet"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A terminal.

    Attributes:
        paint: Its colours, or none.
        width: Its columns.
    """

    paint: Paint
    width: int
