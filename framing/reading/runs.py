"""A text put together from a file's pieces, which keeps where each piece stands."""

from framing.article import Origin
from framing.expressions import expression

__all__ = ["RunWriter"]

_VISIBLE = expression(r"[^ \t\r\n\f]+(?: [^ \t\r\n\f]+)*")
"""Words with single spaces between them: they are written as they stand, a line at a time."""


class RunWriter:
    """Collects the document's text and the runs of it that stand unchanged in the file.

    Attributes:
        length: How many characters were written.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[str] = []
        self._text_starts: list[int] = []
        self._file_starts: list[int] = []
        self._lengths: list[int] = []
        self._gap = False
        self._blank = True
        self.length = 0

    def line(self, separator: str) -> None:
        """Start a new line or paragraph; what is written next has no space before it."""
        if self.length:
            self._put(separator, None)
        self._gap = False
        self._blank = True

    def folded(self, text: str, place: int) -> None:
        """Write a piece of the file with its white space folded to single spaces.

        Args:
            text: The piece, as it stands in the file.
            place: Where it stands there.
        """
        last = 0
        for match in _VISIBLE.finditer(text):
            if match.start() > last or self._gap:
                self._space(place + match.start())
            self._put(match.group(), place + match.start())
            last = match.end()
        self._gap = self._gap or last < len(text)

    def decoded(self, text: str, place: int) -> None:
        """Write characters that the file writes otherwise (``&amp;``); each maps to where that stands."""
        if text.isspace() and text != "\xa0":
            self.gap()
            return
        if self._gap:
            self._space(place)
        self._text_starts.append(self.length)
        self._file_starts.append(place)
        self._lengths.append(0)
        self._put(text, None)

    def gap(self) -> None:
        """Write a space, if anything follows in this line."""
        self._gap = True

    def added(self, text: str) -> None:
        """Write characters that do not stand in the file."""
        if self._gap:
            self._space(0)
        self._put(text, None)

    def text(self) -> str:
        """Return what was written."""
        return "".join(self._parts)

    def origin(self) -> Origin:
        """Return the map back to the file."""
        return Origin(self._source, tuple(self._text_starts), tuple(self._file_starts), tuple(self._lengths))

    def _space(self, place: int) -> None:
        """Write the space before the character at a place of the file, unless it would start a line."""
        self._gap = False
        if not self._blank:
            self._put(" ", place - 1 if self._source[place - 1 : place] == " " else None)

    def _put(self, text: str, place: int | None) -> None:
        self._parts.append(text)
        if place is not None:
            lengths = self._lengths
            follows = (
                bool(lengths)
                and lengths[-1] > 0
                and self._text_starts[-1] + lengths[-1] == self.length
                and self._file_starts[-1] + lengths[-1] == place
            )
            if follows:
                lengths[-1] += len(text)
            else:
                self._text_starts.append(self.length)
                self._file_starts.append(place)
                lengths.append(len(text))
        self.length += len(text)
        self._blank = False
