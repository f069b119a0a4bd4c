"""Captions that no element names: words below a picture, in its box, behind a line break, in italics."""

from framing.expressions import expression
from framing.reading.markup import Tag

__all__ = ["LONGEST_CAPTION", "Picture"]

_SLANTED = frozenset({"em", "i", "small", "cite"})
LONGEST_CAPTION = 60
"""Words below a picture that are its caption; more are the article's."""
_NO_PICTURE = expression(r"smil(?:ey|ie)|emoji|icon|avatar|logo|pixel")


class Picture:
    """Whether the words that come are those below a picture, by how pages set captions without an element for them."""

    def __init__(self) -> None:
        self._above = False
        self._in_block = False
        self._break = False
        self._slanted = 0
        self._upright = False

    def start(self, tag: Tag) -> None:
        """Take a start tag."""
        if tag.name == "img":
            attributes = tag.attributes()
            small = attributes.get("width", "") in {"0", "1", "2"} or attributes.get("height", "") in {"0", "1", "2"}
            if not small and not _NO_PICTURE.search(
                f"{attributes.get('class', '')} {attributes.get('src', '')}".lower()
            ):
                self._above = self._in_block = True
        elif tag.name == "br":
            self._break, self._in_block = self._in_block and not self._break, self._in_block and not self._break
        elif tag.name in _SLANTED:
            self._slanted += 1

    def close(self, name: str) -> None:
        """Take an end tag."""
        if name in _SLANTED:
            self._slanted = max(self._slanted - 1, 0)

    def words(self) -> None:
        """Take words that can be seen."""
        self._upright = self._upright or not self._slanted

    def is_above(self, boxed: bool) -> bool:  # noqa: FBT001
        """Return whether the unit that ends is a caption: in the picture's box, below it in its block, in italics."""
        return self._above and (boxed or (self._in_block and self._break) or not self._upright)

    def unit(self) -> None:
        """Take the end of a unit that has words: what follows is not right below the picture."""
        self._above = self._in_block = self._break = False

    def end(self, *, block: bool) -> None:
        """Take the end of a unit, with words or without, and of a block too."""
        self._upright = False
        if block:
            self._in_block = self._break = False
            self._slanted = 0
