"""Whether the page tells what kind of source somebody is."""

import pytest

from framing.attribution import SourceType
from framing.entity import LEAST_SURE_TYPE, Entity
from framing.spans import Span

NAME, TITLE, BEHIND = Span(6, 14), Span(0, 5), Span(16, 25)


def entity(kind: SourceType, sure: float, role: Span, evidence: Span) -> Entity:
    return Entity(
        id=0,
        name="Ada Holm",
        kind="person",
        type=kind,
        confidence=sure,
        party=None,
        identity="named_person",
        roles=(role,),
        mentions=(NAME,),
        evidence=(evidence,),
        known=None,
    )


@pytest.mark.parametrize(
    ("kind", "sure", "role", "told"),
    [
        ("government", LEAST_SURE_TYPE, BEHIND, True),
        ("government", LEAST_SURE_TYPE - 0.01, BEHIND, False),
        ("government", LEAST_SURE_TYPE - 0.01, TITLE, True),
        ("other", LEAST_SURE_TYPE + 0.01, TITLE, False),
    ],
)
def test_a_likely_type_or_an_office_in_front_of_the_name_tells(
    kind: SourceType, sure: float, role: Span, *, told: bool
) -> None:
    assert entity(kind, sure, role, role).told is told


def test_an_office_in_front_that_decided_nothing_tells_nothing() -> None:
    assert not entity("government", LEAST_SURE_TYPE - 0.01, TITLE, BEHIND).told
