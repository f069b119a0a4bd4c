"""Entropy, evenness, concentration and divergence of shares."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.measuring.diversity import concentration, entropy, evenness, jensen_shannon_distance, shares

TOTALS = st.lists(st.floats(0, 1e6), min_size=2, max_size=8).map(np.array)


def test_equal_classes_have_the_greatest_entropy() -> None:
    assert float(entropy(np.array([2.0, 2.0, 2.0, 2.0]))) == pytest.approx(2.0)
    assert float(evenness(np.array([2.0, 2.0, 2.0, 2.0]))) == pytest.approx(1.0)
    assert float(concentration(np.array([2.0, 2.0, 2.0, 2.0]))) == pytest.approx(0.25)


def test_one_class_has_no_evenness() -> None:
    assert float(entropy(np.array([3.0, 0.0]))) == 0.0
    assert math.isnan(float(evenness(np.array([3.0, 0.0]))))
    assert float(concentration(np.array([3.0, 0.0]))) == 1.0


def test_nothing_has_no_shares() -> None:
    nothing = np.zeros(3)
    assert np.isnan(shares(nothing)).all()
    assert math.isnan(float(entropy(nothing)))
    assert math.isnan(float(jensen_shannon_distance(nothing, np.ones(3))))


@given(TOTALS)
def test_figures_keep_their_range(totals: np.ndarray) -> None:
    if totals.sum() > 0:
        assert 0 <= float(entropy(totals)) <= math.log2(len(totals)) + 1e-9
        assert 0 < float(concentration(totals)) <= 1 + 1e-9


@given(TOTALS)
def test_an_equal_pair_has_no_distance(totals: np.ndarray) -> None:
    if totals.sum() > 0:
        assert float(jensen_shannon_distance(totals, totals * 3)) == pytest.approx(0.0, abs=1e-6)


def test_distance_is_symmetric() -> None:
    one, two = np.array([5.0, 1.0, 0.0]), np.array([1.0, 1.0, 4.0])
    assert float(jensen_shannon_distance(one, two)) == pytest.approx(float(jensen_shannon_distance(two, one)))


def test_draws_are_served_at_once() -> None:
    draws = np.array([[1.0, 1.0], [2.0, 0.0], [0.0, 0.0]])
    assert entropy(draws).shape == (3,)
    assert np.isnan(entropy(draws)[2])
