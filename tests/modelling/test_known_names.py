"""What other articles say of a name: counted once an article, clear or nothing, and never of a namesake."""

import gzip
import json
from pathlib import Path

import pytest

from framing.evaluation import known_names as training
from framing.modelling import known_names
from framing.modelling.known_names import KnownNames, known_key, load_known_names

TALK = " The council met in the town hall of Odden on Tuesday and put off its vote on the pier until the summer."
TEXTS = {
    "one": "Mayor Ada Holm opened the pier. Professor Pia Lund measured it. Senator Rolf Kirk came too.",
    "two": "The pier was paid for by Mayor Ada Holm. Professor Pia Lund watched. Professor Rolf Kirk did not.",
    "three": "Mayor Dan Owen stayed away.",
    "blind": "Mayor Dan Owen stayed away again.",
}


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> KnownNames:
    monkeypatch.setattr(training, "held_back", lambda: frozenset({"blind"}))
    with gzip.open(tmp_path / "news.jsonl.gz", "wt", encoding="utf-8") as file:
        for name, text in TEXTS.items():
            row = {
                "id": name,
                "title": "Pier opens",
                "text": text + TALK,
                "date": "2019-05-01",
                "authors": "Jon Brandt",
            }
            file.write(json.dumps(row) + "\n")
    said = training.train(tmp_path, tmp_path)
    assert said["articles"] == 3
    stored = known_names.load_artifact("known_names", tmp_path)
    monkeypatch.setattr(known_names, "load_artifact", lambda _: stored)
    return load_known_names.__wrapped__()


def test_what_two_articles_tell_is_known(small: KnownNames) -> None:
    assert set(small.told("Ada Holm", "person")) == {"government"}
    assert set(small.told("Pia M. Lund", "person")) == {"expert"}
    assert set(small.told("Jon Brandt", "person")) == {"media"}
    assert small.as_of == "2019"


def test_more_articles_speak_more_strongly(small: KnownNames) -> None:
    assert small.told("Jon Brandt", "person")["media"] > small.told("Ada Holm", "person")["government"] > 0


def test_neither_namesakes_nor_one_article_alone_nor_articles_read_blind_tell(small: KnownNames) -> None:
    assert not small.told("Rolf Kirk", "person")
    assert not small.told("Dan Owen", "person")


def test_a_surname_is_no_full_name_and_a_body_no_person() -> None:
    assert known_key("Holm", "person") is None
    assert known_key("a neighbour", "description") is None
    assert known_key("The Tarn Times", "body") == "body tarn times"
