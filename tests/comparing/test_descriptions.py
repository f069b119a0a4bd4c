"""Which titles and descriptions introduce a person, and when two accounts introduce one differently."""

from dataclasses import replace

import pytest

from framing.article import Voice, VoiceMap
from framing.attribution import Attribution, Identity, Source
from framing.comparing.introductions import introductions
from framing.comparing.passages import sentences_told
from framing.comparing.people import with_people
from framing.entity import Entity, EntityKind
from framing.finding import Analysis
from framing.spans import Span
from tests.comparing.linked import bare


def person(name: str, *roles: str, kind: EntityKind = "person", identity: Identity = "named_person") -> Analysis:
    """An account of nobody but one person with roles."""
    text = " | ".join(roles) or "nothing"
    spans = tuple(Span(text.index(role), text.index(role) + len(role)) for role in roles)
    entity = Entity(0, name, kind, "other", 0.5, None, identity, spans, (), (), None)
    return replace(bare(text), entities=(entity,))


def shown(*accounts: Analysis) -> list[tuple[str, list[tuple[int, str]]]]:
    return [(row.name, [(said.article, said.text) for said in row.said]) for row in introductions(accounts)]


ONE = person("Pia Strand", "the mayor")
"""What any description that is one differs from, but for the same office."""


@pytest.mark.parametrize(
    "role",
    [
        "a convicted fraudster",
        "Former minister",
        "the actor",
        "an activist",
        "a historian",
        "the chairman",
        "a businesswoman",
        "the accountant",
        "an engineer",
        "the spokesperson",
        "a nurse",
        "mother of three",
        "his father",
        "the widow",
        "senator",
        "Sen.",
        "Prof.",
        "its then director",
        "acting governor",
        "a reporter and a writer",
    ],
)
def test_a_title_or_a_noun_of_persons_introduces(role: str) -> None:
    assert shown(ONE, person("Pia Strand", role)) == [("Pia Strand", [(0, "the mayor"), (1, role)])]


@pytest.mark.parametrize(
    "role",
    [
        "Mr.",
        "Ms.",
        "Dame",
        "the table",
        "under",
        "the matter",
        "the number",
        "defeated Senator",
        "the mayor who left",
        "reporter was",
        "actor in Tarn",
        "writer and reporter",
        "the\nwriter",
        "the writer of one two three four five six seven eight nine ten",
        "46",
    ],
)
def test_what_says_nothing_of_the_person_does_not(role: str) -> None:
    assert shown(ONE, person("Pia Strand", role)) == []


def test_twelve_words_introduce_at_most() -> None:
    long = "the writer of one two three four five six seven eight nine"
    assert len(long.split()) == 12
    assert shown(ONE, person("Pia Strand", long))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the mayor", "Mayor"),
        ("the mayor of Tarn", "a mayor"),
        ("the mayor for Tarn", "the mayor from Odden"),
        ("Gov.", "the governor"),
        ("Tarn Gov.", "governor of Tarn"),
        ("Rep.", "a representative"),
        ("Sen.", "the senator"),
        ("Gen.", "the general"),
        ("Prof.", "the professor"),
        ("the Tarn mayor", "the mayor at Tarn"),
    ],
)
def test_one_office_in_other_words_is_no_difference(one: str, other: str) -> None:
    assert shown(person("Pia Strand", one), person("Pia Strand", other)) == []


def test_one_common_description_is_enough_to_be_alike() -> None:
    both = person("Pia Strand", "the mayor", "a convicted fraudster")
    assert shown(ONE, both) == []
    apart = person("Pia Strand", "a nurse")
    assert shown(ONE, both, apart) == [
        ("Pia Strand", [(0, "the mayor"), (1, "the mayor"), (1, "a convicted fraudster"), (2, "a nurse")])
    ]


def test_each_wording_of_an_account_is_shown_once() -> None:
    again = person("Pia Strand", "a nurse", "the nurse", "Nurse")
    assert shown(ONE, again) == [("Pia Strand", [(0, "the mayor"), (1, "a nurse")])]


