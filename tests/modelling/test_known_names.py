"""What other articles say of a name, its type and its gender: once an article, clear or nothing, of no namesake."""

import gzip
import importlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import numpy as np
import pytest

import framing
from framing.attribution import SOURCE_TYPES, SourceType
from framing.evaluation import known_names as training
from framing.evaluation.known_names import Telling, counted, counted_genders
from framing.modelling import known_names
from framing.modelling.gazetteer import hash_of
from framing.modelling.known_names import KnownNames, known_keys, load_known_names

TALK = " The council met in the town hall of Odden on Tuesday and put off its vote on the pier until the summer."
GUESTS = "Ms. Nora Dahl sang. Jens Odde said that he had built it."
TEXTS = {
    "one": "Mayor Ada Holm opened the pier. Professor Pia Lund measured it. Senator Rolf Kirk came too. " + GUESTS,
    "two": "The pier was paid for by Mayor Ada Holm. Professor Pia Lund watched. Professor Rolf Kirk did not. "
    + GUESTS,
    "three": "Mayor Dan Owen said that he had stayed away.",
    "blind": "Mayor Dan Owen said that he had stayed away again.",
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


OTHER: dict[Literal["she", "he"], Literal["she", "he"]] = {"she": "he", "he": "she"}


def gendered(*names: tuple[str, Literal["she", "he"] | None], times: int = 1) -> list[list[Telling]]:
    return [[Telling(name, "person", None, gender=gender) for name, gender in names]] * times


def known_of(pages: Sequence[Sequence[Telling]]) -> KnownNames:
    """What the pages tell of genders, and nothing of types."""
    counts = {hash_of(key): [count["she"], count["he"]] for key, count in counted_genders(pages).items()}
    names = sorted(counts)
    return KnownNames(
        np.zeros(0, dtype=np.uint64),
        np.zeros((0, len(SOURCE_TYPES)), dtype=np.uint8),
        "2019",
        np.array(names, dtype=np.uint64),
        np.array([counts[name] for name in names], dtype=np.uint16).reshape(-1, 2),
    )


def test_the_gender_that_two_articles_print_is_known_whether_they_tell_a_type_or_not(small: KnownNames) -> None:
    assert small.gender("Ada Holm", "person") is None
    both = gendered(("Ada Holm", "she"), ("Rolf Kirk", "he"), times=2)
    known = known_of(both)
    assert (known.gender("Ada M. Holm", "person"), known.gender("Rolf Kirk", "person")) == ("she", "he")
    assert not known.told("Ada Holm", "person")
    assert known.bearer("Ada Holm", "person") is None
    assert known.gender("Ada Holm", "body") is None
    assert known.gender("a neighbour", "description") is None


@pytest.mark.parametrize("gender", ["she", "he"])
def test_nine_in_ten_articles_that_print_a_gender_have_to_print_the_same(gender: Literal["she", "he"]) -> None:
    most, one = gendered(("Ada Holm", gender), times=9), gendered(("Ada Holm", OTHER[gender]))
    silent = gendered(("Ada Holm", None), times=5)
    assert known_of([*most, *one, *silent]).gender("Ada Holm", "person") == gender
    assert known_of([*most[:8], *one]).gender("Ada Holm", "person") is None
    assert known_of([*most[:1], *silent]).gender("Ada Holm", "person") is None
    assert (
        known_of(gendered(("Ada Holm", gender), ("Ada M. Holm", OTHER[gender]), times=9)).gender("Ada Holm", "person")
        is None
    )


@pytest.mark.parametrize("gender", ["she", "he"])
def test_a_surname_alone_has_its_one_bearer_s_gender_and_a_given_name_alone_has_none(
    gender: Literal["she", "he"],
) -> None:
    one = gendered(("Ada Holm", gender), times=9)
    assert known_of(one).gender("Holm", "single") == gender
    assert known_of(one).gender("Ada", "single") is None
    assert known_of([*one, *gendered(("Per Holm", gender), times=3)]).gender("Holm", "single") is None
    assert known_of([*one, *gendered(("Holm Brandt", gender), times=3)]).gender("Holm", "single") is None


def test_trained_genders_are_those_that_articles_print(small: KnownNames) -> None:
    names = ("Nora Dahl", "Jens Odde", "Ada Holm", "Dan Owen")
    assert [small.gender(name, "person") for name in names] == ["she", "he", None, None]


@pytest.mark.parametrize("gender", ["she", "he"])
def test_known_genders_tell_whom_a_pronoun_means_unless_open_data_is_switched_off(
    monkeypatch: pytest.MonkeyPatch, gender: Literal["she", "he"]
) -> None:
    known = known_of(gendered(("Ada Holm", gender), ("Rolf Kirk", OTHER[gender]), times=2))
    monkeypatch.setattr(importlib.import_module("framing.attributing.attribute"), "load_known_names", lambda: known)
    told = f"Pier to close\n\nRolf Kirk met Ada Holm in the town hall. {gender.capitalize()} said the pier would close."
    swapped = told.replace(f"{gender.capitalize()} said", f"{OTHER[gender].capitalize()} said")
    assert [[source.name for source in framing.analyze(text).sources] for text in (told, swapped)] == [
        ["Ada Holm"],
        ["Rolf Kirk"],
    ]
    without = [[source.name for source in framing.analyze(text, open_data=False).sources] for text in (told, swapped)]
    assert without[0] == without[1]
