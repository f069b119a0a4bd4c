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
    "a PDF document": b"%PDF-1.7\n%\xe2\xe3\n1 0 obj",
    "a Word document": packed("[Content_Types].xml", "word/document.xml"),
    "an Excel workbook": packed("[Content_Types].xml", "xl/workbook.xml"),
    "an EPUB book": packed("OEBPS/a.xhtml", first="application/epub+zip"),
    "an OpenDocument text": packed("content.xml", first="application/vnd.oasis.opendocument.text"),
    "an archive of files (zip)": packed("a.txt"),
    "a document in Rich Text Format": b"{\\rtf1\\ansi The council met.}",
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
@pytest.mark.parametrize(("kind", "text"), [one for one in TEXTS.items() if "JSON" not in one[0]])
def test_feeds_mail_and_other_markup_are_named(kind: str, text: str, name: str) -> None:
    assert refused(text.encode(), name).startswith(f"{name}: is {kind.strip()}, which is not read")


@pytest.mark.parametrize("name", ["a.json", "story"])
def test_a_feed_in_json_is_named(name: str) -> None:
    assert refused(TEXTS["a feed (JSON Feed)"].encode(), name).startswith(f"{name}: is a feed (JSON Feed)")


@pytest.mark.parametrize(("kind", "text"), [one for one in TEXTS.items() if "JSON" not in one[0]])
def test_so_are_they_in_python(kind: str, text: str) -> None:
    with pytest.raises(InputError, match=kind.strip().replace("(", r"\(").replace(")", r"\)")):
        framing.analyze(text)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.eml", "a mail"), ("a.MBOX", "a mailbox"), ("a.docx", "a Word document"), ("a.pdf", "a PDF document")],
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
    ("name", "content"), [("f.xml", FEED.encode()), ("m.eml", MAIL.encode()), ("d.pdf", b"%PDF-1.7")]
)
def test_the_commands_end_with_one_line_and_two(command: str, name: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    result = CliRunner().invoke(main, [command, str(path)])
    assert result.exit_code == 2
    assert len([line for line in result.stderr.splitlines() if "is a " in line]) == 1
    assert "Traceback" not in result.output


def test_standard_input_is_looked_at_too() -> None:
    result = CliRunner().invoke(main, ["score", "-"], input=MAIL)
    assert result.exit_code == 2
    assert "standard input: is a mail, which is not read" in result.stderr
