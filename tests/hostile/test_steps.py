"""How often each function is called grows as the text does: what one word costs, a thousand of it cost a thousand times."""

import sys
from collections import Counter
from types import FrameType

import pytest

from framing import analyze

TURN = "The council met on Tuesday, and the mayor of Odden said that nobody had seen the plan for the old harbour. "
FEW, MANY = 10, 40


def calls(text: str) -> Counter[str]:
    """Return how often each function of the package is called, comprehensions and generators by their own."""
    found: Counter[str] = Counter()

    def count(frame: FrameType, event: str, _argument: object) -> None:
        if event == "call":
            found[f"{frame.f_code.co_filename}:{frame.f_code.co_firstlineno}"] += 1

    sys.setprofile(count)
    try:
        analyze(text)
    finally:
        sys.setprofile(None)
    return found


@pytest.mark.parametrize("thing", ["thugs ", "Trump slams ", "the thugs’ “regime” "])
def test_a_paragraph_of_one_thing_takes_calls_in_proportion_to_the_text(thing: str) -> None:
    """Each word that the model proposes was held against all others, each technique against all listed words."""
    few, many = ("\n\n".join([TURN + thing * (400 // len(thing))] * count) for count in (FEW, MANY))
    calls(few)  # what is read once and kept is read here
    before, after = calls(few), calls(many)
    assert {place: (before[place], count) for place, count in after.items() if count > 6 * before[place] + 2_000} == {}
