import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from framing.corpus.summary.weights import name_hash, poisson_weights

HASHES = np.array([name_hash("article", str(number)) for number in range(4_000)], dtype=np.uint64)


def test_weights_have_the_mean_and_variance_of_a_poisson_distribution() -> None:
    weights = poisson_weights(HASHES)
    assert abs(weights.mean() - 1) < 0.005
    assert abs(weights.var() - 1) < 0.01
    assert abs((weights == 0).mean() - np.exp(-1)) < 0.002


def test_draws_and_clusters_are_not_correlated() -> None:
    weights = poisson_weights(HASHES, 12).astype(float)
    between_draws = np.corrcoef(weights.T) - np.eye(12)
    assert abs(between_draws).max() < 0.07  # 4 standard errors of 4,000 pairs
    neighbours = np.corrcoef(weights[:-1].ravel(), weights[1:].ravel())[0, 1]
    assert abs(neighbours) < 0.02


def test_a_weight_depends_on_the_name_alone() -> None:
    order = np.random.default_rng(1).permutation(len(HASHES))
    assert (poisson_weights(HASHES)[order] == poisson_weights(HASHES[order])).all()
    assert (poisson_weights(HASHES[:1], 8) == poisson_weights(HASHES[:1], 500)[:, :8]).all()


@given(st.integers(0, 2**64 - 1), st.integers(0, 600))
def test_there_is_a_weight_for_every_draw(value: int, draws: int) -> None:
    assert poisson_weights(np.array([value], dtype=np.uint64), draws).shape == (1, draws)


def test_parts_of_a_name_do_not_run_together() -> None:
    assert name_hash("event", "ab", "c") != name_hash("event", "a", "bc")


def test_a_name_may_hold_lone_surrogates() -> None:
    assert name_hash("\ud800") != name_hash("\ud801")
