"""Pages of one article: one file, a policy of hashes, everything escaped, links that land, the text as it was read."""

import base64
import hashlib
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import framing
from framing.given import given_text
from framing.output import html
from framing.output.page.notes import find_notes
from framing.report import Report, Unheard
from framing.spans import Span

if TYPE_CHECKING:
    from tests.output.conftest import Page

    ReadPage = type[Page]

ARTICLE = """Council approves harbour plan after heated night

The council approved a reckless plan to rebuild the harbour on Tuesday, officials said. Critics called it a “shameful
gamble” with public money.

“We have waited for years,” said Mara Olsen, who runs the fish market. “Now we will see if they keep their word.”

The mayor, Peter Lund, said the work would cost 40 million and start in May. The regime at the port has collapsed into chaos.

Residents of the old quay fear that they will lose their homes. No resident spoke at the meeting, which lasted five hours.
The regional police said that two men were arrested after a fight outside of the hall.
"""
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</title></style></textarea><script>alert(1)</script>",
    "<!-- --><svg onload=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;b&gt; &amp; ]]>",
    "javascript:alert(1)",
)


@pytest.fixture(scope="module")
def report() -> Report:
    return framing.analyze(ARTICLE)


@pytest.fixture(scope="module")
def page(report: Report, read_page: "ReadPage") -> "Page":
    return read_page(html.render([report]))


def test_the_page_asks_for_nothing_from_anywhere(page: "Page") -> None:
    assert not {tag for tag, _ in page.elements} & {"link", "img", "iframe", "object", "embed", "base", "form"}
    assert page.values("src") == []
    assert all(link.startswith("#") for link in page.values("href"))


