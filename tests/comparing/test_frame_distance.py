"""How far the frames of two articles are apart, and whether their sentences carry it."""

import numpy as np
import pytest

import framing
from framing.comparison import FrameDistance
from framing.finding import POLICY_FRAMES
from framing.measuring.counts import count
from framing.measuring.definitions import Totals
from framing.measuring.diversity import jensen_shannon_distance
from framing.report import Report

MONEY = "Taxes rise again as the deficit of the budget grows\n\n" + " ".join(
    f"The budget deficit cost taxpayers {n} million in taxes and debt." for n in range(20, 32)
)
COURTS = "Judge sends robber of taxes to prison\n\nThe trial cost taxpayers 20 million. " + " ".join(
    f"The judge sentenced robber number {n} to prison for murder and theft." for n in range(20, 32)
)


def distance(*texts: str) -> FrameDistance:
    return framing.compare([framing.analyze(text) for text in texts]).frames[0]


def by_hand(reports: list[Report], part: str) -> float:
    weights = []
    for report in reports:
        counts = count(report.analysis)
        columns = tuple(f"{part}.frame.{name}" for name in POLICY_FRAMES)
        weights.append(Totals(counts.columns, counts.totals()).listed(columns))
    return float(jensen_shannon_distance(*weights))


def test_bodies_and_headlines_are_compared_by_the_shares_of_their_frames() -> None:
    reports = [framing.analyze(text) for text in (MONEY, COURTS)]
    [found] = framing.compare(reports).frames
    assert found.articles == (0, 1)
    assert found.distance == pytest.approx(by_hand(reports, "body"))
    assert found.headline == pytest.approx(by_hand(reports, "headline"))
    assert found.distance != pytest.approx(found.headline)


def test_frames_that_have_nothing_in_common_carry_a_difference() -> None:
    found = distance(MONEY, COURTS)
    assert found.distance is not None
    assert found.alike is not None
    assert 0 < found.alike < 0.5 < found.distance <= 1
    assert found.carried
    assert found.low is not None
    assert found.high is not None
    assert found.alike < found.low <= found.distance <= found.high <= 1


def test_one_article_s_sentences_dealt_to_two_are_as_far_apart_as_chance_has_it() -> None:
    mixed = [s + "." for s in (MONEY + " " + COURTS).replace("\n\n", " ").split(".") if s.strip()]
    order = np.random.Generator(np.random.PCG64(7)).permutation(len(mixed)).tolist()
    halves = [" ".join(mixed[n].strip() for n in order[side::2]) for side in (0, 1)]
    found = distance(*halves)
    assert found.distance is not None
    assert found.alike is not None
    assert 0.1 < found.alike < 0.6
    assert found.distance < found.alike
    assert not found.carried
    again = distance(*halves)
    assert (again.alike, again.low, again.high) == (found.alike, found.low, found.high)


def test_the_interval_of_two_equal_articles_is_that_of_independent_draws() -> None:
    mixed = MONEY + " " + COURTS.split("\n\n")[1]
    found = distance(mixed, mixed)
    assert found.distance == pytest.approx(0, abs=1e-6)
    assert found.high is not None
    assert found.high > 0.02


def test_what_has_no_frame_or_one_sentence_has_no_distance_or_no_chance() -> None:
    single = distance("The budget deficit cost taxpayers 20 million in taxes and debt.", COURTS)
    assert single.distance is not None
    assert (single.low, single.high, single.alike, single.carried) == (None, None, None, False)
    turned = distance(COURTS, "The budget deficit cost taxpayers 20 million in taxes and debt.")
    assert (turned.low, turned.alike, turned.carried) == (None, None, False)
    nothing = distance("It was there then. They were so then. It was that of them.", COURTS)
    assert (nothing.distance, nothing.low, nothing.headline, nothing.carried) == (None, None, None, False)


def test_three_articles_are_compared_in_pairs_in_their_order() -> None:
    reports = [framing.analyze(text) for text in (MONEY, COURTS, MONEY)]
    rows = framing.compare(reports)
    assert [row.articles for row in rows.frames] == [(0, 1), (0, 2), (1, 2)]
    assert rows.frames[1].distance == pytest.approx(0, abs=1e-6)
    assert rows.frames[0].distance == pytest.approx(rows.frames[2].distance)
    assert [row.articles for row in rows.differences[::13]] == [(0, 1), (0, 2), (1, 2)]
