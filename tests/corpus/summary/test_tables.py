from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.corpus.summary import tables
from framing.corpus.summary.estimates import ends
from framing.corpus.summary.figures import choose_figures
from framing.corpus.summary.opening import Corpus

FIGURES = choose_figures(["loaded_terms_own", "sources", "uses_frame_economic", "officials"])
Make = Callable[..., dict[str, object]]
Opened = Callable[..., Corpus]


def test_a_rate_is_the_ratio_of_totals_and_a_count_the_mean_of_articles(opened: Opened, article: Make) -> None:
    rows = [article(1, "Courier", count=1, words=100), article(2, "Courier", count=2, words=900)]
    [group] = tables.tabulate(opened(rows), ["outlet"], FIGURES).groups
    assert group.estimates["loaded_terms_own"].value == pytest.approx(1000 * 3 / 1000)
    assert group.estimates["sources"].value == pytest.approx(1.5)
    assert group.estimates["uses_frame_economic"].value == 1
    assert (group.articles, group.clusters, group.words) == (2, 2, 1000)


def test_a_figure_that_no_article_has_is_not_a_zero(opened: Opened, article: Make) -> None:
    [group] = tables.tabulate(opened([article(1, "Courier"), article(2, "Courier")]), ["outlet"], FIGURES).groups
    assert group.estimates["officials"].value is None
    assert group.estimates["officials"].low is None
    assert group.estimates["officials"].articles == 0


def test_one_cluster_has_no_interval(opened: Opened, article: Make) -> None:
    rows = [article(1, "Courier", count=1), article(2, "Courier", count=9), article(3, "Ledger")]
    by_article = tables.tabulate(opened(rows), ["outlet"], FIGURES)
    by_week = tables.tabulate(opened(rows, name="again"), ["outlet"], FIGURES, "week")
    assert by_article.groups[0].estimates["loaded_terms_own"].low is not None
    assert by_article.groups[1].estimates["loaded_terms_own"].low is None
    assert by_week.groups[0].clusters == 1
    assert by_week.groups[0].estimates["loaded_terms_own"].low is None


def test_what_is_nowhere_found_has_no_interval_of_no_width(opened: Opened, article: Make) -> None:
    rows = [article(number, "Courier", count=0) for number in range(30)]
    [group] = tables.tabulate(opened(rows), ["outlet"], FIGURES).groups
    assert group.estimates["loaded_terms_own"].value == 0
    assert group.estimates["loaded_terms_own"].low is None


def test_the_order_of_articles_and_the_size_of_parts_do_not_matter(opened: Opened, article: Make) -> None:
    generator = np.random.default_rng(5)
    rows = [article(n, f"Outlet {n % 3}", count=int(generator.poisson(3))) for n in range(90)]
    first = tables.tabulate(opened(rows), ["outlet"], FIGURES)
    shuffled = [rows[place] for place in generator.permutation(len(rows))]
    second = tables.tabulate(opened(shuffled, name="other", part_articles=7), ["outlet"], FIGURES)
    for one, other in zip(first.groups, second.groups, strict=True):
        assert one.key == other.key
        for name, estimate in one.estimates.items():
            values = (estimate.value, estimate.low, estimate.high)
            assert values == pytest.approx(
                (other.estimates[name].value, other.estimates[name].low, other.estimates[name].high)
            )


def test_swapping_outlets_names_swaps_their_figures_and_intervals(opened: Opened, article: Make) -> None:
    rows = [article(n, "A" if n % 2 else "B", count=n % 5) for n in range(40)]
    swapped = [{**row, "outlet": "B" if row["outlet"] == "A" else "A"} for row in rows]
    first, second = (
        tables.tabulate(opened(found, name=name), ["outlet"], FIGURES).groups
        for found, name in ((rows, "one"), (swapped, "two"))
    )
    assert first[0].estimates == second[1].estimates
    assert first[1].estimates == second[0].estimates


