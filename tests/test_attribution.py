"""What lists and pages tell of: sure attributions, and speech of somebody that may well be right."""

from dataclasses import replace

import pytest

from framing.attribution import LEAST_TOLD, Act, Attribution, Source
from framing.spans import Span

SOURCE = Source(Span(0, 4), "Holm", "other", None, "named_person")
SAID = Attribution(
    "indirect", (Span(10, 20),), None, SOURCE, None, relayed=False, words=2, sure=False, confidence=LEAST_TOLD
)


@pytest.mark.parametrize(("act", "told"), [("speech", True), ("attitude", False), ("plan", False)])
def test_speech_that_may_well_be_right_is_told_of_and_thoughts_only_where_they_are_sure(
    act: Act, *, told: bool
) -> None:
    assert replace(SAID, act=act).is_told is told
    assert replace(SAID, act=act, sure=True).is_told


def test_what_is_unlikely_or_nobodys_is_not_told_of_unless_it_is_sure() -> None:
    assert not replace(SAID, confidence=LEAST_TOLD - 0.01).is_told
    assert not replace(SAID, source=None).is_told
    assert replace(SAID, source=None, sure=True).is_told
