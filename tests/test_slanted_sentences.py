"""Which sentences are shown as slanted."""

from dataclasses import replace

import framing
from framing.finding import LEAST_SLANT, Analysis

TEXT = (
    "The reckless plan is a disgrace. “The plan is a disgrace and nobody wants it,” said Ada Holm of Odden. "
    "The council votes on Monday."
)


def scored(*slants: float | None) -> Analysis:
    analysis = framing.analyze(TEXT).analysis
    assert len(analysis.sentences) == len(slants)
    pairs = zip(analysis.sentences, slants, strict=True)
    return replace(analysis, sentences=tuple(replace(scores, slant=slant) for scores, slant in pairs))


def test_sentences_of_the_outlet_from_the_threshold_on() -> None:
    analysis = scored(LEAST_SLANT, 0.99, LEAST_SLANT - 0.001)
    assert [(sentence.start, slant) for sentence, slant in analysis.slanted] == [(0, LEAST_SLANT)]


def test_a_sentence_without_a_probability_is_none() -> None:
    assert scored(None, None, None).slanted == ()


def test_a_span_is_the_outlets_where_more_than_half_of_it_is() -> None:
    analysis = scored(None, None, None)
    first, quoted, last = analysis.article.sentences
    assert [analysis.mostly_own(sentence) for sentence in (first, quoted, last)] == [True, False, True]
