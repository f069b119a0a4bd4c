"""Sums, figures and intervals of groups; matched events; words beside a term; which article was seen."""

import math

import numpy as np
import pytest
from numpy.typing import NDArray

pytest.importorskip("pyarrow", reason="needs the extra framing[corpus]")

from framing.corpus.summary.collocations import Context, collocations
from framing.corpus.summary.estimates import Sums, ends, estimates_of, figure_draws, figure_values
from framing.corpus.summary.figures import ALL_FIGURES, FRAMES_USED, TELLING, choose_figures, columns_of
from framing.corpus.summary.grouping import LeftOut, places, week_of
from framing.corpus.summary.matched import FEWEST_EVENTS, matched_difference, matched_to_others, negative
from framing.corpus.summary.seen import Seen
from framing.corpus.summary.weights import name_hash, poisson_weights
from framing.errors import ConfigError

RATE, COUNT = ALL_FIGURES["loaded_terms_own"], ALL_FIGURES["sources"]
FIGURES = (RATE, COUNT)


def floats(*rows: tuple[float, ...]) -> NDArray[np.float64]:
    return np.array(rows, dtype=np.float64)


def test_sums_add_articles_as_they_are_and_by_draw() -> None:
    sums = Sums.empty(2, 3)
    weights = np.array([[0, 1, 2], [3, 0, 1]], dtype=np.uint8)
    sums.add(floats((2, 1), (4, 0)), floats((100, 1), (300, 0)), weights, 500, 2)
    sums.add(floats((1, 5)), floats((100, 1)), np.array([[1, 1, 0]], dtype=np.uint8), 40, 1)
    assert sums.totals.tolist() == [[7, 6], [500, 2]]
    assert sums.draws[0].tolist() == [[13, 5], [3, 6], [8, 2]]
    assert sums.draws[1].tolist() == [[1000, 1], [200, 2], [500, 2]]
    assert sums.known.tolist() == [3, 2]
    assert (sums.articles, sums.words, sums.clusters) == (3, 540, 3)
    assert figure_values(sums, FIGURES).tolist() == [14.0, 3.0]
    assert figure_draws(sums, FIGURES)[0].tolist() == [13.0, 5.0]
    assert np.isnan(figure_values(Sums.empty(2, 0), FIGURES)).all()


def test_many_articles_are_added_in_pieces() -> None:
    count = 700
    above, below = np.arange(count, dtype=np.float64)[:, None], np.ones((count, 1))
    weights = (np.arange(count * 2) % 5).astype(np.uint8).reshape(count, 2)
    sums = Sums.empty(1, 2)
    sums.add(above, below, weights, 0, 0)
    assert sums.draws[0].ravel().tolist() == (weights.T @ above).ravel().tolist()


def test_draws_that_never_move_make_no_interval() -> None:
    moving, still = np.linspace(0, 1, 500), np.full(500, 2.0)
    found = ends(np.array([0.5, 2.0, math.nan, 0.5]), np.column_stack([moving, still, moving, np.full(500, math.nan)]))
    assert found[0] == pytest.approx((0.025, 0.975))
    assert found[1:] == [(None, None)] * 3


def test_a_group_of_one_cluster_has_figures_without_intervals() -> None:
    weights = poisson_weights(np.array([name_hash("a", str(n)) for n in range(40)], dtype=np.uint64))
    for clusters, known in ((40, True), (1, False)):
        sums = Sums.empty(2, 500)
        counts = np.arange(40, dtype=np.float64)
        sums.add(np.column_stack([counts, counts]), np.full((40, 2), 100.0), weights, 4000, clusters)
        estimates = estimates_of(sums, FIGURES)
        assert list(estimates) == ["loaded_terms_own", "sources"]
        rate = estimates["loaded_terms_own"]
        assert (rate.value, rate.articles) == (195.0, 40)
        assert (rate.low is not None) == (rate.high is not None) == known
        if rate.low is not None and rate.high is not None:
            assert rate.low < 195 < rate.high


def side(above: float, below: float, articles: int) -> Sums:
    sums = Sums.empty(2, 0)
    sums.totals[:] = [[above, 0.0], [below, 0.0]]
    sums.known[:] = [articles, 0]
    return sums


