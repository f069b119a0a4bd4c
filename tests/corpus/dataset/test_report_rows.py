"""A report as rows: every column of the details says what the report says."""

import pytest

pytest.importorskip("pyarrow", reason="needs the extra framing[corpus]")

from pathlib import Path

import framing
from framing.corpus.dataset.damage import damaged_parts
from framing.corpus.dataset.entries import Entry, reject_line
from framing.corpus.dataset.report_rows import detail_rows
from framing.corpus.dataset.schema import DATASETS
from framing.corpus.intake.messages import message_records
from framing.corpus.intake.record import Reject
from framing.report import Report

TEXT = (
    "Council slams plan\n\n“It is a disgrace,” said Ada Holm, the mayor of Tarn. The thuggish regime rammed the bill "
    "through, officials said on condition of anonymity.\n"
)
KNOWN = {"date": "2031-05-06T10:00", "outlet": "Tarn Times", "topic": "harbour", "id": "a1"}


@pytest.fixture(scope="module")
def report() -> Report:
    return framing.analyze(TEXT, metadata=KNOWN)


def test_each_row_knows_its_article_s_outlet_date_and_month(report: Report) -> None:
    rows = {name: list(rows) for name, rows in detail_rows(report).items()}
    assert set(rows) == set(DATASETS) - {"articles"}
    for found in rows.values():
        assert found
        assert {row["outlet"] for row in found} == {"Tarn Times"}
        assert {row["date"] for row in found} == {"2031-05-06T10:00"}
        assert {row["month"] for row in found} == {"2031-05"}


def test_loaded_terms_are_the_report_s(report: Report) -> None:
    analysis = report.analysis
    rows = list(detail_rows(report)["loaded_terms"])
    assert len(rows) == len(analysis.loaded_terms) >= 2
    for row, term in zip(rows, analysis.loaded_terms, strict=True):
        assert (row["start"], row["end"]) == term.span
        assert row["text"] == TEXT[slice(*term.span)]
        names = ("sentence", "entry", "category", "origin", "probability", "severity", "voice", "block", "scare")
        assert {name: row[name] for name in names} == {name: getattr(term, name) for name in names}


def test_sentences_and_attributions_stand_where_the_report_has_them(report: Report) -> None:
    analysis = report.analysis
    rows = {name: list(rows) for name, rows in detail_rows(report).items()}
    assert [(row["start"], row["end"]) for row in rows["sentences"]] == [
        (sentence.start, sentence.end) for sentence in analysis.article.sentences
    ]
    assert [row["source"] for row in rows["attributions"]] == [
        one.source.name if one.source else None for one in analysis.attributions
    ]


def test_a_part_of_nothing_but_rejects_has_no_files_and_is_not_damaged(tmp_path: Path) -> None:
    lines = [Entry(0, "d", 3, 3, 0, 0, 0, 0).to_line(), Entry(1, "d", 5, 2, 90, 1, 100, 0).to_line()]
    (tmp_path / "manifest.jsonl").write_bytes(b"".join(lines))
    rejected = [reject_line(Reject(f"a:{part}", "x"), part) for part in (0, 0, 0, 1, 1)]
    (tmp_path / "rejects.jsonl").write_bytes(b"".join(rejected))
    assert damaged_parts(tmp_path) == {1: 3}


def test_an_item_that_cannot_be_read_is_a_record_with_a_fault(tmp_path: Path) -> None:
    pytest.importorskip("lxml", reason="needs the extra framing[documents]")
    place = tmp_path / "a.rss"
    item = "<item><title>{}</title><description>{}</description></item>"
    place.write_text(
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Tarn</title>'
        + item.format("Ferry plan", "The council of Tarn met on Monday and voted on a ferry plan.")
        + item.format("", "")
        + "</channel></rss>",
        encoding="utf-8",
    )
    first, second = message_records(str(place), lambda _: None)
    assert (first.where, first.fault) == (f"{place}: item 1", "")
    assert b"voted on a ferry plan" in first.payload
    assert second.where.startswith(str(place))
    assert second.fault
    assert second.payload == b""
