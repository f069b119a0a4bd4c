"""Are two articles about one event: what they share, figure by figure, and what the model makes of it."""

import math
from collections.abc import Mapping

import pytest

from framing.aligned import Passage
from framing.comparing.event import FEATURES, Shared, dated, days_apart, judge, shared
from framing.comparing.passages import Told
from framing.modelling.artifact import load_artifact

NOTHING = Passage(0, 0, 0, 0, "lead")


def told(weights: Mapping[str, float], names: str = "", numbers: str = "", days: tuple[str, ...] = ()) -> Told:
    return Told(NOTHING, weights, frozenset(names.split()), frozenset(numbers.split()), denied=False, weekdays=days)


def between(first: list[Told], second: list[Told], links: int = 0) -> Shared:
    found = shared(first, second, ({}, {}), links)
    turned = shared(second, first, ({}, {}), links)
    assert found.row() == pytest.approx(turned.row())
    return found


def test_vocabulary_is_the_cosine_of_the_words_weights() -> None:
    found = between([told({"pier": 3.0, "vote": 4.0})], [told({"pier": 3.0, "boat": 4.0})])
    assert found.vocabulary == pytest.approx(9 / 25)
    assert between([told({"pier": 3.0})], [told({"pier": 1.0})]).vocabulary == pytest.approx(1)
    assert between([], [told({"pier": 1.0})]).vocabulary == 0


def test_a_word_that_comes_again_weighs_more_but_not_twice() -> None:
    found = between([told({"pier": 1.0}), told({"pier": 1.0, "vote": 1.0})], [told({"pier": 1.0})])
    twice = 1 + math.log(2)
    assert found.vocabulary == pytest.approx(twice / math.hypot(twice, 1))


def test_words_leave_out_the_names_of_both() -> None:
    found = between([told({"holm": 9.0, "pier": 1.0}, "holm")], [told({"holm": 9.0, "pier": 1.0, "boat": 1.0})])
    assert found.words == pytest.approx(1 / math.sqrt(2))
    assert found.vocabulary > 0.9


def test_names_are_those_of_the_article_with_less_that_the_other_has_too() -> None:
    first = [told({"holm": 2.0, "tarn": 2.0, "pier": 9.0}, "holm tarn")]
    second = [told({"holm": 2.0, "odden": 6.0, "berg": 1.0}, "odden berg holm")]
    assert between(first, second).names == pytest.approx(2 / 4)
    assert between(first, [told({"pier": 1.0})]).names == 0
    assert between(first, [told({"holm": 1.0}, "holm")]).names == pytest.approx(1)
    assert between(first, first).names == pytest.approx(1)


def test_numbers_of_two_digits_and_more_are_counted_once() -> None:
    first = [told({}, numbers="46 9 300000"), told({}, numbers="46 12")]
    second = [told({}, numbers="46 9 12 77")]
    assert between(first, second).numbers == 2


def test_the_lead_is_four_sentences() -> None:
    filler = [told({f"word{number}": 1.0}) for number in range(4)]
    assert between([*filler[:3], told({"pier": 1.0})], [told({"pier": 1.0})]).lead == pytest.approx(0.5)
    assert between([*filler, told({"pier": 1.0})], [told({"pier": 1.0})]).lead == 0


def test_links_are_counted_over_the_shorter_article() -> None:
    sentence = told({"pier": 1.0})
    assert between([sentence] * 4, [sentence] * 10, 3).links == 3 / 4
    assert between([], [sentence], 0).links == 0


def test_weekdays_count_up_to_three_times_each() -> None:
    one = [told({}, days=("mon", "mon", "fri"))]
    assert between(one, [told({}, days=("mon",))]).weekdays == pytest.approx(2 / math.sqrt(5))
    often, thrice = [told({}, days=("mon",) * 9 + ("fri",))], [told({}, days=("mon",) * 3 + ("fri",))]
    assert between(often, thrice).weekdays == pytest.approx(1)
    assert between(one, [told({})]).weekdays == between([told({})], [told({})]).weekdays == 0.4
    assert between(one, [told({}, days=("sun",))]).weekdays == 0


