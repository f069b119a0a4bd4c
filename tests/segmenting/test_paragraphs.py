"""Paragraphs: one a line, or groups of lines where a program broke them."""

import pytest

from framing.segmenting.paragraphs import find_paragraphs

LONG = "the council met on tuesday evening in the old"
assert 40 < len(LONG) < 50


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in find_paragraphs(text)]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\x85", "\u2028", "\u2029", "\n\n", "\n \t\n"])
def test_a_line_is_a_paragraph_without_the_space_around_it(end: str) -> None:
    assert found(f"  One left. {end}\tTwo stayed.{end}") == ["One left.", "Two stayed."]


def test_a_stretch_of_a_text_has_its_own_paragraphs() -> None:
    text = "One left.\nTwo stayed.\nIt rained."
    assert [text[start:end] for start, end in find_paragraphs(text, 4, 20)] == ["left.", "Two stayed"]
    assert find_paragraphs(text, 9, 10) == []


@pytest.mark.parametrize("empty", ["\n\n", "\n  \n", "\r\n\r\n", "\r\n \r\n"])
def test_lines_of_one_width_are_joined_up_to_an_empty_line(empty: str) -> None:
    newline = empty[: 2 if empty.startswith("\r") else 1]
    first, second = newline.join([LONG] * 4), newline.join([LONG] * 3)
    assert found(f"{first}{empty}{second}") == [first, second]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ([LONG] * 4, True),
        ([LONG] * 3, False),
        ([*[LONG] * 4, "a" * 100], True),
        ([*[LONG] * 4, "a" * 101], False),
        (["a" * 40] * 5, True),
        (["a" * 39] * 5, False),
        ([LONG, LONG, LONG, "short", "line"], True),
        ([LONG, LONG, "short", "line", "here"], False),
        ([f"{LONG}."] * 5, True),
        ([f"The {LONG}."] * 5, False),
        ([f"The {LONG}!"] * 5, False),
        ([f"The {LONG}?"] * 5, False),
        ([f"The {LONG}:"] * 5, False),
        ([f"The {LONG}”"] * 5, False),
        ([f'The {LONG}"'] * 5, False),
        ([f"The {LONG}"] * 5, True),
        ([f"The {LONG}", f"The {LONG}.", f"The {LONG}", f"The {LONG}.", "Short."], False),
        ([f"The {LONG}", f"The {LONG}", f"The {LONG}.", f"The {LONG}", "Short."], True),
    ],
)
def test_lines_are_joined_where_most_are_filled_and_go_on_in_the_next(lines: list[str], *, joined: bool) -> None:
    text = "\n".join(lines)
    assert found(text) == ([text] if joined else lines)
