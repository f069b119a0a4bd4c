"""A web page as units of visible text, each with its place in the file and what the markup says of it.

A unit is a line of a block: blocks end where a block element starts or ends, units also at a line break. The scan is
one pass over the file and never looks back, so that no page, however broken, takes more than linear time.
"""

import html
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from framing.expressions import expression
from framing.reading.elements import Mark, marked
from framing.reading.listed import CELL_GAP
from framing.reading.markup import Markup, Tag, Words, scan
from framing.reading.pictures import LONGEST_CAPTION, Picture

__all__ = ["Piece", "Unit", "find_units", "unit_text"]


class Piece(NamedTuple):
    """Characters of a unit: as they stand in the file from ``place`` on, or decoded from what stands there."""

    text: str
    place: int
    decoded: bool = False


class Unit(NamedTuple):
    """A line of visible text.

    Attributes:
        pieces: Its characters in order; white space as in the file.
        mark: What the elements around it say.
        block: Number of the block that it is a line of.
    """

    pieces: tuple[Piece, ...]
    mark: Mark
    block: int


_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search "
    "section summary table tbody td tfoot th thead tr ul".split()
)
_CELLS = frozenset({"td", "th"})
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_CLOSED_BY_LIKE = frozenset("li dd dt tr td th option".split())
_MARKS = ("“”", "‘’")
"""What browsers show for ``q``, outside and inside of another one."""
_REFERENCE = expression(r"&(?:#[0-9]{1,9};?|#[xX][0-9a-fA-F]{1,8};?|[A-Za-z][A-Za-z0-9]{1,31};?)")


def find_units(source: str, start: int = 0, end: int | None = None, *, lines: bool = False) -> list[Unit]:
    """Return the units of visible text of a page or of a stretch of a file, in order.

    Args:
        source: The decoded file.
        start: Where the page starts in it.
        end: Where it ends.
        lines: Whether each line of the file is a paragraph, as nothing else marks them.

    Returns:
        Units with at least one character that is not white space; hidden ones are among them, marked so.
    """
    collector = _Collector(lines=lines)
    for item in scan(source, start, len(source) if end is None else end):
        collector.take(item)
    collector.flush(block=True)
    return collector.units


def unit_text(unit: Unit) -> str:
    """Return a unit's characters with white space folded."""
    return " ".join("".join(piece.text for piece in unit.pieces).split())


class _Element(NamedTuple):
    """An open element: whether its words are left out, beside what its text is marked as."""

    name: str
    mark: Mark
    silent: bool


class _Collector:
    """The open elements and the units so far."""

    def __init__(self, *, lines: bool) -> None:
        self._lines = lines
        self.units: list[Unit] = []
        self._pieces: list[Piece] = []
        self._open: list[_Element] = []
        self._names: Counter[str] = Counter()
        self._block = 0
        self._breaks = 0
        self._picture = Picture()
        self._marks: list[str | None] = []

    def take(self, item: Markup) -> None:
        if isinstance(item, Words):
            if item.raw_of is None and not self._silent:
                if not item.text.isspace():
                    self._picture.words()
                    self._open_marks(item)
                self._words(item)
        elif item.closing:
            self._close_tag(item)
        else:
            self._start(item)

    def _words(self, words: Words) -> None:
        if not self._lines or "\n" not in words.text:
            self._pieces.extend(_decoded(words))
            return
        place = words.start
        for number, line in enumerate(words.text.split("\n")):
            if number:
                self.flush(block=True)
            self._pieces.extend(_decoded(Words(line, place)))
            place += len(line) + 1

    def flush(self, *, block: bool) -> None:
        """End the unit, and the block too."""
        if any(not piece.text.isspace() for piece in self._pieces):
            unit = Unit(tuple(self._pieces), self._mark, self._block)
            below = self._picture.is_above(Mark.PICTURE in self._mark) and Mark.HEADLINE not in self._mark
            if below and len(unit_text(unit).split()) <= LONGEST_CAPTION:
                unit = unit._replace(mark=unit.mark | Mark.CAPTION)
            self.units.append(unit)
            self._breaks = 0
            self._picture.unit()
        self._pieces = []
        self._picture.end(block=block)
        if block:
            self._block += 1

    @property
    def _mark(self) -> Mark:
        return self._open[-1].mark if self._open else Mark.NONE

    @property
    def _silent(self) -> bool:
        return bool(self._open) and self._open[-1].silent

    def _start(self, tag: Tag) -> None:
        name = tag.name
        if name == "q":
            self._marks.append(None)
            return
        if name == "br":
            self.flush(block=self._breaks > 0)
            self._breaks += 1
            self._picture.start(tag)
            return
        self._picture.start(tag)
        if name in _CELLS and any(not piece.text.isspace() for piece in self._pieces):
            # The cells of a row are a line.
            self._pieces.append(Piece(CELL_GAP, tag.start, decoded=True))
        elif name in _BLOCKS and not self._silent:
            self.flush(block=True)
        top = self._open[-1].name if self._open else ""
        if name in _BLOCKS and (
            top == "p" or (top == name and name in _CLOSED_BY_LIKE) or (name == "p" and top in _HEADINGS)
        ):
            self._pop(top)
        if name in _VOID or tag.self_closing:
            return
        mark = marked(tag, self._mark)
        if name in _BLOCKS or mark != self._mark or Mark.HIDDEN in mark:
            # Hidden words inside of a line ("opens in a new window") are no part of it; a hidden block is a unit.
            inline = Mark.HIDDEN in mark and Mark.HIDDEN not in self._mark and name not in _BLOCKS
            self._open.append(_Element(name, mark, self._silent or inline))
            self._names[name] += 1

    def _open_marks(self, words: Words) -> None:
        """Write the opening marks of ``q``, which pages leave to the browser; some write them too."""
        for depth, closing in enumerate(self._marks):
            if closing is None:
                marks = "" if words.text.lstrip()[0] in "“\"‘«'" else _MARKS[depth % 2]
                self._marks[depth] = marks[1:]
                if marks:
                    self._pieces.append(Piece(marks[0], words.start, decoded=True))

    def _close_tag(self, tag: Tag) -> None:
        self._picture.close(tag.name)
        if tag.name == "q" and self._marks and (closing := self._marks.pop()):
            self._pieces.append(Piece(closing, tag.start, decoded=True))
        self._close(tag.name)

    def _close(self, name: str) -> None:
        if name in _BLOCKS and name not in _CELLS and not self._silent:
            self.flush(block=True)
        if self._names[name]:
            self._pop(name)

    def _pop(self, name: str) -> None:
        while self._open:
            closed = self._open.pop().name
            self._names[closed] -= 1
            if closed == name:
                return


def _decoded(words: Words) -> Iterator[Piece]:
    """Yield text as it stands, and each character reference as what it means."""
    text, place = words.text, words.start
    last = 0
    for match in _REFERENCE.finditer(text):
        meaning = html.unescape(match.group())
        if meaning == match.group():
            continue
        if match.start() > last:
            yield Piece(text[last : match.start()], place + last)
        yield Piece(meaning, place + match.start(), decoded=True)
        last = match.end()
    if last < len(text):
        yield Piece(text[last:], place + last)
