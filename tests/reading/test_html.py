"""A web page: main text, metadata, marked blocks, and the way back to the file."""

import logging
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.article import Document
from framing.errors import InputError
from framing.reading import document
from framing.reading.offsets import file_place

SENTENCE = "The council of Sund voted on Tuesday to rebuild the old quay, and the vote was close. "
FURNITURE = "<nav><ul><li><a href=/a>World</a><li><a href=/b>Sport</a></ul></nav>"


def page(*body: str, head: str = "<title>Quay to be rebuilt | The Sund Post</title>") -> str:
    return f"<!doctype html><html lang='en-GB'><head>{head}</head><body>{FURNITURE}{''.join(body)}</body></html>"


def read(source: str) -> Document:
    found = document(source, media_type="text/html", name="page.html")
    origin = found.origin
    assert origin is not None
    for text, file, length in zip(origin.text_starts, origin.file_starts, origin.lengths, strict=True):
        assert found.text[text : text + length] == origin.source[file : file + length]
    return found


def marks(found: Document) -> list[tuple[str, str, bool]]:
    return [(block.kind, found.text[block.start : block.end], block.quoted) for block in found.marked]


ARTICLE = page(
    "<div class=cookie-banner><p>We and our partners use cookies to measure visits and show advertising.</p></div>",
    "<main><article><h1>Quay to be\n rebuilt</h1><p class=standfirst>A close vote after a long night</p>",
    "<figure><img src=q.jpg><figcaption>The quay at dawn.</figcaption></figure>",
    f"<p>{SENTENCE * 3}</p>\n<p>&ldquo;It is <b>time</b>,&rdquo; said\n   the mayor. {SENTENCE * 2}</p>",
    "<aside class=pullquote><p>“It is time”</p></aside><h2>What it costs</h2>",
    f"<p>{SENTENCE * 4}</p><blockquote><p>{SENTENCE}</p><p>We shall see it built.</p></blockquote>",
    f"<p>{SENTENCE * 3}</p><div class=newsletter><p>Sign up for our morning letter now.</p><form><input></form></div>",
    "</article><aside class=sidebar><h2>Most read</h2><ul><li><a href=/x>Ferry late again</a></ul></aside></main>",
    "<footer><p>Copyright The Sund Post. All rights reserved.</p></footer>",
    head="<title>Quay to be rebuilt | The Sund Post</title><meta name=author content='Ida Holm'>"
    "<meta property='og:site_name' content='The Sund Post'><link rel=canonical href='https://sundpost.example/quay'>"
    "<meta property='article:published_time' content='2024-03-12T08:00:00Z'>",
)


def test_the_article_is_read_and_the_furniture_is_not() -> None:
    text = read(ARTICLE).text
    assert text.startswith(
        "Quay to be rebuilt\n\nA close vote after a long night\n\nThe quay at dawn.\n\nThe council of Sund"
    )
    assert "“It is time,” said the mayor. The council" in text
    for furniture in ("World", "cookies", "morning letter", "Most read", "Ferry late", "Copyright"):
        assert furniture not in text


def test_the_page_s_metadata_is_read() -> None:
    found = read(ARTICLE)
    assert found.title == "Quay to be rebuilt"
    assert found.metadata == {
        "author": "Ida Holm",
        "date": "2024-03-12",
        "site": "The Sund Post",
        "outlet": "The Sund Post",
        "url": "https://sundpost.example/quay",
        "lang": "en-gb",
    }


def test_blocks_are_what_the_markup_says() -> None:
    assert marks(read(ARTICLE)) == [
        ("headline", "Quay to be rebuilt", False),
        ("deck", "A close vote after a long night", False),
        ("caption", "The quay at dawn.", False),
        ("pull_quote", "“It is time”", False),
        ("subhead", "What it costs", False),
        ("body", SENTENCE.strip(), True),
        ("body", "We shall see it built.", True),
    ]


def test_every_word_leads_to_its_line_and_column() -> None:
    found = read(ARTICLE)
    lines = ARTICLE.split("\n")
    for word in ("Quay", "rebuilt", "A close", "dawn", "time", "said", "the mayor", "What it costs", "We shall"):
        place = file_place(found, found.text.index(word))
        assert lines[place.line - 1][place.column - 1 :].startswith(word), word
    mark = file_place(found, found.text.index("“It is time,”"))
    assert ARTICLE.startswith("&ldquo;", mark.offset)


def test_what_the_caller_knows_wins() -> None:
    found = document(ARTICLE, media_type="text/html", title="Mine", metadata={"outlet": "Ours"})
    assert (found.title, found.metadata["outlet"], found.metadata["author"]) == ("Mine", "Ours", "Ida Holm")


def test_a_page_without_paragraph_elements_is_read_by_its_line_breaks() -> None:
    lines = [f"{number}. {SENTENCE * 2}".strip() for number in range(6)]
    found = read(page("<div id=post>", "<br><br>".join(lines), "</div>"))
    assert found.text.split("\n\n") == lines


