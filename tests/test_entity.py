"""Whether the page tells what kind of source somebody is."""

from dataclasses import replace

import pytest

from framing.attribution import SourceType
from framing.entity import LEAST_SURE_TYPE, Entity
from framing.spans import Span

BEHIND = Span(16, 25)


def entity(kind: SourceType, sure: float, *evidence: Span) -> Entity:
    return Entity(
        id=0,
        name="Ada Holm",
        kind="person",
        type=kind,
        confidence=sure,
        party=None,
        identity="named_person",
        roles=(BEHIND,),
        mentions=(Span(6, 14),),
        evidence=evidence,
        known=None,
    )


@pytest.mark.parametrize(
    ("kind", "sure", "evidence", "told"),
    [
        ("citizen", LEAST_SURE_TYPE, [BEHIND], True),
        ("citizen", LEAST_SURE_TYPE - 0.01, [BEHIND], False),
        ("government", LEAST_SURE_TYPE - 0.01, [BEHIND], True),
        ("government", LEAST_SURE_TYPE - 0.01, [], False),
        ("government", LEAST_SURE_TYPE, [], True),
        ("other", LEAST_SURE_TYPE, [BEHIND], False),
    ],
)
def test_a_likely_type_or_words_for_an_official_tell(
    kind: SourceType, sure: float, evidence: list[Span], *, told: bool
) -> None:
    assert entity(kind, sure, *evidence).told is told


def test_what_the_page_calls_somebody_tells_where_no_type_would() -> None:
    assert replace(entity("other", 0.1), called="lawyer").told
    assert replace(entity("business", 0.5), called="actress").told
