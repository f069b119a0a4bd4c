"""How sure a row of the panel of speakers is, and what is said of the rows that are not."""

import re

import pytest

import framing
from framing.output.markdown import render as render_markdown
from framing.output.summary import summarise
from framing.output.terminal import render as render_terminal
from framing.report import LEAST_SURE, Report

_STORY = (
    "Mill to close\n\nGovernor {name} said on Monday that the mill will close. “We tried all we could,” {last} said. "
    "One in the crowd called out that it would never open again."
)


@pytest.fixture
def report() -> Report:
    return framing.analyze(_STORY.format(name="Ada Holm", last="Holm"))


def test_a_governor_who_is_quoted_is_surer_than_one_in_the_crowd(report: Report) -> None:
    confidence = {source.name: source.confidence for source in report.sources}
    assert confidence["Ada Holm"] >= LEAST_SURE > confidence["one in the crowd"]


def test_sure_rows_stand_first_whatever_their_words() -> None:
    text = _STORY.format(name="Ada Holm", last="Holm") + (
        " One in the crowd called out that the owners of the mill, who live abroad, have sold all of its looms, its dam"
        " and its land to a firm of which nobody in the valley has heard before, and that nobody will be paid."
    )
    rows = framing.analyze(text).sources
    assert [row.sure for row in rows] == sorted((row.sure for row in rows), reverse=True)
    assert (rows[0].name, rows[-1].name) == ("Ada Holm", "one in the crowd")
    assert rows[0].words < rows[-1].words


@pytest.mark.parametrize(("name", "last"), [("Ola Kirk", "Kirk"), ("Pia Lund", "Lund"), ("Ali Oduk", "Oduk")])
def test_who_somebody_is_does_not_move_it(report: Report, name: str, last: str) -> None:
    other = framing.analyze(_STORY.format(name=name, last=last))
    assert [row.confidence for row in other.sources] == [row.confidence for row in report.sources]


@pytest.mark.parametrize("word", ["terminal", "Markdown", "page"])
def test_a_row_that_is_not_sure_is_named_in_a_sentence_of_its_own(report: Report, word: str) -> None:
    shown = {
        "terminal": " ".join(render_terminal([report]).split()),
        "Markdown": render_markdown([report]),
        "page": report.to_html(),
    }[word]
    assert re.search(r"\d+ words could not be placed surely\.", shown)
    assert [row.name for row in summarise(report).sources] == ["Ada Holm"]


def test_reports_say_how_sure_each_row_is(report: Report) -> None:
    told = report.to_dict()["sources"]
    assert [row["confidence"] for row in told] == [round(row.confidence, 6) for row in report.sources]


def test_the_model_was_learned_from_readers_and_says_what_it_gives() -> None:
    from framing.modelling.artifact import load_artifact

    figures = load_artifact("speaker_rows").manifest["figures"]
    assert figures["sure rows right"][0] > figures["rows right"][0] > figures["other rows right"][0]
