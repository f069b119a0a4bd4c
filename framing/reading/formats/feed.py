"""Feeds (RSS, Atom, JSON Feed): an item an article, as far as the feed holds it."""

import json
from collections.abc import Iterator, Mapping
from time import struct_time
from typing import Any

from framing.article import Notice
from framing.errors import InputError
from framing.packages import needed
from framing.reading.formats.extracted import Extracted, told

__all__ = ["feed_articles"]

_SUMMARY = Notice("summary_only", "The feed holds a summary of the article only.")


def feed_articles(content: bytes, where: str) -> Iterator[Extracted | InputError]:
    """Yield the article of each item of a feed; an item without a text is an error among them.

    Raises:
        InputError: If it is damaged or has no items.
        InstallError: If feedparser is not installed.
    """
    items = _json_items(content, where) if content.lstrip()[:1] == b"{" else _xml_items(content, where)
    none = True
    for number, item in enumerate(items, start=1):
        none = False
        if item.text.strip():
            yield item
        else:
            yield InputError(f"{where}: item {number}", "has no text")
    if none:
        raise InputError(where, "is a feed without items")


def _xml_items(content: bytes, where: str) -> Iterator[Extracted]:
    parse = needed("feedparser").parse
    with told(where, "a feed"):
        # Bytes, never a name: the library would fetch an address.
        feed = parse(content, resolve_relative_uris=False, sanitize_html=False)
    if not feed.entries and feed.bozo:
        raise InputError(where, f"is a feed that is damaged ({' '.join(str(feed.bozo_exception).split())[:200]})")
    site = str(feed.feed.get("title", ""))
    for number, entry in enumerate(feed.entries, start=1):
        whole = max((str(part.get("value", "")) for part in entry.get("content", ())), key=len, default="")
        summary = str(entry.get("summary", ""))
        text = whole if len(whole) >= len(summary) else summary
        yield Extracted(
            text,
            f"item {number}",
            fields=True,
            title=str(entry.get("title", "")) or None,
            metadata={
                "site": site,
                "author": str(entry.get("author", "")),
                "date": _date(entry.get("published_parsed") or entry.get("updated_parsed")),
                "url": str(entry.get("link", "")),
                "id": str(entry.get("id", "")),
            },
            notices=() if whole else (_SUMMARY,),
        )


def _date(parsed: struct_time | None) -> str:
    return f"{parsed.tm_year:04}-{parsed.tm_mon:02}-{parsed.tm_mday:02}" if parsed else ""


def _json_items(content: bytes, where: str) -> Iterator[Extracted]:
    with told(where, "a feed"):
        feed = json.loads(content)
    items = feed.get("items") if isinstance(feed, Mapping) else None
    for number, item in enumerate(items if isinstance(items, list) else (), start=1):
        fields = item if isinstance(item, Mapping) else {}
        whole = _string(fields, "content_html") or _string(fields, "content_text")
        authors = fields.get("authors")
        author = authors[0] if isinstance(authors, list) and authors else fields.get("author")
        yield Extracted(
            whole or _string(fields, "summary"),
            f"item {number}",
            fields=True,
            title=_string(fields, "title") or None,
            metadata={
                "site": _string(feed, "title"),
                "author": _string(author, "name") if isinstance(author, Mapping) else "",
                "date": _string(fields, "date_published")[:10],
                "url": _string(fields, "url"),
                "id": _string(fields, "id"),
            },
            notices=() if whole else (_SUMMARY,),
        )


def _string(fields: Mapping[str, Any], name: str) -> str:
    value = fields.get(name)
    return value if isinstance(value, str) else ""
