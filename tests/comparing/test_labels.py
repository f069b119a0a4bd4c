"""Words for the same in two articles: what is offered instead, rival labels, and the same last word in linked sentences."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from framing.aligned import Link, Passage
from framing.article import Block, Document, Voice, VoiceMap
from framing.comparing.stemmed import stemmed, stems_of
from framing.comparing.wording import wordings
from framing.comparison import Event
from framing.finding import Analysis, LoadedTerm
from framing.segmenting import segment
from framing.spans import Span
from tests.comparing.linked import bare, link


def event(*, same: bool = True, articles: tuple[int, int] = (0, 1)) -> Event:
    return Event(articles, same=same, probability=0.9, names=0.5, vocabulary=0.5, numbers=1, days=None)


def same_subject(one: tuple[int, int], other: tuple[int, int], but: frozenset[str]) -> float:
    """Whatever stands around the labels, both speak of the same."""
    return 100.0 if one and other and but else 0.0


def loaded(analysis: Analysis, *words: str, instead: Sequence[str] = ()) -> Analysis:
    """The same article with its words as loaded terms."""
    places = [analysis.article.text.index(word) for word in words]
    terms = tuple(
        LoadedTerm(
            Span(start, start + len(word)),
            entry=f"x/{word}",
            category="group_label",
            severity=2,
            voice="own",
            block="body",
            sentence=0,
            scare=False,
            alternatives=(),
            reason="",
            references=(),
            listed=tuple(instead),
        )
        for start, word in zip(places, words, strict=True)
    )
    return replace(analysis, loaded_terms=terms)


def shown(
    analyses: Sequence[Analysis], links: Sequence[Link] = (), events: Sequence[Event] = ()
) -> list[tuple[str, str, float]]:
    found = wordings(analyses, links, events, same_subject)
    for wording in found:
        for label in wording.labels:
            assert analyses[label.article].article.text[label.start : label.end] == label.text
    return [(w.labels[0].text, w.labels[1].text, w.score) for w in found]


def test_what_the_lexicon_offers_instead_is_found_in_the_other_article_in_any_form() -> None:
    one = loaded(
        bare("The illegal aliens left."), "illegal aliens", instead=("undocumented immigrant", "illegal migrant")
    )
    other = bare("There the undocumented immigrants stayed.")
    assert shown([one, other]) == [("illegal aliens", "undocumented immigrants", 0.9)]
    assert shown([other, one]) == [("undocumented immigrants", "illegal aliens", 0.9)]


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("The migrants stayed.", "migrants"),
        ("The illegal aliens and the undocumented immigrants stayed.", "undocumented immigrants"),
        ("The undocumented people stayed.", "undocumented immigrants"),
        ("The illegal alien and the undocumented immigrants stayed.", "undocumented immigrants"),
    ],
)
def test_one_word_or_an_article_that_uses_the_term_too_is_no_pair(text: str, instead: str) -> None:
    assert shown([loaded(bare("The illegal aliens left."), "illegal aliens", instead=(instead,)), bare(text)]) == []


def test_the_first_wording_that_is_offered_and_stands_there_counts() -> None:
    one = loaded(bare("The mob left."), "mob", instead=("a crowd of people", "large crowd", "group of people"))
    other = bare("A group of people and a large crowd stayed.")
    assert shown([one, other]) == [("mob", "large crowd", 0.9)]


def test_every_other_article_is_looked_at() -> None:
    one = loaded(bare("The mob left."), "mob", instead=("large crowd",))
    three = [bare("A large crowd came."), one, bare("It rained."), bare("The large crowds stayed.")]
    found = wordings(three, (), (), same_subject)
    assert sorted(tuple(label.article for label in w.labels) for w in found) == [(0, 1), (1, 3)]


RIOT, PROTEST = "There was a riot at noon.", "There was a protest at noon."


def test_rival_labels_are_laid_side_by_side_in_accounts_of_one_event() -> None:
    assert shown([bare(RIOT), bare(PROTEST)], events=[event()]) == [("riot", "protest", 0.9)]
    assert shown([bare(RIOT), bare(PROTEST)], events=[event(same=False)]) == []
    assert shown([bare(RIOT), bare(PROTEST)]) == []
    assert shown([bare(RIOT), bare(RIOT)], events=[event()]) == []
    assert shown([bare(RIOT), bare("It rained.")], events=[event()]) == []


def test_a_pair_is_less_sure_where_one_article_uses_both() -> None:
    both = bare("There was a riot and a protest at noon.")
    assert shown([both, bare(PROTEST)], events=[event()]) == [("riot", "protest", 0.6)]
    assert shown([bare(PROTEST), both], events=[event()]) == [("protest", "riot", 0.6)]


def test_the_label_that_the_other_uses_most_stands_for_it() -> None:
    other = bare("There was a protest, a demonstration and a demonstration at noon.")
    assert shown([bare(RIOT), other], events=[event()])[0] == ("riot", "demonstration", 0.9)
    tied = bare("There was a demonstration and a protest at noon.")
    assert shown([bare(RIOT), tied], events=[event()])[0] == ("riot", "protest", 0.9)


def test_what_is_part_of_a_longer_label_or_something_else_is_no_label() -> None:
    assert shown([bare("The riot police came."), bare(PROTEST)], events=[event()]) == []
    assert shown([bare("The tax cuts came."), bare("The tax breaks came.")], events=[event()]) == [
        ("tax cuts", "tax breaks", 0.9)
    ]
    found = shown([bare("The illegal migrants came."), bare("The refugees came.")], events=[event()])
    assert found == [("illegal migrants", "refugees", 0.9)]


def test_the_event_tells_which_articles() -> None:
    three = [bare("It rained."), bare(RIOT), bare(PROTEST)]
    found = wordings(three, (), [event(articles=(0, 1)), event(articles=(1, 2))], same_subject)
    assert [tuple(label.article for label in w.labels) for w in found] == [(1, 2)]


def linked(one: str, other: str, term: str, score: float = 0.5) -> list[tuple[str, str, float]]:
    """Pairs of two linked sentences; words that no lexicon knows are a matter of style."""
    first, second = bare(one), bare(other)
    assert shown([first, second], [link(one, other, score=score)]) == []
    marked = loaded(first, term) if term in one else loaded(second, term)
    second = second if term in one else marked
    return shown([marked if term in one else first, second], [link(one, other, score=score)])


def test_phrases_with_one_last_word_say_different_things_of_it() -> None:
    one, other = "There the reckless harbor tunnel was shut.", "Then the sensible ferry tunnels were there."
    assert linked(one, other, "reckless") == [("reckless harbor tunnel", "sensible ferry tunnels", 0.4)]
    assert linked(one, other, "sensible") == [("reckless harbor tunnel", "sensible ferry tunnels", 0.4)]
    assert linked(one, other, "reckless", 0.75)[0][2] == 0.6


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("There the reckless tunnel was shut.", "Then the tunnel was there."),
        ("There the reckless tunnel was shut.", "Then the reckless tunnel was there."),
        ("There the reckless tunnel was shut.", "Then recklessly tunneling was wrong."),
        ("There the reckless tunnel was shut.", "Then the sensible ferry was there."),
        ("There the reckless tunnel was of ferry.", "Then the ferry tunnel was reckless."),
        ("There the reckless 46 tunnel was shut.", "Then the sensible tunnel was there."),
        ("There the reckless Tarn tunnel was shut.", "Then the sensible tunnel was there."),
        ("There the reckless secret costly harbor tunnel was shut.", "Then the sensible ferry tunnel was there."),
    ],
)
def test_phrases_that_share_no_last_word_or_say_the_same_are_no_pair(one: str, other: str) -> None:
    assert linked(one, other, "reckless") == []


def test_a_phrase_ends_with_the_word_that_both_have_and_has_three_words_at_most() -> None:
    one, other = "There the reckless secret harbor tunnel was shut.", "Then the sensible ferry tunnel scheme was shut."
    assert linked(one, other, "harbor") == [("secret harbor tunnel", "sensible ferry tunnel", 0.4)]
    opening = "Reckless tunnel schemes were shut there."
    assert linked(opening, "Then the sensible tunnel was there.", "Reckless") == [
        ("Reckless tunnel", "sensible tunnel", 0.4)
    ]


def test_each_phrase_is_in_one_pair() -> None:
    one = "There the reckless harbor tunnel was there, and the secret tunnel was shut."
    other = "Then the sensible ferry tunnel was there."
    assert linked(one, other, "reckless") == [("reckless harbor tunnel", "sensible ferry tunnel", 0.4)]
    both = loaded(bare(one), "reckless", "secret")
    assert len(shown([both, bare(other)], [link(one, other)])) == 1


def test_pairs_come_once_most_loaded_and_surest_first_and_forty_at_most() -> None:
    one = loaded(bare("There was a riot. A mob came."), "riot", "mob", instead=("large crowd",))
    other = loaded(bare("There was a protest. A large crowd and a throng came."), "protest")
    found = shown([one, other], events=[event()])
    assert found[0] == ("riot", "protest", 0.9)
    assert len(found) == len({row[:2] for row in found})
    words = [f"mob number{n}" for n in range(50)]
    many = loaded(bare(" ".join(f"There the {word} left." for word in words)), *words, instead=("large crowd",))
    assert len(wordings([many, bare("A large crowd came.")], (), (), same_subject)) == 40


def test_a_label_carries_its_voice_and_whether_it_is_loaded() -> None:
    text = "riot riot riot riot"
    codes = bytes([Voice.OWN] * 5 + [Voice.QUOTED] * 5 + [Voice.REPORTED] * 5 + [Voice.SCARE] * 4)
    for start, voice in ((0, "own"), (5, "quoted"), (10, "reported"), (15, "own")):
        padded = replace(bare(text), voices=VoiceMap(codes[start:] + codes[:start]))
        [wording] = wordings([padded, bare(PROTEST)], (), [event()], same_subject)
        assert [label.voice for label in wording.labels] == [voice, "own"]
        assert [label.loaded for label in wording.labels] == [False, False]
    [wording] = wordings([loaded(bare(RIOT), "riot"), bare(PROTEST)], (), [event()], same_subject)
    assert [label.loaded for label in wording.labels] == [True, False]
    [wording] = wordings([loaded(bare(RIOT), " at"), bare(PROTEST)], (), [event()], same_subject)
    assert [label.loaded for label in wording.labels] == [False, False]


def test_stems_are_found_whatever_the_ending_and_only_in_what_is_told() -> None:
    text = "The councils voted.\nShare the council\nCouncil-led plans"
    ends = [text.index("\n"), text.index("\n", 20), len(text)]
    blocks = (
        Block("body", 0, ends[0]),
        Block("boilerplate", ends[0] + 1, ends[1]),
        Block("caption", ends[1] + 1, ends[2]),
    )
    found = stemmed(segment(Document(text, marked=blocks)))
    assert [text[slice(*span)] for span in found.find(stems_of("council"))] == ["councils", "Council"]
    assert [text[slice(*span)] for span in found.find(stems_of("council *"))] == ["councils voted"]
    assert [text[slice(*span)] for span in found.find(stems_of("council-led plan"))] == ["Council-led plans"]
    assert found.find(stems_of("coun")) == []
    assert found.find(stems_of("share")) == []
    assert stems_of("-riot police") == stems_of("riot police")
    kinds = ("headline", "deck", "subhead", "byline", "pull_quote")
    for kind in kinds:
        one = segment(Document("The councils", marked=(Block(kind, 0, 12),)))  # type: ignore[arg-type]
        assert bool(stemmed(one).find("council")) == (kind in kinds[:3])


def test_a_passage_in_the_middle_of_a_text_is_looked_at_alone() -> None:
    one, other = "The reckless harbor tunnel was shut. It rained.", "It rained. The sensible ferry tunnel was shut."
    passages = Passage(0, 0, 0, 36, "lead"), Passage(1, 1, 11, len(other), "lead")
    first = loaded(bare(one), "reckless")
    assert shown([first, bare(other)], [Link(*passages, 0.5, 0.9)]) == [
        ("reckless harbor tunnel", "sensible ferry tunnel", 0.4)
    ]
    apart = Link(Passage(0, 1, 37, len(one), "lead"), passages[1], 0.5, 0.9)
    assert shown([first, bare(other)], [apart]) == []
