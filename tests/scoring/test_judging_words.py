"""Words that judge in context: those that no lexicon lists, with their probability; plain uses of listed ones."""

import numpy as np
import pytest

from framing import analyze
from framing.finding import LoadedTerm
from framing.modelling.judging_model import PERHAPS, Fitted, Thresholds
from framing.modelling.own_words import FEATURES, OwnWords
from framing.resources import lexicons_folder
from framing.scoring.judging_words import proposed

TIRADE = """The governor's disgraceful circus

The shameless, corrupt governor unleashed another vicious smear against decent families. Her drooling hangers-on cheered the grotesque stunt.

Nobody with a shred of decency believes her absurd excuses. This ridiculous farce insults every voter, and her whimpering spokesman knows it.
"""


def terms(text: str) -> dict[str, LoadedTerm]:
    report = analyze(text)
    return {report.analysis.article.slice(term.span): term for term in report.analysis.loaded_terms}


def test_a_word_that_no_lexicon_lists_is_found_where_it_judges() -> None:
    found = {words: term for words, term in terms(TIRADE).items() if term.origin == "model"}
    assert found
    for words, term in found.items():
        assert term.entry == f"judging_words/{words.lower()}"
        assert term.probability is not None
        assert term.probability >= 0.4
        assert term.voice == "own"
        assert len(words.split()) <= 4


@pytest.mark.parametrize("compound", ["self-absurd", "half-grotesque", "grotesque-looking"])
def test_a_word_is_found_with_the_rest_of_its_compound(compound: str) -> None:
    found = terms(TIRADE.replace("whimpering", compound))
    assert found[compound].origin == "model"
    assert found[compound].entry == f"judging_words/{compound}"


@pytest.mark.parametrize("compound", ["whimpering-Norland", "Norland-whimpering"])
def test_half_of_a_compound_with_a_name_is_not_torn_out(compound: str) -> None:
    found = terms(TIRADE.replace("whimpering", compound))
    assert found
    assert not any("whimpering" in words for words in found)


def test_a_listed_term_in_own_voice_has_its_probability_and_a_quoted_one_has_none() -> None:
    found = terms(f"{TIRADE}\nAda Holm said: “The regime of crooks must go.”\n")
    assert found["corrupt"].origin == "lexicon"
    assert (found["corrupt"].probability or 0) > 0.5
    assert found["regime"].probability is None


def test_nothing_is_proposed_in_a_plain_report() -> None:
    report = """Council to vote on the budget

The council will meet on Tuesday to vote on the budget for the coming year. The session starts at nine in the town hall.

The members will hear two reports on the bridge and one on the harbour. The budget grew by two per cent last year.
"""
    assert not [term for term in terms(report).values() if term.origin == "model"]


def test_a_proposed_word_is_no_finding_of_a_check() -> None:
    from framing import check

    report = analyze(TIRADE)
    proposed = {term.span.start for term in report.analysis.loaded_terms if term.origin == "model"}
    assert proposed
    assert not proposed & {finding.start for finding in check(report, ["W"])}


@pytest.mark.parametrize(
    ("plain", "judging", "word"),
    [
        ("He is no thug.", "He is a thug.", "thug"),
        ("Lund is not a liar.", "Lund is a liar.", "liar"),
        ("The term bloodbath is old.", "The bloodbath is old.", "bloodbath"),
        ("The word “regime” is banned.", "The regime is banned.", "regime"),
        ("Ominous storm clouds gathered.", "Ominous plans gathered.", "Ominous"),
        ("She starred in the film Bloodbath last year.", "She saw the Bloodbath last year.", "Bloodbath"),
        ("A regime of three drugs helped.", "A regime of three men helped.", "regime"),
    ],
)
def test_a_plain_use_does_not_count(plain: str, judging: str, word: str) -> None:
    assert word not in terms(f"The council met on Tuesday.\n\n{plain}\n")
    assert word in terms(f"The council met on Tuesday.\n\n{judging}\n")


@pytest.mark.parametrize("name", ["Trump", "Warren", "Johnson", "Holm", "the Tarn Union", "Democrats"])
@pytest.mark.parametrize("verb", ["slams", "blasted", "bashed", "hammered", "mauled", "trashed", "torched"])
def test_a_fighting_verb_counts_whoever_is_hit(verb: str, name: str) -> None:
    assert verb in terms(f"The council met on Tuesday.\n\nThe minister {verb} {name} again.\n")


def own_words_of(text: str) -> OwnWords:
    starts = np.array([text.index(word) for word in text.split()])
    count = len(starts)
    return OwnWords(
        starts,
        starts + np.array([len(word) for word in text.split()]),
        np.zeros(count, dtype=np.int64),
        np.arange(count),
        np.zeros((count, len(FEATURES))),
        np.ones(count, dtype=bool),
        tuple(text.split()),
    )


def test_a_phrase_ends_before_what_belongs_together() -> None:
    words = own_words_of("the crumbling middle class")
    chances = np.array([0.0, 0.9, 0.4, 0.1])
    free = [text for (start, end), _, _ in proposed(words, chances, (), Thresholds()) for text in [(start, end)]]
    assert free == [(4, 20)]
    assert [span for span, _, _ in proposed(words, chances, ((14, 26),), Thresholds())] == [(4, 13)]


def test_a_stem_adds_to_a_words_log_odds() -> None:
    words = own_words_of("a feckless mayor")
    fitted = Fitted(np.zeros(len(FEATURES)), 0.0, {"feckless": 2.0}, Thresholds())
    assert fitted.chances(words).round(3).tolist() == [0.5, 0.881, 0.5]


def test_what_may_judge_stands_apart_from_what_is_counted() -> None:
    text = (lexicons_folder().parent / "seeds" / "ferry-strike" / "courier.txt").read_text(encoding="utf-8")
    report = analyze(text)
    shown = [term.span for term in report.analysis.loaded_terms]
    perhaps = {report.analysis.article.slice(term.span): term for term in report.analysis.perhaps_loaded}
    assert "reckless" in perhaps
    for term in perhaps.values():
        assert term.voice == "own"
        assert term.probability is not None
        assert PERHAPS.listed[2] <= term.probability < Thresholds().proposed
        assert not any(term.span.start < span.end and span.start < term.span.end for span in shown)
    assert report.measures["loaded_terms_own"].count == sum(
        term.voice == "own" for term in report.analysis.loaded_terms
    )


@pytest.mark.parametrize(
    ("words", "phrase"),
    [
        ("and frightening", "frightening"),
        ("glaring behind us", "glaring"),
        ("so utterly spineless and", "utterly spineless"),
        ("bumbling and clumsy", "bumbling and clumsy"),
    ],
)
def test_a_phrase_neither_begins_nor_ends_with_what_joins(words: str, phrase: str) -> None:
    own = own_words_of(words)
    chances = np.array([0.3 if word in {"and", "us", "so", "behind"} else 0.9 for word in words.split()])
    (start, end) = proposed(own, chances, (), Thresholds())[0][0]
    assert words[start:end] == phrase


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("Her plan would massively expand the racket.", "massively"),
        ("Her utterly spineless crew sneers.", "utterly"),
        ("Her absolutely shameless plan was read.", "absolutely"),
    ],
)
def test_a_degree_alone_judges_nothing(sentence: str, left: str) -> None:
    assert left not in terms(TIRADE.replace("This ridiculous", f"{sentence} This ridiculous"))


def test_a_degree_is_found_with_what_it_is_said_of() -> None:
    found = terms(TIRADE.replace("This ridiculous", "She totally wrecks the town. This ridiculous"))
    assert "totally wrecks" in found
