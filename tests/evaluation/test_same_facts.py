"""The gold of links: offsets and labels become sentences of accounts, and what the shipped model was learned on."""

import gzip
import json
from pathlib import Path

import numpy as np
import pytest

from framing.comparing.align import FAR, linked
from framing.comparing.pair_features import FEATURES, Pairs, find_pairs
from framing.comparing.pair_model import COUNTERPART_FEATURES, logistic, pair_probabilities
from framing.evaluation.compared_accounts import ReadEvent, read_events
from framing.modelling.artifact import load_artifact

ONE = [
    ["The council of Ostvale voted nine to six on Tuesday to sell the old pier."],
    ["Mayor Pia Strand said that the town could no longer pay.", "A brass band played marches all afternoon."],
]
OTHER = "By 9-6, councillors agreed to the sale of the pier.\n\nThe town has no money, says Strand, its mayor."


@pytest.fixture
def event(tmp_path: Path) -> ReadEvent:
    text = "\n\n".join(map(" ".join, ONE))
    article = {"uuid": "one", "title": "Council sells pier", "body-paragraphs": ONE}
    (tmp_path / "basil.jsonl").write_text(json.dumps({"event": "e", "article": article}), encoding="utf-8")
    with gzip.open(tmp_path / "news.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps({"id": "other", "title": "Pier is sold", "text": OTHER}))

    def place(words: str, where: str) -> list[int]:
        return [where.index(words), where.index(words) + len(words)]

    labels = [
        {
            "place": place(ONE[0][0], text),
            "verdicts": ["told"],
            "by": [[1, *place(OTHER.split("\n", maxsplit=1)[0], OTHER), "told"]],
        },
        {
            "place": place(ONE[1][0], text),
            "verdicts": ["partly"],
            "by": [[1, *place(OTHER.split("\n")[2], OTHER), "partly"]],
        },
        {"place": place(ONE[1][1], text), "verdicts": ["absent"], "by": []},
        {"place": [0, 11], "verdicts": ["absent"], "by": []},
    ]
    gold = {"event": "e", "part": "worked", "accounts": ["basil:one", "news:other"], "sentences": labels}
    kept = {**gold, "part": "kept", "sentences": []}
    (tmp_path / "gold.jsonl").write_text(f"{json.dumps(gold)}\n{json.dumps(kept)}\n", encoding="utf-8")
    (found,) = read_events(tmp_path, tmp_path / "gold.jsonl", "worked")
    return found


def test_labels_are_of_sentences_wherever_the_headline_stands(event: ReadEvent) -> None:
    assert [(s.number, s.verdict, s.named) for s in event.sentences] == [
        (0, 2, ((1, 0, 2),)),
        (1, 1, ((1, 1, 1),)),
        (2, 0, ()),
    ]


def test_accounts_bring_who_speaks(event: ReadEvent) -> None:
    assert [told.speakers for told in event.bags[0].told] == [frozenset(), frozenset({"strand"}), frozenset()]


def test_the_shipped_model_knows_the_features(event: ReadEvent) -> None:
    stored = load_artifact("links")
    assert stored.manifest["features"] == list(FEATURES)
    assert stored.manifest["counterpart_features"] == list(COUNTERPART_FEATURES)
    assert len(stored.array("pairs")) == len(FEATURES) + 1
    assert len(stored.array("counterparts")) == len(COUNTERPART_FEATURES) + 1
    pairs = find_pairs(*event.bags)
    likely = pair_probabilities(*event.bags, pairs)
    assert ((likely >= 0) & (likely <= 1)).all()
    same = likely[(pairs.first == 0) & (pairs.second == 0)]
    assert same > likely[(pairs.first == 2) & (pairs.second == 0)]


def test_a_link_is_the_likeliest_of_one_of_its_sentences() -> None:
    rows = np.zeros((4, len(FEATURES)))
    numbers = np.zeros(4, dtype=np.intp)
    pairs = Pairs(np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1]), rows, numbers.astype(float), numbers)
    assert linked(pairs, np.array([0.9, 0.7, 0.65, 0.2])).tolist() == [True, True, True, False]
    assert linked(pairs, np.array([0.9, 0.55, 0.3, 0.2])).tolist() == [True, False, False, False]
    assert linked(pairs, np.array([0.55, 0.1, 0.1, 0.4])).tolist() == [True, False, False, False]


def test_the_figures_of_the_shipped_model_are_those_of_its_threshold() -> None:
    figures = load_artifact("links").manifest["figures"]
    assert figures["of marked sentences, told nowhere"][0] >= 0.8
    assert figures["of linked sentences, told at least in part"][0] >= 0.9
    assert logistic(np.zeros((1, 1)), np.array([1.0, 0.0])).tolist() == [0.5]
    assert 0.0 < FAR < 0.5
