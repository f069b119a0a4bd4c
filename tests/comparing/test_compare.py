"""Comparing: what is told in all, and what has no counterpart, in which words, by whom; the same for any order of the articles."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import framing
from framing.comparison import Comparison
from framing.errors import InputError

COURIER = """Island families stranded as deckhands walk out

Deckhands of the Northern Line walked out on Friday and shut down the only ferry to Torsay. The company cancelled 46 sailings and expects to lose 300,000 crowns a day. "We made a fair offer and it was thrown back in our faces," Greta Halvorsen, the company's chief executive, told reporters. Illegal immigrants who work in the harbour kitchens were sent home without pay.

Prices for fresh milk have skyrocketed in the island's two shops. Transport Minister Elin Moe warned that the government could order the crews back to work within a week.
"""
HERALD = """Ferry crews strike over night shifts

Ferry crews of the Northern Line went on strike on Friday, and the ferry to Torsay was shut down. The company has cancelled 46 sailings; it puts its loss at 300,000 crowns a day. "It was thrown back in our faces," said Ms Halvorsen. Undocumented immigrants employed in the kitchens of the harbour were sent home unpaid.

A nurse at the clinic, Ruth Amdahl, said that three patients had missed their treatment. The union says that crews of three cannot fight a fire at sea.
"""
ELSEWHERE = """Orchard growers count the cost of a late frost

