"""Text fields of records: each is read as what it holds, with the map back to the field."""

import csv
import io
import json
import time
from pathlib import Path

import pandas as pd
import pytest

import framing
from framing.article import Document
from framing.given import given_text
from framing.reading import documents
from framing.reading.fields import field_document
from framing.reading.offsets import file_span

CURLY = "“We will not move,” Mayor Ada Holm’s aide said."
ENCODED = {
    "decimal": "&#8220;We will not move,&#8221; Mayor Ada Holm&#8217;s aide said.",
    "hexadecimal": "&#x201C;We will not move,&#X201d; Mayor Ada Holm&#x2019;s aide said.",
    "named": "&ldquo;We will not move,&rdquo; Mayor Ada Holm&rsquo;s aide said.",
    "encoded twice": "&amp;#8220;We will not move,&amp;rdquo; Mayor Ada Holm&amp;amp;rsquo;s aide said.",
}
MARKUP = {
    "an interface's": "<p>The mayor, Ada Holm, said: &ldquo;We will not move.&rdquo;</p><script>var sold = 1;</script>"
    '<figure><img src="h.jpg"><figcaption>The hall in Tarn</figcaption></figure>'
    '<aside class="element-rich-link"><p>Related: the thugs of Norland</p></aside><p>She <em>left</em> at noon.</p>',
    "a database's": "The mayor, Ada Holm, said: “We will not <b>move</b>.”\n\n"
    '[caption id="a_1" width="300"]<a href="h.jpg"><img src="h.jpg" /></a> The hall in Tarn[/caption]\n\n'
    'She left at noon.\n[gallery ids="1,2"][embed]https://norland.example/v[/embed]',
    "a block editor's": "<!-- wp:paragraph --><p>The mayor, Ada Holm, said: “We will not move.”</p>"
    '<!-- /wp:paragraph --><div class="wp-caption"><p class="wp-caption-text">The hall in Tarn</p></div>'
    "<p>She left at noon.</p>",
    "a feed's, written as text": "&lt;p&gt;The mayor, Ada Holm, said: &amp;ldquo;We will not move.&amp;rdquo;&lt;/p&gt;"
    "&lt;figcaption&gt;The hall in Tarn&lt;/figcaption&gt;&lt;p&gt;She left at noon.&lt;/p&gt;",
    "an old page's, nothing closed": "<p>The mayor, Ada Holm, said: “We will not move.”"
    "<figcaption>The hall in Tarn</figcaption><p>She left at noon.",
}
READ = "The mayor, Ada Holm, said: “We will not move.”\n\nThe hall in Tarn\n\nShe left at noon."


def read(text: str, title: str | None = None) -> Document:
    return field_document(text, title=title, metadata={}, name="a.jsonl:1")


def codes(found: Document) -> list[str]:
    return [notice.code for notice in found.notices]


@pytest.mark.parametrize("text", ENCODED.values(), ids=ENCODED)
def test_character_references_are_read_as_what_they_stand_for(text: str) -> None:
    found = read(text)
    assert found.text == CURLY
    assert codes(found) == ["references_decoded"]
    assert given_text(found) == text


@pytest.mark.parametrize("text", ENCODED.values(), ids=ENCODED)
def test_reports_count_in_the_field_as_it_was_given(text: str) -> None:
    end = " Holm &amp; Orr said on Monday that the port of Tarn is shut for good."
    found = framing.analyze(text + end).to_dict()
    plain = framing.analyze(CURLY + end.replace("amp;", "")).to_dict()
    assert found["article"]["text"] == text + end
    assert found["measures"] == plain["measures"]
    assert [one["voice"] for one in found["sentences"]] == [one["voice"] for one in plain["sentences"]]
    assert found["sentences"][0]["voice"]["quoted"] > 0.3
    first, second = found["sentences"]
    assert (text + end)[first["start"] : first["end"]] == text
    assert (text + end)[second["start"] : second["end"]] == end[1:]
    for credited in found["attributions"]:
        source = credited["source"]
        assert (text + end)[source["start"] : source["end"]] == source["text"]


