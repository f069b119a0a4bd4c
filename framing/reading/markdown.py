"""Markdown: the readable text, what the markup says of it, and the map back to the file."""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from framing.article import Block, BlockKind, Document, Notice
from framing.errors import InputError, NoArticleError
from framing.reading.elements import Mark
from framing.reading.frontmatter import read_front_matter, standard_names
from framing.reading.head import front_matter_origin
from framing.reading.html import unit_kind, write_unit
from framing.reading.inline import InlineText, Picture, read_inline
from framing.reading.listed import is_listed
from framing.reading.page import find_units
from framing.reading.runs import RunWriter
from framing.reading.templates import blanked_templates

__all__ = ["markdown_document"]

_FAR = sys.maxsize
_NESTING = 40
"""Block quotes and lists in each other; deeper ones are read as text."""
_MOST_BRACKETS = 20_000
"""The parser tries a link at each of them, which is slow: in a file with more, no links are read."""


def markdown_document(
    text: str, *, title: str | None, metadata: Mapping[str, str], name: str, notices: tuple[Notice, ...] = ()
) -> Document:
    """Return the document of a Markdown file.

    Headings, paragraphs, lists, block quotes, tables and pictures' captions are read; code, also that of a site's
    templates, link targets and comments are not. The front matter is metadata. Rows of tables, and items of lists that
    are no sentences, are on the page and nobody's report.

    Args:
        text: The decoded file.
        title: The headline, where the caller knows it.
        metadata: What the caller knows; it wins over the front matter.
        name: What the user called the file.
        notices: Warnings so far.

    Raises:
        InputError: If there is nothing to read in it.
    """
    front = read_front_matter(text)
    known = standard_names(front.settings)
    front_title = known.pop("title", None)
    page = _Page(text, front.end)
    page.read()
    if not page.writer.length:
        if text[front.end :].strip() or front.end:
            raise NoArticleError(name or "text", "is empty: there is markup in it and no article")
        raise InputError(name or "text", "is empty: there is no text in it")
    return Document(
        page.writer.text(),
        media_type="text/markdown",
        title=title or front_title,
        title_place="front matter" if front_title and not title else "",
        title_origin=front_matter_origin(front_title, text, front.end) if front_title and not title else None,
        metadata={**known, **metadata},
        name=name,
        notices=(*notices, *front.notices),
        marked=tuple(page.marked),
        origin=page.writer.origin(),
    )


class _Place(NamedTuple):
    """Where a paragraph's source stands: the start of each of its lines, in it and in the file."""

    lines: tuple[tuple[int, int, int], ...]

    def runs(self, start: int, length: int) -> Iterator[tuple[int, int, int]]:
        """Yield the stretches of a piece by lines: offset in the piece, place in the file, length."""
        number = max(bisect_right(self.lines, (start, _FAR, 0)) - 1, 0)
        while number < len(self.lines) and self.lines[number][0] < start + length:
            inner, outer, size = self.lines[number]
            number += 1
            first, last = max(start, inner), min(start + length, inner + size)
            if first < last:
                yield first - start, outer + first - inner, last - first


@cache
def _parser(*, links: bool) -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": _NESTING}).enable("table").disable("text_join")
    return parser if links else parser.disable(["link", "image"])


