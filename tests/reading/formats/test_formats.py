"""Documents of other programs: what is read of each, what it says of itself, and what a hostile one ends in."""

import io
import json
import random
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from framing.article import Document
from framing.cli.main import main
from framing.errors import InputError
from framing.reading import documents, documents_of_bytes
from framing.segmenting import segment
from tests.reading.formats.documents import (
    ITEM,
    LEAD,
    MAIL,
    RICH_TEXT,
    SAID,
    bomb,
    feed,
    opendocument,
    pdf,
    word,
)

PAGES = (
    (
        "Tarn Times",
        "Council backs bridge",
        "The council of Tarn voted on Monday to build a bridge, after two years of",
        "talks about the cost. Nobody was sur-",
        "prised by the vote, which was nine to six, and the work will start in spring.",
        "It was a terrifying night.",
        "1",
    ),
    (
        "Tarn Times",
        "The mayor left at noon without a word to those who had waited at the quay,",
        "and she did not come back.",
        "2",
    ),
    ("Tarn Times", "She will speak on Friday.", "3"),
)
INFO = "/Title (Council backs bridge) /Author (Mara Pitt) /CreationDate (D:20240304100000Z)"


def read(content: bytes, name: str) -> list[Document]:
    return list(documents_of_bytes(content, name))


def blocks(document: Document) -> list[tuple[str, str]]:
    article = segment(document)
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


def test_a_word_document_is_read_by_its_styles() -> None:
    (found,) = read(word(), "a.docx")
    assert blocks(found) == [
        ("headline", "Council backs bridge"),
        ("body", LEAD),
        ("body", SAID),
        ("subhead", "What it costs"),
        ("boilerplate", "A disgraceful link"),
        ("body", "It rained all day."),
        ("boilerplate", "Disgraceful\t12 thugs."),
        ("body", "It is a bridge too far."),
        ("body", "It was a terrifying night."),
    ]
    assert found.metadata["author"] == "Mara Pitt"
    assert [block.quoted for block in found.marked if found.text[block.start : block.end].startswith("It is")] == [True]


def test_an_opendocument_text_is_read_by_its_styles() -> None:
    (found,) = read(opendocument(), "a.odt")
    assert blocks(found)[:4] == [
        ("headline", "Council backs bridge"),
        ("body", LEAD),
        ("body", SAID),
        ("boilerplate", "A disgraceful link"),
    ]
    assert found.metadata["author"] == "Mara Pitt"


def test_rich_text_is_read_by_its_paragraphs() -> None:
    (found,) = read(RICH_TEXT, "a.rtf")
    assert found.text == f"{LEAD}\n{SAID}\nShe left."
    assert (found.title, found.metadata["author"], found.metadata["date"]) == (
        "Council backs bridge",
        "Mara Pitt",
        "2024-03-04",
    )


def test_lines_of_a_pdf_are_put_together_and_running_heads_left_out() -> None:
    (found,) = read(pdf(PAGES, info=INFO), "a.pdf")
    assert "Nobody was surprised by the vote, which was nine to six" in found.text
    assert "Tarn Times" not in found.text
    assert "at the quay, and she did not come back." in found.text
    assert (found.title, found.metadata["date"]) == ("Council backs bridge", "2024-03-04")
    assert [notice.code for notice in found.notices] == ["text_order"]
    assert set(found.lines) == {"page 1", "page 2", "page 3"}


def test_a_mail_is_its_text_with_the_subject_as_headline() -> None:
    (found,) = read(MAIL.encode(), "a.eml")
    assert found.text.split("\r\n\r\n")[0] == LEAD
    assert (found.title, dict(found.metadata)) == (
        "The café vote",
        {"author": "Mara Pitt", "date": "2024-03-04", "id": "7@tarn.example"},
    )


