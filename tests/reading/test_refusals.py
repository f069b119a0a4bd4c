"""What is no article is refused by its kind, in one line."""

import io
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

import framing
from framing.cli.main import main
from framing.errors import InputError
from framing.reading import documents, documents_of_bytes
from framing.reading.formats import MEDIA_TYPES

STORY = "The council of Tarn met on Monday. “We will not move,” Mayor Ada Holm said."
FEED = '<rss version="2.0"><channel><title>Tarn Times</title><item><title>Vote</title></item></channel></rss>'
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><title>Tarn Times</title><entry><title>Vote</title></entry></feed>'
RDF = '<rdf:RDF xmlns="http://purl.org/rss/1.0/"><channel><title>Tarn Times</title></channel></rdf:RDF>'
MAIL = (
    "Received: from a.example by b.example;\r\n\tMon, 4 Mar 2024 10:00:00 +0000\r\nFrom: Ada Holm <a@tarn.example>\r\n"
    "To: b@tarn.example\r\nSubject: The vote\r\n\r\n" + STORY
)
SAVED = "From: <Saved by a browser>\r\nSubject: Vote\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=x\r\n\r\n"


def packed(*names: str, first: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        if first:
            archive.writestr("mimetype", first)
        for name in names:
            archive.writestr(name, "<x/>")
    return out.getvalue()


BYTES = {
    "an Excel workbook": packed("[Content_Types].xml", "xl/workbook.xml"),
    "an EPUB book": packed("OEBPS/a.xhtml", first="application/epub+zip"),
    "an OpenDocument file": packed("content.xml", first="application/vnd.oasis.opendocument.graphics"),
    "an archive of files (zip)": packed("a.txt"),
    "a document of an old Office program": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0",
    "a picture (PNG)": b"\x89PNG\r\n\x1a\n\0\0",
    "a picture (JPEG)": b"\xff\xd8\xff\xe0\0\x10JFIF",
    "a film or sound recording (MP4)": b"\0\0\0\x18ftypmp42",
    "a web archive, which framing corpus score reads": b"WARC/1.0\r\nWARC-Type: response\r\n\r\n",
    "a gzip file; end its name in .gz": b"\x1f\x8b\x08\0\0",
}
TEXTS = {
    "a feed (RSS)": FEED,
    "a feed (RSS) ": '<?xml version="1.0"?>\n<!-- Tarn --><?xml-stylesheet href="a.xsl"?>\n' + FEED,
    "a feed (RSS)  ": RDF,
    "a feed (Atom)": '\ufeff<?xml version="1.0" encoding="utf-8"?>\n' + ATOM,
    "a feed (JSON Feed)": '{"version": "https://jsonfeed.org/version/1.1", "title": "Tarn Times", "items": []}',
    "a sitemap": '<?xml version="1.0"?><urlset><url><loc>https://tarn.example/</loc></url></urlset>',
    "an XML document (<nitf>)": f'<?xml version="1.0"?><nitf><body>{STORY}</body></nitf>',
    "a mail": MAIL,
    "a mail ": "From: a@tarn.example\nDate: Mon, 4 Mar 2024\nSubject: The vote\n\n" + STORY,
    "a mailbox": "From a@tarn.example Mon Mar  4 10:00:00 2024\nFrom: a@tarn.example\nSubject: Vote\n\n" + STORY,
    "a saved page (MHTML)": SAVED + "--x\r\nContent-Type: text/html\r\n\r\n<html>",
}
READ_FROM_FILES = [kind for kind in TEXTS if kind.strip() in MEDIA_TYPES]
ARTICLES = (
    "From: here to there\n\n" + STORY,
    "Title: The vote\nDate: 2024-03-04\nAuthor: Ada Holm\n\n" + STORY,
    "From Tarn, where it began in 2024\nFrom: a start\n\n" + STORY,
    "<p>" + STORY + "</p>",
    '<?xml version="1.0"?><!DOCTYPE html><html><body><p>' + STORY + "</p></body></html>",
    "PK is short for peace keepers, the mayor said. " + STORY,
)


def refused(content: bytes, name: str) -> str:
    with pytest.raises(InputError) as caught:
        list(documents_of_bytes(content, name))
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.md", "story"])
@pytest.mark.parametrize(("kind", "content"), BYTES.items())
def test_documents_pictures_and_archives_are_named(kind: str, content: bytes, name: str) -> None:
    assert refused(content, name).startswith(f"{name}: is {kind}")


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.xml", "story"])
@pytest.mark.parametrize("kind", [kind for kind in TEXTS if kind not in READ_FROM_FILES])
def test_other_markup_is_named(kind: str, name: str) -> None:
    assert refused(TEXTS[kind].encode(), name).startswith(f"{name}: is {kind.strip()}, which is not read")


@pytest.mark.parametrize("kind", TEXTS)
def test_in_python_a_text_that_is_one_of_them_is_refused(kind: str) -> None:
    with pytest.raises(InputError) as caught:
        framing.analyze(TEXTS[kind])
    assert f"is {kind.strip()}, which is " in str(caught.value)
    assert ("read from a file" in str(caught.value)) == (kind in READ_FROM_FILES)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.epub", "an EPUB book"),
        ("a.DOC", "an old Word document"),
        ("a.pages", "a Pages document"),
        ("a.msg", "an Outlook mail"),
    ],
)
def test_an_ending_tells_the_kind_where_the_content_does_not(name: str, kind: str, tmp_path: Path) -> None:
    assert refused(STORY.encode(), name).startswith(f"{name}: is {kind}")
    path = tmp_path / name
    path.write_text(STORY, encoding="utf-8")
    with pytest.raises(InputError, match=kind):
        list(documents(str(path)))


@pytest.mark.parametrize("text", ARTICLES)
def test_articles_that_look_a_little_like_it_are_read(text: str) -> None:
    assert STORY in framing.analyze(text).analysis.article.text.replace("&", "")


@pytest.mark.parametrize("command", ["score", "check"])
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("s.xml", TEXTS["a sitemap"].encode()),
        ("b.epub", BYTES["an EPUB book"]),
        ("x.xlsx", BYTES["an Excel workbook"]),
        ("d.pdf", b"%PDF-1.7"),
    ],
)
def test_the_commands_end_with_one_line_and_two(command: str, name: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    result = CliRunner().invoke(main, [command, str(path)])
    assert result.exit_code == 2
    assert len([line for line in result.stderr.splitlines() if "is a" in line]) == 1
    assert "Traceback" not in result.output


def test_standard_input_is_looked_at_too() -> None:
    result = CliRunner().invoke(main, ["score", "-"], input=TEXTS["a sitemap"])
    assert result.exit_code == 2
    assert "standard input: is a sitemap, which is not read" in result.stderr


def test_standard_input_may_be_a_document() -> None:
    result = CliRunner().invoke(main, ["score", "--format", "json", "-"], input=MAIL)
    assert result.exit_code == 0
    assert '"title": "The vote"' in result.stdout
