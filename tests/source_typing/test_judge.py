"""From evidence to a type: what counts, what is not told, and what may not count."""

import pytest

from framing.article import Document
from framing.attributing import attributed
from framing.attribution import SOURCE_TYPES
from framing.modelling.article_words import read_words
from framing.segmenting import segment
from framing.source_typing.case import Case, features
from framing.source_typing.judge import TypeModel, chances, judged, load_type_model
from framing.source_typing.vote import Vote
from framing.spans import Span

MODEL = TypeModel(
    {"vote title": 4.0, "vote member": 2.0, "elsewhere": 1.0, "elsewhere alone": 1.0, "person, bare: other": 3.0}, {}
)


def case(*votes: Vote, situation: str = "person, told", **more: object) -> Case:
    return Case(votes, situation, more.get("signs", ()), more.get("elsewhere", {}))  # type: ignore[arg-type]


def test_a_heavier_vote_decides_and_is_the_evidence() -> None:
    title, member = Vote("title", "government", Span(0, 5)), Vote("member", "business", Span(9, 12))
    kind, chance, told = judged(case(member, title), MODEL)
    assert (kind, told) == ("government", (title,))
    assert chance == pytest.approx(chances(case(member, title), MODEL)["government"])
    assert chance > 0.7


def test_the_same_vote_twice_counts_more_than_once_and_less_than_two() -> None:
    one, two = Vote("member", "business", Span(0, 5)), Vote("member", "business", Span(9, 12))
    values = [dict(features(case(*votes), "business"))["vote member"] for votes in ((one,), (one, two), (one,) * 9)]
    assert values[0] == 1
    assert 1 < values[1] < 2
    assert values[2] < 3


def test_where_no_type_is_likely_enough_the_page_does_not_tell() -> None:
    assert judged(case(situation="person, bare"), TypeModel({}, {}))[0] == "other"
    assert judged(case(situation="person, bare"), MODEL)[::2] == ("other", ())


def test_chances_are_of_all_types_and_sum_to_one() -> None:
    found = chances(case(Vote("title", "expert", Span(0, 1))), MODEL)
    assert set(found) == set(SOURCE_TYPES)
    assert sum(found.values()) == pytest.approx(1)


def test_how_somebody_talks_counts_only_where_the_page_says_nothing_of_them() -> None:
    bare = case(situation="person, bare", signs=("says my home",))
    told = case(Vote("title", "expert", Span(0, 1)), signs=("says my home",))
    assert "says my home: citizen" in dict(features(bare, "citizen"))
    assert "says my home: citizen" not in dict(features(told, "citizen"))


def signs(text: str) -> dict[str, tuple[str, ...]]:
    """The signs of each entity that speaks, by its name."""
    article = segment(Document(text))
    found = attributed(article, read_words(article), open_data=False)
    return {entity.name: case.signs for entity, case in zip(found.entities, found.cases, strict=True)}


def test_how_a_page_treats_somebody_is_a_sign_of_who_they_are() -> None:
    often = "Holm said no. " * 7
    found = signs(f"Ada Holm to stay\n\nAda Holm said no. {often}\n\n“I saw it,” Rolf Sund recalled.")
    assert {"in the headline", "named often"} <= set(found["Ada Holm"])
    assert {"named late", "named once or twice", "recalls"} <= set(found["Rolf Sund"])
    assert "writes" in signs("Night ferry to end\n\n“It is a mistake,” writes Rolf Sund.")["Rolf Sund"]


def test_whoever_signs_a_post_that_is_shown_has_a_sign_of_it() -> None:
    post = "Night ferry to end\n\nThe ferry was late.\n\nNothing was ever closed. — Rolf Sund (@rolfsund) May 3, 2019"
    assert "signs a post" in signs(post)["Rolf Sund"]
    assert "signs a post" not in signs("Night ferry to end\n\nRolf Sund said it was late.")["Rolf Sund"]


def test_other_articles_tell_where_the_page_does_not() -> None:
    bare = case(situation="person, bare")
    assert judged(bare._replace(elsewhere={"media": 6.0}), MODEL)[0] == "media"
    assert judged(case(Vote("title", "expert", Span(0, 1)))._replace(elsewhere={"media": 2.0}), MODEL)[0] == "expert"
    assert "elsewhere" in dict(features(case(Vote("title", "expert", Span(0, 1)), elsewhere={"media": 2.0}), "media"))


def test_whoever_reports_and_is_not_introduced_is_an_outlet() -> None:
    bare = case(situation="single, bare", signs=("reports",))
    assert judged(bare, TypeModel({"reports: media": 5.0}, {}))[0] == "media"


def test_no_shipped_weight_is_a_name_s_a_party_s_or_a_country_s() -> None:
    kinds = (
        "vote ",
        "elsewhere",
        "figure",
        "speaks for a body: ",
        "says ",
        "reports: ",
        "signs a post: ",
        "writes: ",
        "recalls: ",
        "posts: ",
        "in the headline: ",
        "named ",
    )
    rows = ("person", "body", "single", "place", "description", "pronoun", "several")
    assert all(name.startswith(kinds) or name.startswith(rows) for name in load_type_model().weights)


def test_nouns_that_no_lexicon_lists_are_typed_by_those_that_are_used_like_them() -> None:
    near = load_type_model().near
    assert len(near) > 100
    assert near["allegations"] == "document"