def test_the_policy_allows_the_one_style_and_the_one_script_by_their_hashes(page: "Page") -> None:
    assert len(page.contents["style"]) == len(page.contents["script"]) == 1
    policy = next(
        found["content"] for _, found in page.elements if found.get("http-equiv") == "Content-Security-Policy"
    )
    for kind in ("style", "script"):
        digest = base64.b64encode(hashlib.sha256(page.contents[kind][0].encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert policy.endswith("; img-src data:; base-uri 'none'; form-action 'none'")


def test_no_element_carries_a_style_or_a_handler(page: "Page") -> None:
    names = {name for _, found in page.elements for name in found}
    assert "style" not in names
    assert not {name for name in names if name.startswith("on")}


def test_the_character_set_comes_first_and_the_language_is_the_articles(page: "Page") -> None:
    heads = [(tag, found) for tag, found in page.elements if tag == "meta"]
    assert heads[0][1] == {"charset": "utf-8"}
    assert page.elements[0] == ("html", {"lang": "en"})


def test_every_link_and_description_lands(page: "Page") -> None:
    names = page.values("id")
    assert len(names) == len(set(names))
    targets = {link.removeprefix("#") for link in page.values("href")} | set(page.values("aria-describedby"))
    assert targets <= set(names)
    assert {name for name in names if name.startswith("w-")} <= targets


def test_every_finding_is_on_the_page_with_its_words_and_its_reason(page: "Page", report: Report) -> None:
    analysis = report.analysis
    expected = {
        "L": len(analysis.loaded_terms),
        "A": len(analysis.told),
        "H": len(analysis.thoughts),
        "J": sum(note.layer == "judging" for note in find_notes(analysis)),
        "Q": sum(not word.judges and word.voice == "own" for word in analysis.subjective_words),
        "T": len(analysis.techniques),
    }
    terms = len({analysis.article.slice(term.span).lower() for term in analysis.loaded_terms})
    assert terms > 2
    assert expected["A"] > 1
    for place in ("w-", "f-"):
        names = [name.removeprefix(place) for name in page.values("id") if name.startswith(place)]
        for code, count in expected.items():
            # A term that comes back has a place each time, and one note.
            found = sum(re.fullmatch(rf"{code}\d+(-\d+)?", name) is not None for name in names)
            assert found == (terms if code == "L" and place == "f-" else count)
        # Words of a frame are marked where the article is told through it.
        present = {name for name, score in analysis.policy_frames.items() if score.present}
        frames = sum(len(words) for name, words in analysis.frame_words.items() if name in present)
        assert sum(re.fullmatch(r"[A-Z]{2}\d+", name) is not None for name in names) == frames


def test_who_is_named_and_never_credited_leads_to_the_sentences(report: Report) -> None:
    start = ARTICLE.index("Residents")
    group = Unheard("residents", "affected", (Span(start, start + 9), Span(start + 4, start + 9)))
    rendered = html.render([replace(report, unheard=(group,))])
    number = next(
        number
        for number, sentence in enumerate(report.analysis.article.sentences)
        if sentence.start <= start < sentence.end
    )
    line = next(line for line in rendered.splitlines() if "never credited" in line)
    assert line.count("<a ") == 1
    assert f'href="#s{number}"' in line


def test_frames_of_both_kinds_are_listed_with_the_words_that_decided(page: "Page", report: Report) -> None:
    rows = [*report.analysis.policy_frames.values(), *report.analysis.generic_frames.values()]
    assert sum(found.get("id", "").startswith("frames-title-") for _, found in page.elements) == 2
    assert any(row.evidence for row in rows)


def test_the_article_stands_as_it_was_read(page: "Page", report: Report) -> None:
    article = report.analysis.article
    assert page.blocks == [article.text[block.start : block.end] for block in article.blocks]


def test_the_same_report_gives_the_same_page(report: Report) -> None:
    assert html.render([report]) == html.render([framing.analyze(ARTICLE)])


@pytest.mark.parametrize("words", HOSTILE)
def test_an_article_cannot_break_out(words: str, page: "Page", read_page: "ReadPage") -> None:
    text = ARTICLE.replace("Tuesday", words).replace("Mara Olsen", f"Mara {words} Olsen")
    names = dict.fromkeys(("outlet", "author", "date", "url"), words)
    hostile = framing.analyze(text, title="Council", metadata=names)
    # Reading takes the tags out of a title; a page must not need that.
    found = read_page(html.render([replace_names(hostile, words, title=f"Council {words}")]))
    tags = {tag for tag, _ in page.elements}
    assert {tag for tag, _ in found.elements} <= tags
    assert len(found.contents["script"]) == len(found.contents["style"]) == len(found.contents["title"]) == 1
    assert found.contents["h1"] == [f"Council {words}"]
    assert all(link.startswith("#") for link in found.values("href"))
    assert not {name for _, attributes in found.elements for name in attributes if name.startswith("on")}
    article = hostile.analysis.article
    assert found.blocks == [article.text[block.start : block.end] for block in article.blocks]
    assert words in given_text(article.document)


def replace_names(report: Report, name: str, *, title: str) -> Report:
    article = report.analysis.article
    document = replace(article.document, name=name)
    return replace(report, analysis=replace(report.analysis, article=replace(article, document=document, title=title)))


def test_a_web_address_of_the_input_is_a_link_at_the_foot(read_page: "ReadPage") -> None:
    address = "https://outlet.example/story?a=1&b=2"
    found = read_page(html.render([framing.analyze(ARTICLE, metadata={"url": address})]))
    assert [link for link in found.values("href") if not link.startswith("#")] == [address]


def test_characters_that_reorder_the_page_are_shown_by_name(read_page: "ReadPage") -> None:
    text = ARTICLE.replace("officials said", "officials \u202esaid\u2066").replace("May", "M\x00ay\x1b[31m")
    rendered = html.render([framing.analyze(text, title="Plan \u202e approved")])
    assert not set(rendered) & {"\u202e", "\u2066", "\x00", "\x1b"}
    assert "officials [U+202E]said[U+2066]" in "".join(read_page(rendered).blocks)
    assert "Plan [U+202E] approved" in rendered


def test_a_lone_surrogate_does_not_stop_the_page() -> None:
    rendered = html.render([framing.analyze(ARTICLE.replace("May", "M\ud800ay"))])
    rendered.encode("utf-8")


def test_an_article_in_another_language_is_shown_in_its_language_without_figures(read_page: "ReadPage") -> None:
    text = "Der Rat hat den Plan für den Hafen am Dienstag gebilligt, und die Bürger sind nicht zufrieden damit. " * 12
    found = read_page(html.render([framing.analyze(text, metadata={"lang": "de"})]))
    assert found.elements[0] == ("html", {"lang": "de"})
    assert ("article", {"lang": "de"}) in found.elements
    assert "".join(found.blocks).startswith("Der Rat hat")
    assert not [tag for tag, _ in found.elements if tag in {"svg", "mark", "table"}]


def test_a_percentile_is_drawn_only_where_the_reference_has_the_measure(report: Report) -> None:
    measure = replace(report.measures["loaded_terms_own"], percentile=None)
    without = {name: replace(found, percentile=None) for name, found in report.measures.items()}
    assert measure.percentile is None
    assert 'class="distribution"' in html.render([report])
    assert 'class="distribution"' not in html.render([replace(report, measures=without)])


def test_several_articles_are_one_table(report: Report, read_page: "ReadPage") -> None:
    other = framing.analyze("Ein Satz auf Deutsch, der nicht bewertet wird. " * 12, metadata={"lang": "de"})
    rendered = html.render([report, other])
    assert rendered.count("<tr>") == 3
    assert "Not scored" in rendered
    assert read_page(rendered).contents["h1"] == ["2 articles"]


@given(text=st.text(max_size=400))
@settings(max_examples=50)
def test_any_text_gives_a_page_that_holds_together(text: str, read_page: "ReadPage") -> None:
    article = framing.analyze(f"Council meets\n\n{text}\n\nThe mayor said that it was late.")
    found = read_page(html.render([article]))
    assert len(found.contents["script"]) == 1
    assert found.values("src") == []
