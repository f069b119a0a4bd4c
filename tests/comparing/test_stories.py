"""Facts of linked sentences: how each account stands to them, and when an account is said to tell nothing of one."""

import pytest

from framing.aligned import Link, Passage, Story
from framing.comparing.align import Alignment, Elsewhere
from framing.comparing.passages import Told
from framing.comparing.stories import SURELY_NOT, WHOLLY, stories


def told(article: int) -> Told:
    return Told(Passage(article, 0, 0, 40, "lead"), {"pier": 3.0}, frozenset(), frozenset(), denied=False, weekdays=())


def story(*, linked: int, likely: dict[int, Elsewhere]) -> Story:
    """The fact of four accounts' only sentences, of which the first so many are linked to the first one."""
    articles = [[told(number)] for number in range(4)]
    first = articles[0][0].passage
    links = tuple(Link(first, articles[number][0].passage, 0.5, 0.9) for number in range(1, linked))
    within = {
        (one[0].passage, other): likely.get(other, Elsewhere(0.01, 0.01)) for one in articles for other in range(4)
    }
    alignment = Alignment(links, {one[0].passage: 0.9 for one in articles}, within, {})
    (found,), _ = stories(articles, alignment)
    return found


def test_an_account_tells_all_of_a_fact_or_at_least_a_part() -> None:
    likely = {1: Elsewhere(0.9, WHOLLY), 2: Elsewhere(0.9, WHOLLY - 0.01), 3: Elsewhere(0.9, 0.9)}
    assert story(linked=4, likely=likely).standings == ("told", "told", "partly", "told")


@pytest.mark.parametrize(("likely", "standing"), [(SURELY_NOT, "unsure"), (SURELY_NOT - 0.01, "not_found")])
def test_an_account_without_a_link_is_unsure_until_no_sentence_is_likely(likely: float, standing: str) -> None:
    assert story(linked=3, likely={3: Elsewhere(likely, 0.0)}).standings[3] == standing


def test_only_what_all_others_tell_and_an_account_surely_does_not_is_left_out() -> None:
    assert story(linked=3, likely={}).left_out == 3
    assert story(linked=3, likely={3: Elsewhere(0.5, 0.1)}).left_out is None
    assert story(linked=2, likely={}).left_out is None
    assert story(linked=4, likely={}).left_out is None
