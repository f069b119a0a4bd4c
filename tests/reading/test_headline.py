"""A headline that stands elsewhere than in the text counts, and its places lead to where it stands."""

import json
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import framing
from framing.article import Document
from framing.given import given_slice, given_text
from framing.reading import document, documents
from framing.reading.fields import field_document
from framing.reading.headline import aligned, with_headline
from framing.reading.offsets import file_span
from framing.report import Report

TITLE = "Thugs and illegal aliens storm the hall of Tarn"
PARAGRAPHS = (
    "The council of Tarn met on Monday and voted on a new ferry plan for the port and the hall, officials said.",
    "The vote was close, and the mayor, Ada Holm, left the hall before it ended, two people who were there said.",
    "“We will not move,” Per Orr, a docker, said on Tuesday.",
)
BODY = "\n\n".join(PARAGRAPHS)
PAGE = "".join(f"<p>{line}</p>" for line in PARAGRAPHS)


def page(head: str, body: str = "") -> str:
    return f"<!doctype html>\n<html><head>\n{head}\n</head>\n<body><article>{body}{PAGE}</article></body></html>"


def data(headline: str) -> str:
    text = json.dumps({"@type": "NewsArticle", "headline": headline})
    return f'<script type="application/ld+json">{text}</script>'


MARKDOWN = {
    "yaml": f"---\nauthor: Per Orr\ntitle: {TITLE}\n---\n\n{BODY}",
    "yaml in quotes": f'---\ntitle: "{TITLE}"\nkind: news\n---\n{BODY}',
    "another name": f"---\nheadline: '{TITLE}'\n---\n{BODY}",
    "toml": f'+++\nTitle = "{TITLE}"\n+++\n{BODY}',
}
PAGES = {
    "title element": (page(f"<title>{TITLE} | The Tarn Times</title>"), "title element"),
    "title element, a dash": (page(f"<title>{TITLE} - Norland - The Tarn Times</title>"), "title element"),
    "og:title": (page(f'<title>The Tarn Times</title><meta property="og:title" content="{TITLE}">'), "og:title"),
    "twitter:title": (page(f"<meta content='{TITLE}' name='twitter:title'>"), "twitter:title"),
    "data": (page(data(TITLE)), "JSON-LD"),
    "a heading that is hidden": (page("", f"<h1 hidden>{TITLE}</h1>"), "heading"),
    "a heading among links": (page("", f"<nav><h1>{TITLE}</h1></nav>"), "heading"),
    "a heading in pieces": (
        page("", f"<form><h2>{TITLE.replace('hall', '<em>hall</em>')}</h2></form>"),
        "heading",
    ),
}


def report_on(source: str, media_type: str) -> Report:
    return framing.analyze(source, media_type=media_type)


def loaded(report: Report) -> list[str]:
    """The listed terms of the headline; the model of judging words may add others."""
    terms = report.to_dict()["loaded_terms"]
    return [term["text"] for term in terms if term["block"] == "headline" and term["origin"] == "lexicon"]


def places(report: Report, source: str) -> list[str]:
    """The words of the file at the lines and columns of the findings in the headline."""
    lines = source.split("\n")
    found = [one for one in framing.check(report, ["W102"]) if one.line == one.end_line]
    return [lines[one.line - 1][one.column - 1 : one.end_column - 1] for one in found]


@pytest.mark.parametrize("source", MARKDOWN.values(), ids=MARKDOWN)
def test_a_headline_of_front_matter_is_scored_and_checked_in_its_place(source: str) -> None:
    report = report_on(source, "text/markdown")
    assert loaded(report) == places(report, source) == ["Thugs", "illegal aliens"]
    assert report.to_dict()["article"]["headline"] == {"start": 0, "end": len(TITLE), "place": "front matter"}
    assert report.measures["loaded_terms_headline"].value is not None


@pytest.mark.parametrize(("source", "place"), PAGES.values(), ids=PAGES)
def test_a_headline_of_a_page_s_head_is_scored_and_checked_in_its_place(source: str, place: str) -> None:
    report = report_on(source, "text/html")
    assert loaded(report) == places(report, source) == ["Thugs", "illegal aliens"]
    headline = report.to_dict()["article"]["headline"]
    assert headline["place"] == place
    assert TITLE in report.analysis.article.text[headline["start"] : headline["end"]]


def test_a_headline_written_in_codes_leads_to_the_codes() -> None:
    title = 'Thugs & "illegal aliens" storm Tarn’s hall'
    for source in (
        page('<meta property="og:title" content="Thugs &amp; &quot;illegal aliens&quot; storm Tarn&#8217;s hall">'),
        page(data(title)),
        page("<title>Thugs &amp; “illegal aliens” storm\n   Tarn&rsquo;s hall</title>"),
    ):
        found = with_headline(document(source, media_type="text/html"))
        for words in ("Thugs", "illegal aliens", "hall"):
            start = found.text.index(words)
            first, last = file_span(found, start, start + len(words))
            assert source[first.offset : last.offset] == words


