"""Models over named features and over what the tagger's network makes of the tokens."""

from pathlib import Path

import numpy as np
import pytest

from framing.modelling.artifact import load_artifact
from framing.modelling.named_weights import load_named_weights, named_weights
from framing.modelling.state_weights import NO_WEIGHTS, StateWeights, chance_by_states, load_state_weights, weights_for
from framing.modelling.tagging import attribution_model
from framing.modelling.training.logistic import Cases, Fit, fitted, held_out_chances, save_weights


def test_a_probability_is_the_weights_of_what_holds_and_of_the_states() -> None:
    weights = StateWeights({"1": 0.5, "quoted": 1.0}, np.array([2.0, -1.0], dtype=np.float32))
    seen = np.array([1.0, 0.5], dtype=np.float32)
    assert chance_by_states(["1", "unknown"], seen, weights) == pytest.approx(1 / (1 + np.exp(-2.0)))
    assert chance_by_states(["1", "quoted"], seen, weights) == pytest.approx(1 / (1 + np.exp(-3.0)))
    assert chance_by_states(["1"], seen, NO_WEIGHTS) == 0.5
    assert chance_by_states(["1"], seen, NO_WEIGHTS._replace(named={"1": 0.5})) == pytest.approx(1 / (1 + np.exp(-0.5)))


@pytest.mark.parametrize(("name", "stretches"), [("heard", 6), ("certain", 6), ("tails", 3)])
def test_shipped_models_read_the_shipped_network(name: str, stretches: int) -> None:
    width = load_artifact("attribution").array("exit").shape[0] - 1
    weights = load_state_weights(name)
    assert weights.states.shape == (stretches * width,)
    assert "1" in weights.named


def test_weights_over_states_are_for_the_shipped_tagger_alone() -> None:
    shipped = attribution_model()
    other = shipped._replace(version="another")
    assert weights_for(shipped, "heard", words_alone="speech") is load_state_weights("heard")
    by_words = weights_for(other, "heard", words_alone="speech")
    assert (by_words.named, len(by_words.states)) == (load_named_weights("speech"), 0)
    assert weights_for(other, "certain") is NO_WEIGHTS


def cases(count: int) -> tuple[list[list[str]], np.ndarray, np.ndarray, np.ndarray]:
    """Return cases whose first state tells what is right; the features tell nothing, and one is rare."""
    generator = np.random.default_rng(3)
    states = generator.normal(size=(count, 4)).astype(np.float32)
    right = states[:, 0] + 0.1 * generator.normal(size=count) > 0
    named = [["1", f"parity {number % 2}", *(["rare"] if number == 0 else [])] for number in range(count)]
    return named, states, right, np.arange(count) % 20


def test_a_model_learns_from_states_and_leaves_rare_features_out() -> None:
    named, states, right, _ = cases(400)
    weights = fitted(Cases(named, right, states), Fit(fewest=2, named=5.0))
    chances = np.array([chance_by_states(names, seen, weights) for names, seen in zip(named, states, strict=True)])
    assert ((chances >= 0.5) == right).mean() > 0.95
    assert abs(weights.states[0]) > 5 * abs(weights.states[1:]).max()
    assert set(weights.named) == {"1", "parity 0", "parity 1"}


def test_a_model_without_states_learns_from_names_and_is_read_as_one(tmp_path: Path) -> None:
    named, _, _, groups = cases(400)
    right = np.array(["parity 1" in names for names in named])
    weights = fitted(Cases(named, right), Fit(fewest=2))
    assert len(weights.states) == 0
    assert weights.named["parity 1"] > 1 > -1 > weights.named["parity 0"]
    chances = held_out_chances(Cases(named, right), groups, Fit(fewest=2))
    assert ((chances >= 0.5) == right).all()
    save_weights(tmp_path, "speech", weights, "400 cases", {})
    assert named_weights(load_artifact("speech", tmp_path)) == weights.named
    assert set(load_artifact("speech", tmp_path).arrays) == {"names", "weights"}


def test_a_case_is_judged_by_a_model_of_other_groups() -> None:
    named, states, right, groups = cases(400)
    # One group's labels are turned round: a model that had learned from it would follow them in part.
    turned = np.where(groups == 7, ~right, right)
    chances = held_out_chances(Cases(named, turned, states), groups, Fit(fewest=2, named=5.0))
    of_group = groups == 7
    assert ((chances >= 0.5) == right)[of_group].mean() > 0.9
    assert ((chances >= 0.5) == right)[~of_group].mean() > 0.9


def test_a_model_is_written_and_read_again(tmp_path: Path) -> None:
    named, states, right, _ = cases(100)
    weights = fitted(Cases(named, right, states), Fit(fewest=2, named=5.0))
    save_weights(tmp_path, "heard", weights, "100 cases", {})
    stored = np.load(tmp_path / "heard.npz")
    assert stored["weights"].tolist() == [weights.named[name] for name in sorted(weights.named)]
    assert stored["states"] == pytest.approx(weights.states, abs=1e-6)
