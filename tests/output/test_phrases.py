"""Sentences that several formats say: what each claims of how much."""

from dataclasses import replace
from pathlib import Path

import pytest

import framing
from framing.output.phrases import less_sure_sentence, perhaps_loaded_sentence
from framing.output.summary import Summary, summarise
from framing.resources import lexicons_folder


@pytest.fixture(scope="module")
def summary() -> Summary:
    ferry = lexicons_folder().parent / "seeds" / "ferry-strike" / "courier.txt"
    return summarise(framing.analyze(Path(ferry).read_text(encoding="utf-8")))


def test_who_surely_speaks_is_named_where_only_the_kind_is_less_sure(summary: Summary) -> None:
    row = replace(summary.sources[0], name="Ada Holm", words=7)
    other = replace(row, name="some", words=1)
    said = summary._replace(less_sure_as_what=(row,), less_sure=(other,))
    assert less_sure_sentence(said) == (
        "Also heard, less surely as what: Ada Holm (7). Of 1 more word it is less sure whose they are."
    )
    assert less_sure_sentence(said._replace(less_sure_as_what=())) == "Of 1 word it is less sure whose they are."
    assert less_sure_sentence(said._replace(less_sure_as_what=(), less_sure=())) == ""


def test_at_most_four_are_named(summary: Summary) -> None:
    rows = tuple(replace(summary.sources[0], name=f"Holm {number}", words=number) for number in range(6))
    said = less_sure_sentence(summary._replace(less_sure_as_what=rows, less_sure=()))
    assert said.endswith("Holm 3 (3), 2 more.")


def test_what_is_perhaps_loaded_is_named_likeliest_first_and_five_at_most(summary: Summary) -> None:
    assert summary.perhaps_loaded[0] == "reckless"
    many = perhaps_loaded_sentence(summary._replace(perhaps_loaded=tuple("abcdefg")))
    assert many == "Perhaps loaded, as half of such words are in tests: “a”, “b”, “c”, “d”, “e”."