def test_a_short_page_is_read_though_the_extractor_finds_nothing() -> None:
    found = read("<html><body><nav>World</nav><p>The ferry was late.</p><footer>Terms</footer></body></html>")
    assert found.text == "The ferry was late."


def test_an_article_nested_beyond_the_extractor_s_depth_is_read() -> None:
    found = read("<div>" * 3000 + f"<p>{SENTENCE * 5}</p>" + "</div>" * 3000)
    assert found.text == (SENTENCE * 5).strip()


def test_a_page_whose_article_stands_in_its_data_is_read_without_places() -> None:
    words = (SENTENCE * 12).strip()
    story = f'{{"@type": "NewsArticle", "articleBody": "{words}"}}'
    source = page(f'<script type="application/ld+json">{story}</script><p>Loading</p>')
    found = document(source, media_type="text/html")
    assert words[:200] in found.text
    assert file_place(found, 10).line == 1


def test_a_date_with_a_made_up_time_zone_is_no_warning() -> None:
    head = "<title>Late</title><meta property='article:published_time' content='12 March 2024 08:00 U'>"
    assert read(page(f"<article><p>{SENTENCE * 5}</p></article>", head=head)).text.startswith("The council")


def test_hidden_text_is_not_read() -> None:
    found = read(
        page(f"<article><p>{SENTENCE * 4}</p><p hidden>Secret words for machines.</p><p>{SENTENCE * 4}</p></article>")
    )
    assert "Secret" not in found.text


def test_class_names_around_the_whole_article_are_no_furniture() -> None:
    paragraphs = [f"<p>{number} people. {SENTENCE * 5}</p>" for number in range(4)]
    found = read(page("<div class='related share'>", *paragraphs, "</div>"))
    assert [kind for kind, _, _ in marks(found)] == []
    assert found.text.count("\n\n") == 3


@pytest.mark.parametrize(
    "source", ["<p></p>", "<script>words()</script>", "<!-- words -->", "<nav hidden>World</nav>", "<br>" * 50]
)
def test_a_page_without_text_is_an_error(source: str) -> None:
    with pytest.raises(InputError, match=r"page\.html: has no text"):
        document(source, media_type="text/html", name="page.html")


def test_the_parsers_remarks_stay_out_of_standard_error(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(InputError):
        document("<p></p>", media_type="text/html")
    assert capfd.readouterr().err == ""
    assert any(isinstance(handler, logging.NullHandler) for handler in logging.getLogger("trafilatura").handlers)


@pytest.mark.parametrize(
    "source",
    [
        f"<article><p>{SENTENCE * 12_000}</p></article>",
        f"<article>{f'<p>{SENTENCE * 3}</p>' * 1500}</article>",
        f"<p>{'<a href=x>word</a> ' * 70_000}</p>",
        "<blockquote>" * 20_000 + SENTENCE,
        "&amp;" * 100_000,
        '"' * 1_000_000,
    ],
    ids=["one paragraph of 1 MB", "equal paragraphs", "links", "block quotes", "references", "quotation marks"],
)
def test_hostile_pages_are_read_in_time(source: str) -> None:
    start = time.process_time()
    assert read(source).text
    assert time.process_time() - start < 15


WORDS = st.sampled_from(
    ["ferry", "late", "“quoted”", "a&amp;b", "x<br>y", "<b>bold</b>", "caf&eacute;", "<i>", "</p>", "\n"]
)
ELEMENTS = st.sampled_from(
    ["p", "h1", "h2", "li", "blockquote", "figcaption", "div", "td", "aside", "nav", "article", "span"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(ELEMENTS, st.lists(WORDS, min_size=1, max_size=6).map(" ".join)), min_size=1, max_size=12))
def test_any_page_is_a_document_with_true_places_or_has_no_text(elements: list[tuple[str, str]]) -> None:
    source = "".join(f"<{name}>{words}</{name}>" for name, words in elements)
    try:
        found = read(source)
    except InputError as error:
        assert "text" in error.what  # noqa: PT017
        return
    ends = [0]
    for block in found.marked:
        assert block.start >= ends[-1]
        assert found.text[block.start : block.end].strip()
        ends.append(block.end)
    assert found.text == found.text.strip()


@pytest.mark.parametrize(
    "attribute",
    ['a{}="x"', "a{}=x", "a{}", "a{}='>'", 'a{}="<"'],
    ids=["quoted", "bare", "empty", "closing", "opening"],
)
def test_a_tag_with_thousands_of_attributes_is_not_given_to_a_parser_that_compares_each_with_all(
    monkeypatch: pytest.MonkeyPatch, attribute: str
) -> None:
    """100,000 attributes took a minute, in each of six parses; the page's own paragraphs are read without them."""

    def refused(name: str) -> object:
        raise AssertionError(name)

    monkeypatch.setattr("framing.reading.extractor.needed", refused)
    crowd = " ".join(attribute.format(number) for number in range(2000))
    words = "The council of Odden met in the town hall on Tuesday to talk about the plan for the harbour."
    page = f"<html><body><article><h1>Odden plans</h1><p {crowd}>{words}</p><p>{words}</p></article></body></html>"
    assert words in document(page, media_type="text/html").text
