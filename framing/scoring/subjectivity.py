"""Subjectivity: markers of the writer's own stance, and their density in a sentence.

A marker is a booster, hedge, factive, implicative, presupposition trigger, intensifier or evaluative word
(hyland2005, recasens2013, biber1988). A sentence's score saturates: 1 - exp(-10 × weight / words), where a marker
of severity 1 weighs a half and one of severity 2 or more weighs 1, and a sentence counts as ten words at least.
Qualifiers, which say how far or how likely a statement holds (approximators and modals), are found beside the markers
and weigh nothing.
"""

import math
from collections.abc import Iterable, Sequence

from framing.article import FURNITURE
from framing.attribution import NAMED, Attribution
from framing.finding import SubjectiveWord
from framing.lexicons.match import find
from framing.scoring.other_forms import is_other_form
from framing.scoring.plain_uses import is_titled
from framing.scoring.that_clauses import is_without_a_statement
from framing.scoring.words_found import LexiconText, voice_name
from framing.spans import Span, overlaps

__all__ = ["marker_weight", "score", "sentence_scores", "without_cues"]

_NAMED = NAMED | {"document"}

_STEEPNESS = 10.0
"""One strong marker in a sentence of 20 words, usual in columns, scores 0.39; two score 0.63."""
_FEWEST_WORDS = 10
"""Words that a shorter sentence counts as: one marker among three words is no third of a stance; set by hand."""


def score(text: LexiconText) -> tuple[SubjectiveWord, ...]:
    """Return the subjective markers and qualifiers of an article in text order, page furniture left out."""
    article = text.article
    return tuple(
        SubjectiveWord(
            span=Span(match.start, match.end),
            entry=match.entry.key,
            category=match.entry.category,
            severity=match.entry.severity,
            voice=voice_name(text.voices, match.start, match.end),
            sentence=match.sentence,
        )
        for match in find(text.words, text.indexes["subjectivity"], exempt=text.fixed)
        if article.blocks[article.sentences[match.sentence].block].kind not in FURNITURE
        and not is_other_form(text.words, match)
        and not is_titled(text.words, match.start)
        and not is_without_a_statement(text.words, match)
    )


def without_cues(markers: Sequence[SubjectiveWord], attributions: Iterable[Attribution]) -> tuple[SubjectiveWord, ...]:
    """Return markers without the hedges that are a named source's cues: "Holm indicated that" holds nothing back."""
    cues = [
        one.cue.span for one in attributions if one.cue and one.source and one.source.identity in _NAMED and one.sure
    ]
    return tuple(
        marker
        for marker in markers
        if marker.category != "hedge" or not any(overlaps(marker.span, cue) for cue in cues)
    )


def marker_weight(severity: int) -> float:
    """Return a marker's weight in its sentence: a half for severity 1, else 1."""
    return 0.5 if severity <= 1 else 1.0


def sentence_scores(markers: Iterable[tuple[int, int]], words: Sequence[int]) -> list[float]:
    """Return the subjectivity of each sentence, 0 to 1.

    Args:
        markers: For each marker its sentence's index and its severity.
        words: Words of each sentence.

    Examples:
        >>> [round(value, 2) for value in sentence_scores([(0, 2)], [20, 20])]
        [0.39, 0.0]
    """
    weights = [0.0] * len(words)
    for sentence, severity in markers:
        weights[sentence] += marker_weight(severity)
    return [
        1.0 - math.exp(-_STEEPNESS * weight / max(count, _FEWEST_WORDS)) if weight else 0.0
        for weight, count in zip(weights, words, strict=True)
    ]
