"""Which attributions of speech a careful reader would sign as they are told."""

import importlib

import numpy as np
import pytest
from passages import article

import framing
from framing.attributing import Learned, attributed
from framing.attributing.certain import CERTAIN, around, certain_features
from framing.attribution import Attribution
from framing.modelling.article_words import read_words
from framing.modelling.state_weights import NO_WEIGHTS, StateWeights
from framing.output.page.notes import find_notes

PLAIN = "Mayor Ada Holm of Tarn said on Monday that the harbour would stay open until the end of the summer."


@pytest.mark.parametrize(
    "sentence",
    [
        PLAIN,
        "“We will keep the ferry running for another year,” said Rolf Kirk, who heads the Harbour Board.",
    ],
)
def test_a_named_speaker_a_plain_cue_and_a_clause_are_sure(sentence: str) -> None:
    found = article(sentence)
    (one,) = attributed(found, read_words(found)).attributions
    assert one.act == "speech"
    assert one.sure


def told_of(sentence: str) -> tuple[Attribution, list[str]]:
    """Return the only attribution of a sentence and the names of its features."""
    found = article(sentence)
    told = attributed(found, read_words(found))
    (one,), (beside,) = told.attributions, around(told.attributions, told.entities)
    entity = told.entities[one.source.entity] if one.source else None
    return one, list(certain_features(found, one, entity, beside))


def test_weights_decide_and_none_call_all_sure() -> None:
    found = article(PLAIN)

    def rated(named: dict[str, float], states: float = 0.0) -> Attribution:
        shape = attributed(found, read_words(found)).states.shape[1]
        weights = StateWeights(named, np.full(6 * shape, states, dtype=np.float32))
        (one,) = attributed(found, read_words(found), learned=Learned(certainty=weights)).attributions
        return one

    assert {"kind person, named_person", "cue words 1", "name, in front True"} <= set(told_of(PLAIN)[1])
    assert rated({"1": 3.0}).confidence > CERTAIN > rated({"1": -3.0}).confidence
    assert not rated({"1": -3.0}).sure
    assert rated({"1": 0.0}).confidence != rated({"1": 0.0}, 0.01).confidence
    (undoubted,) = attributed(found, read_words(found), learned=Learned(certainty=NO_WEIGHTS)).attributions
    assert undoubted.sure


def test_who_else_could_be_meant_is_read() -> None:
    town = article("Ada Holm said the mill was safe. Rolf Kirk had built it. She said it would open again in May.")
    told = attributed(town, read_words(town))
    spoken = [one for one in told.attributions if one.act == "speech"]
    first, second = (
        near
        for one, near in zip(told.attributions, around(told.attributions, told.entities), strict=True)
        if one in spoken
    )
    assert first.before is None
    assert spoken[0].source
    assert spoken[1].source
    assert second.before == spoken[0].source.entity
    features = set(certain_features(town, spoken[1], told.entities[spoken[1].source.entity], second))
    assert {"form pronoun", "pronoun, who spoke before True", "pronoun, last named False"} <= features


def test_no_name_party_or_sex_decides() -> None:
    _, first = told_of(
        "Democratic Senator Pia Strand, a former nurse, warned that she would vote no on the harbour bill."
    )
    _, second = told_of(
        "Republican Senator Jon Brandt, a former nurse, warned that he would vote no on the harbour bill."
    )
    assert first == second


def test_a_report_tells_less_of_what_is_less_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"Harbour stays open\n\n{PLAIN}"
    sure = [note for note in find_notes(framing.analyze(text).analysis) if note.layer == "attribution"]
    monkeypatch.setattr(importlib.import_module("framing.attributing.rating"), "CERTAIN", 1.1)
    doubted = [note for note in find_notes(framing.analyze(text).analysis) if note.layer == "attribution"]
    assert [note.words for note in doubted] == [note.words for note in sure] == ["Ada Holm"]
    assert sure[0].kind == "government"
    assert "Identified as named person" in sure[0].reason
    assert doubted[0].kind.startswith("less sure who says this")
    assert doubted[0].reason == "“said”."