@pytest.mark.parametrize("text", ["AT&T and R&D rose.", "a &c; b &nosuch; c", "x=1&copy=2"])
def test_what_is_no_reference_stays(text: str) -> None:
    assert read(text).text == text
    assert codes(read(text)) == []


@pytest.mark.parametrize("text", MARKUP.values(), ids=MARKUP)
def test_a_field_of_markup_is_read_as_a_page_would_show_it(text: str) -> None:
    found = read(text)
    assert found.text == READ
    assert [(b.kind, found.text[b.start : b.end]) for b in found.marked if b.kind == "caption"] == [
        ("caption", "The hall in Tarn")
    ]
    assert codes(found) == ["markup_read"]


@pytest.mark.parametrize("text", MARKUP.values(), ids=MARKUP)
def test_the_map_leads_back_into_the_field(text: str) -> None:
    found = read(text)
    for words in ("Ada Holm", "The hall in Tarn", "left"):
        start = found.text.index(words)
        first, last = file_span(found, start, start + len(words))
        assert found.origin is not None
        assert found.origin.source == text
        assert text[first.offset : last.offset] == words


@pytest.mark.parametrize(
    "text", ["The tag <b> makes words bold.", "He wrote a<b and c>d.", "Prices <$10 and a <new> shop, [sic] he said."]
)
def test_prose_about_signs_is_no_markup(text: str) -> None:
    assert read(text).text == text


def test_a_whole_page_in_a_field_loses_its_furniture() -> None:
    body = "".join(
        f"<p>Number {n}: the council of Tarn met on Monday and voted on a new ferry plan.</p>" for n in "abcd"
    )
    found = read(f"<!doctype html><html><body><nav><a>Home</a></nav><article>{body}</article></body></html>")
    assert found.text.startswith("Number a: the council")
    assert "Home" not in found.text


def test_titles_lose_tags_and_references() -> None:
    assert read("The ferry was late.", "Ferry <i>late</i>, says &amp;#8216;Tarn Times&#8217;").title == (
        "Ferry late, says ‘Tarn Times’"
    )


def test_each_field_of_a_file_is_looked_at_for_itself(tmp_path: Path) -> None:
    texts = [CURLY, ENCODED["named"], MARKUP["an interface's"]]
    wanted = [(CURLY, []), (CURLY, ["references_decoded"]), (READ, ["markup_read"])]
    lines = tmp_path / "a.jsonl"
    lines.write_text("\n".join(json.dumps({"text": text}) for text in texts), encoding="utf-8")
    table = tmp_path / "a.csv"
    out = io.StringIO()
    csv.writer(out).writerows([["text"], *([text] for text in texts)])
    table.write_text(out.getvalue(), encoding="utf-8")
    for file in (lines, table):
        assert [(found.text, codes(found)) for found in documents(str(file))] == wanted


def test_a_table_s_cells_are_fields_too() -> None:
    story = " The council of Tarn met on Monday and voted on the new plan for the ferry." * 3
    shown, encoded = (f"<p>{CURLY}</p><p>{story}</p>", f"&lt;p&gt;{CURLY}&lt;/p&gt;&lt;p&gt;{story}&lt;/p&gt;")
    table = framing.score_frame(pd.DataFrame({"text": [f"{CURLY}\n{story}", shown, encoded]}))
    assert len(set(table["words"])) == 1
    assert list(table["warnings"].str.split().str[-1]) == ["too_short", "markup_read", "markup_read"]


@pytest.mark.parametrize(
    "text", ["&" + "amp;" * 50_000, "&amp;" * 20_000, "[caption]" * 20_000, "<p " * 20_000, '" ' * 50_000]
)
def test_no_field_takes_more_than_linear_time(text: str) -> None:
    started = time.process_time()
    field_document(f"{text} The council met.", title=text, metadata={}, name="a")
    assert time.process_time() - started < 10
