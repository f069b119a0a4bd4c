"""JSON Lines, JSON and CSV: an article a row."""

import gzip
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.article import Document
from framing.errors import InputError
from framing.given import given_text
from framing.reading import documents

_INVISIBLE = re.compile("[\u00ad\u180e\u200b\u200e\u200f\u2060-\u2064\ufeff]")
ROW = {"text": "The ferry was late.", "title": "Ferry late"}


def written(tmp_path: Path, name: str, content: str | bytes) -> str:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


def read(source: str, **settings: int) -> tuple[list[Document], list[InputError]]:
    errors: list[InputError] = []
    return list(documents(source, on_error=errors.append, **settings)), errors


def test_every_line_is_an_article_named_by_its_line(tmp_path: Path) -> None:
    source = written(tmp_path, "a.jsonl", "\n".join([json.dumps(ROW), "", json.dumps({**ROW, "title": None})]) + "\n")
    found = list(documents(source))
    assert [(d.text, d.title, d.name) for d in found] == [
        ("The ferry was late.", "Ferry late", f"{source}:1"),
        ("The ferry was late.", None, f"{source}:3"),
    ]


def test_columns_have_other_names_too(tmp_path: Path) -> None:
    row = {
        "Content": "The ferry was late.",
        "headline": "Late",
        "publisher": "The Sund Post",
        "authors": ["Ida Holm", {"name": "Per"}],
        "published": "2024-03-12",
        "link": "https://sundpost.example/f",
        "doc_id": 7,
        "section": "sea",
        "lang": "",
    }
    (found,) = documents(written(tmp_path, "a.ndjson", json.dumps(row)))
    assert (found.text, found.title) == ("The ferry was late.", "Late")
    assert found.metadata == {
        "outlet": "The Sund Post",
        "author": "Ida Holm, Per",
        "date": "2024-03-12",
        "url": "https://sundpost.example/f",
        "id": "7",
        "topic": "sea",
    }


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('{"text": ', "is not JSON"),
        ("[1, 2]", "is not a JSON object"),
        ('{"title": "no text"}', "has no field 'text'"),
        ('{"text": 4}', "has no field 'text'"),
        ('{"text": " "}', "is empty"),
        ('{"text": ' + "[" * 100_000, "JSON"),
        ('{"id": ' + "9" * 5000 + "}", "too long"),
        ("\0\0\0", "binary"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(tmp_path: Path, line: str, fault: str) -> None:
    source = written(tmp_path, "a.jsonl", "\n".join([json.dumps(ROW), line, json.dumps(ROW)]))
    found, errors = read(source)
    assert [document.name for document in found] == [f"{source}:1", f"{source}:3"]
    assert [error.where for error in errors] == [f"{source}:2"]
    assert fault in errors[0].what
    assert "\n" not in str(errors[0])
    with pytest.raises(InputError, match=r"a\.jsonl:2"):
        list(documents(source))


def test_a_line_that_is_too_long_is_one_bad_record(tmp_path: Path) -> None:
    long = json.dumps({"text": "x" * 3_000_000})
    source = written(tmp_path, "a.jsonl", "\n".join([json.dumps(ROW), long, json.dumps(ROW), long]))
    found, errors = read(source, max_bytes=1000)
    assert [document.name[-2:] for document in found] == [":1", ":3"]
    assert [(error.where[-2:], "1,000 bytes" in error.what) for error in errors] == [(":2", True), (":4", True)]


def test_a_line_in_another_encoding_is_read_with_a_notice(tmp_path: Path) -> None:
    lines = [json.dumps(ROW).encode(), json.dumps({"text": "The mayor’s café"}, ensure_ascii=False).encode("cp1252")]
    first, second = documents(written(tmp_path, "a.jsonl", b"\r\n".join(lines)))
    assert (first.notices, second.text) == ((), "The mayor’s café")
    assert [notice.code for notice in second.notices] == ["encoding_guessed"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_no_part_of_the_first_record(tmp_path: Path, encoding: str) -> None:
    text = "\n".join([json.dumps(ROW)] * 2)
    assert len(list(documents(written(tmp_path, "a.jsonl", text.encode(encoding))))) == 2


def test_compressed_records_are_read(tmp_path: Path) -> None:
    lines = "\n".join([json.dumps(ROW)] * 3).encode()
    assert len(list(documents(written(tmp_path, "a.jsonl.gz", gzip.compress(lines))))) == 3
    with pytest.raises(InputError, match="gzip"):
        list(documents(written(tmp_path, "b.jsonl.gz", gzip.compress(lines)[:-10])))
    with pytest.raises(InputError, match="gzip"):
        list(documents(written(tmp_path, "c.jsonl.gz", b"no gzip at all")))


def test_records_come_one_at_a_time(tmp_path: Path) -> None:
    source = written(tmp_path, "a.jsonl", json.dumps(ROW) + "\n" + "not json\n")
    found = documents(source)
    assert next(found).text == "The ferry was late."
    with pytest.raises(InputError, match=":2"):
        next(found)


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.json"])
@pytest.mark.parametrize("content", ["", "\n \n"])
def test_a_file_without_records_is_an_error(tmp_path: Path, name: str, content: str) -> None:
    with pytest.raises(InputError):
        list(documents(written(tmp_path, name, content)))


def test_lone_surrogates_in_json_can_be_written_again(tmp_path: Path) -> None:
    (found,) = documents(written(tmp_path, "a.jsonl", '{"text": "The \\ud83d ferry", "outlet": "\\udc00"}'))
    json.dumps([found.text, dict(found.metadata)], ensure_ascii=False).encode()
    assert [notice.code for notice in found.notices] == ["text_repaired"]


def test_a_json_file_is_an_article_or_an_array_of_them(tmp_path: Path) -> None:
    (found,) = documents(written(tmp_path, "a.json", json.dumps(ROW, indent=2)))
    assert found.title == "Ferry late"
    source = written(tmp_path, "b.json", json.dumps([ROW, {}, ROW]))
    rows, errors = read(source)
    assert [row.name for row in rows] == [f"{source}[1]", f"{source}[3]"]
    assert errors[0].where == f"{source}[2]"


def test_csv_keeps_line_ends_and_quotation_marks_in_fields(tmp_path: Path) -> None:
    text = 'Title,TEXT,outlet\r\n"Ferry, late","The ferry\r\n\r\n""was"" late.",Post\r\n\r\nNext,Short text,\r\n'
    source = written(tmp_path, "a.csv", text.encode("utf-8-sig"))
    first, second = documents(source)
    assert (first.title, first.text, first.metadata) == (
        "Ferry, late",
        'The ferry\r\n\r\n"was" late.',
        {"outlet": "Post"},
    )
    assert (second.title, second.text, second.metadata) == ("Next", "Short text", {})
    assert first.name == f"{source}:2"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_columns_may_be_set_apart_otherwise(tmp_path: Path, delimiter: str) -> None:
    rows = [["id", "body", "source"], ["1", '"The ferry, was; late"', "Post"]]
    (found,) = documents(written(tmp_path, "a.csv", "\n".join(map(delimiter.join, rows))))
    assert (found.text, found.metadata) == ("The ferry, was; late", {"outlet": "Post", "id": "1"})


def test_bad_rows_are_named_by_the_line_they_start_in(tmp_path: Path) -> None:
    text = 'text,title\n"one\ntwo",a\n ,empty\nx,y,too many\n"fine",c\n"ab"c,broken\n"good",d\n"never closed,e\n'
    source = written(tmp_path, "a.csv", text)
    found, errors = read(source)
    assert [(document.text, document.name) for document in found] == [
        ("one\ntwo", f"{source}:2"),
        ("fine", f"{source}:6"),
        ("good", f"{source}:8"),
    ]
    assert [error.where.rpartition(":")[2] for error in errors] == ["4", "5", "7", "9"]
    assert ["empty" in errors[0].what, "3 fields" in errors[1].what] == [True, True]
    assert all("is not CSV" in error.what for error in errors[2:])


def test_csv_without_a_column_of_texts_says_which_it_has(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"has no column 'text'.*id, words"):
        list(documents(written(tmp_path, "a.csv", "id,words\n1,x\n")))


@given(
    st.lists(
        st.fixed_dictionaries({"text": st.text(min_size=1), "title": st.text(), "outlet": st.text()}),
        min_size=1,
        max_size=5,
    )
)
def test_what_was_written_as_json_lines_comes_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[dict[str, str]]
) -> None:
    source = written(tmp_path_factory.mktemp("rows"), "a.jsonl", "\n".join(map(json.dumps, rows)))
    found, errors = read(source)
    expected = [row["text"] for row in rows if any(map(str.strip, _INVISIBLE.sub("", row["text"])))]
    assert [given_text(document).replace("\ufffd", "\0") for document in found] == [
        text.replace("\ufffd", "\0") for text in expected
    ]
    assert len(found) + len(errors) == len(rows)
