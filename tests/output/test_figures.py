"""Figures in words, text cut by width, colour."""

from dataclasses import replace

from framing.output.colour import Paint
from framing.output.figures import compared, figure, in_cell, number, stated, with_interval
from framing.output.width import columns, cut, padded, wrapped
from framing.report import Measure


def measure(
    value: float | None, unit: str = "share", percentile: float | None = None, *, wide: bool = False
) -> Measure:
    reference = "news_sample" if percentile is not None else ""
    return Measure(value, unit, 0.1, 0.3, 2, 10, percentile, reference, wide)


def test_a_share_is_a_percentage_with_its_interval() -> None:
    assert with_interval(measure(0.2)) == "20% [10% to 30%]"


def test_a_rate_names_its_unit() -> None:
    assert figure(measure(3.14, "per_1000_words")) == "3.1 per 1,000 words"


def test_what_is_not_defined_is_not_zero() -> None:
    assert figure(measure(None)) == "not defined"


def test_a_place_among_news_is_said_only_where_there_is_one() -> None:
    assert compared(measure(0.2, percentile=88.4)) == "more than 88 in 100 news articles"
    assert compared(measure(0.2)) == ""


def test_nothing_is_none_and_is_compared_with_those_that_have_none() -> None:
    assert with_interval(measure(0.0, "per_1000_words")) == "none"
    assert compared(measure(0.0, "per_1000_words", percentile=17)) == "as in 34 of 100 news articles"
    assert compared(measure(0.0, percentile=0.0)) == "as in fewer than 1 of 100 news articles"
    assert stated(measure(0.0, percentile=17), "of the words") == "none of the words, as in 34 of 100 news articles"
    assert figure(measure(0.0, "index")) == "0.00"
    assert figure(measure(0.0, "difference")) == "0.0 per 1,000 words"


def test_all_is_compared_with_those_that_have_all() -> None:
    assert compared(measure(1.0, percentile=90)) == "as in 20 of 100 news articles"


def test_an_interval_that_says_nothing_is_told_in_words() -> None:
    said = stated(measure(0.2, percentile=60.0, wide=True), "of the words")
    assert said == "20% [10% to 30%] of the words, too little text to compare with other articles"


def test_a_rate_of_a_word_or_two_is_told_as_the_count_that_it_is() -> None:
    one = Measure(1.8, "per_1000_words", 0.04, 10.2, 1, 545, 60.0, "news_sample", wide=True)
    assert stated(one) == "1 in 545 words, too few to compare with other articles"
    assert in_cell(one) == "1.8 per 1,000 words (too few to compare)"
    assert stated(replace(one, wide=False)) == "1.8 per 1,000 words [<0.1 to 10.2], more than 60 in 100 news articles"
    assert in_cell(replace(one, wide=False)) == with_interval(one)


def test_rounding_makes_neither_nothing_nor_all_of_a_figure() -> None:
    assert [number(value, "share") for value in (0, 0.001, 0.01, 0.99, 0.999, 1)] == [
        *("0%", "<1%", "1%", "99%", ">99%", "100%")
    ]
    assert [number(value, "per_1000_words") for value in (0.0, 0.01, 0.1, 12.0)] == ["0.0", "<0.1", "0.1", "12.0"]
    assert compared(measure(0.2, percentile=99.8)) == "more than 99 in 100 news articles"
    assert compared(measure(0.2, percentile=52.9)) == "more than 52 in 100 news articles"


def test_wide_characters_take_two_cells() -> None:
    assert columns("港口") == 4
    assert cut("港口重建", 5) == "港口…"
    assert padded("é", 3) == "é  "


def test_control_characters_never_reach_the_terminal() -> None:
    assert "\x1b" not in cut("a\x1b[31mred", 40)
    assert all("\u202e" not in line for line in wrapped("a \u202e b", 40))


def test_without_colour_text_is_untouched() -> None:
    assert Paint()("x", "bold") == "x"
    assert Paint(enabled=True)("x", "bold", "red") == "\x1b[1;31mx\x1b[0m"
