"""Whether a reported sentence ends in words of the writer's: such an attribution is less sure, and keeps its words."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from passages import article

from framing.article import Article
from framing.attributing import Learned, attributed
from framing.attributing.standing import Standing, standing_attributions
from framing.attributing.tails import joints, tail_chance, tail_features, tail_states
from framing.attribution import Attribution
from framing.modelling.article_words import read_words
from framing.modelling.state_weights import NO_WEIGHTS, StateWeights, load_state_weights
from framing.modelling.tagging import attribution_model
from framing.modelling.token_features import token_features

TOWN = "\n\nThe town has twelve thousand people and lies on the coast of Norland."
EXPLAINED = "Ada Holm said that a clerk, who has since left the ministry, had seen the letter."
OWNED = "Ada Holm said that the pier, which a Tarn bank owns, would close."
REASON = "Ada Holm said that the mill would close because it had lost money for years."
BOTH = "Ada Holm said that the mill was safe and that nobody in the town had been hurt."


def standing(text: str) -> tuple[Article, Standing]:
    found = article(text)
    model = attribution_model()
    words = read_words(found)
    return found, standing_attributions(found, words, token_features(found, words.symmetric, model.vocabulary), model)


def chance(text: str, model: StateWeights | None = None) -> float:
    found, (attributions, states, _) = standing(text + TOWN)
    return tail_chance(
        found, read_words(found).symmetric, attributions[0], states, model or load_state_weights("tails")
    )


@pytest.mark.parametrize("text", [EXPLAINED, OWNED])
def test_who_somebody_is_and_what_belongs_to_whom_is_probably_the_writers(text: str) -> None:
    assert chance(text) > 0.5


@pytest.mark.parametrize("text", [REASON, BOTH])
def test_a_reason_and_a_second_claim_are_the_sources(text: str) -> None:
    assert chance(text) < 0.1


def told(text: str, learned: Learned) -> Attribution:
    found = article(text + TOWN)
    (one,) = attributed(found, read_words(found), learned=learned).attributions
    return one


def test_a_likely_tail_makes_an_attribution_less_sure_and_cuts_nothing() -> None:
    doubted, undoubted = told(EXPLAINED, Learned()), told(EXPLAINED, Learned(tails=NO_WEIGHTS))
    assert undoubted.sure
    assert not doubted.sure
    assert doubted.confidence == pytest.approx(undoubted.confidence * (1 - chance(EXPLAINED)))
    assert doubted.content == undoubted.content
    assert told(REASON, Learned()).sure


def test_joints_leave_three_words_on_either_side_and_stand_outside_of_marks() -> None:
    found, (attributions, _, _) = standing(
        "Rolf Kirk said that it was late, that “nobody, who knows, came” and that the mill, as ever, would close."
        + TOWN
    )
    last = attributions[0].content[-1]
    places = list(joints(found, attributions[0]))
    assert places
    for place in places:
        assert len(found.text[last.start : place].split()) >= 3
        assert len(found.text[place : last.end].split()) >= 3
        assert found.text[last.start : place].count("“") == found.text[last.start : place].count("”")


def test_what_was_said_in_front_of_its_cue_has_no_tail() -> None:
    found, (attributions, states, _) = standing("The mill would close, which few had hoped for, Ada Holm said." + TOWN)
    words = read_words(found).symmetric
    assert all(tail_chance(found, words, one, states, load_state_weights("tails")) == 0 for one in attributions)


def test_weights_decide_and_without_them_no_tail_is_the_writers() -> None:
    width = 3 * standing(REASON)[1].states.shape[1]
    states = np.zeros(width, dtype=np.float32)
    assert chance(REASON, StateWeights({"first because": 3.0}, states)) == pytest.approx(1 / (1 + np.exp(-3)))
    assert chance(REASON, StateWeights({"first which": 3.0}, states)) == pytest.approx(0.5)
    assert chance(EXPLAINED, NO_WEIGHTS) == 0


def test_no_name_country_or_sex_is_read() -> None:
    first = "Pia Strand said that Rolf Kirk, who has since left France, had lied to her mother for years."
    second = "Jon Brandt said that Ada Owen, who has since left Germany, had lied to his mother for years."
    assert chance(first) == pytest.approx(chance(second), abs=1e-6)
    named: list[set[str]] = []
    for text in (first, second):
        found, (attributions, _, _) = standing(text + TOWN)
        words = read_words(found).symmetric
        named.append(
            {
                name
                for place in joints(found, attributions[0])
                for name in tail_features(found, words, attributions[0], place)
            }
        )
    assert named[0] == named[1]


@given(
    st.lists(
        st.sampled_from(["the mill", "was late", ",", "and", "which", "had closed", "—", "(", ")", "“no”"]), max_size=14
    )
)
def test_any_sentence_has_a_chance_between_nothing_and_all(parts: list[str]) -> None:
    found, (attributions, states, _) = standing(f"Ada Holm said that {' '.join(parts)}." + TOWN)
    words = read_words(found).symmetric
    for one in attributions:
        assert 0 <= tail_chance(found, words, one, states, load_state_weights("tails")) <= 1
        for place in joints(found, one):
            assert one.content[-1].start < place < one.content[-1].end
            assert np.isfinite(tail_states(found, one.content[-1], place, states)).all()
