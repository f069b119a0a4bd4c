"""A web page as units of visible text, each with its place in the file and what the markup says of it.

A unit is a line of a block: blocks end where a block element starts or ends, units also at a line break. The scan is
one pass over the file and never looks back, so that no page, however broken, takes more than linear time.
"""

import html
import re
from collections import Counter
from collections.abc import Iterator
from enum import IntFlag
from typing import NamedTuple

from framing.reading.markup import Markup, Tag, Words, scan

__all__ = ["Mark", "Piece", "Unit", "find_units", "unit_text"]


class Mark(IntFlag):
    """What the elements around a text say of it."""

    NONE = 0
    HEADLINE = 1
    SUBHEAD = 2
    CAPTION = 4
    QUOTED = 8
    PULL_QUOTE = 16
    DECK = 32
    BYLINE = 64
    FURNITURE = 128
    """By its element: navigation, footer, dialog."""
    NAMED_FURNITURE = 256
    """By its class or id only (newsletter, related, share), or a form: it may hold the whole article by mistake."""
    ASIDE = 512
    ARTICLE = 1024
    PARAGRAPH = 2048
    HIDDEN = 4096
    HEADER = 8192


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
_ELEMENTS = {
    "h1": Mark.HEADLINE,
    **dict.fromkeys("h2 h3 h4 h5 h6".split(), Mark.SUBHEAD),
    "figcaption": Mark.CAPTION,
    "blockquote": Mark.QUOTED,
    **dict.fromkeys("nav dialog menu footer".split(), Mark.FURNITURE),
    # Some systems put the whole page into a form.
    "form": Mark.NAMED_FURNITURE,
    "aside": Mark.ASIDE,
    "article": Mark.ARTICLE,
    "main": Mark.ARTICLE,
    "header": Mark.HEADER,
    "p": Mark.PARAGRAPH,
    **dict.fromkeys(
        "audio button canvas datalist math noscript object picture select svg template video".split(), Mark.HIDDEN
    ),
}
_EDGE = r"(?:^|[\s_-])"
_NAMES = (
    (re.compile(_EDGE + r"(?:(?:wp-)?captions?(?:-text)?)(?:$|[\s_-])"), Mark.CAPTION),
    (re.compile(r"pull-?_?quote"), Mark.PULL_QUOTE),
    (re.compile(_EDGE + r"(?:standfirst|dec?k|strapline|subheadline|subtitle)(?:$|[\s_-])"), Mark.DECK),
    (re.compile(_EDGE + r"byline(?:$|[\s_-])"), Mark.BYLINE),
    (
        re.compile(
            _EDGE
            + r"(?:cookies?|consent|gdpr|newsletters?|sign-?up|subscribe|related|recommended|share|sharing|social|"
            r"comments?|promo|adverts?|advertisement|sponsored|breadcrumbs?|sidebar|paywall|trending|most-?read|popup|"
            r"modal|outbrain|taboola|tag-?list|read-?more|more-?stories)(?:$|[\s_-])"
        ),
        Mark.NAMED_FURNITURE,
    ),
    (re.compile(_EDGE + r"(?:sr-only|visually-hidden|screen-reader-text|visuallyhidden)(?:$|[\s_-])"), Mark.HIDDEN),
)
_DISPLAY_NONE = re.compile(r"display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,9};?|#[xX][0-9a-fA-F]{1,8};?|[A-Za-z][A-Za-z0-9]{1,31};?)")


def find_units(source: str, start: int = 0, end: int | None = None) -> list[Unit]:
    """Return the units of visible text of a page or of a stretch of a file, in order.

    Args:
        source: The decoded file.
        start: Where the page starts in it.
        end: Where it ends.

    Returns:
        Units with at least one character that is not white space; hidden ones are among them, marked so.
    """
    collector = _Collector()
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

    def __init__(self) -> None:
        self.units: list[Unit] = []
        self._pieces: list[Piece] = []
        self._open: list[_Element] = []
        self._names: Counter[str] = Counter()
        self._block = 0
        self._breaks = 0

    def take(self, item: Markup) -> None:
        if isinstance(item, Words):
            if item.raw_of is None and not self._silent:
                self._pieces.extend(_decoded(item))
        elif item.closing:
            self._close(item.name)
        else:
            self._start(item)

    def flush(self, *, block: bool) -> None:
        """End the unit, and the block too."""
        if any(not piece.text.isspace() for piece in self._pieces):
            self.units.append(Unit(tuple(self._pieces), self._mark, self._block))
            self._breaks = 0
        self._pieces = []
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
        if name == "br":
            self.flush(block=self._breaks > 0)
            self._breaks += 1
            return
        if name in _CELLS and any(not piece.text.isspace() for piece in self._pieces):
            # The cells of a row are a line; a tab keeps them apart and is no word.
            self._pieces.append(Piece("\t", tag.start, decoded=True))
        elif name in _BLOCKS and not self._silent:
            self.flush(block=True)
        top = self._open[-1].name if self._open else ""
        if name in _BLOCKS and (
            top == "p" or (top == name and name in _CLOSED_BY_LIKE) or (name == "p" and top in _HEADINGS)
        ):
            self._pop(top)
        if name in _VOID or tag.self_closing:
            return
        mark = _marked(tag, self._mark)
        if name in _BLOCKS or mark != self._mark or Mark.HIDDEN in mark:
            # Hidden words inside of a line ("opens in a new window") are no part of it; a hidden block is a unit.
            inline = Mark.HIDDEN in mark and Mark.HIDDEN not in self._mark and name not in _BLOCKS
            self._open.append(_Element(name, mark, self._silent or inline))
            self._names[name] += 1

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


def _marked(tag: Tag, outer: Mark) -> Mark:
    mark = outer & ~Mark.PARAGRAPH | _ELEMENTS.get(tag.name, Mark.NONE)
    if tag.name == "footer" and Mark.QUOTED in outer:
        mark = outer
    if tag.name in {"article", "main"}:
        mark &= ~Mark.NAMED_FURNITURE
    attributes = tag.attributes()
    if not attributes or tag.name in {"html", "body"}:
        return mark
    if "hidden" in attributes or _DISPLAY_NONE.search(attributes.get("style", "")[:500]):
        mark |= Mark.HIDDEN
    names = f"{attributes.get('class', '')} {attributes.get('id', '')} {attributes.get('itemprop', '')}".lower()[:500]
    if names.strip():
        for pattern, named in _NAMES:
            if pattern.search(names):
                mark |= named
    role = attributes.get("role", "").lower()
    if role in {"navigation", "contentinfo", "dialog", "alertdialog", "search"}:
        mark |= Mark.FURNITURE
    return mark


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