def test_matched_events_weigh_by_how_sure_their_difference_is() -> None:
    events = {
        ("harbour", f"2031-W{week:02d}"): {
            "A": side(week, 1000, 2),
            "B": side(1, 1000, 1 + week % 3),
            **({"C": side(5, 1000, 1)} if week == 3 else {}),
        }
        for week in range(1, 13)
    }
    events["harbour", "2031-W20"] = {"A": side(50, 1000, 9)}
    found = matched_difference(events, ("A", "B"), FIGURES)
    weights = [2 * (1 + week % 3) / (3 + week % 3) for week in range(1, 13)]
    by_hand = sum(w * (week - 1) for w, week in zip(weights, range(1, 13), strict=True)) / sum(weights)
    rate = found["loaded_terms_own"]
    assert rate.difference == pytest.approx(by_hand)
    assert rate.second == pytest.approx(1)
    assert rate.first == pytest.approx(by_hand + 1)
    assert (rate.events, rate.articles) == (12, (24, sum(1 + week % 3 for week in range(1, 13))))
    assert rate.low is not None
    assert rate.high is not None
    assert rate.low < by_hand < rate.high
    nothing = found["sources"]
    assert (nothing.first, nothing.difference, nothing.low, nothing.events, nothing.articles) == (
        None,
        None,
        None,
        0,
        (0, 0),
    )
    turned = matched_difference(events, ("B", "A"), FIGURES)["loaded_terms_own"]
    assert (turned.first, turned.second, turned.articles) == (rate.second, rate.first, rate.articles[::-1])
    assert (turned.low, turned.high) == (-rate.high, -rate.low)
    assert turned.difference == pytest.approx(-by_hand)


@pytest.mark.parametrize(("count", "told"), [(FEWEST_EVENTS - 1, False), (FEWEST_EVENTS, True)])
def test_ten_events_are_the_fewest(count: int, *, told: bool) -> None:
    events = {("x", str(n)): {"A": side(n, 100, 1), "B": side(1, 100, 1)} for n in range(count)}
    rate = matched_difference(events, ("A", "B"), FIGURES)["loaded_terms_own"]
    assert (rate.difference is not None) == (rate.first is not None) == (rate.low is not None) == told
    assert rate.events == count


def test_an_outlet_is_held_against_all_others_together() -> None:
    events = {("x", str(n)): {"A": side(10, 1000, 1), "B": side(2, 1000, 1), "C": side(12, 3000, 2)} for n in range(12)}
    events["y", "0"] = {"A": side(99, 1000, 1)}
    events["y", "1"] = {"B": side(99, 1000, 1), "C": side(99, 1000, 1)}
    rate = matched_to_others(events, "A", FIGURES)["loaded_terms_own"]
    assert (rate.first, rate.second) == (pytest.approx(10), pytest.approx(3.5))
    assert (rate.events, rate.articles) == (12, (12, 36))


def test_minus_zero_is_zero() -> None:
    assert math.copysign(1, negative(0.0) or 0.0) == 1
    assert negative(2.5) == -2.5
    assert negative(None) is None


def test_draws_are_the_same_in_every_version_and_on_every_machine() -> None:
    hashes = np.array([name_hash("event", "harbour", "2031-W19"), name_hash("article", "é")], dtype=np.uint64)
    assert poisson_weights(hashes, 0).shape == (2, 0)
    weights = poisson_weights(hashes, 10)
    assert [f"{value:016x}" for value in hashes.tolist()] == HASHES
    assert weights.tolist() == WEIGHTS


HASHES = ["d752fdbdeeb0ba04", "ee84d3a7e9b31c87"]
WEIGHTS = [[1, 1, 0, 3, 2, 2, 1, 2, 2, 1], [0, 0, 1, 1, 0, 2, 1, 2, 1, 1]]


def row(**values: str | None) -> dict[str, str | None]:
    plain: dict[str, str | None] = {
        "article": "a.jsonl:1", "content": "c1", "outlet": "Tarn Times", "date": "2031-05-06T10:00", "month": "2031-05",
        "topic": "harbour", "genre": "reporting", "language": "en", "kind": "news", "warnings": "", "words": "400",
    }  # fmt: skip
    return {**plain, **values}


def place(by: tuple[str, ...], cluster: str, *, scored: bool = True, **values: str | None) -> object:
    [found] = places([row(**values)], np.array([scored]), by, cluster)
    return found if isinstance(found, str) else (found.key, found.cluster)


def test_groups_are_read_from_the_article_s_columns() -> None:
    whole = ("outlet", "week", "month", "year", "topic", "genre", "language", "kind")
    key = ("Tarn Times", "2031-W19", "2031-05", "2031", "harbour", "reporting", "en", "news")
    assert place(whole, "article") == (key, name_hash("article", "c1"))
    assert place((), "article", content=None) == ((), name_hash("article", "a.jsonl:1"))


