"""Words that judge in context: those that no lexicon lists, with their probability; plain uses of listed ones."""

import pytest

from framing import analyze
from framing.finding import LoadedTerm

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
