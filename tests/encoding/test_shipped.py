"""The encoder that is shipped, where it is installed: whole, small, symmetric, and better than nothing to say."""

import importlib.util
from pathlib import Path

import numpy as np
import pytest

import framing
from framing.encoding.installed import damaged_parts, described, encoder_folder
from framing.modelling.labels import LABELS
from framing.vectors import sentence_vectors

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("framing_encoder") is None or importlib.util.find_spec("onnxruntime") is None,
    reason="the encoder is not installed",
)

STORY = """Council backs harbour plan

The council of Ostvale voted on Monday for a new harbour. “The pier will open in May,” said Ada Holm, the mayor.

Per Lund, a union leader, told reporters that nobody had asked the dockers. The Tarn Union's report says that eighty jobs will go.

The budget grew by two per cent last year, according to the ministry.
"""
TIRADE = """The governor's disgraceful circus

The shameless, corrupt governor unleashed another vicious smear against decent families. Her pathetic cronies cheered the grotesque stunt.

The council will meet on Tuesday to vote on the budget for the coming year. This ridiculous farce insults every voter.
"""


def test_it_is_whole_and_small() -> None:
    folder = encoder_folder()
    assert damaged_parts(folder) == []
    assert sum(path.stat().st_size for path in Path(folder).iterdir() if path.is_file()) <= 25_000_000
    assert described().exits[: len(LABELS)] == LABELS


def test_it_finds_who_speaks() -> None:
    found = {
        row["source"]["name"]: "".join(STORY[part["start"] : part["end"]] for part in row["content"])
        for row in framing.analyze(STORY, encoder=True).to_dict()["attributions"]
        if row["source"]
    }
    assert "The pier will open in May" in found["Ada Holm"]
    assert "nobody had asked the dockers" in found["Per Lund"]
    assert any("The budget grew" in words for words in found.values())


def test_it_tells_a_tirade_from_a_report() -> None:
    def mean(text: str) -> float:
        slants = [row["slant"] for row in framing.analyze(text, encoder=True).to_dict()["sentences"]]
        return float(np.mean([slant for slant in slants if slant is not None]))

    assert mean(TIRADE) > 0.5
    assert mean(STORY) < 0.2


def test_names_and_parties_do_not_move_it() -> None:
    first = "The vote\n\nDemocrats cheered as Senator Ada Holm of France blasted the reckless plan on Monday.\n"
    second = "The vote\n\nRepublicans cheered as Senator Per Lund of Norway blasted the reckless plan on Tuesday.\n"
    one, two = (framing.analyze(text, encoder=True) for text in (first, second))
    assert np.array_equal(sentence_vectors(one), sentence_vectors(two))
    # Shares of a sentence are counted in characters, of which names have more or fewer.
    slants = [[row.slant for row in report.analysis.sentences] for report in (one, two)]
    assert slants[0] == pytest.approx(slants[1], abs=0.005)
    assert [row.bias for row in one.analysis.sentences] == [row.bias for row in two.analysis.sentences]


def test_sentences_that_say_alike_lie_near_each_other() -> None:
    report = framing.analyze(
        "The pier\n\nThe pier will be closed in winter.\n\nThe harbour shuts its quay for the cold months.\n\n"
        "Her cake won the first prize at the fair.\n"
    )
    _, pier, harbour, cake = sentence_vectors(report)
    assert pier @ harbour > pier @ cake
