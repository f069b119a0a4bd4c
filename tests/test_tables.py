"""Sentences and articles in pandas tables: one row each."""

import pandas as pd
import pytest

import framing
from framing.corpus.schema import FIGURES
from framing.finding import POLICY_FRAMES

TEXT = (
    "The council of Port Ellen voted on Monday to close the ferry terminal.\n\n"
    "“We were never asked,” said Maria Holt, a teacher. The mayor called the protest a disgraceful stunt."
)


def test_every_article_is_a_row_with_the_datasets_figures_and_the_tables_index() -> None:
    table = framing.score_frame(pd.DataFrame({"text": [TEXT, TEXT]}, index=["b", "a"]))
    assert list(table.index) == ["b", "a"]
    assert list(table.columns) == list(FIGURES)
    report = framing.analyze(TEXT)
    for name, measure in report.measures.items():
        found = table.loc["b", name]
        assert (pd.isna(found) and measure.value is None) or found == measure.value


@pytest.mark.parametrize("nothing", ["", " \n", None, float("nan")])
def test_a_row_without_text_is_missing_values_and_a_warning(nothing: object) -> None:
    table = framing.score_frame(pd.DataFrame({"text": [nothing, TEXT]}))
    assert (table.loc[0, "warnings"], table.loc[0, "words"], table.loc[1, "warnings"]) == ("empty", 0, "too_short")
    assert table.loc[0, ["loaded_terms_own", "frame.economic", "genre"]].isna().all()


def test_other_columns_are_named_and_a_missing_one_is_told() -> None:
    assert framing.score_frame(pd.DataFrame({"story": [TEXT]}), text="story").loc[0, "words"] == 30
    with pytest.raises(ValueError, match="the table has no column 'text'; its columns are story"):
        framing.score_frame(pd.DataFrame({"story": [TEXT]}))


def test_headlines_are_scored_where_they_are_put_above_the_texts() -> None:
    table = pd.DataFrame({"text": [TEXT], "title": ["Brutal mob storms the bridge"]})
    apart, above = framing.score_frame(table), framing.score_frame(table, headline_in_text=True)
    assert pd.isna(apart.loc[0, "loaded_terms_headline"])
    assert above.loc[0, "loaded_terms_headline"] == 400.0
    assert above.loc[0, "loaded_terms_own"] == apart.loc[0, "loaded_terms_own"]
    assert above.loc[0, "words"] == apart.loc[0, "words"] + 5


def test_a_table_without_rows_has_the_columns() -> None:
    assert list(framing.score_frame(pd.DataFrame({"text": []})).columns) == list(FIGURES)


def test_every_sentence_is_a_row_whatever_stands_beside_it() -> None:
    sentences = ["The thugs stormed the bridge.", "", "The council voted on Monday to close the terminal."]
    table = framing.score_sentences(sentences)
    assert list(table.columns) == [
        *("bias", "loaded", "loaded_terms", "subjectivity", "frame"),
        *(f"frame.{name}" for name in POLICY_FRAMES),
    ]
    assert list(table["loaded_terms"]) == [1, 0, 0]
    alone = pd.concat([framing.score_sentences([sentence]) for sentence in sentences], ignore_index=True)
    pd.testing.assert_frame_equal(table, alone)
    scores = table.drop(columns=["frame", "loaded_terms"]).to_numpy()
    assert ((scores >= 0) & (scores <= 1) | pd.isna(scores)).all()


def test_no_sentences_are_a_table_without_rows() -> None:
    assert len(framing.score_sentences([])) == 0
