"""Which attributions of speech a careful reader would sign as they are told."""

import importlib

import pytest
from passages import article

import framing
from framing.attributing import Learned, attributed
from framing.attributing.certain import CERTAIN, certain, certain_features
from framing.modelling.article_words import read_words
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


def test_weights_decide_and_none_call_all_sure() -> None:
    found = article(PLAIN)
    told = attributed(found, read_words(found))
    (one,) = told.attributions
    assert one.source is not None
    entity = told.entities[one.source.entity]
    assert {"kind person, named_person", "cue words 1"} <= set(certain_features(found, one, entity))
    assert certain(found, one, entity, {"1": 3.0}) > CERTAIN > certain(found, one, entity, {"1": -3.0})
    (doubted,) = attributed(found, read_words(found), learned=Learned(certainty={"1": -3.0})).attributions
    (undoubted,) = attributed(found, read_words(found), learned=Learned(certainty={})).attributions
    assert not doubted.sure
    assert undoubted.sure


def test_no_name_party_or_sex_decides() -> None:
    def features(sentence: str) -> list[str]:
        found = article(sentence)
        told = attributed(found, read_words(found))
        (one,) = told.attributions
        entity = told.entities[one.source.entity] if one.source else None
        return list(certain_features(found, one, entity))

    first = features(
        "Democratic Senator Pia Strand, a former nurse, warned that she would vote no on the harbour bill."
    )
    second = features(
        "Republican Senator Jon Brandt, a former nurse, warned that he would vote no on the harbour bill."
    )
    assert first == second


def test_a_report_tells_less_of_what_is_less_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"Harbour stays open\n\n{PLAIN}"
    sure = [note for note in find_notes(framing.analyze(text).analysis) if note.layer == "attribution"]
    monkeypatch.setattr(importlib.import_module("framing.attributing.attribute"), "CERTAIN", 1.1)
    doubted = [note for note in find_notes(framing.analyze(text).analysis) if note.layer == "attribution"]
    assert [note.words for note in doubted] == [note.words for note in sure] == ["Ada Holm"]
    assert sure[0].kind == "government"
    assert "Identified as named person" in sure[0].reason
    assert doubted[0].kind.startswith("less sure who says this")
    assert doubted[0].reason == "“said”."
