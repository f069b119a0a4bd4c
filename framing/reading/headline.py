"""A headline that a record has in a field of its own, put above the text so that it is scored."""

from dataclasses import replace

from framing.article import Block, Document

__all__ = ["with_headline"]


def with_headline(document: Document) -> Document:
    """Return a plain document with its headline above the text, a blank line between; as it is where it begins so."""
    title = " ".join((document.title or "").split())
    if not title or " ".join(document.text[: 2 * len(title)].split()).startswith(title):
        return document
    return replace(document, text=f"{title}\n\n{document.text}", marked=(Block("headline", 0, len(title)),))
