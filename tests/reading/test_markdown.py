"""Markdown: what is read, what it is marked as, and where it stands in the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.article import Document
from framing.errors import InputError
from framing.reading import document
from framing.reading.offsets import file_offset, file_place


def read(source: str) -> Document:
    found = document(source, media_type="text/markdown")
    assert_places_are_true(found)
    return found


def assert_places_are_true(found: Document) -> None:
    origin = found.origin
    assert origin is not None
    for text, file, length in zip(origin.text_starts, origin.file_starts, origin.lengths, strict=True):
        assert found.text[text : text + length] == origin.source[file : file + length]


def marks(found: Document) -> list[tuple[str, str, bool]]:
    return [(block.kind, found.text[block.start : block.end], block.quoted) for block in found.marked]


def test_markup_is_taken_off_and_words_stay() -> None:
    found = read(
        'The *mayor* of **Sund** [said](https://sund.example/a_(b) "so") it \\*twice\\* &amp; left `rm -rf`.\n'
    )
    assert found.text == "The mayor of Sund said it *twice* & left ."


def test_blocks_are_what_the_markup_says() -> None:
    found = read(
        "# Ferry late\n\nThe ferry was late.\n\nWhy\n---\n\n> It is always late.\n>\n> > Nested words.\n\n"
        '![A ferry](f.jpg "The ferry at Sund")\n\n# Another main heading\n\nText.\n'
    )
    assert marks(found) == [
        ("headline", "Ferry late", False),
        ("subhead", "Why", False),
        ("body", "It is always late.", True),
        ("body", "Nested words.", True),
        ("caption", "A ferry", False),
        ("caption", "The ferry at Sund", False),
        ("subhead", "Another main heading", False),
    ]
    assert found.text.split("\n\n")[1] == "The ferry was late."


def test_code_comments_and_link_targets_are_not_read() -> None:
    found = read(
        "Seen.\n\n```\nfenced words\n```\n\n    indented words\n\n<!-- a comment\n\nover lines -->\n\n"
        "[ref]: https://target.example 'title words'\n\nAlso [seen][ref] and <https://shown.example>.\n"
    )
    assert found.text == "Seen.\n\nAlso seen and https://shown.example."


def test_lists_and_tables_are_text() -> None:
    found = read(
        "* One item\n  over two lines\n* Another\n  1. Inner\n\n| Year | Cargo |\n|---|---|\n| 2021 | **2.0** \\| x |\n"
    )
    assert found.text.split("\n\n") == ["One item over two lines", "Another", "Inner", "Year | Cargo", "2021 | 2.0 | x"]


def test_html_in_markdown_is_read_as_html() -> None:
    found = read(
        "Before.\n\n<figure>\n<img src=a alt=b>\n<figcaption>The quay &amp; the crane</figcaption>\n</figure>\n\n"
        "<script>\nvar words = 1;\n</script>\n\n<div>Boxed <b>words</b></div>\n\nAnd <span>inline</span>.\n"
    )
    assert found.text.split("\n\n") == ["Before.", "The quay & the crane", "Boxed words", "And inline."]
    assert marks(found) == [("caption", "The quay & the crane", False)]


def test_every_word_leads_to_its_line_and_column() -> None:
    source = (
        "---\ntitle: Late\n---\r\n# Ferry *late*\r\n\r\n"
        "> The **mayor**\r\n> said &ldquo;never&rdquo;\r\n> again.\r\n\r\n"
        '- [here](x "here") here\r\n\r\n| a | b |\n|--|--|\n| cell | cell |\n\nEnd \\* of `it` it.\n'
    )
    found = read(source)
    lines = source.replace("\r\n", "\n").split("\n")
    for word in ("Ferry", "late", "mayor", "never", "again", "End", "of", "it."):
        place = file_place(found, found.text.index(word))
        assert lines[place.line - 1][place.column - 1 :].startswith(word), word
    first = found.text.index("here")
    second = found.text.index("here", first + 1)
    assert [file_place(found, place).column for place in (first, second)] == [4, 20]
    cells = [found.text.index("cell"), found.text.rindex("cell")]
    assert [file_place(found, place).column for place in cells] == [3, 10]
    assert source[file_offset(found, found.text.index("“"))] == "&"


def test_a_line_break_in_the_file_is_a_space_and_a_hard_one_a_line() -> None:
    assert read("The ferry\nwas late.  \nAgain.\n").text == "The ferry was late.\nAgain."


@pytest.mark.parametrize(
    "source", ["", " \n\n", "<!-- nothing -->", "```\ncode\n```\n", "---\ntitle: only\n---\n", "***\n"]
)
def test_a_file_with_nothing_to_read_is_an_error(source: str) -> None:
    with pytest.raises(InputError, match="empty"):
        document(source, media_type="text/markdown", name="a.md")


def test_deep_nesting_and_endless_marks_are_read_in_time() -> None:
    for source in (
        ">" * 50_000 + "x",
        "- " * 20_000 + "x",
        "[" * 100_000,
        "![" * 50_000,
        "*a _b " * 20_000,
        "`" * 50_000 + " x",
    ):
        try:
            assert_places_are_true(document(source, media_type="text/markdown"))
        except InputError as error:
            assert "empty" in error.what  # noqa: PT017 -- both outcomes are right, a crash is not


WORD_MARKS = r"word * ** _ ` `` [ ] ( ) ](a) ![ <b> </b> <!-- --> &amp; \ | ~~~ é <https://a.example>".split(" ")
SPACED_MARKS = [
    " ",
    "\n",
    "\n\n",
    "> ",
    "- ",
    "1. ",
    "# ",
    "|-|\n",
    "    ",
    "\t",
    "---\n",
    "\r\n",
    "\r",
    '"',
    "\x0b",
    "\xa0",
]
MARKS = st.sampled_from([*WORD_MARKS, *SPACED_MARKS])


@given(st.lists(MARKS, max_size=40).map("".join))
def test_any_markdown_is_a_document_with_true_places_or_empty(source: str) -> None:
    try:
        found = document(source, media_type="text/markdown")
    except InputError as error:
        assert "empty" in error.what  # noqa: PT017
        return
    assert_places_are_true(found)
    assert all(0 <= block.start < block.end <= len(found.text) for block in found.marked)
    places = [block.start for block in found.marked]
    assert places == sorted(places)
    assert "\n\n\n" not in found.text
    for block in found.marked:
        assert found.text[block.start : block.end].strip()
