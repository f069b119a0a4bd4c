"""All forms of a word from its base form."""

import pytest

from framing.inflection import inflections


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("say", {"say", "says", "said", "saying"}),
        ("slam", {"slam", "slams", "slammed", "slamming"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("vie", {"vie", "vies", "vied", "vying"}),
        ("lie", {"lie", "lies", "lay", "lain", "lied", "lying"}),
        ("be", {"be", "am", "is", "are", "was", "were", "been", "being"}),
        ("go", {"go", "goes", "went", "gone", "going"}),
        ("veto", {"veto", "vetoes", "vetoed", "vetoing"}),
        ("panic", {"panic", "panics", "panicked", "panicking"}),
        ("foresee", {"foresee", "foresees", "foresaw", "foreseen", "foreseeing"}),
        ("offer", {"offer", "offers", "offered", "offering"}),
        ("admit", {"admit", "admits", "admitted", "admitting"}),
        ("put", {"put", "puts", "putting"}),
        ("read", {"read", "reads", "reading"}),
        ("echo", {"echo", "echoes", "echoed", "echoing"}),
        ("label", {"label", "labels", "labeled", "labeling", "labelled", "labelling"}),
    ],
)
def test_verbs(word: str, expected: set[str]) -> None:
    assert set(inflections(word, "verb")) == expected


@pytest.mark.parametrize(
    ("word", "plural"),
    [
        ("thug", "thugs"),
        ("crony", "cronies"),
        ("witch", "witches"),
        ("spokeswoman", "spokeswomen"),
        ("policeman", "policemen"),
        ("german", "germans"),
        ("boy", "boys"),
        ("crisis", "crises"),
        ("thief", "thieves"),
        ("hero", "heroes"),
    ],
)
def test_nouns(word: str, plural: str) -> None:
    assert inflections(word, "noun") == (word, plural)


def test_adjectives_are_graded_only_on_request() -> None:
    assert inflections("ugly", "adjective") == ("ugly",)
    assert inflections("ugly", "adjective", graded=True) == ("ugly", "uglier", "ugliest")
    assert inflections("sad", "adjective", graded=True) == ("sad", "sadder", "saddest")


def test_adverbs_and_phrases_stay_as_they_are() -> None:
    assert inflections("sadly", "adverb") == ("sadly",)
