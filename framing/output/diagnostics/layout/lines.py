"""The lines of a file as findings count them, without their endings."""

__all__ = ["FileLines"]


class FileLines:
    """Lines by number, 1-based; a number outside of the file gives an empty line.

    A line ends as in :class:`framing.reading.offsets.LineMap`: with a line feed, or with a carriage return in a file
    that has no line feed. (``str.splitlines`` would also end one at a form feed or a line separator.)
    """

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n" if "\n" in text else "\r")

    def __getitem__(self, number: int) -> str:
        return self._lines[number - 1].removesuffix("\r") if 1 <= number <= len(self._lines) else ""
