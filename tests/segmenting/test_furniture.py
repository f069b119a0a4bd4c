"""Page furniture, line by line: what each mechanism finds, and what it leaves alone."""

import tomllib
from pathlib import Path

import pytest

from framing.segmenting import furniture

CASES: dict[str, dict[str, list[str]]] = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "furniture.toml").read_text(encoding="utf-8")
)
LINES = [
    pytest.param(name, line, side == "finds", id=f"{name}-{side}-{number}")
    for name, sides in CASES.items()
    for side, lines in sides.items()
    for number, line in enumerate(lines, 1)
]


@pytest.mark.parametrize(("name", "line", "found"), LINES)
def test_a_mechanism_finds_its_lines_and_leaves_those_that_look_alike(name: str, line: str, *, found: bool) -> None:
    assert getattr(furniture, name)(line) == found


def test_each_mechanism_has_three_cases_of_each_side_or_more() -> None:
    assert set(CASES) == set(furniture.__all__)
    assert all(len(sides[side]) >= 3 for sides in CASES.values() for side in ("finds", "leaves"))


def test_a_form_is_furniture_however_long_it_is_within_reason() -> None:
    form = "Newsletter sign up for the week: please verify you’re not a robot"
    assert not furniture.is_boilerplate(form.replace("you’re", "you are") + " and more" * 40)
    assert furniture.is_boilerplate(form + " and more" * 40)
    assert not furniture.is_boilerplate(form + " and more" * 80)
    asked = "Want the harbour in your inbox? Sign up here."
    assert furniture.is_boilerplate(asked)
    assert not furniture.is_boilerplate(asked + " The council met in Odden on Monday." * 10)
    assert not furniture.is_boilerplate("Share this on Facebook" + " and on" * 40)
    assert not furniture.is_caption_credit("The pier. " * 60 + "(Reuters)")
    assert not furniture.is_credit("Reporting by Ana Orr " * 20)