def test_a_title_beside_a_text_counts_and_stands_below_the_text_as_given() -> None:
    report = framing.analyze(BODY, title=TITLE)
    found = report.to_dict()
    assert found["article"]["text"] == f"{BODY}\n\n{TITLE}"
    assert found["article"]["headline"] == {
        "start": len(BODY) + 2,
        "end": len(BODY) + 2 + len(TITLE),
        "place": "title",
    }
    for term in found["loaded_terms"]:
        start = term["start"] - found["article"]["headline"]["start"]
        assert TITLE[start : start + len(term["text"])] == term["text"]
    for sentence in found["sentences"][1:]:
        assert BODY[sentence["start"] : sentence["end"]].strip()
    for one in framing.check(report, ["W102"]):
        assert found["article"]["text"][one.start : one.end] == one.text


def test_the_figures_are_the_same_wherever_the_headline_stands(tmp_path: Path) -> None:
    above = framing.analyze(f"{TITLE}\n\n{BODY}").measures
    assert framing.analyze(BODY, title=TITLE).measures == above
    assert framing.analyze(f"{TITLE}\n\n{BODY}", title=TITLE).measures == above
    assert report_on(MARKDOWN["yaml"], "text/markdown").measures == above
    assert report_on(PAGES["data"][0], "text/html").measures == above
    assert report_on(page("", f"<h1>{TITLE}</h1>"), "text/html").measures == above
    assert report_on(page(f"<title>{TITLE}</title>", f"<h2>{TITLE}</h2>"), "text/html").measures == above
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": BODY, "title": TITLE}), encoding="utf-8")
    assert framing.analyze_file(str(tmp_path / "a.jsonl")).measures == above
    row = framing.score_frame(pd.DataFrame({"text": [BODY], "title": [TITLE]})).loc[0]
    assert row["loaded_terms_headline"] == above["loaded_terms_headline"].value


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"{TITLE}\n\n{BODY}", TITLE),
        (f"{TITLE.upper()}\n{BODY}", f"{TITLE} - Tarn Times"),
        (f"{TITLE}, by Per Orr\n\n{BODY}", TITLE),
        (f"By Per Orr\n\n{TITLE}\n\n{BODY}", TITLE),
    ],
)
def test_a_text_that_has_its_headline_is_left_as_it_is(text: str, title: str) -> None:
    found = document(text, title=title)
    assert with_headline(found) is found
    report = framing.analyze(text, title=title).to_dict()
    assert (report["article"]["text"], report["article"]["headline"]["place"]) == (text, "text")


@pytest.mark.parametrize("title", [" ", "", None, "x" * 400])
def test_what_is_no_headline_is_not_put_there(title: str | None) -> None:
    found = document("The council voted on Monday.", title=title)
    assert with_headline(found) is found


def test_a_page_that_names_only_its_outlet_has_no_headline() -> None:
    head = '<title>The Tarn Times</title><meta property="og:site_name" content="The Tarn Times">'
    assert report_on(page(head), "text/html").to_dict()["article"]["headline"] is None


def test_a_field_s_title_leads_to_the_field_as_it_was_given() -> None:
    given_title = "Thugs &amp; <i>illegal aliens</i>  storm it"
    found = with_headline(field_document(BODY, title=given_title, metadata={}, name="a:1"))
    assert found.title == "Thugs & illegal aliens storm it"
    assert given_text(found) == f"{BODY}\n\n{given_title}"
    start = found.text.index("illegal aliens")
    assert given_slice(found, (start, start + 14)) == "illegal aliens"
    assert given_slice(found, (0, 7)) == "Thugs &amp;"


def test_repaired_texts_keep_their_places_below_a_headline() -> None:
    text = "“ We will not mo\u00adve, ” Ada Holm said."
    found = with_headline(document(text, title="Mayor stays"))
    assert found.text == "Mayor stays\n\n“We will not move,” Ada Holm said."
    start = found.text.index("move")
    assert given_slice(found, (start, start + 4)) == "mo\u00adve"
    assert given_slice(found, (0, 11)) == "Mayor stays"


def test_records_of_a_file_have_their_headlines(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f'headline,text\n"{TITLE}","{BODY}"\n', encoding="utf-8")
    (found,) = documents(str(tmp_path / "a.csv"))
    assert isinstance(found, Document)
    assert with_headline(found).text == f"{TITLE}\n\n{BODY}"


@given(st.text(st.characters(codec="utf-8"), max_size=40), st.text(max_size=60))
def test_any_title_is_mapped_into_what_it_was_given_as(title: str, source: str) -> None:
    found = aligned(title, source)
    assert list(found.text_starts) == sorted(found.text_starts)
    assert all(0 <= start <= len(source) for start in found.file_starts)
    for start, place, length in zip(found.text_starts, found.file_starts, found.lengths, strict=True):
        assert title[start : start + length] == source[place : place + length]
