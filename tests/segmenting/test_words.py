"""Tokens: what they are, where they stand, and which are words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.segmenting.words import find_tokens


@given(st.text(max_size=80))
def test_tokens_hold_their_text_and_leave_out_white_space_alone(text: str) -> None:
    tokens = find_tokens(text)
    places = list(zip(tokens.starts, tokens.ends, strict=True))
    assert [text[start:end] for start, end in places] == list(tokens.texts)
    assert places == sorted(places)
    held = {number for start, end in places for number in range(start, end)}
    assert all(text[number].isspace() for number in range(len(text)) if number not in held)


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("the 3.5% of 1,200 boats", ["the", "3.5%", "of", "1,200", "boats"]),
        ("in the 1990s and on the 3rd", ["in", "the", "1990s", "and", "on", "the", "3rd"]),
        ("AT&T’s... plan", ["AT&T’s", "...", "plan"]),
        ("at 5 p.m. (sharp)", ["at", "5", "p.m.", "(", "sharp", ")"]),
        ("50kg", ["50kg"]),
        (f"Strand {'-' * 40} {'“' * 16}x", ["Strand", "-" * 40, "“" * 16, "x"]),
        ("so --- “““", ["so", "-", "-", "-", "“", "“", "“"]),
    ],
)
def test_numbers_abbreviations_inner_marks_and_lines_of_marks_are_one_token(text: str, texts: list[str]) -> None:
    assert list(find_tokens(text).texts) == texts


def test_a_word_begins_with_a_letter_or_a_figure() -> None:
    tokens = find_tokens("“Two” 2 - …")
    assert [text for text, word in zip(tokens.texts, tokens.words, strict=True) if word] == ["Two", "2"]
