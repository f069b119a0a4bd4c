"""The bar of a table."""

import pytest

from framing.progress import Bar


def test_the_bar_says_how_far_and_how_long() -> None:
    bar = Bar(1200, shown=False)
    bar.add(300)
    assert bar.line(60.0) == "[######------------------]  25%  300 of 1,200 articles, 5.0 a second, 3:00 left"


def test_nothing_is_shown_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    bar = Bar(2)
    bar.add(2)
    bar.end()
    assert capsys.readouterr().err == ""


def test_an_empty_table_has_a_bar_too() -> None:
    assert Bar(0, shown=False).line(0.0).endswith("0 of 0 articles, 0.0 a second, 0:00 left")
