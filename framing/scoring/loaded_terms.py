"""Loaded terms: words that judge, with whose voice says them, where, and what could stand instead."""

from collections.abc import Iterable
from dataclasses import replace

from framing.article import FURNITURE, Voice, VoiceMap
from framing.finding import LoadedTerm
from framing.lexicons.match import find
from framing.scoring.plain_uses import is_plain
from framing.scoring.words_found import LexiconText, voice_name
from framing.spans import Span

__all__ = ["score", "with_voices"]


def score(text: LexiconText) -> tuple[LoadedTerm, ...]:
    """Return the loaded terms of an article in text order, page furniture left out."""
    terms: list[LoadedTerm] = []
    article = text.article
    for match in find(text.words, text.indexes["loaded"], exempt=text.fixed):
        block = article.blocks[article.sentences[match.sentence].block]
        if block.kind in FURNITURE or is_plain(text.words, match.start, match.end):
            continue
        entry = match.entry
        terms.append(
            LoadedTerm(
                span=Span(match.start, match.end),
                entry=entry.key,
                category=entry.category,
                severity=entry.severity,
                voice=voice_name(text.voices, match.start, match.end),
                block=block.kind,
                sentence=match.sentence,
                scare=text.voices.of(match.start, match.end) is Voice.SCARE,
                alternatives=entry.alternatives,
                reason=entry.reason,
                references=entry.references,
                safe=entry.safe,
            )
        )
    return tuple(terms)


def with_voices(terms: Iterable[LoadedTerm], voices: VoiceMap) -> tuple[LoadedTerm, ...]:
    """Return loaded terms with whose words they are by other voices than those that they were found with."""
    return tuple(
        replace(term, voice=voice_name(voices, *term.span), scare=voices.of(*term.span) is Voice.SCARE)
        for term in terms
    )
