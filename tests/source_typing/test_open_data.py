"""What other articles tell of a name gives way to when its bearer held the office."""

import numpy as np
import pytest

from framing.article import Article, Document
from framing.attribution import SOURCE_TYPES, SourceType
from framing.entities import build_table
from framing.entities.rows import Row
from framing.modelling.article_words import read_words
from framing.modelling.gazetteer import Gazetteer, hash_of
from framing.modelling.known_names import KnownNames
from framing.modelling.public_figures import PublicFigures, load_public_figures
from framing.segmenting import segment
from framing.source_typing import describe, find_words
from framing.source_typing.open_data import OpenData

NAME = np.array([hash_of("mara pitt")], dtype=np.uint64)


@pytest.fixture
def open_data() -> OpenData:
    """Other articles call Mara Pitt the government nine times and a politician twice; she led from 2017 to 2021."""
    counts = np.zeros((1, len(SOURCE_TYPES)), dtype=np.uint8)
    counts[0, SOURCE_TYPES.index("government")] = 9
    counts[0, SOURCE_TYPES.index("politician")] = 2
    return OpenData(
        Gazetteer(
            people=NAME,
            roles=np.array([0], dtype=np.uint8),
            places=np.array([0], dtype=np.uint16),
            years=np.array([[2017, 2021]], dtype=np.uint16),
            bodies=np.zeros(0, dtype=np.uint64),
            kinds=np.zeros(0, dtype=np.uint8),
            role_names=(("president", "government"),),
            place_names=("",),
            kind_names=(),
            as_of="2026-11-28",
        ),
        KnownNames(NAME, counts, "2019"),
        load_public_figures(),
    )


def page(date: str) -> Article:
    return segment(Document("The vote\n\nMara Pitt said no.", metadata={"date": date} if date else {}))


@pytest.mark.parametrize("date", ["2016-02-02", "2023-02-02"])
def test_whoever_led_a_state_in_other_years_is_a_politician(open_data: OpenData, date: str) -> None:
    told = open_data.elsewhere(Row("person", "Mara Pitt"), page(date))
    assert "government" not in told
    assert max(told, key=lambda kind: told[kind]) == "politician"


@pytest.mark.parametrize("date", ["2017-02-02", "2021-01-02", ""])
def test_whoever_leads_it_or_may_do_so_is_what_other_articles_say(open_data: OpenData, date: str) -> None:
    told = open_data.elsewhere(Row("person", "Mara Pitt"), page(date))
    assert max(told, key=lambda kind: told[kind]) == "government"


@pytest.mark.parametrize(("left", "kind"), [(1999, "politician"), (1980, "government"), (2021, "government")])
def test_without_a_date_whoever_left_office_long_ago_but_speaks_today_is_a_politician(
    open_data: OpenData, left: int, kind: str
) -> None:
    years = np.array([[left - 8, left]], dtype=np.uint16)
    before = open_data._replace(gazetteer=open_data.gazetteer._replace(years=years))
    told = before.elsewhere(Row("person", "Mara Pitt"), page(""))
    assert max(told, key=lambda found: told[found]) == kind


class _Known(PublicFigures):
    """Mara Pitt is a politician, Rolf Kirk heads an association, Ana Orr a ministry; nobody knows Pia Lund."""

    def type_of(self, name: str) -> SourceType | None:
        known: dict[str, SourceType] = {"Mara Pitt": "politician", "Rolf Kirk": "ngo", "Ana Orr": "government"}
        return known.get(name)


def type_told(open_data: OpenData, text: str, name: str) -> str:
    figures = load_public_figures()
    known = _Known(**{field: getattr(figures, field) for field in figures.__dataclass_fields__})
    article = segment(Document(f"The vote\n\n{text}"))
    words = find_words(article, read_words(article).compared)
    table = build_table(article, read_words(article).symmetric, (), {})
    described = describe(article, table, words, open_data._replace(figures=known))
    return next(entity.type for entity in described.entities if entity.name == name)


def test_whose_wife_somebody_is_tells_nothing_of_her_whom_readers_know(open_data: OpenData) -> None:
    bare = open_data._replace(gazetteer=open_data.gazetteer._replace(people=NAME[:0]))
    text = "Rolf Holm was shot. {name}, his wife, said no."
    assert type_told(bare, text.format(name="Mara Pitt"), "Mara Pitt") == "politician"
    assert type_told(bare, text.format(name="Pia Lund"), "Pia Lund") == "affected_person"


def test_a_president_whom_readers_know_to_head_an_association_heads_no_state(open_data: OpenData) -> None:
    assert type_told(open_data, "President Rolf Kirk said no.", "Rolf Kirk") == "ngo"
    assert type_told(open_data, "President Pia Lund said no.", "Pia Lund") == "government"


@pytest.mark.parametrize(
    "text",
    [
        "Few candidates, Ana Orr among them, said no.",
        "Few had heard of it. Ana Orr's presidential campaign said no.",
        "Ana Orr, who is running for mayor, said no.",
    ],
)
def test_an_official_who_runs_for_office_on_the_page_is_a_politician(open_data: OpenData, text: str) -> None:
    assert type_told(open_data, text, "Ana Orr") == "politician"


def test_an_official_beside_whom_nobody_runs_stays_one(open_data: OpenData) -> None:
    assert (
        type_told(open_data, "Candidates spoke in Tarn. Later, in the north, Ana Orr said no.", "Ana Orr")
        == "government"
    )


@pytest.mark.parametrize(
    ("name", "kind"), [("Mara Pitt", "politician"), ("Ana Orr", "government"), ("Pia Lund", "government")]
)
def test_who_governed_once_is_called_governor_for_life(open_data: OpenData, name: str, kind: str) -> None:
    assert type_told(open_data, f"Gov. {name} said no.", name) == kind
