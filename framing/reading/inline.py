"""The readable characters of a Markdown paragraph, each with its place in the paragraph's source.

The parser says what is text, code or link, in order, but not where; since every token starts where the one before it
ends, each is found by going on from there.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from framing.expressions import expression

__all__ = ["InlineText", "Picture", "read_inline"]


class InlineText(NamedTuple):
    """Characters to read.

    Attributes:
        text: As the reader sees them.
        place: Where they stand in the paragraph's source.
        decoded: Whether the source writes them otherwise (``&amp;``, ``\\*``, a line's end).
    """

    text: str
    place: int
    decoded: bool = False


class Picture(NamedTuple):
    """A picture's description and title: what a page shows or reads out as its caption."""

    parts: tuple[InlineText, ...]


def read_inline(source: str, tokens: Sequence[Token]) -> Iterator[InlineText | Picture]:
    """Yield a paragraph's text and pictures in order; code, link targets and raw HTML are left out."""
    reader = _Reader(source)
    for token in tokens:
        inline = reader.read(token)
        if inline is not None:
            yield inline


class _Reader:
    """The place up to which tokens were read."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._place = 0
        self._links: list[bool] = []

    def read(self, token: Token) -> InlineText | Picture | None:
        if token.type in {"text", "text_special"}:
            raw = token.markup if token.type == "text_special" else token.content
            start = self._pass(raw) if raw else None
            return InlineText(token.content, start or 0, decoded=raw != token.content) if start is not None else None
        if token.type in {"softbreak", "hardbreak"}:
            start = self._pass("\n")
            return (
                None if start is None else InlineText("\n" if token.type == "hardbreak" else " ", start, decoded=True)
            )
        if token.type == "image":
            return self._picture(token)
        if token.type == "code_inline":
            self._pass(token.markup)
            closing = re.compile(rf"(?<!`){re.escape(token.markup)}(?!`)").search(self._source, self._place)
            self._place = closing.end() if closing else self._place
        elif token.type == "link_open":
            automatic = token.markup in {"autolink", "linkify"}
            self._links.append(automatic)
            self._pass("<" if automatic else "[")
        elif token.type == "link_close":
            if self._links and self._links.pop():
                self._pass(">")
            else:
                self._pass("]")
                self._pass_target()
        elif token.type == "html_inline":
            self._pass(token.content)
        elif token.markup:
            self._pass(token.markup)
        return None

    def _pass(self, raw: str) -> int | None:
        """Go behind the next place where the source has some characters; return where they start."""
        start = self._source.find(raw, self._place)
        if start == -1:
            return None
        self._place = start + len(raw)
        return start

    def _picture(self, token: Token) -> Picture:
        self._pass("![")
        parts = [part for child in token.children or () if isinstance(part := self.read(child), InlineText)]
        self._pass("]")
        start = self._place
        self._pass_target()
        title = str(token.attrGet("title") or "")
        if title:
            # The title's own characters where they stand in it unchanged, else as one decoded piece.
            place = self._source.find(title, start, self._place)
            parts.append(InlineText("\n", start, decoded=True))
            parts.append(InlineText(title, max(place, start), decoded=place == -1))
        return Picture(tuple(parts))

    def _pass_target(self) -> None:
        """Go behind ``(address "title")`` or ``[reference]``, if one stands here."""
        source, place = self._source, self._place
        opening = source[place : place + 1]
        if opening == "[":
            end = source.find("]", place)
            self._place = end + 1 if end != -1 else place
        elif opening == "(":
            self._place = _after_target(source, place)


_TITLE = expression(r"\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\)", re.DOTALL)

_OPENING = expression(r"\(\s*+(?:<(?:[^<>\n\\]|\\.)*+>)?")


def _after_target(source: str, place: int) -> int:
    """Return the place after a link's target in parentheses; ``place`` if it never closes."""
    depth = 1
    start = _OPENING.match(source, place)
    here = start.end() if start else place + 1
    while here < len(source):
        character = source[here]
        if character == "\\":
            here += 1
        elif character in "\"'(" and depth == 1 and source[here - 1].isspace():
            match = _TITLE.match(source, here)
            here = match.end() - 1 if match else here
        elif character == "(":
            depth += 1
        elif character == ")":
            depth -= 1
            if depth == 0:
                return here + 1
        here += 1
    return place
