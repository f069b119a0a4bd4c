"""From paths and standard input to documents, and every failure as one clear line."""

import gzip
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from framing.article import Document
from framing.errors import InputError
from framing.reading import documents
from framing.reading.media import media_type_of, sniffed

TEXT = "Ferry late\n\nThe ferry from Sund was late.\n"
PAGE = "<!DOCTYPE html><html><body><p>The ferry from Sund was late.</p></body></html>"
ROWS = '{"text": "The ferry was late."}\n{"text": "It was late again."}\n'


def one(source: str | Path, stdin: bytes | None = None, **settings: int) -> Document:
    (found,) = documents(str(source), stdin=None if stdin is None else io.BytesIO(stdin), **settings)
    return found


def refusal(source: str | Path, stdin: bytes | None = None, **settings: int) -> str:
    with pytest.raises(InputError) as raised:
        list(documents(str(source), stdin=None if stdin is None else io.BytesIO(stdin), **settings))
    message = str(raised.value)
    assert "\n" not in message
    return message


@pytest.mark.parametrize(
    ("name", "content", "media_type", "text"),
    [
        ("a.txt", TEXT, "text/plain", TEXT),
        ("a.txt", PAGE, "text/plain", PAGE),
        ("a.md", "# Ferry *late*\n", "text/markdown", "Ferry late"),
        ("a.MARKDOWN", "*late*", "text/markdown", "late"),
        ("a.htm", PAGE, "text/html", "The ferry from Sund was late."),
        ("page", PAGE, "text/html", "The ferry from Sund was late."),
        ("story", TEXT, "text/plain", TEXT),
        ("post", "---\ntitle: x\n---\n*late*\n", "text/markdown", "late"),
    ],
)
def test_the_kind_of_file_is_told_by_name_and_content(
    tmp_path: Path, name: str, content: str, media_type: str, text: str
) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8", newline="")
    found = one(path)
    assert (found.media_type, found.text, found.name) == (media_type, text, str(path))


@pytest.mark.parametrize(
    ("beginning", "media_type"),
    [
        ("\n <HTML>", "text/html"),
        ("<!-- x --><html lang=en>", "text/html"),
        ("<3 is all that he wrote", "text/plain"),
        (ROWS, "application/jsonl"),
        ('{"text": "one"}\n', "application/json"),
        ('{\n  "text": "one"\n}', "application/json"),
        ('[{"text": "one"}]', "application/json"),
        ('{"text": "' + "long " * 30_000, "application/json"),
        ("{Editor’s note: corrected}\nThe ferry was late.", "text/plain"),
        ("[Photo] The ferry was late.", "text/plain"),
        ("", "text/plain"),
    ],
)
def test_content_without_a_name_tells_its_kind(beginning: str, media_type: str) -> None:
    assert sniffed(beginning) == media_type


def test_compressed_files_have_the_kind_of_what_is_in_them() -> None:
    assert media_type_of("a/B.JSONL.GZ") == "application/jsonl"
    assert media_type_of("notes.rst") is None


@pytest.mark.parametrize(
    ("content", "names"),
    [(TEXT, ["-"]), (PAGE, ["-"]), (ROWS, ["-:1", "-:2"]), ('{"text": "The ferry was late."}', ["-"])],
)
def test_standard_input_is_read_by_its_content(content: str, names: list[str]) -> None:
    assert [found.name for found in documents("-", stdin=io.BytesIO(content.encode()))] == names


def test_errors_of_standard_input_say_so() -> None:
    assert refusal("-", b" \n") == "standard input: is empty: there is no text in it"
    assert refusal("-", ROWS.encode() + b"{\n").startswith("standard input:3: is not JSON")
    assert refusal("-").startswith("standard input: was not given")


def test_a_compressed_article_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(TEXT.encode()))
    assert one(path).text == TEXT


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode("utf-16"))
    assert one(path).text == TEXT


def test_a_page_s_own_declaration_of_its_encoding_counts(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes("<meta charset=iso-8859-2><p>Łódź głosuje w sprawie portu.</p>".encode("iso-8859-2"))
    found = one(path)
    assert (found.text, found.notices) == ("Łódź głosuje w sprawie portu.", ())


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b"\n\t ", "is empty"),
        ("a.md", b"<!-- -->", "is empty"),
        ("a.html", b"<p></p>", "has no text"),
        ("a.txt", b"\x7fELF" + bytes(200), "is a binary file"),
        ("a.html", b"\x89PNG\r\n\x1a\n\0\0", "is a picture (PNG), not an article"),
        ("a.txt", b"\xff\xfea", "utf-16-le"),
        ("a.txt.gz", b"plain", "gzip"),
    ],
)
def test_a_file_without_an_article_is_refused(tmp_path: Path, name: str, content: bytes, fault: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert refusal(path).startswith(f"{path}: ")
    assert fault in refusal(path)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.txt").endswith("none.txt: no such file")
    assert "is a directory" in refusal(tmp_path)
    assert "cannot be read" in refusal(tmp_path / ("x" * 300))
    assert "cannot be read" in refusal("a\0b.txt")
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    assert "cannot be read" in refusal(tmp_path / "a.txt" / "b.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    assert "cannot be read" in refusal(tmp_path / "loop.txt")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    path.chmod(0)
    assert "Permission denied" in refusal(path)


def test_what_is_too_large_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x" * 2001, encoding="utf-8")
    assert "larger than 2,000 bytes" in refusal(tmp_path / "a.txt", max_bytes=2000)
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(b"x" * 50_000_000))
    assert "larger than 10,000,000 bytes" in refusal(tmp_path / "b.txt.gz")
    assert "larger than" in refusal("-", b"x" * 200_000, max_bytes=100_000)


def test_a_name_that_is_no_unicode_is_shown_without_a_crash() -> None:
    assert refusal("no\udce9 such\nfile.txt") == "no\ufffd such\\x0afile.txt: no such file"


def test_text_is_read_without_the_parsers_and_the_network() -> None:
    code = (
        "import sys; from framing.reading import document; document('The ferry was late.');"
        "print([name for name in ('trafilatura', 'markdown_it', 'lxml', 'http.client', 'ssl', 'charset_normalizer',"
        "'numpy') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