def test_only_persons_with_names_are_introduced_and_each_account_speaks_once_of_each() -> None:
    other = person("Pia Strand", "a nurse")
    assert shown(person("Pia Strand", "the mayor", kind="organisation"), other) == []
    assert shown(person("Pia Strand", "the mayor", identity="unnamed_person"), other) == []
    assert shown(person("Strand", "the mayor"), other)[0][0] == "Pia Strand"
    assert shown(person("Ola Strand", "the mayor"), other) == []
    both = replace(ONE, entities=(ONE.entities[0], replace(ONE.entities[0], id=1, name="Strand")))
    assert shown(both, other) == [("Pia Strand", [(0, "the mayor"), (1, "a nurse")])]
    three = shown(person("Strand", "the mayor"), person("Pia Strand", "a nurse"), person("Ola Strand", "a writer"))
    assert [row[0] for row in three] == ["Pia Strand"]


def test_persons_come_in_the_order_in_which_they_are_first_named() -> None:
    def account(*people: tuple[str, str]) -> Analysis:
        text = " | ".join(role for _, role in people)
        entities = tuple(
            Entity(
                n, name, "person", "other", 0.5, None, "named_person",
                (Span(text.index(role), text.index(role) + len(role)),), (), (), None,
            )
            for n, (name, role) in enumerate(people)
        )  # fmt: skip
        return replace(bare(text), entities=entities)

    one = account(("Pia Strand", "the mayor"), ("Per Orr", "a miller"))
    other = account(("Per Orr", "a writer"), ("Pia Strand", "a nurse"))
    assert [row[0] for row in shown(one, other)] == ["Pia Strand", "Per Orr"]
    assert [row[0] for row in shown(other, one)] == ["Per Orr", "Pia Strand"]


TEXT = "Ada Holm met the board there. “We leave the pier,” she said of it. It rained in Tarn then."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def credit(*content: Span, name: str = "Ada Holm", identity: Identity = "named_person") -> Attribution:
    source = Source(Span(0, 8), name, "other", None, identity)
    return Attribution("direct", content, None, source, None, relayed=False, words=1)


def test_sentences_know_whom_they_credit_whom_they_name_and_what_they_quote() -> None:
    def entity(number: int, name: str, kind: EntityKind, *mentions: Span) -> Entity:
        return Entity(number, name, kind, "other", 0.5, None, "named_person", (), mentions, (), None)

    entities = (
        entity(0, "Ada Holm", "person", at("Ada Holm"), at("she")),
        entity(1, "The Board of Tarn Harbours", "organisation", at("the board")),
        entity(2, "Tarn", "place", at("Tarn")),
    )
    marks = at("“We leave the pier,”")
    codes = bytearray(len(TEXT))
    codes[slice(*marks)] = bytes([Voice.QUOTED]) * (marks.end - marks.start)
    codes[slice(*at("rained"))] = bytes([Voice.SCARE]) * 6
    codes[slice(*at("then"))] = bytes([Voice.REPORTED]) * 4
    nobody = replace(credit(at("It rained")), source=None)
    body = credit(at("it. It"), name="The Boards", identity="named_organisation")
    analysis = replace(
        bare(TEXT),
        entities=entities,
        voices=VoiceMap(bytes(codes)),
        attributions=(credit(at("We leave the pier,")), body, nobody),
    )
    first, second, third = with_people(sentences_told(analysis.article, 0), analysis)
    assert [told.speakers for told in (first, second, third)] == [frozenset(), {"holm", "board"}, {"board"}]
    assert [told.entities for told in (first, second, third)] == [{"holm", "board harbour tarn"}, {"holm"}, {"tarn"}]
    assert [told.quoted for told in (first, second, third)] == [(), ("we", "leave", "the", "pier"), ("rained",)]


def test_a_mention_that_ends_where_a_sentence_begins_is_not_in_it() -> None:
    second = TEXT.index("“We")
    analysis = replace(
        bare(TEXT), attributions=(credit(Span(10, second)), credit(Span(TEXT.index("It") - 1, TEXT.index("It"))))
    )
    found = with_people(sentences_told(analysis.article, 0), analysis)
    assert [bool(told.speakers) for told in found] == [True, False, False]


def test_a_name_of_small_words_is_its_own_key() -> None:
    analysis = replace(bare(TEXT), attributions=(credit(Span(0, 8), name="The", identity="document"),))
    assert with_people(sentences_told(analysis.article, 0), analysis)[0].speakers == {"the"}