def test_a_mail_of_several_parts_is_read_as_its_page_and_says_what_it_left_out() -> None:
    parts = (
        "From: a@tarn.example\nTo: b@tarn.example\nSubject: The vote\nMIME-Version: 1.0\n"
        "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: multipart/alternative; boundary=y\n\n"
        f"--y\nContent-Type: text/plain\n\nplain words\n--y\nContent-Type: text/html; charset=utf-8\n\n<p>{LEAD}</p><p>{SAID}</p>\n"
        "--y--\n--x\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=a.pdf\n\nabc\n--x--\n"
    )
    (found,) = read(parts.encode(), "letter")
    assert found.text == f"{LEAD}\n\n{SAID}"
    assert "Attachments were not read: 1." in [notice.message for notice in found.notices]


def test_each_message_of_a_mailbox_is_an_article_and_a_bad_one_costs_only_itself() -> None:
    empty = "From: c@tarn.example\r\nSubject: Nothing\r\nDate: Mon, 4 Mar 2024 10:00:00 +0000\r\n\r\n\r\n"
    start = "From m@tarn.example Mon Mar  4 10:00:00 2024\r\n"
    box = (
        start + MAIL.replace(SAID, f">From here on. {SAID}") + "\r\n" + start + empty + "\r\n" + start + MAIL
    ).encode()
    errors: list[InputError] = []
    found = list(documents_of_bytes(box, "a.mbox", on_error=errors.append))
    assert [one.name for one in found] == ["a.mbox: message 1", "a.mbox: message 3"]
    assert "\nFrom here on." in found[0].text
    assert [error.where for error in errors] == ["a.mbox: message 2"]


def test_each_item_of_a_feed_is_an_article() -> None:
    content = feed(*(ITEM.format(number, LEAD, SAID) for number in (1, 2)))
    found = read(content, "tarn.xml")
    assert [one.name for one in found] == ["tarn.xml: item 1", "tarn.xml: item 2"]
    assert found[1].text == f"{LEAD}\n\n{SAID}"
    assert (found[1].title, found[1].metadata["site"], found[1].metadata["url"], found[1].metadata["date"]) == (
        "Council backs bridge",
        "Tarn Times",
        "https://tarn.example/2",
        "2024-03-04",
    )
    assert "summary_only" in [notice.code for notice in found[1].notices]


def test_a_feed_in_json_is_read_as_well() -> None:
    item = {
        "id": "1",
        "title": "Council backs bridge",
        "content_html": f"<p>{LEAD}</p><p>{SAID}</p>",
        "date_published": "2024-03-04T10:00:00Z",
    }
    content = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Tarn Times", "items": [item, 7]})
    errors: list[InputError] = []
    (found,) = documents_of_bytes(content.encode(), "feed.json", on_error=errors.append)
    assert (found.text, found.title, found.metadata["date"]) == (
        f"{LEAD}\n\n{SAID}",
        "Council backs bridge",
        "2024-03-04",
    )
    assert [str(error) for error in errors] == ["feed.json: item 2: has no text"]


@pytest.mark.parametrize("name", ["story", "a.txt"])
@pytest.mark.parametrize(
    "content", [word(), opendocument(), RICH_TEXT, pdf(PAGES), MAIL.encode(), feed(ITEM.format(1, LEAD, SAID))]
)
def test_the_beginning_tells_what_a_name_does_not(content: bytes, name: str) -> None:
    (found,) = read(content, name)
    assert "The council of Tarn voted" in found.text


ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + ']><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&x;&j;</w:t></w:r></w:p>'
    "</w:body></w:document>"
)


def replaced(content: bytes, part: str, words: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, words if name == part else old.read(name))
    return out.getvalue()


