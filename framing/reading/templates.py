"""Template code: what a site's generator or a page's script runs (Hugo, Jekyll, Eleventy, Vue), and no reader sees."""

import re

from framing.article import Document
from framing.expressions import expression
from framing.reading.edits import Edit, edited

__all__ = ["blanked_templates", "without_templates"]

_CLOSERS = {"{{": "}}", "{%": "%}", "{#": "}", "{:": "}"}
_OPENER = expression(r"\{[{%#:]")
_NAME = expression(r"\{[{%][<%-]?\s{0,20}(?P<name>highlight|comment|code|mermaid|math)\b")
"""Pairs whose inner text is no prose; what stands between others (a pull quote, a note) is the article's."""
_LONGEST = 4000
"""Characters of one piece of code; what opens one and does not close it is text."""
_LONGEST_PAIR = 100_000
"""Characters between the two ends of a pair; behind them the end is not looked for."""


def without_templates(document: Document) -> Document:
    """Return a document whose text is without template code, with the map back to the file."""
    return edited(document, [Edit(start, end) for start, end in _code(document.text)])


def blanked_templates(text: str) -> str:
    """Return a text with spaces in place of template code; the length and the line ends stay.

    For Markdown, whose parser tells the places of what it reads by lines.

    Examples:
        >>> blanked_templates("See {{< figure src='a.jpg' >}}below.")
        'See                           below.'
    """
    pieces: list[str] = []
    place = 0
    for start, end in _code(text):
        pieces += (text[place:start], re.sub(r"[^\r\n]", " ", text[start:end]))
        place = end
    return "".join([*pieces, text[place:]])


def _code(text: str) -> list[tuple[int, int]]:
    code: list[tuple[int, int]] = []
    place = 0
    while (opener := _OPENER.search(text, place)) is not None:
        start = opener.start()
        closer = _CLOSERS[opener[0]]
        closed = text.find(closer, start + 2, start + _LONGEST)
        lined = text.find("\n", start, closed) if closer == "}" else -1  # an attribute list stands on one line
        if closed == -1 or lined != -1:
            place = start + 2
            continue
        end = closed + len(closer)
        named = _NAME.match(text, start)
        if named:
            end = _after_pair(text, named["name"], end)
        code.append((start, end))
        place = end
    return code


def _after_pair(text: str, name: str, end: int) -> int:
    """Return the place after the tag that closes a pair, or the place given where none does."""
    closing = re.compile(rf"\{{[{{%][<%-]?\s{{0,20}}(?:/\s{{0,20}}|end){name}\b[^{{}}]{{0,200}}\}}?\}}")
    match = closing.search(text, end, end + _LONGEST_PAIR)
    return match.end() if match else end
