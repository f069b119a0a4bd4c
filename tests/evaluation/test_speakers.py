"""How the panel of speakers is held against what blind readers marked."""

import json
from typing import Any

import pytest

import framing
from framing.evaluation.marked_speech import Marked, said_by_readers
from framing.evaluation.source_names import same_name
from framing.evaluation.speakers import counts, figures, right_rows
from framing.resources import gold_folder

TEXT = (
    "Mill to close\n\n"
    "“The mill will close in May,” said Ada Holm, the mayor of Ostvale. “Nobody will lose a job,” she said.\n\n"
    "Rolf King, a worker at the mill, said that he had not been told."
)


def mark(words: str, **labels: object) -> dict[str, Any]:
    start = TEXT.index(words)
    given = {"act": "speech", "kind": "direct", "source": None, "party": None, "relayed": False, "form": None}
    return {"content": [[start, start + len(words)]], **given, **labels}


HOLM = {"name": "Ada Holm", "type": "government", "identity": "named_person"}
KING = {"name": "Rolf King", "type": "affected_person", "identity": "named_person"}
RIGHT = (
    mark("“The mill will close in May,”", **HOLM),
    mark("“Nobody will lose a job,”", **HOLM),
    mark("that he had not been told", kind="indirect", **KING),
)


def test_an_article_is_counted_by_words_and_not_by_how_it_is_cut() -> None:
    report = framing.analyze(TEXT)
    found, speech, right, shown, allowed, *_ = counts(Marked(TEXT, RIGHT), report)
    assert (found, speech, right, allowed) == (3, 3, shown, shown)
    whole = mark("“The mill will close in May,” said Ada Holm, the mayor of Ostvale. “Nobody will lose a job,”", **HOLM)
    assert counts(Marked(TEXT, (whole, RIGHT[2])), report)[:2] == (2, 2)


def test_what_no_reader_marked_is_not_speech() -> None:
    report = framing.analyze(TEXT)
    _, _, right, shown, allowed, *_ = counts(Marked(TEXT, RIGHT[:2]), report)
    assert right == allowed == shown - 1
    plan = ({**RIGHT[2], "act": "plan"}, *RIGHT[:2])
    _, _, right, shown, allowed, *_ = counts(Marked(TEXT, plan), report)
    assert (right, allowed) == (shown - 1, shown)


def test_names_types_and_rows_are_held_against_the_readers() -> None:
    report = framing.analyze(TEXT)
    row = counts(Marked(TEXT, RIGHT[:2]), report)
    assert (row[5], row[7], row[9]) == (2, 2, 2)
    assert row[13] == sum(source.sure for source in report.sources)
    article = report.analysis.article
    rows = right_rows(report.analysis, report.sources, said_by_readers(article, Marked(TEXT, RIGHT[:2])))
    assert [set(names) for names in rows].count({"Ada Holm"}) == 1
    other = tuple({**item, "name": "Pia Strand", "type": "business"} for item in RIGHT[:2])
    row = counts(Marked(TEXT, other), report)
    assert (row[5], row[6], row[8], row[10], row[12]) == (0, 0, 0, 0, 0)


def test_attitudes_and_plans_are_held_against_the_readers_holder_and_all() -> None:
    text = "Ada Holm believes that the dam will hold. The mill stands by the river."
    words = "that the dam will hold"
    row = {**mark("Nobody will lose a job", act="attitude", kind="indirect", form=None, **HOLM)}
    row["content"] = [[text.index(words), text.index(words) + len(words)]]
    report = framing.analyze(text)
    assert counts(Marked(text, (row,)), report)[18:22] == (1, 1, 1, 1)
    assert counts(Marked(text, ({**row, "name": "Pia Strand"},)), report)[18:22] == (0, 1, 1, 1)
    assert counts(Marked(text, ({**row, "act": "speech"},)), report)[18:22] == (0, 1, 0, 0)


def test_an_article_without_speech_has_nothing_found_and_no_figure_breaks() -> None:
    report = framing.analyze("The mill stands by the river. It has four floors and a red door.")
    assert sum(counts(Marked("", ()), report)) == 0
    assert figures(iter([Marked(TEXT, RIGHT), Marked(TEXT, RIGHT)]))["speech found"].value == 1.0


@pytest.mark.parametrize(
    ("shown", "gold", "same"),
    [
        ("Ada Holm", "Ada Holm", True),
        ("Ada Holm", "Ada Maria Holm", True),
        ("the Harbour Board", "Harbour Board", True),
        ("Ada O’Holm", "Ada O'Holm", True),
        ("Holm", "President Holm", True),
        ("Kirk", "President Holm", False),
        ("Holm", "Ada Holm", False),
        ("Pia Holm", "Ada Holm", False),
        ("Holm Ada", "Ada Holm", False),
        ("Harbour", "Harbour Board", False),
        ("", "Ada Holm", False),
    ],
)
def test_a_name_needs_the_fullest_form_s_words(shown: str, gold: str, same: bool) -> None:
    assert same_name(shown, gold, described=False) is same


@pytest.mark.parametrize(
    ("shown", "gold", "same"),
    [
        ("a police spokesman", "police spokesman", True),
        ("two residents of the valley", "residents of the valley", True),
        ("source", "source who speaks to the board", True),
        ("some Reform lawmakers", "Reform lawmakers", True),
        ("latest Tarn poll", "Tarn poll", True),
        ("angry residents of Tarn", "calm residents of Tarn", False),
        ("residents", "opponents", False),
        ("the", "critics", False),
        ("others", "Others", True),
        ("some", "others", False),
    ],
)
def test_a_description_is_the_same_as_a_reader_would_say(shown: str, gold: str, same: bool) -> None:
    assert same_name(shown, gold, described=True) is same


@pytest.mark.parametrize("name", ["speakers"])
def test_the_gold_holds_offsets_and_labels_and_no_text(name: str) -> None:
    lines = (gold_folder() / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 240
    for line in lines:
        row = json.loads(line)
        assert set(row) <= {"id", "reader", "attributions", "second"}
        for item in row["attributions"]:
            assert all(isinstance(offset, int) for span in item["content"] for offset in span)
            assert item["act"] in {"speech", "attitude", "plan"}
            assert all(len(str(value)) < 120 for value in item.values() if isinstance(value, str))


def test_names_that_and_joins_are_right_only_if_each_is_credited() -> None:
    text = "Mill to close\n\nRolf Kirk and Ada Owen said that the mill will close. Nobody knew of it."
    words = "that the mill will close"
    start = text.index(words)
    joint = mark("“Nobody", **{**KING, "type": "other", "name": "Rolf Kirk and Ada Owen"}, kind="indirect")
    joint["content"] = [[start, start + len(words)]]
    report = framing.analyze(text)
    marked = Marked(text, (joint,))
    _, _, right, shown, _, name, _, identity, _, _, credited, of, *_ = counts(marked, report)
    assert (right, shown, name, identity) == (1, 1, 1, 1)
    assert credited == of
    rows = right_rows(report.analysis, report.sources, said_by_readers(report.analysis.article, marked))
    assert set(rows) == {frozenset({"Rolf Kirk"}), frozenset({"Ada Owen"})}
    other = {**joint, "name": "Rolf Kirk and Pia Lund"}
    assert counts(Marked(text, (other,)), report)[5] == 0