HOSTILE: dict[str, tuple[bytes | Callable[[], bytes], str, str]] = {
    "a bomb in a Word document": (partial(bomb, "word/document.xml"), "a.docx", "unpacks to more than"),
    "a bomb in an OpenDocument text": (partial(bomb, "content.xml"), "a.odt", "unpacks to more than"),
    "entities in a Word document": (replaced(word(), "word/document.xml", ENTITIES), "a.docx", ""),
    "a Word document cut off": (word()[:9000], "a.docx", "damaged"),
    "no Word document at all": (b"words", "a.docx", "damaged"),
    "another zip file": (replaced(word(), "word/document.xml", "<x/>"), "a.docx", "damaged"),
    "a PDF cut off": (pdf(PAGES)[:200], "a.pdf", "damaged"),
    "a PDF without letters": (pdf(((), ())), "a.pdf", "without letters"),
    "a feed that is no XML": (b"<rss version='2.0'><channel><item><title>", "a.rss", "has no text"),
    "a feed of entities": (
        b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss version="2.0"><channel/></rss>',
        "a.rss",
        "without items",
    ),
    "a mail without a text": (b"From: a@b\nTo: b@c\nSubject: x\n\n", "a.eml", "empty"),
    "a mail of an unknown encoding": (
        b"From: a@b\nSubject: x\nContent-Type: text/plain; charset=none-such\n\n\xff\xfe words\n",
        "a.eml",
        "damaged",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_or_broken_document_is_one_line(name: str) -> None:
    content, file, said = HOSTILE[name]
    with pytest.raises(InputError) as caught:
        read(content if isinstance(content, bytes) else content(), file)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(file)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (word(), "a.docx"),
        (opendocument(), "a.odt"),
        (pdf(PAGES), "a.pdf"),
        (RICH_TEXT, "a.rtf"),
        (MAIL.encode(), "a.eml"),
    ],
)
def test_whatever_is_damaged_is_read_or_one_line(content: bytes, name: str) -> None:
    chance = random.Random(name)  # noqa: S311 -- a sample
    for _ in range(40):
        damaged = bytearray(content)
        for _ in range(chance.randrange(1, 20)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        cut = bytes(damaged[: chance.randrange(len(damaged) // 2, len(damaged) + 1)])
        try:
            found = read(cut, name)
        except InputError as error:
            assert "\n" not in str(error)  # noqa: PT017 -- both outcomes are right, another error is not
        else:
            assert [document.text.strip() for document in found] != [""]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", word()),
        ("a.odt", opendocument()),
        ("a.rtf", RICH_TEXT),
        ("a.pdf", pdf(PAGES, info=INFO)),
        ("a.eml", MAIL.encode()),
    ],
)
@pytest.mark.parametrize("command", ["score", "check"])
def test_commands_read_them(command: str, name: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    result = CliRunner().invoke(main, [command, str(path)])
    assert result.exit_code in {0, 1}, result.output
    assert result.stdout


def test_two_documents_are_compared(tmp_path: Path) -> None:
    names = []
    for name, content in (("a.docx", word()), ("b.odt", opendocument())):
        (tmp_path / name).write_bytes(content)
        names.append(str(tmp_path / name))
    assert CliRunner().invoke(main, ["compare", *names]).exit_code == 0


def test_a_format_may_be_named(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(MAIL.encode().replace(b"From:", b"X-From:"))
    result = CliRunner().invoke(main, ["score", "--input-format", "mail", "--format", "json", str(path)])
    assert json.loads(result.stdout)["article"]["title"] == "The café vote"
    assert next(iter(documents(str(path)))).title is None


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("a.docx", word(), "paragraph 9"),
        ("a.odt", opendocument(), "paragraph 6"),
        ("a.pdf", pdf(PAGES, info=INFO), "page 1"),
        ("a.pdf", pdf(PAGES, info="/Title (A terrifying night)"), "title"),
    ],
)
def test_a_check_names_the_paragraph_or_page(name: str, content: bytes, place: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    result = CliRunner().invoke(main, ["check", "--select", "W", "--output-format", "concise", str(path)])
    assert f"({place})." in result.stdout
    assert path.read_bytes() == content


def test_findings_in_items_of_a_feed_are_at_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(feed(ITEM.format(1, LEAD, "It was a terrifying night.")))
    result = CliRunner().invoke(main, ["check", "--select", "W101", "--output-format", "json", str(path)])
    assert "W101" in result.stdout
    sarif = json.loads(
        CliRunner().invoke(main, ["check", "--select", "W101", "--output-format", "sarif", str(path)]).stdout
    )
    (found,) = sarif["runs"][0]["results"]
    assert found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].endswith("a.xml")
