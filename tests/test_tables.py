"""Sentences and articles in pandas tables: one row each."""

import pandas as pd
import pytest

import framing
from framing.corpus.dataset.schema import FIGURES
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
    with pytest.raises(KeyError, match="the table has no column 'text'; its columns are story"):
        framing.score_frame(pd.DataFrame({"story": [TEXT]}))
    with pytest.raises(KeyError, match="the table has no column 'headlien'"):
        framing.score_frame(pd.DataFrame({"text": [TEXT], "headline": ["Pier opens"]}), title="headlien")


def test_two_columns_of_a_name_are_told() -> None:
    table = pd.DataFrame([[TEXT, TEXT]], columns=["text", "text"])
    with pytest.raises(KeyError, match="the table has 2 columns of the name 'text'"):
        framing.score_frame(table)


@pytest.mark.parametrize(
    ("cell", "kind"), [(b"The mayor said no.", "bytes"), (7, "int"), (["a"], "list"), (0.5, "float")]
)
def test_what_is_no_text_is_told_before_anything_is_scored(cell: object, kind: str) -> None:
    with pytest.raises(TypeError, match=f"column 'text': expected texts, got {kind} at place 1"):
        framing.score_frame(pd.DataFrame({"text": [TEXT, cell]}))
    with pytest.raises(TypeError, match=f"column 'title': expected texts, got {kind} at place 0"):
        framing.score_frame(pd.DataFrame({"text": [TEXT], "title": [cell]}))
    with pytest.raises(TypeError, match=f"sentences: expected texts, got {kind} at place 1"):
        framing.score_sentences(["Ministers meet.", cell])  # type: ignore[list-item]


@pytest.mark.parametrize("given", ["One sentence.", b"One.", 7, None, pd.DataFrame({"text": [TEXT]})])
def test_what_is_no_sequence_of_texts_is_told(given: object) -> None:
    with pytest.raises(TypeError, match="sentences: expected"):
        framing.score_sentences(given)  # type: ignore[arg-type]


def test_what_is_no_table_is_told() -> None:
    with pytest.raises(TypeError, match=r"expected a pandas\.DataFrame, got list"):
        framing.score_frame([TEXT])  # type: ignore[arg-type]


@pytest.mark.parametrize("nothing", [None, float("nan"), pd.NA, pd.NaT])
def test_a_missing_sentence_is_a_row_without_scores(nothing: object) -> None:
    table = framing.score_sentences([nothing, "The thugs stormed the bridge."])  # type: ignore[list-item]
    assert table.loc[0].drop("loaded_terms").isna().all()
    assert list(table["loaded_terms"]) == [0, 1]
    alone = framing.score_sentences(["The thugs stormed the bridge."])
    assert table.loc[1, "loaded"] == pytest.approx(alone.loc[0, "loaded"])


def test_headlines_count_wherever_they_stand() -> None:
    title = "Brutal mob storms the bridge"
    table = pd.DataFrame({"text": [TEXT, f"{title}\n\n{TEXT}", TEXT], "title": [title, title, None]})
    apart, above, without = (framing.score_frame(table).loc[number] for number in range(3))
    # Two listed words of five, and "storms", which the model of judging words adds.
    assert apart["loaded_terms_headline"] == above["loaded_terms_headline"] == 600.0
    assert pd.isna(without["loaded_terms_headline"])
    assert apart["loaded_terms_own"] == above["loaded_terms_own"] == without["loaded_terms_own"]
    assert apart["words"] == above["words"] == without["words"] + 5


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


def test_processes_score_as_this_one_does(capsys: pytest.CaptureFixture[str]) -> None:
    texts = [f"Pier {number} stays shut\n\n{TEXT}" for number in range(20)]
    texts[3], texts[11] = "", "“No,” it said. " + TEXT
    table = pd.DataFrame({"text": texts, "title": [None, "Odden votes"] * 10}, index=range(40, 60))
    alone = framing.score_frame(table, workers=1)
    together = framing.score_frame(table, workers=2, progress=True)
    pd.testing.assert_frame_equal(together, alone)
    shown = capsys.readouterr().err
    assert "of 20 articles" in shown
    assert shown.endswith("\r")


def test_a_process_that_ends_is_one_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/bin/false")
    with pytest.raises(framing.FramingError, match="ended from outside; workers=1 needs less memory"):
        framing.score_frame(pd.DataFrame({"text": [TEXT] * 3}), workers=2)


def test_fewer_workers_than_one_are_told() -> None:
    with pytest.raises(ValueError, match="workers: expected at least 1, got 0"):
        framing.score_frame(pd.DataFrame({"text": [TEXT]}), workers=0)
