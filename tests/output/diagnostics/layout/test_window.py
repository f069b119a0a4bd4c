"""A window shows a span in its line, and the carets stand under it on a terminal."""

import pytest

from framing.output.diagnostics.layout.window import source_window
from framing.output.width import columns


def shown_under_carets(line: str, words: str, width: int) -> str:
    """The characters of the window that stand above the carets, found by their cells."""
    start = line.index(words)
    window = source_window(line, start, start + len(words), width)
    assert columns(window.text) <= width
    return next(
        part
        for place in range(len(window.text))
        for end in range(place + 1, len(window.text) + 1)
        if columns(window.text[:place]) == window.indent
        and columns(part := window.text[place:end]) == window.carets
        and part[:1] == words[:1]
    )


@pytest.mark.parametrize(
    "line",
    [
        "The regime stayed.",
        "🎈🎈 naïve regime stayed.",
        "cafe\u0301 regime stayed",
        "東京 regime 東京",
        "\tThe\tregime\tstayed",
        "👩\u200d👧 regime",
        "❤\ufe0f regime ❤\ufe0f",
    ],
)
@pytest.mark.parametrize("width", [20, 40, 80])
def test_carets_stand_under_the_words(line: str, width: int) -> None:
    assert shown_under_carets(line, "regime", width) == "regime"


@pytest.mark.parametrize("before", [0, 10, 450, 890])
def test_a_paragraph_of_900_characters_is_cut_on_both_sides(before: int) -> None:
    line = ("word " * 180)[:before] + " regime " + ("word " * 180)[: 890 - before]
    window = source_window(line, line.index("regime"), line.index("regime") + 6, 80)
    assert 60 <= columns(window.text) <= 80
    assert window.text[window.indent : window.indent + 6] == "regime"
    assert window.text.startswith("…") == (before > 10)
    assert window.text.endswith("…") == (before < 890)


def test_words_wider_than_the_window_are_cut_at_their_end() -> None:
    line = "An " + "endless " * 30 + "row."
    window = source_window(line, 3, 243, 60)
    assert window.text.endswith(" …")
    assert window.text[window.indent :].startswith("endless endless")
    assert window.carets == columns(window.text) - window.indent


def test_what_moves_the_cursor_is_shown_and_not_obeyed() -> None:
    window = source_window("a\x1b[2J\x7f\x9b\ud800\u202eb", 1, 2, 80)
    assert window.text == "a␛[2J␡��b"
    assert (window.indent, window.carets) == (1, 1)


def test_an_empty_span_has_one_caret() -> None:
    assert source_window("One two.", 4, 4, 80) == ("One ", "", "two.")
    assert source_window("One two.", 4, 4, 80).carets == 1


def test_a_span_beyond_the_line_stands_at_its_end() -> None:
    assert source_window("One", 40, 50, 80) == ("One", "", "")
