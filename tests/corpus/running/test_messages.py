"""What a run and its workers say to each other, and the figures of a table's articles."""

import gc
import io
import json
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="needs the extra framing[corpus]")

import framing
from framing.corpus.dataset.part_files import encoded_tables, table_of
from framing.corpus.dataset.report_rows import figures
from framing.corpus.intake.batches import Part
from framing.corpus.intake.record import FIELDS, Limits, Record, Reject
from framing.corpus.running import score as scoring
from framing.corpus.running import table_rows
from framing.corpus.running.assembly import write_results
from framing.corpus.running.messages import batch_message, batch_of, receive, result_message, result_of, send
from framing.corpus.running.score import score_batch, score_record
from framing.corpus.running.settings import Settings
from framing.corpus.running.supervised_worker import BatchResult
from framing.errors import FramingError, InputError, InstallError

TEXT = "The council of Tarn met on Monday and voted on a new ferry plan for the port and the hall, officials said."


def test_a_message_is_a_letter_a_length_and_that_many_bytes() -> None:
    file = io.BytesIO()
    send(file, b"D", b"abc")
    send(file, b"L", b"")
    assert file.getvalue() == b"D\0\0\0\0\0\0\0\x03abcL\0\0\0\0\0\0\0\0"
    file.seek(0)
    assert [receive(file) for _ in range(3)] == [(b"D", b"abc"), (b"L", b""), None]


@pytest.mark.parametrize("length", range(11))
def test_a_message_that_is_cut_off_is_the_other_side_s_end(length: int) -> None:
    file = io.BytesIO()
    send(file, b"D", b"abc")
    assert receive(io.BytesIO(file.getvalue()[:length])) is None


def test_records_come_back_from_a_batch() -> None:
    records = [
        Record("a.jsonl:1", FIELDS, b'{"text": "x"}', {"url": "https://tarn.example", "id": "\u00e9"}),
        Record("b.warc:0", "text/html", b"", {}, "is cut off"),
        Record("c", "text/plain", bytes(range(256)), {"charset": "latin-1"}),
    ]
    assert batch_of(batch_message(records)) == records
    assert batch_of(batch_message([])) == []


def test_results_come_back_from_a_message() -> None:
    rejects = (Reject("a:1", "is empty"), Reject("a:2", "is no article"))
    assert result_of(result_message(b"\0tables\n", rejects, 1234)) == (b"\0tables\n", rejects, 1234)
    assert result_of(result_message(b"", (), 0)) == (b"", (), 0)


def test_a_table_s_article_has_its_figures_and_one_without_text_says_so() -> None:
    row = table_rows.figures_of(TEXT, "Council votes on ferry")
    assert row["language"] == "en"
    assert row["words"] == 26
    assert table_rows.figures_of(TEXT, None)["words"] == 22
    for empty in (None, "", "  \n"):
        assert table_rows.figures_of(empty, None) == {"language": "und", "words": 0, "warnings": "empty"}


def served(monkeypatch: pytest.MonkeyPatch, *batches: list[list[str | None]]) -> list[tuple[bytes, object]]:
    kept: list[str] = []
    for name in ("collect", "freeze"):
        monkeypatch.setattr(gc, name, lambda name=name: kept.append(name))
    incoming, outgoing = io.BytesIO(), io.BytesIO()
    for batch in batches:
        send(incoming, b"B", json.dumps(batch).encode())
    incoming.seek(0)
    table_rows.serve(incoming, outgoing)
    outgoing.seek(0)
    assert kept == (["collect", "freeze"] if batches else [])
    return [(m[0], json.loads(m[1])) for m in iter(lambda: receive(outgoing), None)]


