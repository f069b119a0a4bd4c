"""Where a title stands that a page does not show as a heading: in its head, in its data, in a file's front matter."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from framing.article import Document, Origin
from framing.expressions import expression
from framing.reading.headline import LONGEST_TITLE, aligned
from framing.reading.markup import Tag, Words, scan
from framing.titles import key

__all__ = ["front_matter_origin", "located", "named_title"]

_NAMES = frozenset({"og:title", "twitter:title", "dc.title", "title", "headline"})
_BEST_FIRST = ("JSON-LD", "headline", "og:title", "twitter:title", "dc.title", "title", "title element")
_CONTENT = expression(r"\bcontent\s*=\s*[\"']?", re.IGNORECASE)
_IN_DATA = expression(r"\"headline\"\s*:\s*(\"(?:[^\"\\]|\\.)*+\")")
_IN_FRONT = expression(r"^(?:title|headline)[ \t]*[:=][ \t]*", re.IGNORECASE | re.MULTILINE)
_HEADING = expression(r"<h[1-6]\b[^<>]{0,300}>", re.IGNORECASE)
_HEADINGS = 50
"""Headings of a page that are looked at."""
_TAGS = expression(r"<[^<>]{0,300}>")
_LOOKED_AT = 1_000_000
"""Characters of a page in which its title is looked for; what stands behind is not its head."""
_OUTLET = expression(r"\s+[|–—·-]\s+(?:\S+\s?){1,5}$")
_FEWEST_WORDS = 3
"""Words that a title keeps when the outlet's name is cut off; with fewer, the name is part of it."""


class _Candidate(NamedTuple):
    place: str
    text: str
    start: int


def located(document: Document, source: str) -> Document:
    """Return a page's document with the place of its title, where no heading of the page is its headline.

    A title that is only the outlet's name is none.

    Args:
        document: What was read of the page.
        source: The page.
    """
    title = document.title
    if title is None or len(title) > LONGEST_TITLE or any(block.kind == "headline" for block in document.marked):
        return document
    if key(title) in {key(document.metadata.get(name, "")) for name in ("site", "outlet")}:
        return replace(document, title=None)
    wanted = key(title)
    candidates = list(_candidates(source)) if wanted else []
    exact = [candidate for candidate in candidates if key(candidate.text) == wanted]
    for candidate in (*exact, *(candidate for candidate in candidates if wanted in key(candidate.text))):
        origin = aligned(title, source, candidate.start + _before(source, candidate, title))
        return replace(document, title_place=candidate.place, title_origin=origin)
    # A heading that is no part of the text, and that the extractor took for the page's title.
    for heading in islice(_HEADING.finditer(source, 0, min(len(source), _LOOKED_AT)), _HEADINGS):
        written = _TAGS.sub("", source[heading.end() : heading.end() + 4 * LONGEST_TITLE])
        if wanted and key(written).startswith(wanted):
            origin = aligned(title, source, heading.end())
            return replace(document, title_place="heading", title_origin=origin)
    return replace(document, title_place="metadata")


def front_matter_origin(title: str, source: str, end: int) -> Origin | None:
    """Return the map of a title to the front matter that it stands in; ``None`` where it is not found.

    Args:
        title: The title.
        source: The file.
        end: Where its front matter ends.
    """
    setting = _IN_FRONT.search(source, 0, end) if len(title) <= LONGEST_TITLE else None
    return aligned(title, source, setting.end()) if setting else None


def named_title(source: str) -> str | None:
    """Return the title that a page names in its head or data, without the outlet's name behind it."""
    title_by_place = {
        candidate.place: " ".join(candidate.text.split())
        for candidate in reversed(list(_candidates(source)))
        if candidate.text.strip()
    }
    best = next((title_by_place[place] for place in _BEST_FIRST if place in title_by_place), None)
    return _without_outlet(best) if best is not None else None


def _without_outlet(title: str) -> str:
    bare = _OUTLET.sub("", title)
    return bare if len(bare.split()) >= _FEWEST_WORDS else title


def _before(source: str, candidate: _Candidate, title: str) -> int:
    """Return how many characters of a candidate stand before the title: an outlet's name."""
    raw = source[candidate.start : candidate.start + 4 * len(candidate.text) + 40]
    first = title.split(maxsplit=1)[0]
    return max(raw.find(title), 0) or max(raw.find(first), 0) if key(candidate.text) != key(title) else 0


def _candidates(source: str) -> Iterator[_Candidate]:
    """Yield the titles that a page names, in the file's order."""
    for item in scan(source, 0, min(len(source), _LOOKED_AT)):
        if isinstance(item, Tag):
            if item.name == "meta" and not item.closing:
                attributes = item.attributes()
                names = (attributes.get(name, "").lower() for name in ("property", "name", "itemprop"))
                name = next((name for name in names if name in _NAMES), None)
                content = _CONTENT.search(item.inner)
                if name is not None and content is not None:
                    start = item.start + 1 + len(item.name) + content.end()
                    yield _Candidate(name, attributes.get("content", ""), start)
        elif item.raw_of == "title":
            yield _Candidate("title element", html.unescape(item.text), item.start)
        elif item.raw_of == "script" and '"headline"' in item.text:
            yield from _in_data(item)


def _in_data(script: Words) -> Iterator[_Candidate]:
    for match in _IN_DATA.finditer(script.text):
        try:
            text = str(json.loads(match[1]))
        except ValueError:
            continue
        yield _Candidate("JSON-LD", html.unescape(text), script.start + match.start(1) + 1)
