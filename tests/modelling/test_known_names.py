"""What other articles say of a name: counted once an article, clear or nothing, and never of a namesake."""

import gzip
import importlib
import json
from pathlib import Path

import numpy as np
import pytest

import framing
from framing.attribution import SOURCE_TYPES, SourceType
from framing.evaluation import known_names as training
from framing.evaluation.known_names import Telling, counted
from framing.modelling import known_names
from framing.modelling.gazetteer import hash_of
from framing.modelling.known_names import KnownNames, known_keys, load_known_names

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


def test_a_name_is_looked_up_without_middle_names_and_a_son_is_not_his_father() -> None:
    assert known_keys("Ada Maria Holm", "person")[0] == known_keys("Ada M. Holm", "person")[0] == "ada holm"
    assert known_keys("Ada Holm Jr.", "person")[0] == "ada holm jr"
    assert known_keys("a neighbour", "description") == ()
    assert known_keys("The Tarn Times", "body")[0] == "body tarn times"


def pages(*names: tuple[str, SourceType | None, bool], times: int = 1) -> list[list[Telling]]:
    return [[Telling(name, "person", kind, personal) for name, kind, personal in names]] * times


def test_a_surname_tells_where_nearly_all_who_print_it_mean_one_person() -> None:
    one = counted(pages(("Ada Holm", "government", True), times=9))
    assert one["surname holm"] == one["ada holm"]
    two = counted(pages(("Ada Holm", "government", True), times=9) + pages(("Per Holm", "media", True), times=3))
    assert "surname holm" not in two
    assert "surname holm" not in counted(pages(("Ada Holm", "government", True), times=3))


def test_whoever_governs_and_stands_for_election_is_no_namesake() -> None:
    changed = pages(("Ada Holm", "government", True)) + pages(("Ada Holm", "politician", True))
    assert set(counted(changed)["ada holm"]) == {"government", "politician"}
    assert "ada holm" not in counted(pages(("Ada Holm", "media", True)) + pages(("Ada Holm", "politician", True)))


def test_a_name_that_no_article_treats_as_a_person_s_is_a_body_s() -> None:
    told = counted(pages(("Shore Alert", "ngo", False), times=3))
    assert told["body shore alert"] == {"ngo": 3}
    assert "shore alert" not in told
    assert "shore alert" in counted(pages(("Shore Alert", "ngo", False), ("Ada Holm", "ngo", True), times=2))


def test_a_name_is_a_body_s_or_a_person_s_as_other_articles_have_it() -> None:
    keys = {hash_of("body shore alert"): [0] * 14, hash_of("surname holm"): [0] * 14}
    for counts in keys.values():
        counts[SOURCE_TYPES.index("ngo")] = 3
    names = sorted(keys)
    known = KnownNames(np.array(names, dtype=np.uint64), np.array([keys[n] for n in names], dtype=np.uint8), "2019")
    assert known.bearer("Shore Alert", "person") == "body"
    assert known.bearer("Holm", "single") == "person"
    assert known.bearer("Ada Holm", "person") is None
    assert set(known.told("Shore Alert", "person")) == {"ngo"}


@pytest.mark.parametrize(
    ("told", "as_of"),
    [
        ("Ada Holm said the vote would be held on Monday.", "2019"),
        ("Ada Holm, the daughter of a senator, said the vote would be held on Monday. Holm was a candidate.", None),
    ],
)
def test_open_data_is_named_only_where_no_words_of_the_page_tell_the_type(
    monkeypatch: pytest.MonkeyPatch, told: str, as_of: str | None
) -> None:
    counts = [0] * len(SOURCE_TYPES)
    counts[SOURCE_TYPES.index("politician")] = 40
    known = KnownNames(np.array([hash_of("ada holm")], dtype=np.uint64), np.array([counts], dtype=np.uint8), "2019")
    monkeypatch.setattr(importlib.import_module("framing.attributing.attribute"), "load_known_names", lambda: known)
    (source,) = framing.analyze(f"Vote delayed again\n\nThe vote was put off.\n\n{told}").sources
    assert (source.type, source.as_of) == ("politician", as_of)