def test_a_process_answers_each_batch_of_a_table_in_its_order(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [table_rows.figures_of(TEXT, None), table_rows.figures_of(None, None)]
    found = served(monkeypatch, [[TEXT, None], [None, None]], [[TEXT, None]])
    assert found == [(b"D", json.loads(json.dumps(rows))), (b"D", json.loads(json.dumps(rows[:1])))]
    assert served(monkeypatch) == []


def test_a_process_that_cannot_score_says_why_and_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise FramingError("slant.npz: is damaged")

    monkeypatch.setattr(table_rows, "figures_of", broken)
    monkeypatch.setattr(gc, "freeze", lambda: None)
    incoming, outgoing = io.BytesIO(), io.BytesIO()
    for _ in range(2):
        send(incoming, b"B", b'[["x", null]]')
    incoming.seek(0)
    table_rows.serve(incoming, outgoing)
    outgoing.seek(0)
    assert [receive(outgoing) for _ in range(2)] == [(b"F", b"slant.npz: is damaged"), None]


def test_rows_come_in_the_table_s_order_however_many_processes_work() -> None:
    articles = [(f"{TEXT} It was day {number}." if number % 7 else None, None) for number in range(40)]
    batches = list(table_rows.rows_of(articles, 2))
    assert [len(batch) for batch in batches] == [16, 16, 8]
    alone = [json.loads(json.dumps(table_rows.figures_of(*article))) for article in articles[:3]]
    assert [row for batch in batches for row in batch][:3] == alone
    assert list(table_rows.rows_of([], 2)) == []


def record(**fields: object) -> Record:
    return Record("a.jsonl:1", FIELDS, json.dumps(fields).encode())


def test_a_record_is_an_article_or_has_a_reason() -> None:
    report = score_record(record(text=TEXT, title="Ferry plan"), Settings())
    assert report.analysis.article.title == "Ferry plan"
    with pytest.raises(InputError, match=r"^a\.jsonl:1: is cut off$"):
        score_record(Record("a.jsonl:1", FIELDS, b"", {}, "is cut off"), Settings())
    with pytest.raises(InputError, match=r"^a\.jsonl:1: "):
        score_record(record(title="x"), Settings())
    with pytest.raises(InputError, match="its text is longer than 20 characters"):
        score_record(record(text=TEXT), Settings(limits=Limits(bytes=20)))


def test_rows_are_those_of_a_report_that_tells_everything() -> None:
    # A record's report leaves out what no row holds.
    rows, whole = score_record(record(text=TEXT, title="Ferry plan"), Settings()), framing.analyze(TEXT, "Ferry plan")
    assert figures(rows) == figures(whole)
    assert rows.analysis.attributions == whole.analysis.attributions
    assert whole.sources
    assert whole.statements
    assert (rows.sources, rows.statements) == ((), ())
    assert any(frame.evidence for frame in whole.analysis.policy_frames.values())
    assert not any(frame.evidence for frame in rows.analysis.policy_frames.values())


def test_a_page_knows_its_archive_s_metadata_but_for_its_own_date_and_coding() -> None:
    page = f"<html><head><title>Fährplan</title></head><body><article><p>{TEXT}</p></article></body></html>"
    known = {"url": "https://tarn.example/1", "charset": "latin-1", "cut_off": "1", "date": "2031-05-06"}
    report = score_record(Record("a.warc:0", "text/html", page.encode("latin-1"), known), Settings())
    metadata = report.analysis.article.document.metadata
    assert metadata["url"] == "https://tarn.example/1"
    assert metadata["date"] == "2031-05-06"
    assert {"charset", "cut_off"}.isdisjoint(metadata)
    assert report.analysis.article.title == "Fährplan"
    assert ("cut_off", "The archive may not hold the whole page: the end of its transfer is missing.") in [
        (notice.code, notice.message) for notice in report.notices
    ]
    declared = page.replace("<head>", '<head><meta charset="latin-1">').encode("latin-1")
    report = score_record(Record("a.warc:0", "text/html", declared, {}), Settings())
    assert report.analysis.article.title == "Fährplan"
    assert "cut_off" not in {notice.code for notice in report.notices}


def test_a_batch_goes_on_whatever_one_record_does(monkeypatch: pytest.MonkeyPatch) -> None:
    real = score_record

    def odd(one: Record, settings: Settings) -> object:
        if b"HOARD" in one.payload:
            raise MemoryError
        if b"RAISE" in one.payload:
            raise RuntimeError("no such luck")
        if b"LACKS" in one.payload:
            raise InstallError("pip install x")
        return real(one, settings)

    monkeypatch.setattr(scoring, "score_record", odd)
    begun: list[int] = []
    records = [record(text=TEXT), record(title="x"), record(text="HOARD"), record(text="RAISE"), record(text=TEXT)]
    scored = score_batch(records, Settings(), started=begun.append)
    assert begun == [0, 1, 2, 3, 4]
    assert len(scored.rows["articles"]) == 2
    assert set(scored.rows) == {"articles"}
    assert [reject.where for reject in scored.rejects] == ["a.jsonl:1"] * 3
    assert [reject.reason for reject in scored.rejects[1:]] == [
        "takes more memory than a worker has",
        "internal error, please report it: RuntimeError: no such luck",
    ]
    with pytest.raises(InstallError, match="pip install x"):
        score_batch([record(text="LACKS")], Settings())


def test_details_are_rows_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(detail=True)
    scored = score_batch([record(text=TEXT), record(text=TEXT)], settings)
    assert set(scored.rows) == set(settings.datasets())
    assert len(scored.rows["articles"]) == 2
    assert scored.rows["attributions"]

    def broken(_: object) -> None:
        raise RuntimeError("half")

    monkeypatch.setattr(scoring, "detail_rows", broken)
    assert not any(score_batch([record(text=TEXT)], settings).rows.values())


def test_results_of_batches_are_one_part_in_their_order(tmp_path: Path) -> None:
    def result(number: int) -> BatchResult:
        rows = [{"article": f"a:{number}", "words": number}]
        tables = encoded_tables({"articles": table_of("articles", rows)})
        return BatchResult(tables, (Reject(f"r:{number}", "x"),), 10 * number)

    written = write_results(tmp_path, Part(3, (), ""), [result(1), result(2)], Settings())
    assert written.rejects == (Reject("r:1", "x"), Reject("r:2", "x"))
    assert written.words == 30
    [path] = tmp_path.rglob("*.parquet")
    assert written.size == (1, path.stat().st_size)
    table = pytest.importorskip("pyarrow.parquet").read_table(path)
    assert table.column("article").to_pylist() == ["a:1", "a:2"]
