"""HTML as a stream of tags and text, each with its place, by the rules that browsers follow for broken markup.

The standard library's parser takes quadratic time on some broken pages (unclosed comments and declarations), so the
few rules that matter for visible text are written here; each character is looked at a bounded number of times.
"""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from framing.expressions import expression

__all__ = ["Markup", "Tag", "Words", "scan"]


class Tag(NamedTuple):
    """A start or end tag.

    Attributes:
        name: In small letters.
        start: Where ``<`` stands.
        closing: Whether it is an end tag.
        inner: What stands between the name and ``>``.
    """

    name: str
    start: int
    closing: bool
    inner: str

    @property
    def self_closing(self) -> bool:
        """Whether the tag ends in ``/>`` and means it (in SVG and MathML); HTML's own elements ignore the stroke."""
        return self.inner.endswith("/") and self.name in {"path", "use", "circle", "rect", "line", "g"}

    def attributes(self) -> dict[str, str]:
        """Return the values by name in small letters; the first counts where a name is repeated."""
        values: dict[str, str] = {}
        if self.inner and not self.inner.isspace():
            for match in _ATTRIBUTE.finditer(self.inner):
                value = next((group for group in match.groups()[1:] if group is not None), "")
                values.setdefault(match.group(1).lower(), html.unescape(value) if "&" in value else value)
        return values


class Words(NamedTuple):
    """Text between tags.

    Attributes:
        text: As it stands in the file, character references not decoded.
        start: Where it starts.
        raw_of: The element whose raw content it is (``script``, ``title`` and others), else ``None``.
    """

    text: str
    start: int
    raw_of: str | None = None


Markup = Tag | Words

# Atomic groups: a tag that never closes is scanned once, not once for every way to read its quotation marks.
_TAG = expression(r"<(/?)([A-Za-z][^\s/>]*+)((?>[^>\"'=]+|=[ \t\r\n\f]*+\"[^\"]*+\"|=[ \t\r\n\f]*+'[^']*+'|[\"'=])*+)>")
_ATTRIBUTE = expression(r"([^\s=/\"'>]++)(?:[ \t\r\n\f]*+=[ \t\r\n\f]*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++)))?+")
_OPENING = expression(r"<(?=[A-Za-z/!?])")
_LETTER = expression(r"/?[A-Za-z]")
_RAW = frozenset("iframe noembed noframes plaintext script style textarea title xmp".split())
_RAW_END = {name: expression(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}


def scan(source: str, start: int, end: int) -> Iterator[Markup]:
    """Yield the tags and texts of a stretch of a file in order; comments and declarations are left out."""
    place = start
    while place < end:
        opening = _OPENING.search(source, place, end)
        if opening is None:
            yield Words(source[place:end], place)
            return
        bracket = opening.start()
        following = source[bracket + 1 : bracket + 3]
        if following.startswith(("!", "?")) or (following.startswith("/") and not _LETTER.match(following)):
            if bracket > place:
                yield Words(source[place:bracket], place)
            place = _after_comment(source, bracket, end)
            continue
        if bracket > place:
            yield Words(source[place:bracket], place)
        match = _TAG.match(source, bracket, end)
        if match is None:
            # No tag closes any more: what is left is text, and is not scanned again.
            yield Words(source[bracket:end], bracket)
            return
        tag = Tag(match.group(2).lower(), bracket, bool(match.group(1)), match.group(3))
        yield tag
        place = match.end()
        if not tag.closing and tag.name in _RAW:
            closed = _RAW_END[tag.name].search(source, place, end)
            stop = closed.start() if closed else end
            yield Words(source[place:stop], place, tag.name)
            place = stop


def _after_comment(source: str, bracket: int, end: int) -> int:
    """Return the place after a comment, declaration or instruction; one that never closes takes the rest."""
    if source.startswith("<!--", bracket):
        if source.startswith((">", "->"), bracket + 4):
            return source.index(">", bracket + 4) + 1
        closed, length = source.find("-->", bracket + 4, end), 3
    else:
        closed, length = source.find(">", bracket + 1, end), 1
    return end if closed == -1 else closed + length
