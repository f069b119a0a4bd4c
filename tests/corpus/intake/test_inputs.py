"""Archives of every kind: their records, where they stand, and what is said of those that cannot be read."""

import bz2
import datetime as dt
import gzip
import json
import lzma
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

arrow = pytest.importorskip("pyarrow", reason="needs the extra framing[corpus]")
from pyarrow import parquet  # noqa: E402

from framing.corpus.intake.inputs import find_inputs, records  # noqa: E402
from framing.corpus.intake.record import Limits, Record  # noqa: E402
from framing.corpus.running.score import score_record  # noqa: E402
from framing.corpus.running.settings import Settings  # noqa: E402
from framing.errors import InputError  # noqa: E402
from framing.reading.columns import Columns  # noqa: E402

ROWS = [
    {"text": "The mayor said no, “never”.", "title": "No", "outlet": "Ledger"},
    {"text": 'A line\nand "another", with commas.', "title": "Lines", "outlet": "Courier"},
    {"text": "Çok güzel — 漢字.", "title": "", "outlet": "Standard"},
]


def read(*names: object, columns: Columns | None = None, most: int = 10_000) -> list[Record]:
    return [
        record
        for source in find_inputs([str(name) for name in names])
        for record in records(source, columns or Columns(), Limits(bytes=most), unheard)
    ]


def unheard(count: int) -> None: ...


def texts(found: list[Record]) -> list[str]:
    return [json.loads(record.payload)["text"] for record in found]


def jsonl(rows: list[dict[str, str]] = ROWS) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def csv_of(rows: list[dict[str, str]] = ROWS) -> bytes:
    lines = [list(rows[0]), *(list(row.values()) for row in rows)]
    return "\r\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in line) for line in lines).encode()


def zstd(content: bytes) -> bytes:
    return arrow.compress(content, codec="zstd", asbytes=True)


@pytest.mark.parametrize(
    ("ending", "packed"),
    [("", bytes), (".gz", gzip.compress), (".zst", zstd), (".bz2", bz2.compress), (".xz", lzma.compress)],
)
@pytest.mark.parametrize(("kind", "made"), [(".jsonl", jsonl), (".csv", csv_of)])
def test_rows_are_read_through_any_compression(
    kind: str, made: Callable[[], bytes], ending: str, packed: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    path = tmp_path / f"news{kind}{ending}"
    path.write_bytes(packed(made()))
    assert texts(read(path)) == [row["text"] for row in ROWS]


@pytest.mark.parametrize(
    ("ending", "packed"), [(".gz", gzip.compress), (".zst", zstd), (".bz2", bz2.compress), (".xz", lzma.compress)]
)
def test_a_file_that_was_compressed_in_pieces_is_read_whole_or_told(
    ending: str, packed: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    path = tmp_path / f"news.jsonl{ending}"
    pieces = [packed(jsonl([row])) for row in ROWS]
    path.write_bytes(b"".join(pieces))
    assert texts(read(path)) == [row["text"] for row in ROWS]
    if ending != ".zst":  # zeros are no Zstandard: they are told, as below
        path.write_bytes(b"\0".join([*pieces, bytes(512)]))
        assert texts(read(path)) == [row["text"] for row in ROWS]
    path.write_bytes(pieces[0] + b"something else")
    *first, lost = read(path)
    assert texts(first) == ([] if ending == ".zst" else [ROWS[0]["text"]])
    assert "the rest of the file is lost" in lost.fault


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(min_size=1).filter(str.strip), min_size=1, max_size=5))
def test_csv_gives_back_any_text(tmp_path_factory: pytest.TempPathFactory, cells: list[str]) -> None:
    cells = [cell.encode("utf-8", "replace").decode().replace("\0", "") or "x" for cell in cells]
    path = tmp_path_factory.mktemp("csv") / "any.csv"
    path.write_bytes(csv_of([{"text": cell, "title": "t"} for cell in cells]))
    normal = [cell.replace("\r\n", "\n") for cell in cells]
    assert [text.replace("\r\n", "\n") for text in texts(read(path, most=1_000_000))] == normal


def test_parquet_rows_are_read_with_the_columns_that_an_article_has(tmp_path: Path) -> None:
    parquet.write_table(
        arrow.Table.from_pylist([row | {"embedding": [0.5] * 10} for row in ROWS]), tmp_path / "a.parquet"
    )
    found = read(tmp_path / "a.parquet")
    assert texts(found) == [row["text"] for row in ROWS]
    assert "embedding" not in json.loads(found[0].payload)
    assert found[2].where == f"{tmp_path}/a.parquet:3"


def test_a_date_of_parquet_is_read_as_iso(tmp_path: Path) -> None:
    row = {"text": "The mayor said no.", "date": dt.date(2024, 3, 5)}
    parquet.write_table(arrow.Table.from_pylist([row]), tmp_path / "a.parquet")
    assert json.loads(read(tmp_path / "a.parquet")[0].payload)["date"] == "2024-03-05"


