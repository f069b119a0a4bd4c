"""The main text and metadata of a page, as trafilatura finds them."""

import logging
import warnings
from collections.abc import Mapping
from typing import NamedTuple

from framing.expressions import expression
from framing.packages import needed

__all__ = ["Extraction", "extract"]

_MOST_TAGS = 60_000
"""News pages have some thousands; over this the extractor takes longer than a reader waits."""


_MOST_ATTRIBUTES = 1000
"""Attributes of one element; a page with more is made to be slow for parsers."""
_LONG_TAG = expression(r"<[a-zA-Z](?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+")
_QUOTED = expression(r"\"[^\"]*+\"|'[^']*+'")
_ATTRIBUTE = expression(r"[\s/]++[^\s/=]")


class Extraction(NamedTuple):
    """What was found.

    Attributes:
        paragraphs: The main text's paragraphs, white space folded.
        title: The article's headline.
        metadata: ``author``, ``date``, ``site``, ``outlet``, ``url`` where the page gives them.
    """

    paragraphs: tuple[str, ...]
    title: str | None
    metadata: Mapping[str, str]


def extract(page: str, url: str | None = None) -> Extraction:
    """Return a page's main text and metadata; empty where there is none, or too many tags or attributes to try.

    Args:
        page: The decoded HTML.
        url: Where it comes from.

    Raises:
        InstallError: If the extractor cannot be imported.
    """
    if page.count("<") > _MOST_TAGS or _has_crowded_tag(page):
        return Extraction((), None, {})
    # Half a second to import, needed for pages only.
    trafilatura = needed("trafilatura")
    _quiet()
    try:
        # The declared encoding of a decoded text no longer counts, and lxml refuses a declaration in one.
        with warnings.catch_warnings():
            # Of the date parser, about time zones that a page makes up.
            warnings.simplefilter("ignore")
            extracted = trafilatura.bare_extraction(page, url=url, include_comments=False, with_metadata=True)
    except (AssertionError, AttributeError, IndexError, LookupError, RecursionError, TypeError, ValueError):
        # What the page says is not to be trusted, nor is a parser of it; the page's own paragraphs are still there.
        extracted = None
    if extracted is None or isinstance(extracted, dict):
        return Extraction((), None, {})
    lines = (extracted.text or "").split("\n")
    metadata = {
        "author": extracted.author,
        "date": extracted.date,
        "site": extracted.sitename,
        "outlet": extracted.sitename,
        "url": extracted.url,
    }
    return Extraction(
        tuple(line.strip() for line in lines if line.strip()),
        extracted.title or None,
        {name: str(value) for name, value in metadata.items() if value},
    )


def _has_crowded_tag(page: str) -> bool:
    """Return whether a tag has more attributes than the parser, which compares each with all others, takes in time."""
    for tag in _LONG_TAG.finditer(page):
        if tag.end() - tag.start() > _MOST_ATTRIBUTES:
            bare = _QUOTED.sub("", tag[0])
            if len(_ATTRIBUTE.findall(bare)) > _MOST_ATTRIBUTES:
                return True
    return False


def _quiet() -> None:
    """Keep the parsers' remarks out of standard error, where logging puts them if nobody listens."""
    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
