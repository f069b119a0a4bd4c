"""Whatever text comes in, a report or one documented error comes out, and every span lies in the text."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import framing
from framing.errors import FramingError
from framing.output import csv, html, json, markdown, terminal

PIECES = (
    "“", "”", "‘", "’", '"', "'", "''", "``", "«", "»", "„", "\n", "\n\n", "\r\n", "\u2028", " ", "\t", ". ", "? ", "… ",
    "he said ", " said ", "according to ", "Mr. ", "U.S. ", "the mayor ", "Ann Example ", "“We know,” she said. ", "thugs ",
    "- ", "> ", "# ", "---\n", "<p>", "</p>", "<blockquote>", "<!--", "-->", "&quot;", "&#x0;", "\x00", "\ud800", "\ufeff",
    "\u200d", "\u202e", "é", "ß", "İ", "ﬁ", "a\u0301", "漢字", "كلمة ", "😀", "1,000 ", "(", ")", "[x](y)", "=1+1",
    "<!-- framing: ignore[W101] x -->",
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=60).map("".join), st.text(min_size=1, max_size=200)
)


def reported(page: str, media_type: str) -> bool:
    """Whether a page gives a report, or an error of one line."""
    said = ""
    try:
        framing.analyze(page, media_type=media_type).to_dict()
    except FramingError as error:
        said = str(error)
    return "\n" not in said


def spans_of(shown: dict[str, object]) -> list[dict[str, int]]:
    rows = [*shown["sentences"], *shown["loaded_terms"], *shown["techniques"], *shown["article"]["blocks"]]  # type: ignore[misc,index]
    for attribution in shown["attributions"]:  # type: ignore[attr-defined]
        rows += attribution["content"]
        rows += [part for part in (attribution["cue"], attribution["source"]) if part]
    return rows


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS, media_type=st.sampled_from(["text/plain", "text/markdown", "text/html"]), title=st.none() | TEXTS)
def test_any_text_gives_a_report_or_a_documented_error(text: str, media_type: str, title: str | None) -> None:
    try:
        report = framing.analyze(text, title=title, media_type=media_type)
    except FramingError:
        return
    shown = report.to_dict()
    length = len(shown["article"]["text"])
    for span in spans_of(shown):
        assert 0 <= span["start"] <= span["end"] <= length
    framing.check(report, ["ALL"])
    for output in (json, csv, markdown, html):
        output.render([report]).encode("utf-8")
    terminal.render([report], colour=False, verbose=True).encode("utf-8")


REPEATED = ['"', "“", "”", "'", "‘", "’", "«", '"a" ', "“a” ", "(", "a", "a ", "a\n", "Mr. ", "he said ", "“No,” he said. ", "Ann Example and ", "\u200d", "\u202e",
            "😀", "a\u0301", "&amp;", "<", "[", "> x\n", "\0", "\ud800"]  # fmt: skip


@pytest.mark.parametrize("piece", REPEATED, ids=[ascii(piece) for piece in REPEATED])
def test_a_page_of_one_thing_is_analysed(piece: str) -> None:
    text = (piece * 20_000)[:20_000]
    if piece in {"\0", "\ud800"}:
        assert "text_repaired" in [notice.code for notice in framing.analyze(text).notices]
    assert len(framing.analyze(text).to_dict()["article"]["text"]) == len(text)


@pytest.mark.slow
def test_a_giant_paragraph_is_read_in_pieces_and_none_of_its_quotations_is_lost() -> None:
    from framing.modelling.token_features import _LONGEST

    count = 3 * _LONGEST // 18
    said = [
        f"“Harbour {n} will close,” said Ann Example, the mayor, on Monday. It took {n} hours." for n in range(count)
    ]
    report = framing.analyze(" ".join(said))
    (block,) = [block for block in report.analysis.article.blocks if block.kind == "body"]
    assert block.end == len(report.analysis.article.text)
    assert len(report.analysis.attributions) >= 0.99 * count


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 20_000 + "The mayor said no." + "</div>" * 20_000,
        "<p>The mayor said no." + "<!-- never closed",
        "<p>The mayor said no.</p><script>" + "x" * 100_000,
        '<p title="' + "x" * 200_000 + '">The mayor said no.</p>',
        "<p>" + "&lt;&amp;&#8220;" * 20_000 + "</p>",
        "<blockquote>" * 3000 + "The mayor said no.",
        "<table>" * 500 + "<tr><td>The mayor said no.",
    ],
    ids=["nested", "comment", "script", "attribute", "entities", "blockquotes", "tables"],
)
def test_hostile_markup_gives_a_report_or_a_documented_error(page: str) -> None:
    assert reported(page, "text/html")


@pytest.mark.parametrize(
    "page", ["> " * 5000 + "The mayor said no.", "- " * 3000 + "x", "*" * 20_000, "[" * 20_000, "`" * 20_000]
)
def test_hostile_markdown_gives_a_report_or_a_documented_error(page: str) -> None:
    assert reported(page, "text/markdown")