Growers in the valley of Hemmel lost half of their cherries when the temperature fell to minus six degrees in April. The cooperative will ask the county for 2 million crowns. "I have not seen such a spring in forty years," said Olav Brekke, who grows plums and cherries above the lake. Experts advise late sorts and water sprinklers.
"""


@pytest.fixture(scope="module")
def both() -> Comparison:
    return framing.compare([framing.analyze(COURIER), framing.analyze(HERALD)])


def words(comparison: Comparison, article: int, start: int, end: int) -> str:
    return comparison.reports[article].analysis.article.text[start:end]


def told(comparison: Comparison) -> list[list[str]]:
    return [[words(comparison, p.article, p.start, p.end) for p in story.passages] for story in comparison.told]


def test_a_fact_in_other_words_is_told_in_both(both: Comparison) -> None:
    facts = [" ".join(" ".join(passages).split()) for passages in told(both)]
    assert any("46 sailings and expects to lose" in fact and "puts its loss at" in fact for fact in facts)


def test_a_fact_of_one_article_has_no_counterpart(both: Comparison) -> None:
    alone = [words(both, s.passages[0].article, s.passages[0].start, s.passages[0].end) for s in both.only]
    assert any("fresh milk" in sentence for sentence in alone)
    assert any("three patients" in sentence for sentence in alone)


def alone(comparison: Comparison) -> list[str]:
    return [words(comparison, p.article, p.start, p.end) for s in comparison.only for p in s.passages]


def test_the_opening_is_never_without_counterpart() -> None:
    # Both open with the same fact, and share not a word.
    other = COURIER.replace(
        COURIER.split("\n\n")[1],
        "Nobody crosses to Skarvik since sailors downed tools. Freight rots on quays. "
        "Bosses in Oskar Street call the whole affair blackmail. Mediators wait for a telephone call from either camp.",
    )
    found = framing.compare([framing.analyze(HERALD), framing.analyze(other)])
    assert not any(start in s for s in alone(found) for start in ("Nobody", "Freight", "Bosses", "Mediators"))
    assert any("three patients" in s for s in alone(found))


def test_a_sentence_that_is_near_another_but_not_linked_is_unsure(both: Comparison) -> None:
    claim = "Three people are not enough for such a fire, the fire board warned."
    found = framing.compare([framing.analyze(f"{COURIER} {claim}"), framing.analyze(HERALD)])
    shown = " ".join([*alone(found), *(sentence for passages in told(found) for sentence in passages)])
    assert "fight a fire" not in shown
    assert "not enough" not in shown
    assert "fight a fire" in " ".join(alone(both))


def linked_to(found: Comparison, sentence: str) -> list[str]:
    """The sentences of the second article that a sentence of the first one is linked to."""
    return [
        words(found, 1, link.second.start, link.second.end)
        for link in found.links
        if words(found, 0, link.first.start, link.first.end) == sentence
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Crews of three are too few once smoke fills the car deck, the fire board warned on Monday.",
            "The union says that crews of three cannot fight a fire at sea.",
        ),
        ("By nine to six the council voted to buy a second ferry.", "Councillors agreed to a second ferry, 9-6."),
    ],
)
def test_a_fact_in_quite_other_words_is_linked(one: str, other: str) -> None:
    found = framing.compare([framing.analyze(f"{COURIER} {one}"), framing.analyze(f"{HERALD} {other}")])
    assert other in linked_to(found, one)


def test_one_sentence_may_be_told_by_two() -> None:
    one = "The council bought a second ferry for 9 million crowns and named it Skarvik on Sunday."
    two = ("The council bought a second ferry for 9 million crowns.", "The ferry was named Skarvik on Sunday.")
    found = framing.compare([framing.analyze(f"{COURIER} {one}"), framing.analyze(f"{HERALD} {' '.join(two)}")])
    assert set(linked_to(found, one)) == set(two)
    turned = framing.compare([framing.analyze(f"{HERALD} {' '.join(two)}"), framing.analyze(f"{COURIER} {one}")])
    assert all(linked_to(turned, sentence) == [one] for sentence in two)


def test_equal_short_quotations_are_linked() -> None:
    one = '"It was thrown back," Greta Halvorsen told TV Nord after the talks in Torsay on Thursday night.'
    other = 'Asked about the offer that her board had made to the deckhands, Halvorsen said only: "It was thrown back."'
    found = framing.compare([framing.analyze(f"{COURIER} {one}"), framing.analyze(f"{HERALD} {other}")])
    assert other in linked_to(found, one)


def test_links_say_how_likely_they_are(both: Comparison) -> None:
    assert all(0.5 <= link.probability <= 1.0 for link in both.links)
    assert [link.probability for link in both.links] == sorted((x.probability for x in both.links), reverse=True)
    assert {"probability", "score"} <= both.to_dict()["links"][0].keys()
    assert all(0.7 <= story.probability <= 1.0 for story in both.only)


def test_sentences_of_other_events_are_linked_only_by_their_words() -> None:
    shared = "The county will pay 46 crowns for every child that the ferry carries to the school of Torsay."
    apart = [framing.analyze(f"{COURIER} {shared}"), framing.analyze(f"{ELSEWHERE} {shared}")]
    assert [[shared, shared]] == told(framing.compare(apart))


def test_a_sentence_of_few_words_is_not_said_to_be_without_counterpart() -> None:
    short, long = (
        "They had never cheered there before.",
        "A brass band from the village of Hemmel played marches under umbrellas all afternoon.",
    )
    found = framing.compare([framing.analyze(f"{COURIER} {short} {long}"), framing.analyze(HERALD)])
    assert any("brass band" in sentence for sentence in alone(found))
    assert not any("cheered" in sentence for sentence in alone(found))


def test_no_sentence_is_both_told_elsewhere_and_without_counterpart(both: Comparison) -> None:
    passages = [passage for story in (*both.told, *both.only) for passage in story.passages]
    assert len(passages) == len(set(passages))
    assert {passage.article for passage in passages} == {0, 1}


def test_labels_for_the_same_people_are_laid_side_by_side(both: Comparison) -> None:
    pairs = [tuple(label.text.lower() for label in wording.labels) for wording in both.wordings]
    assert ("illegal immigrants", "undocumented immigrants") in pairs


def test_a_source_named_in_full_and_by_surname_is_one(both: Comparison) -> None:
    source = next(source for source in both.sources if "Halvorsen" in source.name)
    assert source.name == "Greta Halvorsen"
    assert [place.article for place in source.places] == [0, 1]


def test_a_quotation_that_one_article_shortens_is_cut(both: Comparison) -> None:
    source = next(source for source in both.sources if "Halvorsen" in source.name)
    assert [quotes.kind for quotes in source.quotes] == ["cut"]
    assert source.quotes[0].removed == "We made a fair offer and"


def test_articles_on_one_event_are_told_from_others(both: Comparison) -> None:
    assert both.one_event
    apart = framing.compare([framing.analyze(COURIER), framing.analyze(ELSEWHERE)])
    assert not apart.one_event
    assert not apart.told


def test_dates_far_apart_speak_against_one_event() -> None:
    def probability(date: str) -> float:
        reports = [
            framing.analyze(COURIER, metadata={"date": "2026-03-06"}),
            framing.analyze(HERALD, metadata={"date": date}),
        ]
        return framing.compare(reports).events[0].probability

    assert probability("2026-03-06") > probability("2026-05-29")


def test_the_other_order_says_the_same_of_the_other_article(both: Comparison) -> None:
    turned = framing.compare([both.reports[1], both.reports[0]])
    assert {(link.first.start, link.second.start, link.score) for link in both.links} == {
        (link.second.start, link.first.start, link.score) for link in turned.links
    }
    assert [row.distance for row in both.frames] == pytest.approx([row.distance for row in turned.frames])
    for one, other in zip(both.differences, turned.differences, strict=True):
        assert one.values == other.values[::-1]


def test_an_article_beside_itself_is_told_in_both_and_differs_in_nothing() -> None:
    report = framing.analyze(COURIER)
    same = framing.compare([report, report])
    assert not same.only
    assert not same.wordings
    assert same.frames[0].distance == pytest.approx(0.0, abs=1e-6)
    assert not same.frames[0].carried
    assert not any(row.carried for row in same.differences)


def test_the_same_input_gives_the_same_bytes(both: Comparison) -> None:
    again = framing.compare([framing.analyze(COURIER), framing.analyze(HERALD)])
    assert json.dumps(again.to_dict(), allow_nan=False) == json.dumps(both.to_dict(), allow_nan=False)


def test_three_articles_are_compared_in_pairs(both: Comparison) -> None:
    three = framing.compare([*both.reports, framing.analyze(ELSEWHERE)])
    assert [event.articles for event in three.events] == [(0, 1), (0, 2), (1, 2)]
    assert all(story.articles == (0, 1) for story in three.told)


@pytest.mark.parametrize("count", [0, 1, 9])
def test_fewer_than_two_or_more_than_eight_are_refused(both: Comparison, count: int) -> None:
    with pytest.raises(InputError, match="takes 2 to 8 articles"):
        framing.compare([both.reports[0]] * count)


def test_an_article_that_was_not_scored_is_refused_with_the_reason() -> None:
    foreign = framing.analyze(
        "Der Rat hat am Dienstag beschlossen, den Hafen neu zu bauen, und die Arbeiten beginnen bald."
    )
    with pytest.raises(InputError, match="only English is scored"):
        framing.compare([framing.analyze(COURIER), foreign])


SENTENCES = [s.strip() + "." for s in (COURIER + HERALD + ELSEWHERE).replace("\n", " ").split(".") if len(s) > 30]


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6),
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6),
)
def test_every_span_lies_in_its_text(first: list[str], second: list[str]) -> None:
    found = framing.compare([framing.analyze(" ".join(first)), framing.analyze("\n\n".join(second))])
    lengths = [len(report.analysis.article.text) for report in found.reports]
    spans = [(p.article, p.start, p.end) for story in (*found.told, *found.only) for p in story.passages]
    spans += [(label.article, label.start, label.end) for wording in found.wordings for label in wording.labels]
    assert all(0 <= start < end <= lengths[article] for article, start, end in spans)
    assert all(0.0 <= link.score <= 1.0 and link.first.article < link.second.article for link in found.links)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8, unique=True))
def test_any_article_beside_itself_is_told_in_both(sentences: list[str]) -> None:
    report = framing.analyze(" ".join(sentences))
    same = framing.compare([report, report])
    assert not same.only
    assert not same.wordings
    assert all(row.distance is None or row.distance < 1e-6 for row in same.frames)
    assert all(row.difference in (None, 0.0) for row in same.differences)


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6, unique=True),
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6, unique=True),
)
def test_turning_any_two_articles_turns_the_result(first: list[str], second: list[str]) -> None:
    reports = [framing.analyze(" ".join(sentences)) for sentences in (first, second)]
    found, turned = framing.compare(reports), framing.compare(reports[::-1])
    assert found.events[0].probability == pytest.approx(turned.events[0].probability)
    assert {(link.first.start, link.second.start) for link in found.links} == {
        (link.second.start, link.first.start) for link in turned.links
    }
    assert {tuple(label.text for label in wording.labels) for wording in found.wordings} == {
        tuple(label.text for label in wording.labels)[::-1] for wording in turned.wordings
    }
    assert [row.difference for row in found.differences] == [
        None if row.difference is None else -row.difference for row in turned.differences
    ]
    assert [row.distance for row in found.frames] == pytest.approx([row.distance for row in turned.frames])


def test_words_that_no_dictionary_knows_are_compared_as_they_stand() -> None:
    told = "Xqzt vlkrp brgwd the zzkrp."
    same, other = framing.analyze(told), framing.analyze("Mmmq rrrk gddw the pplst.")
    assert len(framing.compare([same, framing.analyze(told)]).told) == 1
    assert not framing.compare([same, other]).told


def test_a_report_keeps_its_own_name_in_the_comparison(both: Comparison) -> None:
    report = both.reports[0]
    document = replace(report.analysis.article.document, name="courier.txt")
    article = replace(report.analysis.article, document=document)
    renamed = replace(report, analysis=replace(report.analysis, article=article))
    assert framing.compare([renamed, both.reports[1]]).to_dict()["articles"][0]["name"] == "courier.txt"
