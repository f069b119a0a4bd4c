"""Words as models see them."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.modelling.canonical import canonical_words
from framing.resources import artifacts_folder
from framing.segmenting.words import find_tokens


def canonical(text: str) -> list[str]:
    return canonical_words(find_tokens(text).texts)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Mr. Orr said he will resign.", "Mrs. Lind said she will resign."),
        ("Rep. Ana Lopez, D-Minn., spoke.", "Rep. Carl Berg, R-Wis., spoke."),
        ("A Democrat voted against France.", "A Republican voted against Kenya."),
        ("The Afghan border guards wept.", "The Polish border guards wept."),
        ("Muslim families left in April 2019.", "Jewish families left in June 2021."),
        ("The spokesman told her father.", "The spokeswoman told his mother."),
        ("On Monday 14 people died.", "On Friday 9,000 people died."),
    ],
)
def test_a_swap_changes_nothing(first: str, second: str) -> None:
    assert canonical(first) == canonical(second)


def test_ordinary_words_at_the_start_are_ordinary() -> None:
    assert canonical("Lawmakers met. Critics “Never agreed,” they said.")[:4] == ["lawmakers", "met", ".", "critics"]


def test_names_inside_a_sentence_are_names() -> None:
    assert canonical("the mayor of Brackwater and Gray Doyle")[-4:] == ["<name>", "and", "<name>", "<name>"]


def test_a_headline_in_title_case_keeps_its_ordinary_words() -> None:
    assert canonical("Senate Rejects Harsh Border Plan From Orr") == [
        "senate",
        "rejects",
        "harsh",
        "border",
        "plan",
        "from",
        "<name>",
    ]


def test_polish_the_verb_is_not_a_nation() -> None:
    assert canonical("they polish shoes and may march") == ["they", "polish", "shoes", "and", "may", "march"]


@given(st.text(max_size=300))
def test_every_token_has_a_form(text: str) -> None:
    tokens = find_tokens(text).texts
    assert len(canonical_words(tokens)) == len(tokens)


def test_no_class_shares_a_word_with_another() -> None:
    classes = json.loads(Path(artifacts_folder() / "symmetric_classes.json").read_text(encoding="utf-8"))["classes"]
    words = [word for members in classes.values() for word in members.split()]
    twice = {word for word in words if words.count(word) > 1}
    assert twice == set()


def test_an_article_s_words_open_its_sentences() -> None:
    text = "Roads closed early — Officials left"
    texts = find_tokens(text).texts
    assert canonical_words(texts, [0]) == ["roads", "closed", "early", "--", "<name>", "left"]
    assert canonical_words(texts, [0, 4]) == ["roads", "closed", "early", "--", "officials", "left"]


def test_a_party_s_letter_is_told_by_its_neighbours() -> None:
    assert canonical("Ana Lopez (D) and D")[3] == "<party>"
    assert canonical("Ana Lopez (D) and D")[-1] != "<party>"


@pytest.mark.parametrize("letter", ["a", "Q", "’", "ß"])
def test_a_word_longer_than_any_is_a_word(letter: str) -> None:
    assert len(canonical_words([letter * 100_000, "said"])) == 2
