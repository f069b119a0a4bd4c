"""HTML as tags and text, broken HTML included."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.reading.elements import Mark
from framing.reading.markup import Tag, Words, scan
from framing.reading.page import find_units, unit_text


def texts(source: str) -> list[str]:
    return [unit_text(unit) for unit in find_units(source)]


def test_tags_and_text_come_in_order_with_their_places() -> None:
    source = 'a <B class="x>y">b</B> c'
    items = list(scan(source, 0, len(source)))
    assert [item.text if isinstance(item, Words) else (item.name, item.closing) for item in items] == [
        "a ",
        ("b", False),
        "b",
        ("b", True),
        " c",
    ]
    assert [item.start for item in items] == [0, 2, 17, 18, 22]
    tag = items[1]
    assert isinstance(tag, Tag)
    assert tag.attributes() == {"class": "x>y"}


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("<p>one<p>two</p>three", ["one", "two", "three"]),
        ("a < b and <3 > 2", ["a < b and <3 > 2"]),
        ("one<!-- <p>no</p> -->two", ["onetwo"]),
        ("one<!-->two<!--->three", ["onetwothree"]),
        ("one<!-- never closed <p>two", ["one"]),
        ("<!DOCTYPE html><?xml version='1'?></ >text", ["text"]),
        ("<script>if (a < b) { '<p>no</p>' }</script>text", ["text"]),
        ("<style>p { }</STYLE >text<textarea>typed</textarea>", ["text"]),
        ("<script>never closed <p>text", []),
        ("<a href=x\" title='a>b'>text</a>", ["text"]),
        ("text <a href='never closed", ["text <a href='never closed"]),
        ("one<br>two<br/><br>three", ["one", "two", "three"]),
        ("<table><tr><td>a<td>b<tr><th>c</table>", ["a b", "c"]),
        ("<h1>Head<p>text", ["Head", "text"]),
        ("&lt;p&gt; &amp;amp; &#8217;&#x2019; &nosuch; &copy 2020 &#150;", ["<p> &amp; ’’ &nosuch; © 2020 –"]),
        ("<b><i>mis</b>nested</i> text", ["misnested text"]),
    ],
)
def test_broken_markup_is_read_as_browsers_read_it(source: str, shown: list[str]) -> None:
    assert texts(source) == shown


def test_two_line_breaks_end_a_block_and_one_a_line() -> None:
    blocks = [unit.block for unit in find_units("<p>one<br>two<br><br>three</p>")]
    assert blocks[0] == blocks[1] != blocks[2]


@pytest.mark.parametrize(
    ("source", "mark"),
    [
        ("<h1>x</h1>", Mark.HEADLINE),
        ("<h3>x</h3>", Mark.SUBHEAD),
        ("<figure><figcaption>x</figcaption></figure>", Mark.CAPTION),
        ("<div class='wp-caption-text'>x</div>", Mark.CAPTION),
        ("<blockquote><div>x</div></blockquote>", Mark.QUOTED),
        ("<aside class=pull-quote>x</aside>", Mark.PULL_QUOTE | Mark.ASIDE),
        ("<p class='article__standfirst standfirst'>x</p>", Mark.DECK | Mark.PARAGRAPH),
        ("<nav><ul><li>x</nav>", Mark.FURNITURE | Mark.LISTED),
        ("<ul><li><b>x</b></ul>", Mark.LISTED),
        ("<table><tr><td>x</table>", Mark.LISTED),
        ("<div role=contentinfo>x</div>", Mark.FURNITURE),
        ("<div class='box newsletter-signup'>x</div>", Mark.NAMED_FURNITURE),
        ("<div style='color: red; display: none'>x</div>", Mark.HIDDEN),
        ("<body class='has-sidebar share'><p>x", Mark.PARAGRAPH),
        ("<div class=shareholder-news>x</div>", Mark.NONE),
        ("<div class='related'><article>x</article></div>", Mark.ARTICLE),
    ],
)
def test_elements_and_their_names_say_what_a_text_is(source: str, mark: Mark) -> None:
    assert [unit.mark for unit in find_units(source)] == [mark]


def test_hidden_words_in_a_line_are_no_part_of_it() -> None:
    source = "<p>one <span class=sr-only>opens <b>a</b> window</span><button>Go</button><svg><p>path</p></svg> two</p>"
    (unit,) = find_units(source)
    assert (unit_text(unit), unit.mark) == ("one two", Mark.PARAGRAPH)


def test_marks_end_with_their_element() -> None:
    source = "<nav>a</nav>b<blockquote>c<footer>d</footer></blockquote>e<span hidden>f<span>g</span>h</span>i"
    assert [(unit_text(unit), unit.mark) for unit in find_units(source)][:4] == [
        ("a", Mark.FURNITURE),
        ("b", Mark.NONE),
        ("c", Mark.QUOTED),
        ("d", Mark.QUOTED),
    ]


HOSTILE = {
    "open tags": "<div>" * 60_000,
    "unclosed comments": "<!--" * 200_000,
    "unclosed declarations": "<!" * 400_000,
    "unclosed tags": "<a " * 300_000,
    "unclosed values": '<a b="' * 150_000,
    "stray end tags": "<p>" + "</i>" * 200_000 + "x",
    "misnested": "<b><i>" * 80_000 + "</b>" * 80_000,
    "names without values": "<p " + "a" * 800_000 + " b" * 100_000 + ">x",
    "brackets": "<" * 800_000,
    "references": "&a" * 300_000,
    "scripts": "<script>" * 100_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_page_takes_more_than_linear_time(name: str) -> None:
    start = time.process_time()
    find_units(HOSTILE[name])
    # Some tenths of a second on one core; quadratic time would be minutes.
    assert time.process_time() - start < 8


TAGS = "<p> </p> <div class=share> </div> <!-- --> <script> </script> <br> <td> <tr> </table> <h1> </h1> <b> </b>"
REST = "< > & &amp; &# ; \" ' = <a <!x <? </ a word <nav> </nav> <blockquote> <textarea> / \x00 é"
PIECES = st.sampled_from([*TAGS.split(), *REST.split(), " ", "\n"])


@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_piece_of_a_unit_stands_where_it_says(source: str) -> None:
    end = 0
    for unit in find_units(source):
        assert unit_text(unit)
        for piece in unit.pieces:
            assert piece.place >= end
            if not piece.decoded:
                assert source.startswith(piece.text, piece.place)
                end = piece.place + len(piece.text)
