"""Whatever the file: the place of a finding holds the words that were found."""

import html
import re

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from framing.checking.run import check_document
from framing.config import Config
from framing.errors import InputError
from framing.given import given_text
from framing.reading import document
from framing.reading.headline import with_headline

PLAIN = st.sampled_from(
    [
        "The council met on Tuesday.",
        "🎈🎈 naïve",
        "cafe\u0301",
        "It was a terrifying, heinous night.",
        "The regime fell.",
    ]
)
MARKDOWN = st.one_of(
    PLAIN,
    st.sampled_from(
        [
            "# ",
            "* ",
            "> ",
            "`x`",
            "**",
            "_",
            "[a](b)",
            "![p](q)",
            "<!-- x -->",
            "\\*",
            "\r\n",
            "\n",
            "\n\n",
            "&amp;",
            "<b>",
            "</b>",
            "| a | b |",
            "“",
            "”",
        ]
    ),
)
HTML = st.one_of(
    PLAIN,
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<b>",
            "</b>",
            "&eacute;",
            "&#x1F388;",
            "<!-- x -->",
            "<br>",
            "\r\n",
            "  ",
            "<figcaption>",
            "<h1>",
        ]
    ),
)


def words(text: str) -> str:
    """Text without markup, white space and case, and with its references read: what a reader sees of both.

    Code, comments and pictures are left out: nobody reads them as the article's words, and a finding may span them.
    """
    bare = re.sub(r"`[^`]*`|<[^>]*>|<!--.*?-->|!\[[^]]*(?=\])|\[|\]\([^)]*\)?", "", text)  # also a link that it ends in
    return re.sub(r"[\s*_>#|`\\]+", "", html.unescape(bare)).lower()


def begins_and_ends(text: str, source: str) -> bool:
    """Whether a place's first and last characters are those of the words, or the source writes them otherwise."""
    return (text[0] == source[0] or source[0] in "&\\") and (text[-1] == source[-1] or source[-1] == ";")


def holds(text: str, media_type: str) -> None:
    try:
        read = document(text, media_type=media_type)
    except InputError:
        return
    checked = check_document(read, Config(values={"select": ["W", "F", "S"]}), "a")
    source = checked.file.text
    lines = [line + "\n" for line in source.split("\n")] if "\n" in source else [source]
    for one in checked.file.diagnostics:
        assert 1 <= one.line <= one.end_line <= len(lines) + 1
        if one.code.startswith("W"):
            # A headline that stands elsewhere on the page is on top of what is checked.
            assert one.text == given_text(with_headline(read))[one.start : one.end]
            if read.title_place == "metadata" and (one.line, one.column) == (one.end_line, one.end_column):
                continue  # a title whose place in the page is not known has none
            start = sum(map(len, lines[: one.line - 1])) + one.column - 1
            end = sum(map(len, lines[: one.end_line - 1])) + one.end_column - 1
            assert words(one.text) == words(source[start:end])
            assert begins_and_ends(one.text, source[start:end])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(MARKDOWN, min_size=1, max_size=25))
@example(["The council met on Tuesday.", "“", "# ", "`x`", "🎈🎈 naïve"])  # code between the words that were found
@example(["The regime fell.", "“", "`x`", "🎈🎈 naïve"])  # and what may stand in front of them
@example(["The regime fell.", "“", "_", "🎈🎈 naïve"])
@example(["The regime fell.", "“", "[a](b)", "🎈🎈 naïve"])
@example(["The regime fell.", "“", "<b>", "🎈🎈 naïve", "</b>"])
@example(["The regime fell.", "“", "<!-- x -->", "🎈🎈 naïve", "![p](q)", "cafe\u0301"])
@example(["The regime fell.", "“", "# ", "\\*"])  # words that end in a character after a backslash
def test_the_place_in_markdown_holds_the_words_found(pieces: list[str]) -> None:
    holds("The plan of Odden\n\n" + " ".join(pieces), "text/markdown")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(HTML, min_size=1, max_size=25))
def test_the_place_in_html_holds_the_words_found(pieces: list[str]) -> None:
    holds("<article><p>The plan of Odden. " + " ".join(pieces) + "</p></article>", "text/html")


@settings(max_examples=40, deadline=None)
@given(st.lists(PLAIN | st.sampled_from(["\n", "\r\n", "\n\n", "\t"]), min_size=1, max_size=25))
def test_the_place_in_plain_text_holds_the_words_found(pieces: list[str]) -> None:
    holds("The plan of Odden\n\n" + " ".join(pieces), "text/plain")
