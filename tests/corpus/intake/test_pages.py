"""Pages of a folder, files of records beside them, and where inputs lie."""

import gzip
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="needs the extra framing[corpus]")

from framing.corpus.intake.inputs import find_inputs
from framing.corpus.intake.pages import folder_records
from framing.corpus.intake.places import files_of, is_folder, open_bytes, plain_path, size_of
from framing.errors import InputError


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, content in (
        ("in/b.html", b"<p>Two words</p>"),
        ("in/a.txt", b"One"),
        ("in/deep/c.md", b"# Three"),
        ("in/photo.png", b"\x89PNG"),
        ("in/.hidden.txt", b"no"),
        ("in/.git/d.txt", b"no"),
        ("in/rows.jsonl", b'{"text": "x"}\n'),
        ("in/z.txt.gz", gzip.compress(b"Packed")),
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return tmp_path


def test_each_page_of_a_folder_is_a_record_and_what_was_read_is_told(folder: Path) -> None:
    told: list[int] = []
    records = list(folder_records("in", 1000, told.append))
    assert [(r.where, r.kind, r.payload) for r in records] == [
        ("in/a.txt", "text/plain", b"One"),
        ("in/b.html", "text/html", b"<p>Two words</p>"),
        ("in/deep/c.md", "text/markdown", b"# Three"),
        ("in/z.txt.gz", "text/plain", b"Packed"),
    ]
    assert told == [3, 19, 26, 32]
    assert not any(r.fault for r in records)


def test_a_page_that_is_too_long_or_damaged_costs_only_itself(folder: Path) -> None:
    (folder / "in/z.txt.gz").write_bytes(gzip.compress(b"Packed")[:-6])
    told: list[int] = []
    records = list(folder_records("in", 7, told.append))
    assert [(r.where, bool(r.fault)) for r in records] == [
        ("in/a.txt", False),
        ("in/b.html", True),
        ("in/deep/c.md", False),
        ("in/z.txt.gz", True),
    ]
    assert records[1].fault == "is longer than 7 bytes, the limit for one article"
    assert records[1].payload == b""
    assert told == [3, 10, 17]
    assert [r.payload for r in folder_records("in/a.txt", 7, told.append)] == [b"One"]


def test_files_of_records_are_sources_and_all_pages_of_a_folder_are_one(folder: Path) -> None:
    found = [(i.name, i.format, i.size) for i in find_inputs(["in"])]
    packed = (folder / "in/z.txt.gz").stat().st_size
    assert found == [("in/rows.jsonl", "jsonl", 14), ("in", "pages", 3 + 16 + 7 + packed)]
    (folder / "only").mkdir()
    (folder / "only/rows.csv").write_text("text\nx\n", encoding="utf-8")
    assert [(i.name, i.format) for i in find_inputs(["only"])] == [("only/rows.csv", "csv")]
    (folder / "empty").mkdir()
    (folder / "empty/a.txt").write_bytes(b"")
    assert [(i.name, i.size) for i in find_inputs(["empty"])] == [("empty", 1)]


def test_files_come_by_name_without_hidden_ones_and_links_lead_into_no_folder(folder: Path) -> None:
    (folder / "in/up").symlink_to(folder, target_is_directory=True)
    (folder / "in/link.txt").symlink_to(folder / "in/a.txt")
    names = ["a.txt", "b.html", "deep/c.md", "link.txt", "photo.png", "rows.jsonl", "z.txt.gz"]
    assert list(files_of("in")) == [f"in/{name}" for name in names]
    assert list(files_of("./in//deep")) == ["in/deep/c.md"]


def test_a_place_says_what_it_is_and_how_large(folder: Path) -> None:
    assert is_folder("in")
    assert not is_folder("in/a.txt")
    assert (size_of("in/a.txt"), size_of("none"), size_of("none://x")) == (3, 0, 0)
    assert plain_path("./in//a.txt") == "in/a.txt"
    assert plain_path("s3://bucket//a") == "s3://bucket//a"
    with open_bytes("in/a.txt") as file:
        assert file.read() == b"One"


@pytest.mark.parametrize("call", [is_folder, open_bytes, lambda name: list(files_of(name))])
def test_a_place_that_is_not_there_is_one_line(folder: Path, call: object) -> None:
    with pytest.raises(InputError, match=r"^none: no such file or folder$"):
        call("none")  # type: ignore[operator]
    with pytest.raises(InputError, match=r"^in/a\.txt/x: cannot be read \(Not a directory\)$"):
        call("in/a.txt/x")  # type: ignore[operator]


def test_addresses_are_opened_by_fsspec() -> None:
    fsspec = pytest.importorskip("fsspec")
    system = fsspec.filesystem("memory")
    for name, content in (("/in/b.txt", b"Two"), ("/in/deep/a.txt", b"One")):
        system.makedirs(name.rpartition("/")[0], exist_ok=True)
        with system.open(name, "wb") as file:
            file.write(content)
    assert is_folder("memory://in")
    assert is_folder("memory://in/*.txt")
    assert not is_folder("memory://in/b.txt")
    assert list(files_of("memory://in")) == ["memory:///in/b.txt", "memory:///in/deep/a.txt"]
    assert list(files_of("memory://in/*.txt")) == ["memory:///in/b.txt"]
    assert size_of("memory://in/b.txt") == 3
    with open_bytes("memory://in/b.txt") as file:
        assert file.read() == b"Two"
    with pytest.raises(InputError, match=r"^memory://in/none: no such file or folder$"):
        is_folder("memory://in/none")
    system.rm("/in", recursive=True)