@pytest.mark.parametrize(
    ("by", "values", "reason"),
    [
        ("outlet", {"outlet": None}, "no outlet given"),
        ("topic", {"topic": ""}, "no topic given"),
        ("week", {"date": "2031-05"}, "no full date given"),
        ("week", {"date": "2031-13-06"}, "no full date given"),
        ("week", {"date": None}, "no full date given"),
        ("month", {"month": None}, "no month given"),
        ("year", {"month": None}, "no month given"),
    ],
)
def test_what_a_group_needs_and_an_article_has_not_is_named(
    by: str, values: dict[str, str | None], reason: str
) -> None:
    assert place((by,), "article", **values) == reason


def test_clusters_are_days_weeks_and_events() -> None:
    assert place((), "day") == ((), name_hash("day", "2031-05-06"))
    assert place((), "week") == ((), name_hash("week", "2031-W19"))
    assert place((), "event") == ((), name_hash("event", "harbour", "2031-W19"))
    for cluster in ("day", "week"):
        assert place((), cluster, date=None) == "no full date given"
    assert place((), "event", date=None) == place((), "event", topic=None) == "no topic or no full date given"


@pytest.mark.parametrize(
    ("date", "week"),
    [
        ("2031-05-06", "2031-W19"),
        ("2020-01-30T01:00", "2020-W05"),
        ("2021-01-01", "2020-W53"),
        ("6 May", None),
        (None, None),
    ],
)
def test_weeks_are_those_of_iso_8601(date: str | None, week: str | None) -> None:
    assert week_of(date) == week


def test_nothing_is_left_out_before_the_first_article() -> None:
    assert (LeftOut().articles, LeftOut().reasons.total(), LeftOut().repeated) == (0, 0, set())


def test_a_hash_is_new_once_however_many_there_are() -> None:
    seen = Seen()
    known: set[int] = set()
    generator = np.random.default_rng(3)
    for _ in range(60):
        batch = generator.integers(0, 500, 40).astype(np.uint64)
        fresh = []
        for value in batch.tolist():
            fresh.append(value not in known)
            known.add(value)
        assert seen.new(batch).tolist() == fresh
    assert seen.new(np.zeros(0, dtype=np.uint64)).tolist() == []


def contexts(word: str, beside: str, count: int, far: int = 0) -> list[Context]:
    rows = []
    for number in range(count):
        text = f"zz{number} {'gap ' * far}{beside} {word} yy{number}"
        start = text.index(word)
        rows.append((text, start, start + len(word)))
    return rows


def test_words_that_stand_beside_a_term_more_often_than_chance_has_it() -> None:
    pytest.importorskip("nltk")
    others = contexts("mob", "angry", 30)
    assert collocations({"regime": contexts("regime", "Brutal", 6), "mob": others}) == {
        "regime": ("brutal",),
        "mob": ("angry",),
    }
    assert collocations({"regime": contexts("regime", "brutal", 4), "mob": others})["regime"] == ()
    assert collocations({"regime": contexts("regime", "with", 9), "mob": others})["regime"] == ()
    assert collocations({"regime": contexts("regime", "so", 9), "mob": others})["regime"] == ()
    assert collocations({"regime": [], "mob": others})["regime"] == ()
    many = {"regime": contexts("regime", "aaa bbb ccc ddd", 9), "mob": others}
    assert collocations(many)["regime"] == ("aaa", "bbb", "ccc", "ddd")
    behind = [(f"regime aaa bbb ccc ddd eee zz{n}", 0, 6) for n in range(9)]
    assert set(collocations({"regime": behind, "mob": others})["regime"]) == {"aaa", "bbb", "ccc", "ddd"}


def test_figures_are_chosen_by_name_and_read_from_their_columns() -> None:
    assert choose_figures(["sources", "loaded_terms_own", "sources"]) == (COUNT, RATE)
    assert (RATE.ratio, RATE.scale, COUNT.ratio, COUNT.scale) == (True, 1000.0, False, 1.0)
    assert (ALL_FIGURES["officials"].ratio, ALL_FIGURES["officials"].scale) == (True, 1.0)
    assert columns_of(FIGURES) == ["words_own.of", "loaded_terms_own", "loaded_terms_own.of", "sources"]
    frames = choose_figures(FRAMES_USED[:2])
    assert [figure.frame for figure in frames] == [name.removeprefix("uses_frame_") for name in FRAMES_USED[:2]]
    assert columns_of(frames) == ["words_own.of", "frames"]
    with pytest.raises(ConfigError, match=r"^there is no measure 'soures'; did you mean sources"):
        choose_figures(["soures"])
    with pytest.raises(
        ConfigError, match=rf"^there is no measure 'qqq'; there are {', '.join(TELLING[:4])} and others$"
    ):
        choose_figures(["qqq"])