def test_headlines_are_compared_by_themselves() -> None:
    found = shared([], [], ({"pier": 1.0, "vote": 1.0}, {"pier": 1.0}), 0)
    assert found.headline == pytest.approx(1 / math.sqrt(2))
    assert found.vocabulary == 0


def test_a_row_has_the_features_in_their_order_and_counts_damped() -> None:
    found = Shared(0.1, 0.2, 0.3, 4, 0.5, 0.6, 0.7, 0.8)
    assert dict(zip(FEATURES, found.row(), strict=True)) == pytest.approx(
        {
            "vocabulary": 0.1,
            "words": 0.2,
            "names": 0.3,
            "numbers": math.log(5),
            "lead": 0.5,
            "links": math.log(7),
            "weekdays": 0.7,
            "headline": 0.8,
        }
    )


@pytest.mark.parametrize(
    ("first", "second", "days"),
    [
        ("2026-03-06", "2026-03-06", 0),
        ("2026-03-06", "2026-03-09T11:00:00Z", 3),
        ("2026-03-09", "2026-03-06", 3),
        ("2026-03-06", None, None),
        (None, "2026-03-06", None),
        ("", "2026-03-06", None),
        ("March 6", "2026-03-06", None),
        ("2026-03-06", "2026-13-06", None),
    ],
)
def test_days_apart(first: str | None, second: str | None, days: int | None) -> None:
    assert days_apart(first, second) == days


def test_a_month_apart_is_as_far_as_a_year() -> None:
    assert dated(0) == 0
    assert dated(2) == pytest.approx(math.log(3))
    assert dated(29) < dated(30) == dated(31) == dated(365)


def judged(dates: tuple[str | None, str | None]) -> tuple[float, float, bool]:
    """What the model says of two articles, what its weights come to by hand, and whether it is one event."""
    first = [told({"holm": 4.0, "pier": 3.0, "vote": 2.0}, "holm", "46 12", ("mon",))]
    second = [told({"holm": 4.0, "pier": 3.0, "boat": 2.0}, "holm", "46 77", ("mon",))]
    headlines = ({"pier": 2.0}, {"pier": 2.0, "boat": 1.0})
    others = [[told({"milk": 1.0})], first, second]
    event = judge(others, [{}, *headlines], [None, *dates], 1, (1, 2))
    row = shared(first, second, headlines, 1).row()
    days = days_apart(*dates)
    kind = "undated" if days is None else "dated"
    weights = load_artifact("events").array(f"{kind}_weights")
    values = row if days is None else (*row, dated(days))
    odds = sum(float(weight) * value for weight, value in zip(weights[:-1], values, strict=True)) + float(weights[-1])
    threshold = float(load_artifact("events").array(f"{kind}_threshold")[0])
    assert (event.articles, event.days, event.numbers) == ((1, 2), days, 1)
    assert event.names == pytest.approx(1)
    assert event.vocabulary == shared(first, second, headlines, 1).vocabulary
    assert event.same == (event.probability >= threshold)
    return event.probability, 1 / (1 + math.exp(-odds)), event.same


@pytest.mark.parametrize("dates", [(None, None), ("2026-03-06", "2026-03-06"), ("2026-03-06", "2026-05-06")])
def test_the_model_with_days_is_asked_where_both_articles_have_a_date(dates: tuple[str | None, str | None]) -> None:
    probability, by_hand, _ = judged(dates)
    assert probability == pytest.approx(by_hand)
    assert 0 < probability < 1


def test_articles_that_share_nothing_are_of_two_events_and_equal_ones_of_one() -> None:
    apart = judge([[told({"milk": 1.0})], [told({"pier": 1.0})]], [{}, {}], [None, None], 0, (0, 1))
    assert not apart.same
    same = [told({f"word{n}": 5.0 for n in range(30)}, "word1 word2", "46 12 77", ("mon",))]
    assert judge([same, same], [{"pier": 1.0}] * 2, ["2026-03-06"] * 2, 1, (0, 1)).same