def test_a_folder_is_read_in_the_order_of_its_names_and_links_in_circles_are_not_followed(tmp_path: Path) -> None:
    for name in ("b/z.txt", "b/a.html", "a.md", "c.jsonl", "b/.hidden.txt", "b/picture.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(jsonl() if name.endswith("jsonl") else b"<p>The mayor said no.</p>")
    (tmp_path / "b" / "circle").symlink_to(tmp_path, target_is_directory=True)
    found = read(tmp_path)
    places = [record.where.removeprefix(f"{tmp_path}/") for record in found]
    assert places == ["c.jsonl:1", "c.jsonl:2", "c.jsonl:3", "a.md", "b/a.html", "b/z.txt"]
    assert [record.kind for record in found[3:]] == ["text/markdown", "text/html", "text/plain"]


def test_a_file_has_one_name_however_it_is_written_and_is_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.jsonl").write_bytes(jsonl())
    (tmp_path / "b.txt").write_bytes(b"The mayor said no.")
    places = ["a.jsonl:1", "a.jsonl:2", "a.jsonl:3"]
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "again.jsonl").symlink_to("../a.jsonl")
    whole = str(tmp_path / "a.jsonl")
    for names in (["a.jsonl"], ["./a.jsonl"], [".//a.jsonl", "a.jsonl"], ["below/../a.jsonl"], ["a.jsonl", whole],
                  ["a.jsonl", "below/again.jsonl"], ["a.jsonl", "below"]):  # fmt: skip
        assert [record.where for record in read(*names)] == places
    for names in (["."], ["./"], [".", "a.jsonl"]):
        assert [record.where for record in read(*names)] == [*places, "b.txt"]


def test_a_files_odd_name_is_written_on_one_line(tmp_path: Path) -> None:
    (tmp_path / "a\nb\u202e.txt").write_text("The mayor said no.")
    (tmp_path / "..\\..\\up.txt").write_text("hidden")
    (found,) = read(tmp_path)
    assert "\n" not in found.where


def test_an_address_is_read_through_fsspec(tmp_path: Path) -> None:
    fsspec = pytest.importorskip("fsspec")
    memory = fsspec.filesystem("memory")
    memory.pipe({"/archive/a.jsonl.gz": gzip.compress(jsonl()), "/archive/b.csv": csv_of()})
    assert texts(read("memory://archive")) == [row["text"] for row in ROWS] * 2
    assert texts(read("memory://archive/*.csv")) == [row["text"] for row in ROWS]
    assert read("memory://archive/b.csv")[0].where == "memory://archive/b.csv:2"
    with pytest.raises(InputError, match="no such file"):
        read("memory://archive/none.csv")
    with pytest.raises(InputError, match="cannot be"):
        read("nosuchprotocol://x/a.csv")
    memory.rm("/archive", recursive=True)


def warc_record(
    url: str, page: bytes, *, status: str = "200 OK", media_type: str = "text/html; charset=utf-8", more: str = ""
) -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\n{more}\r\n".encode() + page
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2024-03-05T10:00:00Z\r\n"
        f"WARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


PAGE = "<html><head><title>Harbour vote</title></head><body><article><p>The mayor said “no” on Monday, and left.</p></article></body></html>".encode()


@pytest.mark.parametrize("packed", [bytes, gzip.compress])
def test_the_pages_of_a_web_archive_are_its_records(packed: Callable[[bytes], bytes], tmp_path: Path) -> None:
    path = tmp_path / ("a.warc.gz" if packed is gzip.compress else "a.warc")
    parts = [
        warc_record("http://www.courier.example/a", PAGE),
        warc_record("http://x.example/moved", PAGE, status="301 Moved"),
        warc_record("http://x.example/p.png", b"\x89PNG", media_type="image/png"),
        warc_record("http://y.example/b", gzip.compress(PAGE), more="Content-Encoding: gzip\r\n"),
        warc_record("http://z.example/c", PAGE + b" " * 20_000),
    ]
    path.write_bytes(b"".join(map(packed, parts)))
    first, second, third = read(path)
    assert first.metadata["outlet"] == "courier.example"
    assert second.payload == PAGE
    assert "longer than 10,000 bytes" in third.fault
    report = score_record(first, Settings())
    assert report.analysis.article.document.metadata["url"] == "http://www.courier.example/a"
    assert "said “no” on Monday" in report.analysis.article.text


def test_a_truncated_archive_gives_what_stands_before_the_break_and_says_so(tmp_path: Path) -> None:
    rows = [{"text": f"Row {number} of an archive, {hash(str(number))}."} for number in range(3000)]
    path = tmp_path / "cut.jsonl.gz"
    path.write_bytes(gzip.compress(jsonl(rows))[:-2000])
    found = read(path)
    assert len(found) > 1000
    assert texts(found[:-1]) == [row["text"] for row in rows[: len(found) - 1]]
    assert "the rest of the file is lost" in found[-1].fault
    (tmp_path / "cut.jsonl.zst").write_bytes(zstd(jsonl(rows))[:-200])
    assert "the rest of the file is lost" in read(tmp_path / "cut.jsonl.zst")[-1].fault


