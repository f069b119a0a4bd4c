"""Bytes to documents: text, Markdown, HTML, JSONL, CSV, from files, standard input and the web."""

from framing.reading.source import document, documents, documents_of_bytes

__all__ = ["document", "documents", "documents_of_bytes"]
