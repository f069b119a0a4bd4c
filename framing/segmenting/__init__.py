"""A document to an article: blocks, sentences, tokens, quotation marks, voice, language."""

from framing.segmenting.segment import segment

__all__ = ["segment"]