@pytest.mark.parametrize("packed", [gzip.compress, zstd])
def test_a_bomb_is_one_record_that_is_too_long(packed: Callable[[bytes], bytes], tmp_path: Path) -> None:
    path = tmp_path / f"bomb.jsonl{'.gz' if packed is gzip.compress else '.zst'}"
    path.write_bytes(packed(b"\0" * 50_000_000 + b"\n" + jsonl()))
    found = read(path)
    assert "longer than 10,000 bytes" in found[0].fault
    assert texts(found[1:]) == [row["text"] for row in ROWS]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b'text,title\n"never closed,x\nThe mayor,y\n', "is not CSV"),
        (b"text,title\na,b,c\n", "has 3 fields"),
        (b"text,title\n" + b"x" * 20_000 + b",t\n", "longer than 10,000 bytes"),
    ],
)
def test_a_bad_row_of_csv_is_a_record_with_a_fault(content: bytes, fault: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(content)
    assert any(fault in record.fault for record in read(tmp_path / "a.csv"))


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "no column of texts"),
        (b'"never closed', "names no columns"),
        (b"headline,url\nx,y\n", "no column of texts; name it with --text-column; its columns are: headline, url"),
        ("text,title\nx,y\n".encode("utf-16"), "UTF-16"),
    ],
)
def test_a_table_without_texts_says_what_it_has(content: bytes, what: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(content)
    with pytest.raises(InputError, match=what):
        read(tmp_path / "a.csv")


def test_a_column_that_the_user_names_must_be_there(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(csv_of())
    with pytest.raises(InputError, match="has no column 'story'; its columns are: text, title, outlet"):
        read(tmp_path / "a.csv", columns=Columns(text="story"))


@pytest.mark.parametrize("made", ["a.jsonl", "a.csv", "a.parquet"])
def test_a_missing_column_is_told_before_the_first_record(made: str, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"{broken\n" + jsonl() * 1000)
    (tmp_path / "a.csv").write_bytes(csv_of())
    parquet.write_table(arrow.Table.from_pylist(ROWS), tmp_path / "a.parquet")
    (source,) = find_inputs([str(tmp_path / made)])
    found = records(source, Columns(text="story"), Limits(), unheard)
    with pytest.raises(InputError, match=r"a\..*: has no column 'story'; its columns are: text, title, outlet"):
        next(found)


def test_a_column_that_only_some_rows_have_is_there(tmp_path: Path) -> None:
    rows = [*ROWS * 100, ROWS[0] | {"story": "Ada Holm said no."}]
    (tmp_path / "a.jsonl").write_bytes(jsonl(rows))
    assert len(read(tmp_path / "a.jsonl", columns=Columns(text="story"))) == 301
    (tmp_path / "b.jsonl").write_bytes(b"{broken\n[]\n")
    assert len(read(tmp_path / "b.jsonl", columns=Columns(text="story"))) == 2


@pytest.mark.parametrize("made", ["a.jsonl", "a.parquet"])
def test_a_path_leads_into_objects(made: str, tmp_path: Path) -> None:
    row = {"fields": {"body": "Ada Holm said no.", "more": {"head": "No"}}, "text": "a teaser", "d.e": "2024-03-05"}
    (tmp_path / "a.jsonl").write_text(json.dumps(row) + "\n")
    parquet.write_table(arrow.Table.from_pylist([row]), tmp_path / "a.parquet")
    columns = Columns(text="fields.body", title="fields.more.head", date="d.e")
    (found,) = read(tmp_path / made, columns=columns)
    document = score_record(found, Settings(columns=columns)).analysis.article.document
    assert (document.text, document.title) == ("No\n\nAda Holm said no.", "No")
    assert document.metadata["date"] == "2024-03-05"
    with pytest.raises(InputError, match=r"has no column 'fields\.none'"):
        read(tmp_path / made, columns=Columns(text="fields.none"))


def test_latin_1_is_read_line_by_line(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("text,title\n“Été” à Genève,x\n".encode("cp1252"))
    assert texts(read(tmp_path / "a.csv")) == ["“Été” à Genève"]


@settings(max_examples=80, deadline=None)
@given(
    content=st.binary(max_size=300),
    ending=st.sampled_from([".jsonl", ".csv", ".jsonl.gz", ".parquet", ".txt", ".warc"]),
)
@example(content=b"\xef\xbb\xbf", ending=".jsonl")
@example(content=b"\xef\xbb\xbf\n\n", ending=".csv")
def test_any_bytes_give_records_or_one_clear_error(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, ending: str
) -> None:
    path = tmp_path_factory.mktemp("any") / f"x{ending}"
    path.write_bytes(content)
    refused = ""
    found: list[Record] = []
    try:
        found = read(path)
    except InputError as error:
        refused = str(error)
    assert not refused or refused.startswith(str(path))
    assert all(record.where.startswith(str(path)) for record in found)
    assert all(bool(record.fault) != bool(record.payload) or ending == ".txt" for record in found)