def test_the_same_words_again_from_one_outlet_count_once(opened: Opened, article: Make) -> None:
    rows = [article(1, "A", count=4), article(2, "A", count=4, content=f"{1:032x}"), article(1, "B", count=4)]
    table = tables.tabulate(opened(rows), ["outlet"], FIGURES)
    assert [group.articles for group in table.groups] == [1, 1]
    assert table.left_out == {"the same words again from one outlet": 1}


@pytest.mark.parametrize("partition", [(), ("outlet",), ("month",), ("outlet", "date")])
def test_folders_of_a_partition_are_read_like_columns(
    opened: Opened, article: Make, partition: tuple[str, ...]
) -> None:
    names = ["2020", "Ærø / Post", "a=b", None]
    rows = [article(n, names[n % 4], count=n) for n in range(16)]
    table = tables.tabulate(opened(rows, partition=partition), ["outlet", "month"], FIGURES)
    assert [group.key for group in table.groups] == [(name, "2031-05") for name in sorted(filter(None, names))]
    assert table.left_out == {"no outlet given": 4}


def test_every_article_is_counted_or_left_out_with_its_reason(opened: Opened, article: Make) -> None:
    unscored = {"words_own.of": None, "words_own": None}
    rows = [
        article(1, "A"),
        article(2, None),
        article(3, "A", month=None),
        article(4, "A", language="fr", **unscored),
        article(5, "A", warnings="too_short", **unscored),
    ]
    table = tables.tabulate(opened(rows), ["outlet", "year"], FIGURES)
    assert table.left_out == {
        "no outlet given": 1,
        "no month given": 1,
        "not in English": 1,
        "not measured: too short": 1,
    }
    assert table.articles == sum(group.articles for group in table.groups) + sum(table.left_out.values())


def test_little_memory_takes_more_passes_and_gives_the_same(
    opened: Opened, article: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = opened([article(n, f"Outlet {n % 3}", count=n % 4) for n in range(30)])
    at_once = tables.tabulate(corpus, ["outlet"], FIGURES)
    monkeypatch.setattr(tables, "_MEMORY", 1)
    assert tables.tabulate(corpus, ["outlet"], FIGURES) == at_once


def test_the_interval_holds_the_truth_about_95_times_in_100(opened: Opened, article: Make) -> None:
    # 200 outlets of the same kind, 60 articles each, whose rates scatter around 5 per 1,000 words.
    generator = np.random.default_rng(20_310_506)
    rows = []
    for number in range(200 * 60):
        words = int(generator.integers(200, 1_500))
        rate = generator.gamma(1.5, 5 / 1.5) / 1000
        rows.append(
            article(number, f"Outlet {number % 200:03d}", count=int(generator.poisson(words * rate)), words=words)
        )
    table = tables.tabulate(opened(rows, part_articles=4_000), ["outlet"], FIGURES[:1])
    estimates = [group.estimates["loaded_terms_own"] for group in table.groups]
    held = sum((one.low or 0) <= 5 <= (one.high or 0) for one in estimates)
    assert 0.90 * 200 <= held <= 0.99 * 200


@given(st.floats(-1e6, 1e6), st.lists(st.floats(-1e6, 1e6) | st.just(float("nan")), min_size=0, max_size=40))
def test_an_interval_holds_its_figure_wherever_the_draws_lie(value: float, draws: list[float]) -> None:
    [(low, high)] = ends(np.array([value]), np.array(draws).reshape(len(draws), 1))
    assert (low is None) == (high is None)
    assert low is None or high is None or low <= value <= high


def test_articles_that_hang_together_widen_the_interval(opened: Opened, article: Make) -> None:
    # Ten weeks, thirty articles a week that repeat one story's figure.
    rows = [
        article(30 * week + n, "A", count=week, date=f"2031-{1 + week:02d}-07", month=f"2031-{1 + week:02d}")
        for week in range(10)
        for n in range(30)
    ]
    corpus = opened(rows)
    widths = []
    for cluster in ("article", "event"):
        [group] = tables.tabulate(corpus, ["outlet"], FIGURES[:1], cluster).groups
        one = group.estimates["loaded_terms_own"]
        widths.append((one.high or 0) - (one.low or 0))
    assert widths[1] > 3 * widths[0]
