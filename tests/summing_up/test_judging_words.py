"""Which words judge: those that a reader would mark, named by their words; others are not said to be loaded."""

from dataclasses import replace

from framing.finding import LEAST_SLANT
from framing.summing_up.judging_words import CLEARLY_LOADED, judging_words
from tests.summing_up.conftest import MakeReport, term


def test_the_likeliest_terms_are_named_and_the_rest_counted(make_report: MakeReport) -> None:
    terms = [term("Tenants", 0.9), term("pay", 0.99), term("more", 0.95), term("now", 0.89), term("old", 0.86)]
    found = judging_words(make_report(terms=terms))
    assert found.text == "In its own voice the article uses loaded terms: “pay”, “more”, “Tenants” and two more."
    assert len(found.evidence) == 5


def test_a_term_is_named_once_whatever_its_capitals(make_report: MakeReport) -> None:
    found = judging_words(make_report(terms=[term("more", 0.9), term("more", 0.88)]))
    assert found.text == "In its own voice the article uses loaded terms: “more”."
    assert len(found.evidence) == 2


def test_terms_below_the_probability_may_be_loaded_and_the_likely_ones_are_named(make_report: MakeReport) -> None:
    at = judging_words(make_report(terms=[term("more", CLEARLY_LOADED)]))
    assert at.text == "In its own voice the article uses loaded terms: “more”."
    below = judging_words(
        make_report(terms=[term("old", None), term("more", CLEARLY_LOADED - 0.01), term("pay", LEAST_SLANT)])
    )
    assert below.text == "Three terms in the outlet’s own voice may be loaded, most likely “more” and “pay”."
    assert len(below.evidence) == 2
    unlikely = judging_words(make_report(terms=[term("old", LEAST_SLANT - 0.01)]))
    assert unlikely.text == "One term in the outlet’s own voice may be loaded."
    assert len(unlikely.evidence) == 1


def test_words_of_others_are_not_the_outlets(make_report: MakeReport) -> None:
    found = judging_words(make_report(terms=[term("more", 0.9, "quoted"), term("old", 0.9, "reported")]))
    assert found.text == "No loaded term was found in the outlet’s own voice."
    assert found.evidence == ()


def test_what_a_caption_says_is_counted_apart(make_report: MakeReport) -> None:
    found = judging_words(make_report(terms=[replace(term("more", 0.9), block="caption")]))
    assert found.text == "No loaded term was found in the outlet’s own voice."
