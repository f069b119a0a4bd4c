"""Pages of comparisons: facts linked across the columns, what was not found, words and sources, nothing that breaks out."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

import framing
from framing.aligned import Label, Passage, Story, Wording
from framing.comparing.compare import compare
from framing.comparison import Comparison, Event, Quotes
from framing.output.comparison import html

if TYPE_CHECKING:
    from tests.output.conftest import Page

    ReadPage = type[Page]

TEXTS = (
    """Officers clear camp at Harrow Bridge

Officers cleared the camp at Harrow Bridge before dawn on Tuesday and put 212 illegal immigrants on two flights.

Interior Minister Karl Dresden called it a triumph for the rule of law. “Those who break our laws will be removed,” he said.

Three officers were hurt when a riot broke out at the gate, police chief Anna Roe said. Eleven people were arrested.

The operation cost 1.4 million crowns, according to the ministry. The site has been fenced in since Tuesday evening.
""",
    """Families torn apart as camp is razed at dawn

Armed officers stormed the camp at Harrow Bridge before dawn on Tuesday and forced 212 people on to two planes.

“They took my brother and would not say where,” said Samira Haidari, who had lived in one of the tents since spring.

A protest at the gate was met with batons, witnesses said. Eleven people were arrested and at least nine were injured.

Interior Minister Karl Dresden defended the operation. “Those who break our laws will be removed,” he said at noon.
""",
    """Ministry spends 1.4 million crowns on camp clearance

The clearance of the camp at Harrow Bridge on Tuesday cost 1.4 million crowns, the interior ministry said.

Two flights carried 212 migrants out of the country. A court will hear an appeal against the flights on Friday.

Police chief Anna Roe said that three officers were hurt and eleven people arrested in the disturbance at the gate.