class _Page:
    """What was read of a Markdown file so far."""

    def __init__(self, source: str, start: int) -> None:
        self.writer = RunWriter(source)
        self.marked: list[Block] = []
        self._source = blanked_templates(source)
        # The parser folds line ends; its line numbers count line feeds and lone carriage returns.
        self._lines = [match.span() for match in re.finditer(r"[^\r\n]*(?:\r\n|\r|\n|\Z)", source[start:])]
        self._lines = [(first + start, last + start) for first, last in self._lines]
        self._start = start
        self._headline = False
        self._inside = {"blockquote": 0, "list_item": 0}
        self._cell_place = 0

    def read(self) -> None:
        parser = _parser(links=self._source.count("[") <= _MOST_BRACKETS)
        heading: str | None = None
        row: list[Token] | None = None
        for token in parser.parse(self._source[self._start :]):
            if token.type.rpartition("_")[0] in self._inside:
                self._inside[token.type.rpartition("_")[0]] += token.nesting
            elif token.type in {"heading_open", "heading_close"}:
                heading = token.tag if token.nesting == 1 else None
            elif token.type == "tr_open":
                row = []
            elif token.type == "tr_close" and row is not None:
                self._row(row)
                row = None
            elif token.type == "html_block":
                self._html(token)
            elif token.type == "inline" and row is not None:
                row.append(token)
            elif token.type == "inline":
                self._paragraph(token, heading)

    def _paragraph(self, token: Token, heading: str | None) -> None:
        items = list(read_inline(token.content, token.children or []))
        place = self._place(token, 0)
        words = [item for item in items if isinstance(item, InlineText)]
        if any(not item.text.isspace() for item in words):
            start = self._begin("\n\n")
            self._write(words, place)
            if heading is not None:
                first = heading == "h1" and not self._headline
                self._headline = self._headline or first
                self._mark("headline" if first else "subhead", start)
            elif self._inside["blockquote"]:
                self._mark("body", start, quoted=True)
            elif self._inside["list_item"]:
                self._mark("boilerplate" if is_listed("".join(item.text for item in words)) else "body", start)
        for item in items:
            if isinstance(item, Picture):
                self._picture(item, place)

    def _picture(self, picture: Picture, place: _Place) -> None:
        """The description and the title are captions of their own: neither need end in a full stop."""
        said: set[str] = set()
        for is_break, group in groupby(picture.parts, key=lambda part: part.text == "\n" and part.decoded):
            parts = list(group)
            words = "".join(part.text for part in parts)
            if is_break or words.isspace() or words in said:
                continue
            said.add(words)
            start = self._begin("\n\n")
            self._write(parts, place)
            self._mark("caption", start)

    def _row(self, cells: Sequence[Token]) -> None:
        """A table's row is a line; its cells are kept apart by a bar, which is no word."""
        start = self._begin("\n\n")
        self._cell_place = 0
        for token in cells:
            place = self._place(token, self._cell_place)
            if place.lines:
                _, outer, size = place.lines[-1]
                self._cell_place = outer + size
            words = [item for item in read_inline(token.content, token.children or []) if isinstance(item, InlineText)]
            if words:
                if self.writer.length > start:
                    self.writer.added(" | ")
                self._write(words, place)
        self._mark("boilerplate", start)

    def _html(self, token: Token) -> None:
        first, last = self._span(token)
        for block, units in groupby(find_units(self._source, first, last), key=lambda unit: unit.block):
            for number, unit in enumerate(units):
                if Mark.HIDDEN in unit.mark:
                    continue
                start = self._begin("\n" if number else "\n\n")
                write_unit(self.writer, unit)
                kind = unit_kind(unit.mark)
                if kind is not None:
                    self._mark(kind, start, quoted=kind == "body")
                elif self._inside["blockquote"]:
                    self._mark("body", start, quoted=True)
            del block

    def _begin(self, separator: str) -> int:
        self.writer.line(separator)
        return self.writer.length

    def _mark(self, kind: BlockKind, start: int, *, quoted: bool = False) -> None:
        if self.writer.length > start:
            self.marked.append(Block(kind, start, self.writer.length, quoted))

    def _write(self, words: Sequence[InlineText], place: _Place) -> None:
        for item in words:
            if item.text == "\n" and item.decoded:
                self.writer.line("\n")
            elif item.decoded:
                outer = next((outer for _, outer, _ in place.runs(item.place, 1)), None)
                self._decoded(item.text, outer)
            else:
                self._verbatim(item, place)

    def _verbatim(self, item: InlineText, place: _Place) -> None:
        last = 0
        for offset, outer, length in place.runs(item.place, len(item.text)):
            if offset > last:
                self._decoded(item.text[last:offset], None)
            self.writer.folded(item.text[offset : offset + length], outer)
            last = offset + length
        if last < len(item.text):
            self._decoded(item.text[last:], None)

    def _decoded(self, text: str, outer: int | None) -> None:
        if text.isspace():
            self.writer.gap()
        elif outer is None:
            self.writer.added(text)
        else:
            self.writer.decoded(text, outer)

    def _span(self, token: Token) -> tuple[int, int]:
        first, last = token.map or (0, 0)
        return self._lines[first][0], self._lines[max(last - 1, first)][1]

    def _place(self, token: Token, after: int) -> _Place:
        """Return where the lines of a paragraph's source stand in the file, quotation and list marks before them.

        Args:
            token: The paragraph.
            after: Where in the file to look from: the cells of a row share a line.
        """
        if token.map is None:
            return _Place(())
        lines: list[tuple[int, int, int]] = []
        inner = 0
        numbers = range(token.map[0], min(token.map[1], len(self._lines)))
        for number, line in zip(numbers, token.content.split("\n"), strict=False):
            first, last = self._lines[number]
            outer = self._source.find(line, max(first, after), last)
            if outer != -1 and line:
                lines.append((inner, outer, len(line)))
            inner += len(line) + 1
        return _Place(tuple(lines))
