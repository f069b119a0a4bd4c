"""What other articles tell of a name gives way to when its bearer held the office."""

import numpy as np
import pytest

from framing.article import Article, Document
from framing.attribution import SOURCE_TYPES
from framing.entities.rows import Row
from framing.modelling.gazetteer import Gazetteer, hash_of
from framing.modelling.known_names import KnownNames
from framing.modelling.public_figures import load_public_figures
from framing.segmenting import segment
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
