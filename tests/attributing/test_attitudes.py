"""Which attitudes and plans a careful reader would sign, and what is none."""

import pytest
from passages import article

import framing
from framing.article import Voice
from framing.attributing import Learned, attributed
from framing.attributing.acts import listed_act, listed_as
from framing.attributing.attitudes import HELD, attitude_features, held
from framing.modelling.article_words import read_words


def thoughts(sentence: str) -> list[tuple[str, str]]:
    found = article(sentence)
    told = attributed(found, read_words(found)).attributions
    return [(one.act, one.source.name if one.source else "") for one in told if one.act != "speech" and one.sure]


@pytest.mark.parametrize(
    ("sentence", "act", "holder"),
    [
        ("Ada Holm believes that the dam will hold.", "attitude", "Ada Holm"),
        ("Farmers fear that the river will rise again.", "attitude", "farmers"),
        ("Many residents hope the ferry will sail again.", "attitude", "many residents"),
        ("Rolf Kirk wants to sell the pier to a rival.", "plan", "Rolf Kirk"),
        ("The council plans to close the mill in May.", "plan", "council"),
    ],
)
def test_what_somebody_is_said_to_think_or_want_is_told(sentence: str, act: str, holder: str) -> None:
    assert thoughts(sentence) == [(act, holder)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The board nominated Rolf Kirk in May.",
        "The council approved the new harbour on Monday.",
        "Rolf Kirk signed the bill.",
        "The pier was shut, and Ada Holm was referring to it.",
        "Ada Holm has defended the plan.",
        "The council must consider the cost of the pier.",
        "Norland seems to be losing its nerve.",
        "The storm sparked concerns for the dam.",
        "We think that the board is wrong.",
        "No one knows how the mill burned.",
    ],
)
def test_deeds_demands_appearances_and_the_writer_s_own_thoughts_are_none(sentence: str) -> None:
    found = article(sentence)
    every = attributed(found, read_words(found), learned=Learned(attitudes={})).attributions
    assert any(one.act != "speech" for one in every)
    assert thoughts(sentence) == []


def test_what_is_left_out_stays_the_outlet_s_words_and_takes_no_speech_along() -> None:
    text = "Ada Holm said that the mill was old. Critics believe that it is safe. Rolf Kirk signed the shameful bill."
    found = article(text)
    kept = attributed(found, read_words(found)).attributions
    every = attributed(found, read_words(found), learned=Learned(attitudes={})).attributions
    assert [one for one in every if one.act == "speech"] == [one for one in kept if one.act == "speech"]
    assert len(kept) == len(every)
    assert not all(one.sure for one in kept)
    assert all(one.sure for one in every)
    voices = framing.analyze(text).analysis.voices
    place = text.index("shameful")
    assert voices.of(place, place + len("shameful")) == Voice.OWN


def test_weights_decide_and_a_holder_is_needed() -> None:
    found = article("Ada Holm believes that the dam will hold. They believe that it leaks.")
    named, unnamed = attributed(found, read_words(found), learned=Learned(attitudes={})).attributions
    names = set(attitude_features(found, named))
    assert {"class attitude", "opening that", "identity named_person"} <= names
    assert held(found, named, {"class attitude": 3.0}) > HELD > held(found, named, {"class attitude": -3.0})
    assert (held(found, unnamed, {"1": 9.0}) > HELD) is (unnamed.source is not None and unnamed.source.name != "they")


@pytest.mark.parametrize(
    ("cue", "act", "category"),
    [
        ("seems", "attitude", "appearance"),
        ("nominated", "plan", "deed"),
        ("believes", "attitude", "attitude"),
        ("wants", "plan", "plan"),
        ("was dismayed", "attitude", "attitude"),
        ("pressed for", "plan", "plan"),
    ],
)
def test_how_things_look_and_what_is_done_are_classes_of_their_own(cue: str, act: str, category: str) -> None:
    assert (listed_act(cue, "to close"), listed_as(cue, "to close")) == (act, category)