The city must now find the money to clean the site. “We were not asked,” said the mayor, Tom Ardal, on Wednesday. A brass band from Hemmel cancelled its concert in the park nearby.
""",
)


def label(article: int, words: str, *, loaded: bool = False) -> Label:
    start = TEXTS[article].index(words)
    return Label(article, start, start + len(words), words, "own", loaded)


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    """A comparison with words and quotations of its own, whatever the engine of the day finds."""
    found = compare([framing.analyze(text) for text in TEXTS])
    wordings = (
        Wording((label(0, "illegal immigrants", loaded=True), label(2, "migrants")), 0.8),
        Wording((label(0, "riot"), label(1, "protest"), label(2, "disturbance")), 0.7),
        Wording((label(0, "Officers"), label(0, "officers"), label(1, "Armed officers")), 0.6),
    )
    said = "“Those who break our laws will be removed,”"
    places = [(TEXTS[number].index(said), TEXTS[number].index(said) + len(said)) for number in (0, 1)]
    first = replace(found.sources[0], quotes=(Quotes(places[0], places[1], (0, 1), 1.0, "different"),))
    return replace(found, wordings=wordings, sources=(first, *found.sources[1:]))


@pytest.fixture(scope="module")
def page(comparison: Comparison, read_page: "ReadPage") -> "Page":
    return read_page(html.render(comparison))


def test_the_engine_finds_facts_to_show(comparison: Comparison) -> None:
    assert len(comparison.told) > 2
    assert comparison.only


def test_every_link_lands_and_every_name_is_there_once(page: "Page") -> None:
    names = page.values("id")
    assert len(names) == len(set(names))
    assert {link.removeprefix("#") for link in page.values("href")} <= set(names)
    for attribute in ("data-next", "data-before"):
        assert set(page.values(attribute)) <= set(names)


def test_the_columns_hold_the_articles_as_they_were_read(page: "Page", comparison: Comparison) -> None:
    expected = [
        report.analysis.article.text[block.start : block.end]
        for report in comparison.reports
        for block in report.analysis.article.blocks
    ]
    assert page.blocks == expected


def test_a_fact_leads_round_through_every_article_that_tells_it(page: "Page", comparison: Comparison) -> None:
    sentences = {found["id"]: found for _, found in page.elements if "data-fact" in found}
    assert sum(len(found["data-fact"].split()) for found in sentences.values()) == sum(
        len(story.passages) for story in comparison.told
    )
    for name, found in sentences.items():
        seen = [name]
        while sentences[seen[-1]]["data-next"] not in seen:
            seen.append(sentences[seen[-1]]["data-next"])
        assert len({place[0] for place in seen}) > 1, (name, found)


def of(story: Story, *articles: int) -> tuple[Passage, ...]:
    return tuple(passage for passage in story.passages if passage.article in articles)


def test_what_was_not_found_in_an_article_stands_below_it(comparison: Comparison) -> None:
    sure = next(story for story in comparison.told if story.articles == (0, 1, 2))
    facts = (
        replace(sure, articles=(0, 2), passages=of(sure, 0, 2), standings=("told", "not_found", "told")),
        replace(sure, articles=(0, 1), passages=of(sure, 0, 1), standings=("told", "partly", "unsure")),
    )
    rendered = html.render(replace(comparison, told=facts))
    columns = [rendered.split(f'<article id="{name}"')[1].split("</article>")[0] for name in "ABC"]
    surely, perhaps = "Told in all others, not found here", "Told in some others, no link to here"
    assert [(surely in column, perhaps in column) for column in columns] == [
        (False, False),
        (True, False),
        (False, True),
    ]
    assert [column.count('href="#fact-') for column in columns] == [0, 1, 1]
    for number, column in enumerate(columns):
        alone = sum(story.articles == (number,) for story in comparison.only)
        assert column.count('<span class="code code-only">') == alone


def test_the_table_of_facts_says_how_each_account_stands_to_each(comparison: Comparison) -> None:
    sure = next(story for story in comparison.told if story.articles == (0, 1, 2))
    facts = (replace(sure, articles=(0, 1), passages=of(sure, 0, 1), standings=("told", "partly", "unsure")),)
    row = html.render(replace(comparison, told=facts)).split('<tr id="fact-1"')[1].split("</tr>")[0]
    first, second = ({"middle": "mid"}.get(p.position, p.position) for p in (of(sure, 0)[0], of(sure, 1)[0]))
    assert f">{first}</a>" in row
    assert f">~{second}</a>" in row
    assert row.endswith('<span title="unsure">?</span></td>')


def test_differing_words_are_marked_in_the_text_and_stand_in_a_table(page: "Page") -> None:
    names = set(page.values("id"))
    assert {"w-A-W1", "w-C-W1", "w-A-W2", "w-B-W2", "w-C-W2", "w-A-W3", "w-A-W3.2", "w-B-W3"} <= names
    assert {"words-1", "words-2", "words-3"} <= names


def test_a_source_that_is_quoted_differently_is_shown_in_both_wordings(comparison: Comparison) -> None:
    assert html.render(comparison).count("<b>Different words</b>") == 1


def test_differences_that_the_texts_carry_stand_apart_from_those_they_do_not(comparison: Comparison) -> None:
    first, *rest = comparison.differences
    found = (
        replace(first, carried=True, difference=3.0, low=1.0, high=5.0),
        *(replace(row, carried=False) for row in rest),
    )
    section = html.render(replace(comparison, differences=found)).split('id="differences"')[1].split("</section>")[0]
    carried, others = section.partition("Words, voices and sources")[2].split("<details")
    assert carried.count('<th scope="row">') == 1
    assert others.count('<th scope="row">') == len(rest)
    assert "No measure differs" not in section
    assert "No measure differs" in html.render(replace(comparison, differences=found[1:]))


def test_no_element_carries_a_style_or_a_handler_and_nothing_is_fetched(page: "Page") -> None:
    names = {name for _, found in page.elements for name in found}
    assert "style" not in names
    assert not {name for name in names if name.startswith("on")}
    assert page.values("src") == []


def test_articles_on_different_events_are_told_apart_in_the_first_line(comparison: Comparison) -> None:
    events = tuple(
        Event(event.articles, event.articles != (0, 2), 0.04, 0.1, 0.05, 0, None) for event in comparison.events
    )
    rendered = html.render(replace(comparison, events=events))
    first = rendered.index('<p class="notice"')
    assert first < rendered.index("<h1>")
    assert "A and C" in rendered[first : rendered.index("<h1>")]
    assert "<h1>Three articles</h1>" in rendered


def test_two_to_eight_articles_have_a_column_each(comparison: Comparison, read_page: "ReadPage") -> None:
    for count in (2, 8):
        reports = (comparison.reports * 3)[:count]
        found = read_page(html.render(compare(reports)))
        assert sum(tag == "article" for tag, _ in found.elements) == count


def test_hostile_words_stay_words(read_page: "ReadPage") -> None:
    words = "</script><script>alert(1)</script><img src=x onerror=alert(2)>"
    texts = [text.replace("Harrow Bridge", f"Harrow {words} Bridge") for text in TEXTS[:2]]
    found = read_page(html.render(compare([framing.analyze(text, metadata={"outlet": words}) for text in texts])))
    assert len(found.contents["script"]) == 1
    assert not {tag for tag, _ in found.elements} & {"img"}
    assert words in "".join(found.blocks)


@pytest.mark.parametrize("told", [True, False])
def test_words_credited_to_nobody_have_their_place_in_the_legend(*, told: bool) -> None:
    comparison = compare([framing.analyze(text) for text in TEXTS[:2]])
    reports = []
    for report in comparison.reports:
        credits_ = [one for one in report.analysis.attributions if one.source is not None]
        kept = credits_ if told else [replace(credits_[0], source=None), *credits_[1:]]
        reports.append(replace(report, analysis=replace(report.analysis, attributions=tuple(kept))))
    page = html.render(replace(comparison, reports=tuple(reports)))
    legend = page.split('<ul class="legend">')[1].split("</ul>")[0]
    assert ("</span> nobody</li>" in legend) is not told


def test_where_every_sentence_may_be_told_elsewhere_no_account_is_listed() -> None:
    found = html.render(replace(compare([framing.analyze(text) for text in TEXTS[:2]]), only=()))
    assert "no counterpart found: <b>0</b> sentences of any.</p>" in found
