"""Offsets in code points and positions in code units lead to each other, whatever the characters and line ends."""

from hypothesis import given
from hypothesis import strategies as st

from framing.language_server.positions import TextPositions, utf16_units

TEXTS = st.text(st.sampled_from("ab é😀𝒳\n\r\t\x0c\u2028\u0085"), max_size=40)


def test_a_character_outside_the_first_plane_is_two_units() -> None:
    positions = TextPositions("a😀b\ncd")
    assert [positions.place(offset) for offset in range(7)] == [(0, 0), (0, 1), (0, 3), (0, 4), (1, 0), (1, 1), (1, 2)]
    assert positions.offset(0, 3) == 2


def test_units_are_those_that_were_agreed_on() -> None:
    text = "a😀é!"
    assert TextPositions(text, len).place(3) == (0, 3)
    assert TextPositions(text, lambda piece: len(piece.encode())).place(3) == (0, 7)
    assert TextPositions(text, utf16_units).place(3) == (0, 4)


def test_only_line_feeds_and_carriage_returns_end_a_line() -> None:
    positions = TextPositions("a\x0cb\u2028c\u0085d\r\ne\rf\ng")
    assert positions.place(6) == (0, 6)
    assert [positions.place(offset)[0] for offset in (9, 11, 13)] == [1, 2, 3]


def test_a_place_behind_a_line_is_its_end() -> None:
    positions = TextPositions("ab\r\ncd")
    assert positions.offset(0, 99) == 2
    assert positions.offset(99, 0) == 6
    assert positions.place(-5) == (0, 0)


@given(TEXTS)
def test_each_offset_leads_to_its_position_and_back(text: str) -> None:
    positions = TextPositions(text)
    for offset in range(len(text) + 1):
        between = text[offset - 1 : offset + 1] == "\r\n" and offset > 0
        if not between:  # a place between the two characters of one line end is no place of the protocol
            assert positions.offset(*positions.place(offset)) == offset


@given(TEXTS)
def test_units_are_those_of_the_encoding(text: str) -> None:
    assert utf16_units(text) == len(text.encode("utf-16-le")) // 2
