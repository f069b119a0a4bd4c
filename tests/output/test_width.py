"""Text in cells: words are whole wherever a line can hold them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth, wcwidth

from framing.output.width import Cell, beside, cells, columns, cut, wrapped

WORDS = st.lists(st.text("abcdefg港口é", min_size=1, max_size=12), max_size=30)


@given(WORDS, st.integers(24, 120))
def test_wrapping_keeps_every_word_whole_and_every_line_in_its_width(words: list[str], width: int) -> None:
    lines = wrapped(" ".join(words), width, "  ")
    assert " ".join(lines).split() == words
    assert all(columns(line) <= width for line in lines)


@given(st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"]), max_size=20))
def test_cells_are_those_of_the_tables_of_all_characters(text: str) -> None:
    assert columns(text) == wcswidth(text)


def test_no_character_of_latin_texts_needs_the_tables() -> None:
    characters = [chr(code) for code in range(0x2600) if chr(code).isprintable()]
    assert [c for c in characters if cells(c) != max(wcwidth(c), 0) or columns(c) != wcswidth(c)] == []


def test_a_word_longer_than_the_line_is_the_only_one_that_is_broken() -> None:
    assert wrapped("see https://tarn.example/a now", 12, "  ") == [
        "see",
        "  https://",
        "  tarn.",
        "  example/a",
        "  now",
    ]


def test_white_space_before_the_first_word_stays() -> None:
    assert wrapped("    loaded term: chaos", 16, "      ") == ["    loaded term:", "      chaos"]


@pytest.mark.parametrize(
    ("text", "width", "short"),
    [
        ("The council approved it", 14, "The council …"),
        ("The council approved it", 15, "The council …"),
        ("The council approved it", 23, "The council approved it"),
        ("Unbrokenharbourwords", 8, "Unbroke…"),
    ],
)
def test_a_text_is_cut_between_words(text: str, width: int, short: str) -> None:
    assert cut(text, width) == short


@given(st.text(max_size=60), st.integers(4, 40))
def test_a_cut_text_takes_no_more_than_its_cells(text: str, width: int) -> None:
    assert columns(cut(text, width)) <= width


def test_texts_stand_beside_each_other_in_their_columns() -> None:
    cells = [Cell("Department of the Port", 10), Cell("9", 4, right=True), Cell("business", 8)]
    assert beside(cells) == ["Department    9 business", "of the", "Port"]
