"""The tagger on arrays: scores for tokens, best labels for blocks."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.errors import ModelError
from framing.modelling import convolution
from framing.modelling.artifact import Artifact
from framing.modelling.convolution import Network, best_labels, edges_within, network, token_scores
from framing.modelling.labels import LABELS
from framing.modelling.recurrence import Recurrence, read_both_ways
from framing.modelling.token_features import ENDINGS, FLAGS, TokenFeatures

WIDTH, DIM, DILATIONS, READING = 5, 6, (1, 2, 4), 3


def arrays(seed: int = 0) -> dict[str, np.ndarray]:
    random = np.random.default_rng(seed)
    labels = len(LABELS)
    return {
        "words": random.integers(-127, 127, (12, WIDTH)).astype(np.int8),
        "word_scales": random.uniform(0.005, 0.02, 12).astype(np.float32),
        "endings": random.normal(size=(ENDINGS, WIDTH)).astype(np.float32),
        "entry": random.normal(size=(2 * WIDTH + len(FLAGS) + 1, DIM)).astype(np.float32),
        "layers": random.normal(size=(len(DILATIONS), 3 * DIM + 1, DIM)).astype(np.float32),
        "scales": random.normal(size=(len(DILATIONS) + 1, 2, DIM)).astype(np.float32),
        "dilations": np.array(DILATIONS, dtype=np.int64),
        "reading_inputs": random.normal(size=(2, DIM + 1, 4 * READING)).astype(np.float32),
        "reading_states": random.normal(size=(2, READING, 4 * READING)).astype(np.float32),
        "exit": random.normal(size=(2 * READING + 1, labels)).astype(np.float32),
        "transitions": random.normal(size=(labels, labels)).astype(np.float32),
        "opening": random.normal(size=labels).astype(np.float32),
    }


def small_network(seed: int = 0) -> Network:
    return network(Artifact(arrays(seed), {"name": "small"}))


def random_features(count: int, seed: int = 1, edges: tuple[int, ...] = ()) -> TokenFeatures:
    random = np.random.default_rng(seed)
    return TokenFeatures(
        words=random.integers(0, 12, count),
        endings=random.integers(0, ENDINGS, count),
        flags=random.uniform(size=(count, len(FLAGS))).astype(np.float32),
        edges=edges or (0, count),
        canonical=["word"] * count,
    )


@pytest.mark.parametrize("piece", [1, 3, 7, 8, 40, 4096])
def test_the_size_of_a_piece_does_not_change_the_scores(monkeypatch: pytest.MonkeyPatch, piece: int) -> None:
    features = random_features(41)
    whole = token_scores(features, small_network())
    monkeypatch.setattr(convolution, "_PIECE", piece)
    np.testing.assert_allclose(token_scores(features, small_network()), whole, rtol=1e-4, atol=1e-4)


def test_runs_of_blocks_are_scored_as_in_the_whole_text(monkeypatch: pytest.MonkeyPatch) -> None:
    features = random_features(60, edges=(0, 10, 18, 30, 42, 50, 60))
    whole = token_scores(features, small_network())
    computed: list[int] = []
    convolved = convolution._convolved

    def counted(features: TokenFeatures, weights: Network, first: int, last: int) -> np.ndarray:
        computed.append(last - first)
        return convolved(features, weights, first, last)

    monkeypatch.setattr(convolution, "_convolved", counted)
    runs = [(10, 18), (42, 60)]
    parts = token_scores(features, small_network(), runs)
    np.testing.assert_allclose(parts, np.concatenate([whole[10:18], whole[42:60]]), rtol=1e-4, atol=1e-4)
    # Each run with the seven tokens on either side that the convolutions reach.
    assert computed == [8 + 14, 18 + 7]
    assert edges_within(features.edges, runs) == (0, 8, 16, 26)


@pytest.mark.parametrize("together", [1, 12, 25, 1000])
def test_how_many_blocks_are_read_together_does_not_change_the_scores(
    monkeypatch: pytest.MonkeyPatch, together: int
) -> None:
    features = random_features(60, edges=(0, 10, 18, 30, 42, 50, 60))
    runs = [(0, 18), (30, 60)]
    whole = token_scores(features, small_network())
    monkeypatch.setattr(convolution, "_SIDE_BY_SIDE", together)
    monkeypatch.setattr(convolution, "_PIECE", 7)
    parts = token_scores(features, small_network(), runs)
    np.testing.assert_allclose(parts, np.concatenate([whole[:18], whole[30:]]), rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("count", [0, 1, 2, 3, 5, 9])
def test_texts_shorter_than_the_widest_layer_have_scores(count: int) -> None:
    scores = token_scores(random_features(count), small_network())
    assert scores.shape == (count, len(LABELS))
    assert np.isfinite(scores).all()


def test_a_word_moves_no_scores_beyond_the_blocks_in_reach_of_the_convolutions() -> None:
    features = random_features(60, edges=(0, 10, 18, 30, 42, 50, 60))
    before = token_scores(features, small_network())
    words = features.words.copy()
    words[36] = (words[36] + 1) % 12
    after = token_scores(features._replace(words=words), small_network())
    changed = np.flatnonzero(np.abs(before - after).max(axis=1) > 1e-6)
    # 36 ± 7 lies in the blocks 18-30, 30-42 and 42-50; within those each token is read with the whole block.
    assert 36 in changed
    assert changed.min() >= 18
    assert changed.max() < 50


def test_blocks_that_lie_apart_are_read_alike_whatever_stands_around_them() -> None:
    random = np.random.default_rng(4)
    weights = small_network().recurrence
    one, other = (
        random.normal(size=(5, DIM + 1)).astype(np.float32),
        random.normal(size=(9, DIM + 1)).astype(np.float32),
    )
    together = read_both_ways(np.concatenate([one, other]), (0, 5, 14), weights)
    np.testing.assert_allclose(together[:5], read_both_ways(one, (0, 5), weights), rtol=1e-5, atol=1e-6)
    np.testing.assert_allclose(together[5:], read_both_ways(other, (0, 9), weights), rtol=1e-5, atol=1e-6)


def test_reading_backwards_is_reading_the_reversed_block() -> None:
    seen = np.random.default_rng(5).normal(size=(8, DIM + 1)).astype(np.float32)
    weights = small_network().recurrence
    turned = Recurrence(weights.inputs[::-1], weights.states[::-1])
    there, back = read_both_ways(seen, (0, 8), weights), read_both_ways(seen[::-1], (0, 8), turned)
    np.testing.assert_allclose(there[:, :READING], back[::-1, READING:], rtol=1e-5, atol=1e-6)
    np.testing.assert_allclose(there[:, READING:], back[::-1, :READING], rtol=1e-5, atol=1e-6)


def path_score(labels: tuple[int, ...], scores: np.ndarray, weights: Network) -> float:
    total = weights.opening[labels[0]] + sum(scores[place, label] for place, label in enumerate(labels))
    return float(total + sum(weights.transitions[a, b] for a, b in itertools.pairwise(labels)))


@given(st.integers(0, 10_000), st.lists(st.integers(1, 4), min_size=1, max_size=4))
@settings(max_examples=25, deadline=None)
def test_best_labels_are_the_best_of_all_sequences_in_every_block(seed: int, lengths: list[int]) -> None:
    weights = small_network(seed)
    scores = np.random.default_rng(seed).normal(size=(sum(lengths), len(LABELS))).astype(np.float32)
    edges = (0, *itertools.accumulate(lengths))
    found = best_labels(scores, edges, weights)
    for first, last in itertools.pairwise(edges):
        block = scores[first:last]
        best = max(
            path_score(labels, block, weights) for labels in itertools.product(range(len(LABELS)), repeat=last - first)
        )
        assert path_score(tuple(found[first:last]), block, weights) == pytest.approx(best, abs=1e-3)


def test_a_text_without_tokens_has_no_labels() -> None:
    assert len(best_labels(np.zeros((0, len(LABELS)), dtype=np.float32), (0,), small_network())) == 0


@pytest.mark.parametrize("name", sorted(arrays()))
def test_a_missing_array_is_a_model_error(name: str) -> None:
    held = arrays()
    del held[name]
    with pytest.raises(ModelError, match=name):
        network(Artifact(held, {"name": "small"}))


@pytest.mark.parametrize(
    "name",
    ["endings", "entry", "layers", "scales", "reading_inputs", "reading_states", "exit", "transitions", "opening"],
)
def test_an_array_of_another_size_is_a_model_error(name: str) -> None:
    held = arrays()
    held[name] = held[name][:-1]
    with pytest.raises(ModelError, match="do not fit"):
        network(Artifact(held, {"name": "small"}))
