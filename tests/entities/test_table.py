"""Who is who, in passages whose credited mentions are marked."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

import framing
from framing.article import Article, Document
from framing.attribution import Attribution, Source
from framing.entities import build_table
from framing.entities.genders import Gender
from framing.entities.name_genders import KnownGender
from framing.entity import Entity
from framing.modelling.article_words import read_words
from framing.segmenting import segment
from framing.source_typing import describe, find_words
from framing.spans import Span

CASES: list[dict[str, Any]] = [
    case
    for name in ("entities.toml", "source_types.toml")
    for case in tomllib.loads((Path(__file__).parents[1] / "cases" / name).read_text(encoding="utf-8"))["case"]
]
HEADLINE = "What was told about the matter on a day in the autumn\n\n"


def marked(written: str) -> tuple[Article, list[Span]]:
    """The article without its marks, and what they enclose."""
    text, spans = HEADLINE, []
    for part in re.split(r"(⟦[^⟧]*⟧)", written.strip()):
        bare = part.strip("⟦⟧")
        if part.startswith("⟦"):
            spans.append(Span(len(text), len(text) + len(bare)))
        text += bare
    return segment(Document(text)), spans


def entities_of(
    article: Article, spans: list[Span], known: KnownGender | None = None
) -> tuple[tuple[Entity, ...], list[Entity]]:
    """All entities, and those whom the spans credit."""
    attributions = [
        Attribution(
            kind="indirect",
            content=(Span(span.end, span.end + 1),),
            cue=None,
            source=Source(span, article.slice(span), "other", None, "unnamed_person"),
            anonymity_explained=None,
            relayed=False,
            words=1,
        )
        for span in spans
    ]
    words = find_words(article, read_words(article).compared)
    table = build_table(
        article,
        read_words(article).symmetric,
        attributions,
        {Span(hit.start, hit.end): hit.entry.category for hit in words.roles},
        known,
    )
    described = describe(article, table, words, None)
    credited = [one.row for span in spans for one in table.credited[span]]
    return described.entities, [described.entities[described.of_row[row]] for row in credited]


def row(entity: Entity) -> str:
    fields = [entity.name, entity.type, entity.identity, *([entity.party] if entity.party else [])]
    return " | ".join(fields)


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case,
            id=case["name"].replace(" ", "-"),
            marks=[pytest.mark.xfail(reason=case["why"])] if case.get("expect") == "fail" else [],
        )
        for case in CASES
    ],
)
def test_who_is_credited_is_named_typed_and_identified_as_a_reader_would(case: dict[str, Any]) -> None:
    entities, credited = entities_of(*marked(case["text"]))
    assert [row(entity) for entity in credited] == case["sources"]
    assert not {entity.name for entity in entities} & set(case.get("absent", ()))


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("⟦Actress Ada Holm⟧ said no.", "actress"),
        ("⟦Rolf Kirk, a striker⟧, said no.", "striker"),
        ("⟦Attorney General Ada Holm⟧ said no.", "attorney general"),
        ("⟦Ada Holm, a lawyer for the town⟧, said no.", "lawyer"),
        ("⟦Holm’s lawyer, Pia Lund⟧, said no. Rolf Holm was shot.", "lawyer"),
        ("⟦Former prosecutor Ada Holm⟧ said no.", "former prosecutor"),
        ("⟦Ada Holm, a former Forest Service official⟧, said no.", "former Forest Service official"),
        ("⟦Former Tarn Motors executive Ada Holm⟧ said no.", "former Tarn Motors executive"),
        ("⟦Author and former United Nations ambassador Ada Holm⟧ said no.", "former United Nations ambassador"),
        # What readers type alike needs no other words.
        ("⟦Former Sen. Ada Holm⟧ said no.", ""),
        ("⟦Mayor Ada Holm⟧ said no.", ""),
        ("⟦Ada Holm, a former baker and now the mayor⟧, said no.", ""),
        ("⟦Ada Holm⟧ said no.", ""),
    ],
)
def test_readers_who_would_type_somebody_here_and_there_are_told_what_the_page_calls_them(
    text: str, called: str
) -> None:
    _, (holm,) = entities_of(*marked(text))
    assert holm.called == called


@pytest.mark.parametrize("crowd", ["Critics", "Opponents of the plan", "Backers of the $15 wage", "Supporters"])
def test_whoever_only_takes_a_side_is_told_to_be_of_no_kind(crowd: str) -> None:
    _, (side,) = entities_of(*marked(f"⟦{crowd}⟧ said no."))
    assert side.type == "citizen"
    assert not side.told


def test_ids_are_places_in_the_table_and_mentions_stand_in_order() -> None:
    entities, _ = entities_of(*marked("Mayor Ada Holm met Rolf King. ⟦Holm⟧ said no. ⟦Critics⟧ laughed."))
    assert [entity.id for entity in entities] == list(range(len(entities)))
    firsts = [entity.mentions[0] for entity in entities]
    assert firsts == sorted(firsts)
    for entity in entities:
        assert list(entity.mentions) == sorted(set(entity.mentions))
        assert 0 <= entity.confidence <= 1


def test_persons_who_say_nothing_have_a_row_too() -> None:
    entities, _ = entities_of(*marked("Mayor Ada Holm met Rolf King of the Harbour Institute. ⟦Holm⟧ said no."))
    assert {"Ada Holm", "Rolf King", "Harbour Institute"} <= {entity.name for entity in entities}


def test_roles_are_the_page_s_own_words() -> None:
    article, spans = marked("⟦Tarn Mayor Ada Holm, a former baker,⟧ said no.")
    _, (holm,) = entities_of(article, spans)
    assert [article.slice(span) for span in holm.roles] == ["Tarn Mayor", "a former baker"]


@pytest.mark.parametrize(("title", "pronoun"), [("Ms.", "She"), ("Mr.", "He")])
def test_a_pronoun_and_a_title_of_one_gender_are_one_person(title: str, pronoun: str) -> None:
    _, credited = entities_of(*marked(f"{title} Ada Holm came with the others. ⟦{pronoun}⟧ said no."))
    assert credited[0].name == "Ada Holm"


@pytest.mark.parametrize(("title", "pronoun"), [("Ms.", "He"), ("Mr.", "She")])
def test_a_pronoun_never_stands_for_the_other_gender_that_the_page_prints(title: str, pronoun: str) -> None:
    _, credited = entities_of(*marked(f"{title} Ada Holm came with the others. ⟦{pronoun}⟧ said no."))
    assert credited[0].name != "Ada Holm"


OTHER: dict[Gender, Gender] = {"she": "he", "he": "she"}


def known_as(**genders: Gender) -> KnownGender:
    """What is known of names by their last words."""
    return lambda name, _: genders.get(name.split()[-1])


@pytest.mark.parametrize("pronoun", ["she", "he"])
@pytest.mark.parametrize("gender", ["she", "he"])
def test_a_known_gender_tells_whom_a_pronoun_means(gender: Gender, pronoun: Gender) -> None:
    text = f"Rolf Kirk met Ada Holm at the pier. ⟦{pronoun.capitalize()}⟧ said no."
    _, credited = entities_of(*marked(text), known_as(Holm=gender, Kirk=OTHER[gender]))
    assert credited[0].name == ("Ada Holm" if pronoun == gender else "Rolf Kirk")


@pytest.mark.parametrize("pronoun", ["she", "he"])
def test_a_pronoun_stands_for_nobody_who_is_known_to_be_of_the_other_gender(pronoun: Gender) -> None:
    article, spans = marked(f"Ada Holm came with the others. ⟦{pronoun.capitalize()}⟧ said no.")
    names = [
        entities_of(article, spans, known)[1][0].name
        for known in (known_as(Holm=OTHER[pronoun]), known_as(Holm=pronoun), None)
    ]
    assert names == [pronoun, "Ada Holm", "Ada Holm"]


@pytest.mark.parametrize(("title", "gender"), [("Ms.", "she"), ("Mr.", "he")])
def test_what_the_page_prints_goes_before_what_is_known(title: str, gender: Gender) -> None:
    for pronoun in OTHER:
        article, spans = marked(f"{title} Ada Holm came with the others. ⟦{pronoun.capitalize()}⟧ said no.")
        _, credited = entities_of(article, spans, known_as(Holm=OTHER[gender]))
        assert credited[0].name == ("Ada Holm" if pronoun == gender else pronoun)


@pytest.mark.parametrize("gender", ["she", "he"])
def test_a_gender_that_is_known_settles_what_the_page_prints_both_ways(gender: Gender) -> None:
    for pronoun in OTHER:
        text = f"Ada Holm kept her hat. Ada Holm kept his hat. ⟦{pronoun.capitalize()}⟧ said no."
        _, credited = entities_of(*marked(text), known_as(Holm=gender))
        assert credited[0].name == ("Ada Holm" if pronoun == gender else pronoun)


def test_a_title_in_capitals_throughout_heads_no_other_name() -> None:
    said = framing.analyze('"It is over," Secretary Of State Ada Holm said on Monday in Ostvale.').analysis.speech
    assert [one.source.name for one in said if one.source] == ["Ada Holm"]


def test_a_headline_names_a_body_without_its_first_word() -> None:
    article = segment(
        Document(
            "Rescue Corps Urges Watch After Storm Threat\n\nThe Tarn Rescue Corps said so on Monday. It was there."
        )
    )
    _, credited = entities_of(article, [Span(0, 12)])
    assert credited[0].name == "Tarn Rescue Corps"


def test_a_surname_that_is_an_office_and_owns_something_is_read() -> None:
    _, credited = entities_of(*marked("Actor Rolf Judge was away. ⟦Rolf Judge’s publicist⟧ said no."))
    assert [entity.identity for entity in credited] == ["unnamed_person"]


@pytest.mark.parametrize("name", ["O’Gard", "House Harbour leaders", "The Senate", "The regional assembly"])
def test_a_description_keeps_its_own_capitals_and_its_noun(name: str) -> None:
    _, credited = entities_of(*marked(f"⟦{name}⟧ said no."))
    assert [entity.name for entity in credited] == [name.removeprefix("The ")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The St. Ostvale Harbour Police Department said that the pier is shut.",
            "St. Ostvale Harbour Police Department",
        ),
        ("Patton Orne posted on Monday. His first tweet said that the pier is shut.", "Patton Orne"),
        ("Ada Holm met nurses. Holm’s comments said that the pier is shut.", "Ada Holm"),
        (
            "Kirk spoke after the election of Jon Brandt; Rolf Kirk is old. The former president said it is shut.",
            "Rolf Kirk",
        ),
        (
            "This helps adviser Ada Holm, who fears Kirk’s base. The former Ostvale Bank president said it is shut.",
            "Ada Holm",
        ),
        ("Rolf Kirk met Ada Holm in Tarn. The former president said that the pier is shut.", "Rolf Kirk"),
    ],
)
def test_a_speaker_is_one_row(text: str, name: str) -> None:
    found = framing.analyze(f"Pier to close\n\n{text}").to_dict()["attributions"]
    assert [a["source"]["name"] for a in found if a["act"] == "speech" and a["source"]] == [name]


def test_a_thing_that_stands_for_nobody_on_the_page_is_not_credited() -> None:
    found = framing.analyze("Pier to close\n\nNow it said that the pier is shut.").to_dict()["attributions"]
    assert all(a["source"] is None for a in found)
