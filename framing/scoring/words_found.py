"""The lexicon scorers' shared input: a text's comparable words, its voices and the fixed phrases that never count."""

from collections.abc import Mapping
from typing import NamedTuple

from framing.article import FURNITURE, Article, Voice, VoiceMap
from framing.finding import VoiceName
from framing.lexicons.index import Index
from framing.lexicons.match import Words, find

__all__ = ["NOT_TOLD", "LexiconText", "lexicon_text", "voice_name"]

NOT_TOLD = FURNITURE | {"caption"}
"""Kinds of blocks that do not tell the story: no frame rests on "Leave a reply" or on what a picture shows."""

_NAMES: Mapping[Voice, VoiceName] = {
    Voice.OWN: "own",
    Voice.SCARE: "own",
    Voice.QUOTED: "quoted",
    Voice.REPORTED: "reported",
}


class LexiconText(NamedTuple):
    """An article ready for the lexicon scorers.

    Attributes:
        article: The article.
        voices: The voice of every character, attributions included.
        words: Its tokens as the lexicons compare them.
        fixed: Spans of fixed phrases ("war on drugs"), in which no loaded or subjective word counts.
        indexes: The lexicons by construct.
    """

    article: Article
    voices: VoiceMap
    words: Words
    fixed: tuple[tuple[int, int], ...]
    indexes: Mapping[str, Index]


def lexicon_text(article: Article, voices: VoiceMap, indexes: Mapping[str, Index], words: Words) -> LexiconText:
    """Prepare an article for the lexicon scorers; its words are given as the lexicons compare them."""
    fixed = tuple((match.start, match.end) for match in find(words, indexes["not_loaded"]))
    return LexiconText(article, voices, words, fixed, indexes)


def voice_name(voices: VoiceMap, start: int, end: int) -> VoiceName:
    """Return whose words a span is: scare quotes are the outlet's own choice of words."""
    return _NAMES[voices.of(start, end)]
