"""WordPress' codes in square brackets: captions, and what stands for videos, galleries and builders' boxes."""

import re
from dataclasses import replace

from framing.article import Block, Document
from framing.expressions import expression
from framing.reading.edits import Edit, edited

__all__ = ["as_tags", "without_shortcodes"]

_CAPTION = expression(r"\[(?:wp_)?caption\b[^\]\n]{0,500}\](?P<inner>[^\[]{0,2000})\[/(?:wp_)?caption\]", re.IGNORECASE)
_PICTURE = expression(r"(?:\s|</?(?:a|img)\b[^<>]{0,2000}>)*", re.IGNORECASE)
_BOXED = r"embed|video|audio|playlist|youtube|vimeo|soundcloud|tweet|twitter|instagram|facebook|googlemaps|iframe"
_SETTINGS = r"(?:\s[^\]\n=]{1,60}=[^\]\n]{0,500})?\s?/?"
_CODE = expression(
    rf"\[(?P<code>{_BOXED}){_SETTINGS}\][^\[\n]{{0,500}}\[/(?P=code)\]"
    rf"|\[/?(?:{_BOXED}|caption|wp_caption|gallery|slideshow|contact-form(?:-\d)?|(?:vc|et_pb|fusion|av)_\w{{1,40}})"
    rf"{_SETTINGS}\]",
    re.IGNORECASE,
)


def as_tags(document: Document) -> Document:
    """Return markup with its captions as elements that say so, and the other codes left out."""
    if "[" not in document.text:
        return document
    edits = []
    for match in _CAPTION.finditer(document.text):
        inner = _inner(match)
        edits += [Edit(match.start(), inner[0], "<figcaption>"), Edit(inner[1], match.end(), "</figcaption>")]
    return edited(document, [*edits, *_others(document.text, edits)])


def without_shortcodes(document: Document) -> Document:
    """Return a plain text without codes; the words of captions are paragraphs of their own, marked as what they are."""
    if "[" not in document.text:
        return document
    edits = []
    blocks = []
    for match in _CAPTION.finditer(document.text):
        start, end = _inner(match)
        edits += [Edit(match.start(), start, "\n\n"), Edit(end, match.end(), "\n\n")]
        if start < end:
            blocks.append(Block("caption", start, end))
    return edited(replace(document, marked=(*document.marked, *blocks)), [*edits, *_others(document.text, edits)])


def _inner(match: "re.Match[str]") -> tuple[int, int]:
    """Return where the words of a caption stand: behind the picture and its link."""
    start, end = match.span("inner")
    picture = _PICTURE.match(match.string, start, end)
    start = picture.end() if picture else start
    while end > start and match.string[end - 1].isspace():
        end -= 1
    return start, end


def _others(text: str, captions: list[Edit]) -> list[Edit]:
    taken = {edit.start for edit in captions} | {edit.end for edit in captions}
    return [
        Edit(match.start(), match.end())
        for match in _CODE.finditer(text)
        if match.start() not in taken and match.end() not in taken
    ]
