import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.errors import ModelError
from framing.modelling.linear import Linear, Weights, probabilities
from framing.modelling.vocabulary import Vocabulary

VOCABULARY = Vocabulary({"good": 0, "news": 1, "bad": 2}, {"bad news": 0}, {"^ba": 0, "bad": 1, "new": 2}, "none")
WEIGHTS = Weights(
    words=np.array([[1.0, -1.0], [0.0, 0.5], [-2.0, 0.0]]),
    pieces=np.array([[1.0, 0.0], [0.0, 2.0], [0.5, 0.5]]),
    pairs=np.array([[4.0, -4.0]]),
    extras=np.array([[10.0, 0.0]]),
    intercepts=np.array([0.25, -0.25]),
)
LINEAR = Linear(VOCABULARY, WEIGHTS)
lists = st.lists(st.lists(st.sampled_from(["good", "news", "bad", "badly", "zzz", "."]), max_size=9), max_size=6)


@given(lists)
def test_a_score_is_the_sum_of_its_words_and_the_rest(texts: list[list[str]]) -> None:
    encoded = VOCABULARY.encode(texts)
    scores = LINEAR.scores(encoded, np.zeros((len(texts), 1)))
    alone = LINEAR.rows(encoded)
    rows = np.column_stack([LINEAR.contributions(encoded, alone, column) for column in range(2)])
    for number, words in enumerate(texts):
        own = rows[encoded.word_bounds[number] : encoded.word_bounds[number + 1]].sum(axis=0)
        expected = own / np.sqrt(max(len(words), 1)) + WEIGHTS.intercepts
        assert np.allclose(scores[number], expected, atol=1e-12)


@given(lists)
def test_texts_do_not_influence_each_other(texts: list[list[str]]) -> None:
    together = LINEAR.scores(VOCABULARY.encode(texts), np.zeros((len(texts), 1)))
    alone = [LINEAR.scores(VOCABULARY.encode([words]), np.zeros((1, 1)))[0] for words in texts]
    assert np.allclose(together, np.array(alone).reshape(len(texts), 2), atol=1e-12)


def test_an_unknown_word_is_judged_by_its_pieces() -> None:
    encoded = VOCABULARY.encode([["badly"]])
    assert np.allclose(LINEAR.scores(encoded, np.zeros((1, 1)))[0], [1 / np.sqrt(2) + 0.25, 2 / np.sqrt(2) - 0.25])


def test_further_features_add_their_weight() -> None:
    encoded = VOCABULARY.encode([["zzz"]])
    assert LINEAR.scores(encoded, np.array([[0.5]]))[0].tolist() == [5.25, -0.25]


def test_weights_that_do_not_fit_are_refused() -> None:
    with pytest.raises(ModelError, match="do not fit"):
        Linear(Vocabulary({"good": 0}, {}, {}, "other"), WEIGHTS)


@given(st.lists(st.floats(-1e6, 1e6), min_size=1))
def test_probabilities_lie_between_0_and_1(scores: list[float]) -> None:
    values = probabilities(np.array(scores))
    assert ((values >= 0) & (values <= 1)).all()
