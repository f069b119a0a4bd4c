from collections.abc import Callable

import numpy as np
import pytest

from framing.corpus.summary.comparing import compare_outlets, event_sums
from framing.corpus.summary.figures import choose_figures
from framing.corpus.summary.matched import FEWEST_EVENTS, matched_to_others
from framing.corpus.summary.opening import Corpus
from framing.errors import ConfigError

FIGURES = choose_figures(["loaded_terms_own", "sources"])
Make = Callable[..., dict[str, object]]
Opened = Callable[..., Corpus]


def events(article: Make, count: int, *, seed: int = 1, apart: float = 0.0) -> list[dict[str, object]]:
    """Articles of two outlets about events whose own rate differs widely; "Bell" has ``apart`` more per 1,000 words."""
    generator = np.random.default_rng(seed)
    rows = []
    for event in range(count):
        level = generator.gamma(2, 3)
        for outlet, more in (("Anchor", 0.0), ("Bell", apart)):
            for _ in range(int(generator.integers(1, 4))):
                words = int(generator.integers(300, 1_200))
                found = int(generator.poisson(words * (level + more) / 1000))
                date = f"2031-{1 + event % 12:02d}-10"
                rows.append(article(len(rows), outlet, found, words, topic=f"topic {event // 12}", date=date))
    return rows


def test_swapping_outlets_turns_every_sign_exactly(opened: Opened, article: Make) -> None:
    corpus = opened(events(article, 24, apart=2))
    [one] = compare_outlets(corpus, ["Anchor", "Bell"], FIGURES).pairs
    [other] = compare_outlets(corpus, ["Bell", "Anchor"], FIGURES).pairs
    for figure in FIGURES:
        for side in ("raw", "matched"):
            first, second = getattr(one, side)[figure.name], getattr(other, side)[figure.name]
            assert first.difference == -second.difference
            assert (first.low, first.high) == (-second.high, -second.low)
            assert (first.first, first.second) == (second.second, second.first)
        assert one.matched[figure.name].articles == other.matched[figure.name].articles[::-1]


def test_a_difference_of_stories_alone_goes_away_on_the_same_events(opened: Opened, article: Make) -> None:
    # Bell writes four more articles about each of the events that are told in loaded words, and tells them the same.
    rows = []
    for event in range(24):
        heated = event % 2
        for outlet in ["Anchor"] + ["Bell"] * (5 if heated else 1):
            columns = {"topic": f"topic {event // 12}", "date": f"2031-{1 + event % 12:02d}-10"}
            rows.append(article(len(rows), outlet, 10 if heated else 1, 1_000, **columns))
    [pair] = compare_outlets(opened(rows), ["Anchor", "Bell"], FIGURES).pairs
    raw, matched = pair.raw["loaded_terms_own"], pair.matched["loaded_terms_own"]
    assert raw.difference == pytest.approx(5.5 - 8.5)
    assert raw.high is not None
    assert raw.high < 0
    assert matched.difference == 0
    assert (matched.events, matched.articles) == (24, (24, 72))


def test_only_events_of_both_count(opened: Opened, article: Make) -> None:
    rows = events(article, 15)
    alone = [article(900 + n, "Anchor", 50, topic="elsewhere", date=f"2031-03-{1 + n:02d}") for n in range(5)]
    with_them = compare_outlets(opened([*rows, *alone]), ["Anchor", "Bell"], FIGURES).pairs[0]
    without = compare_outlets(opened(rows, name="without"), ["Anchor", "Bell"], FIGURES).pairs[0]
    assert with_them.matched == without.matched
    assert with_them.events == 15
    assert with_them.raw["loaded_terms_own"].difference != without.raw["loaded_terms_own"].difference


def test_too_few_events_cannot_be_told(opened: Opened, article: Make) -> None:
    [pair] = compare_outlets(opened(events(article, FEWEST_EVENTS - 1)), ["Anchor", "Bell"], FIGURES).pairs
    matched = pair.matched["loaded_terms_own"]
    assert (matched.difference, matched.low, matched.high, matched.first) == (None, None, None, None)
    assert matched.events == FEWEST_EVENTS - 1


def test_without_topics_or_dates_nothing_is_matched(opened: Opened, article: Make) -> None:
    rows = [article(n, "Anchor" if n % 2 else "Bell", topic=None if n < 10 else "x", date="spring") for n in range(20)]
    comparison = compare_outlets(opened(rows), ["Anchor", "Bell"], FIGURES)
    assert comparison.pairs[0].matched["loaded_terms_own"].events == 0
    assert comparison.unmatched == {"no topic given": 10, "no full date given": 10}


def test_the_matched_interval_holds_the_truth_about_95_times_in_100(opened: Opened, article: Make) -> None:
    held = 0
    for seed in range(60):
        rows = events(article, 40, seed=seed, apart=3)
        corpus = opened([{**row, "topic": f"{row['topic']} {seed}"} for row in rows], name=f"scores {seed}")
        found, _ = event_sums(corpus, FIGURES[:1])
        one = matched_to_others(found, "Bell", FIGURES[:1])["loaded_terms_own"]
        held += (one.low or 0) <= 3 <= (one.high or 0)
    assert held >= 60 * 0.88


def test_an_outlet_against_the_only_other_is_the_pair(opened: Opened, article: Make) -> None:
    corpus = opened(events(article, 20, apart=1))
    found, _ = event_sums(corpus, FIGURES)
    assert (
        matched_to_others(found, "Anchor", FIGURES)
        == compare_outlets(corpus, ["Anchor", "Bell"], FIGURES).pairs[0].matched
    )


def test_three_outlets_are_compared_each_with_each(opened: Opened, article: Make) -> None:
    rows = [article(n, ("Anchor", "Bell", "Cove")[n % 3], n % 4) for n in range(30)]
    comparison = compare_outlets(opened(rows), ["Cove", "Anchor", "Bell"], FIGURES)
    assert [(pair.first, pair.second) for pair in comparison.pairs] == [
        ("Cove", "Anchor"),
        ("Cove", "Bell"),
        ("Anchor", "Bell"),
    ]


def test_an_unknown_outlet_is_named_with_those_that_are_near(opened: Opened, article: Make) -> None:
    corpus = opened([article(1, "Harbour Courier"), article(2, "Hill Standard")])
    with pytest.raises(ConfigError, match="no article is of 'Harbor Courier'; near: Harbour Courier"):
        compare_outlets(corpus, ["Harbor Courier", "Hill Standard"], FIGURES)
    with pytest.raises(ConfigError, match="two outlets or more"):
        compare_outlets(corpus, ["Hill Standard", "Hill Standard"], FIGURES)


def test_an_event_weighs_as_much_as_its_difference_is_sure(opened: Opened, article: Make) -> None:
    # A difference of two means is as sure as one mean of n·m / (n + m) articles: 1·1/2 here, 3·6/9 there.
    rows = []
    for event in range(20):
        told = (1, 1, 10) if event % 2 else (3, 6, 1)
        for outlet, count, found in (("Anchor", told[0], 0), ("Bell", told[1], told[2])):
            columns = {"topic": f"topic {event}", "date": "2031-01-10"}
            rows += [article(len(rows) + number, outlet, found, 1_000, **columns) for number in range(count)]
    [pair] = compare_outlets(opened(rows), ["Bell", "Anchor"], FIGURES).pairs
    assert pair.matched["loaded_terms_own"].difference == pytest.approx((0.5 * 10 + 2 * 1) / 2.5)
