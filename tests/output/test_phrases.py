"""Sentences that several formats say: what each claims of how much."""

from dataclasses import replace
from pathlib import Path

import pytest

import framing
from framing.output.phrases import as_source, less_sure_sentence, perhaps_loaded_sentence
from framing.output.summary import Summary, summarise
from framing.resources import lexicons_folder


def test_words_are_not_placed_where_their_attribution_is_less_sure() -> None:
    report = framing.analyze(
        "Mill to close\n\nGovernor Ada Holm said on Monday that the mill will close. “We tried all we could,” Holm said. "
        "One in the crowd called out that it would never open again."
    )
    doubtful = {row.name for row in report.sources if not row.sure}
    less_sure = [one for one in report.analysis.speech if one.source and not one.sure and one.source.name in doubtful]
    assert less_sure
    assert summarise(report).unplaced == sum(one.words for one in less_sure)


@pytest.fixture(scope="module")
def summary() -> Summary:
    ferry = lexicons_folder().parent / "seeds" / "ferry-strike" / "courier.txt"
    return summarise(framing.analyze(Path(ferry).read_text(encoding="utf-8")))


def test_who_surely_speaks_is_named_where_only_the_kind_is_less_sure(summary: Summary) -> None:
    row = replace(summary.sources[0], name="Ada Holm", words=7)
    said = summary._replace(less_sure_as_what=(row,), unplaced=1)
    assert less_sure_sentence(said) == (
        "Also heard, of a kind not told surely: Ada Holm (7). 1 more word could not be placed surely."
    )
    assert less_sure_sentence(said._replace(less_sure_as_what=())) == "1 word could not be placed surely."
    assert less_sure_sentence(said._replace(less_sure_as_what=(), unplaced=0)) == ""


def test_at_most_four_are_named(summary: Summary) -> None:
    rows = tuple(replace(summary.sources[0], name=f"Holm {number}", words=number) for number in range(6))
    said = less_sure_sentence(summary._replace(less_sure_as_what=rows, unplaced=0))
    assert said.endswith("Holm 3 (3), 2 more.")


def test_what_is_perhaps_loaded_is_named_likeliest_first_and_five_at_most(summary: Summary) -> None:
    assert summary.perhaps_loaded[0] == "reckless"
    many = perhaps_loaded_sentence(summary._replace(perhaps_loaded=tuple("abcdefg")))
    assert many == "Perhaps loaded, as half of such words are in tests: “a”, “b”, “c”, “d”, “e”."


def test_a_list_says_what_the_page_calls_somebody_in_place_of_a_doubtful_kind() -> None:
    article = (
        "Rolf Holm was shot on Monday. “It was late,” said actress Pia Lund. Mayor Ada Kirk said that it was dark."
    )
    kinds = {source.name: as_source(source) for source in framing.analyze(article).sources}
    assert kinds == {"Pia Lund": "actress", "Ada Kirk": "government"}
