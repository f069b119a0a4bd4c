"""Template code in Markdown: what a site's generator runs (Hugo, Jekyll, Eleventy), and no reader sees."""

import re

__all__ = ["without_template_code"]

_CLOSERS = {"{{": "}}", "{%": "%}", "{#": "}", "{:": "}"}
_OPENER = re.compile(r"\{[{%#:]")
_NAME = re.compile(r"\{[{%][<%-]?\s{0,20}(?P<name>highlight|comment|code|mermaid|math)\b")
"""Pairs whose inner text is no prose; what stands between others (a pull quote, a note) is the article's."""
_LONGEST = 4000
"""Characters of one piece of code; what opens one and does not close it is text."""
_LONGEST_PAIR = 100_000


def without_template_code(text: str) -> str:
    """Return a text with spaces in place of template code; the length and the line ends stay.

    Examples:
        >>> without_template_code("See {{< figure src='a.jpg' >}}below.")
        'See                           below.'
    """
    if "{" not in text:
        return text
    pieces: list[str] = []
    place = 0
    for start, end in _code(text):
        pieces += (text[place:start], re.sub(r"[^\r\n]", " ", text[start:end]))
        place = end
    return "".join([*pieces, text[place:]])


def _code(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
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
        found.append((start, end))
        place = end
    return found


def _after_pair(text: str, name: str, end: int) -> int:
    """Return the place after the tag that closes a pair, or the place given where none does."""
    closing = re.compile(rf"\{{[{{%][<%-]?\s{{0,20}}(?:/\s{{0,20}}|end){name}\b[^{{}}]{{0,200}}\}}?\}}")
    match = closing.search(text, end, end + _LONGEST_PAIR)
    return match.end() if match else end
