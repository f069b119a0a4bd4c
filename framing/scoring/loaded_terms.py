"""Loaded terms: words that judge, with whose voice says them, where, and what could stand instead."""

from collections.abc import Iterable
from dataclasses import replace

from framing.article import FURNITURE, Voice, VoiceMap
from framing.finding import LoadedTerm, VoiceName
from framing.lexicons.match import Match, Words, find
from framing.scoring.charged import is_charged
from framing.scoring.in_place import in_place
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
        wordings = in_place(text, match)
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
                alternatives=wordings,
                reason=entry.reason,
                references=entry.references,
                safe=entry.safe and in_place(text, _with_first(match)) != (),
                listed=entry.alternatives,
            )
        )
    return tuple(terms)


def _with_first(match: Match) -> Match:
    """Return a match whose entry has the first of its alternatives alone."""
    return match._replace(entry=match.entry._replace(alternatives=match.entry.alternatives[:1]))


def with_voices(terms: Iterable[LoadedTerm], voices: VoiceMap, words: Words) -> tuple[LoadedTerm, ...]:
    """Return loaded terms with whose words they are, by voices that know what somebody is credited with.

    What somebody is charged with is reported. A quotation's words are nobody's to replace.

    Args:
        terms: The terms.
        voices: The voice of every character.
        words: The article's words.
    """
    voiced = (
        replace(term, voice=_whose(term.span, voices, words), scare=voices.of(*term.span) is Voice.SCARE)
        for term in terms
    )
    return tuple(replace(term, alternatives=(), safe=False) if term.quoted else term for term in voiced)


def _whose(span: Span, voices: VoiceMap, words: Words) -> VoiceName:
    voice = voice_name(voices, *span)
    return "reported" if voice == "own" and is_charged(words, span.start) else voice
