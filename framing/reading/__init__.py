"""Bytes to documents: text, Markdown, HTML, JSONL, CSV, from files, standard input and the web."""

from framing.reading.source import document, documents

__all__ = ["document", "documents"]
