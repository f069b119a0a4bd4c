"""Tables, pages and notebook views of reports, comparisons and revisions."""

from html import escape

import pandas as pd
import pytest

import framing
from framing.output import html, markdown, terminal
from framing.output.markdown import escaped
from framing.pipeline import analyze_document
from framing.reading import document
from framing.report import Report

TEXT = (
    "Council approves harbour plan\n\n"
    "“The pier will open in May,” said Ada Holm, the mayor of Ostvale. Residents who oppose the disastrous plan say that "
    "nobody asked them.\n\nThe vote was held on Monday. The <b>thugs</b> of the council, a shameful and corrupt clique, "
    "have lied to the town again."
)


@pytest.fixture(scope="module")
def report() -> Report:
    return framing.analyze(TEXT, metadata={"outlet": "Tarn <Times>"})


def test_findings_are_rows_with_their_words(report: Report) -> None:
    table = report.findings_frame()
    assert list(table.columns)[:4] == ["kind", "start", "end", "text"]
    assert [TEXT[start:end] for start, end in zip(table["start"], table["end"], strict=True)] == list(table["text"])
    assert table["start"].is_monotonic_increasing
    terms = table[table["kind"] == "loaded_term"]
    assert len(terms) == len(report.analysis.loaded_terms)
    assert "thugs" in set(terms["text"])


def test_sources_are_rows_whose_shares_are_one(report: Report) -> None:
    table = report.sources_frame()
    assert list(table["name"]) == [source.name for source in report.sources]
    assert table["share"].sum() == pytest.approx(1)


def test_measures_are_rows_by_name(report: Report) -> None:
    table = report.measures_frame()
    assert list(table.index) == list(report.measures)
    assert table.loc["sources", "value"] == report.measures["sources"].value


def test_a_text_in_another_language_has_empty_tables() -> None:
    report = framing.analyze(
        "Der Rat der Stadt hat am Montag über den Plan für den alten Hafen gesprochen und ihn abgelehnt. " * 5
    )
    for table in (report.findings_frame(), report.sources_frame(), report.measures_frame()):
        assert isinstance(table, pd.DataFrame)
        assert len(table) == 0
    assert report.notices[0].message in report._repr_html_().replace("&#x27;", "'")


def test_a_report_gives_its_page(report: Report) -> None:
    assert report.to_html() == html.render([report])


def test_a_notebook_shows_sentences_and_sources_and_runs_nothing(report: Report) -> None:
    shown = report._repr_html_()
    assert "<strong>Council approves harbour plan</strong>" in shown
    assert "Tarn &lt;Times&gt;" in shown
    assert "<script" not in shown
    assert "<b>" not in shown
    assert len(shown) < 4000
    assert all((source.name in shown) is source.sure for source in report.sources[:6])


@pytest.mark.parametrize(
    ("title", "name", "heading"),
    [
        ("Council\n approves <plan>", "story.txt", "Council approves <plan>"),
        (None, "story.txt", "story.txt"),
        (None, "", "Untitled article"),
    ],
)
def test_a_report_is_called_the_same_in_every_output(title: str | None, name: str, heading: str) -> None:
    given = document(TEXT.partition("\n\n")[2].replace("\n\n", " "), title=title, name=name, media_type="text/plain")
    report = analyze_document(given)
    assert report.heading == heading
    assert heading in repr(report)
    assert heading in terminal.render([report])
    assert escaped(heading) in markdown.render([report])
    shown = escape(heading)
    assert f"<strong>{shown}</strong>" in report._repr_html_()
    assert f"<title>{shown}" in report.to_html()


def test_comparisons_and_revisions_have_both_too(report: Report) -> None:
    other = framing.analyze(
        "Harbour plan passes\n\nThe council voted on Monday for the plan of Mayor Ada Holm. The pier opens in May."
    )
    comparison = framing.compare([report, other])
    assert "A: Council approves harbour plan" in comparison._repr_html_()
    assert comparison.to_html().startswith("<!doctype html>")
    revision = framing.diff(report, other)
    assert "headline: 1" in revision._repr_html_()
    assert revision.to_html().startswith("<!doctype html>")
    assert "nothing changed" in framing.diff(report, report)._repr_html_()
