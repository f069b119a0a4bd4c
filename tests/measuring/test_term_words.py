"""Words that may be loaded are named in the summary, each once, the likeliest first, and not on top of the report."""

from dataclasses import replace

import framing
from framing.finding import LoadedTerm
from framing.measuring.term_words import perhaps_loaded, words_once
from framing.output.summary import summarise
from framing.report import Report
from framing.spans import Span
from framing.summing_up.judging_words import judging_words
from tests.summing_up.conftest import term as known

TEXT = "Tarn votes on the quay\n\nReckless plans met a lavish\nfeast. The reckless mayor of Tarn left a grim hall.\n"


def term(words: str, probability: float | None) -> LoadedTerm:
    start = TEXT.index(words)
    return replace(known("old", probability), span=Span(start, start + len(words)))


def report_with(*terms: LoadedTerm) -> Report:
    report = framing.analyze(TEXT)
    return replace(report, analysis=replace(report.analysis, loaded_terms=(), perhaps_loaded=terms))


def test_a_word_is_said_once_as_its_first_term_prints_it() -> None:
    article = framing.analyze(TEXT).analysis.article
    terms = [term("reckless", 0.5), term("lavish\nfeast", 0.5), term("Reckless", 0.5)]
    assert words_once(article, terms) == ("reckless", "lavish feast")
    assert words_once(article, ()) == ()


def test_the_likeliest_come_first_and_of_equals_the_first_of_the_text() -> None:
    terms = [term("grim", 0.5), term("reckless", None), term("Reckless", 0.5), term("lavish", 0.6)]
    assert perhaps_loaded(report_with(*terms).analysis) == ("lavish", "Reckless", "grim")


def test_the_summary_names_them_and_the_sentence_on_top_does_not() -> None:
    report = report_with(term("Reckless", 0.6), term("reckless", 0.5), term("grim", 0.55))
    assert summarise(report).perhaps_loaded == ("Reckless", "grim")
    assert judging_words(report).text == (
        "No surely loaded term was found in the outlet’s own voice; in tests 2 of 10 are found."
    )
