"""Which sentences are shown as slanted."""

from dataclasses import replace

import framing
from framing.finding import LEAST_SLANT, MAY_SLANT, Analysis
from framing.output.phrases import FOUND_OF_TEN, loaded_sentence, slant_sentence
from framing.output.summary import SlantRow, WordRow, summarise

TEXT = (
    "The reckless plan is a disgrace. “The plan is a disgrace and nobody wants it,” said Ada Holm of Odden. "
    "The council votes on Monday."
)
FOUND = f"in tests {FOUND_OF_TEN} of 10 slanted ones are found"


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


def test_a_sentence_may_be_slanted_below_the_threshold() -> None:
    analysis = scored(MAY_SLANT, 0.7, MAY_SLANT - 0.001)
    assert [sentence.start for sentence in analysis.perhaps_slanted] == [0]
    assert scored(LEAST_SLANT, None, None).perhaps_slanted == ()


def test_where_none_is_shown_those_that_may_be_are_named_by_line() -> None:
    report = framing.analyze(f"Council meets\n\n{TEXT}")
    plain = summarise(report)._replace(slanted=(), perhaps_slanted=())
    assert slant_sentence(plain) == f"Of 2 sentences in own voice none is surely slanted; {FOUND}."
    assert slant_sentence(plain._replace(perhaps_slanted=(3,))) == (
        f"Of 2 sentences in own voice none is surely slanted, but 1 may be (line 3); {FOUND}."
    )
    many = slant_sentence(plain._replace(perhaps_slanted=(3, 3, 5, 7, 9, 11, 13)))
    assert f"but 7 may be (lines 3, 5, 7, 9 and 2 more); {FOUND}." in many


def test_terms_of_the_headline_are_said_to_be_counted_apart() -> None:
    summary = summarise(framing.analyze(f"Council meets\n\n{TEXT}"))
    assert loaded_sentence(summary._replace(words=())).startswith("Loaded terms in own voice: ")
    headed = summary._replace(words=(WordRow("headline", (("power grab", 1),)),))
    assert loaded_sentence(headed).startswith("Loaded terms in own voice below the headline: ")


def test_a_headline_alone_does_not_hide_what_may_be_slanted() -> None:
    text = "The reckless, shameless, corrupt circus of a disgrace"
    plain = summarise(framing.analyze(f"{text}\n\n{TEXT}"))
    headline = SlantRow(0, "headline", text, 0.9)
    none = replace(plain.measures["slanted_sentences_own"], count=0)
    headed = plain._replace(slanted=(headline,), measures={**plain.measures, "slanted_sentences_own": none})
    assert slant_sentence(headed._replace(perhaps_slanted=())) == (
        f"The headline reads as slanted, of 2 sentences in own voice none surely does; {FOUND}."
    )
    assert slant_sentence(headed._replace(perhaps_slanted=(3,))) == (
        f"The headline reads as slanted, of 2 sentences in own voice none surely does, but 1 may be (line 3); {FOUND}."
    )
