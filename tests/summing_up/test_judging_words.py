"""Which words judge: those that a reader would mark, named by their words; others are not said to be loaded."""

from dataclasses import replace

from framing.measuring.term_words import LOADED_FOUND_OF_TEN
from framing.summing_up.judging_words import CLEARLY_LOADED, CLEARLY_LOADED_HEADLINE, LIKELY_LOADED, judging_words
from tests.summing_up.conftest import MakeReport, term

FOUND = f"in tests {LOADED_FOUND_OF_TEN} of 10 are found."
NONE = f"No surely loaded term was found in the outlet’s own voice; {FOUND}"


def test_the_likeliest_terms_are_named_and_stand_for_the_rest(make_report: MakeReport) -> None:
    terms = [term("Tenants", 0.9), term("pay", 0.99), term("more", 0.95), term("now", 0.89), term("old", 0.86)]
    found = judging_words(make_report(terms=terms))
    assert found.text == "In its own voice the article uses loaded terms, such as “pay”, “more” and “Tenants”."
    assert len(found.evidence) == 5


def test_three_terms_are_all_named(make_report: MakeReport) -> None:
    found = judging_words(make_report(terms=[term("pay", 0.99), term("more", 0.95), term("now", 0.89)]))
    assert found.text == "In its own voice the article uses loaded terms: “pay”, “more” and “now”."


def test_a_term_is_named_once_whatever_its_capitals(make_report: MakeReport) -> None:
    found = judging_words(make_report(terms=[term("more", 0.9), term("more", 0.88)]))
    assert found.text == "In its own voice the article uses a loaded term: “more”."
    assert len(found.evidence) == 2


def test_terms_below_the_probability_are_probably_loaded_and_the_likely_ones_are_named(make_report: MakeReport) -> None:
    at = judging_words(make_report(terms=[term("more", CLEARLY_LOADED)]))
    assert at.text == "In its own voice the article uses a loaded term: “more”."
    below = judging_words(
        make_report(terms=[term("old", None), term("more", CLEARLY_LOADED - 0.01), term("pay", LIKELY_LOADED)])
    )
    assert (
        below.text
        == f"Three probably loaded terms were found in the outlet’s own voice, most likely “more” and “pay”; {FOUND}"
    )
    assert len(below.evidence) == 2
    unlikely = judging_words(make_report(terms=[term("old", LIKELY_LOADED - 0.01)]))
    assert unlikely.text == f"One probably loaded term was found in the outlet’s own voice; {FOUND}"
    assert len(unlikely.evidence) == 1


def test_the_strongest_are_named_first_then_the_likeliest(make_report: MakeReport) -> None:
    terms = [term("Tenants", 0.99), term("pay", 0.9), replace(term("old", 0.86), severity=2), term("now", 0.95)]
    found = judging_words(make_report(terms=terms))
    assert found.text == "In its own voice the article uses loaded terms, such as “old”, “Tenants” and “now”."


def test_of_several_terms_the_clear_ones_are_named_and_where_none_is_each_word_counts_once(
    make_report: MakeReport,
) -> None:
    terms = [term("more", 0.9), term("old", 0.6), term("old", None), term("pay", 0.8), term("now", 0.8)]
    found = judging_words(make_report(terms=terms))
    assert found.text == "In its own voice the article uses loaded terms, such as “more”."
    unclear = judging_words(make_report(terms=[term("old", 0.5), term("old", 0.6)]))
    assert unclear.text == f"One probably loaded term was found in the outlet’s own voice; {FOUND}"


def test_a_term_of_the_headline_alone_is_said_to_be_the_headlines(make_report: MakeReport) -> None:
    headed = replace(term("rents", 0.9), block="headline")
    found = judging_words(make_report(terms=[headed]))
    assert found.text == "In its headline the article uses a loaded term: “rents”."
    both = judging_words(make_report(terms=[headed, term("more", 0.9)]))
    assert both.text == "In its own voice the article uses loaded terms: “rents” and “more”."
    unclear = judging_words(make_report(terms=[replace(headed, probability=CLEARLY_LOADED_HEADLINE - 0.01)]))
    assert unclear.text == f"One probably loaded term was found in the outlet’s headline; {FOUND}"


def test_the_headlines_terms_are_named_before_stronger_and_likelier_ones(make_report: MakeReport) -> None:
    """A reader meets them first, and marks them at a lower probability."""
    headed = replace(term("rents", CLEARLY_LOADED_HEADLINE), block="headline")
    found = judging_words(make_report(terms=[replace(term("more", 0.99), severity=3), headed]))
    assert found.text == "In its own voice the article uses loaded terms: “rents” and “more”."
    below = judging_words(make_report(terms=[replace(term("more", CLEARLY_LOADED_HEADLINE), severity=3), headed]))
    assert below.text == "In its own voice the article uses loaded terms, such as “rents”."
    assert len(below.evidence) == 1


def test_words_of_others_are_not_the_outlets(make_report: MakeReport) -> None:
    found = judging_words(make_report(terms=[term("more", 0.9, "quoted"), term("old", 0.9, "reported")]))
    assert found.text == NONE
    assert found.evidence == ()


def test_what_a_caption_says_is_counted_apart(make_report: MakeReport) -> None:
    found = judging_words(make_report(terms=[replace(term("more", 0.9), block="caption")]))
    assert found.text == NONE
