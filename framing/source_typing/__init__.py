"""Rows of the table to entities: type, party, identity, each from all evidence on the page."""

from framing.source_typing.describe import Described, describe
from framing.source_typing.open_data import OpenData
from framing.source_typing.words import TypingWords, find_words

__all__ = ["Described", "OpenData", "TypingWords", "describe", "find_words"]
