"""Figures in words, text cut by width, colour."""

from framing.output.colour import Paint
from framing.output.figures import compared, figure, with_interval
from framing.output.width import columns, cut, padded, wrapped
from framing.report import Measure


def measure(value: float | None, unit: str = "share", percentile: float | None = None) -> Measure:
    return Measure(value, unit, 0.1, 0.3, 2, 10, percentile, "news_sample" if percentile is not None else "")


def test_a_share_is_a_percentage_with_its_interval() -> None:
    assert with_interval(measure(0.2)) == "20% [10% to 30%]"


def test_a_rate_names_its_unit() -> None:
    assert figure(measure(3.14, "per_1000_words")) == "3.1 per 1,000 words"


def test_what_is_not_defined_is_not_zero() -> None:
    assert figure(measure(None)) == "not defined"


def test_a_place_among_news_is_said_only_where_there_is_one() -> None:
    assert compared(measure(0.2, percentile=88.4)) == "more than 88 in 100 news articles"
    assert compared(measure(0.2)) == ""


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
