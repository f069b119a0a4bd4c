"""Whose words each character is once it is known who is credited with what."""

import pytest

from framing.article import Voice, VoiceMap
from framing.attribution import Act, Attribution, Kind, Source
from framing.segmenting.voice import with_attributions
from framing.spans import Span

ALL = VoiceMap(bytes([Voice.OWN, Voice.QUOTED, Voice.SCARE, Voice.REPORTED] * 3))
HOLM = Source(Span(0, 1), "Ada Holm", "government", None, "named_person")


def credited(*content: Span, kind: Kind = "indirect", act: Act = "speech", source: Source | None = HOLM) -> Attribution:
    return Attribution(kind, content, None, source, None, relayed=False, words=1, act=act)


def voices(*attributions: Attribution) -> list[Voice]:
    return [Voice(code) for code in with_attributions(ALL, attributions).codes]


OWN, QUOTED, SCARE, REPORTED = Voice.OWN, Voice.QUOTED, Voice.SCARE, Voice.REPORTED
SAME = [OWN, QUOTED, SCARE, REPORTED]


@pytest.mark.parametrize(("kind", "voice"), [("indirect", REPORTED), ("mixed", REPORTED), ("direct", QUOTED)])
def test_own_words_that_are_credited_are_reported_or_quoted_and_all_others_stay(kind: Kind, voice: Voice) -> None:
    told = [voice, QUOTED, SCARE, REPORTED]
    assert voices(credited(Span(4, 8), kind=kind)) == [*SAME, *told, *SAME]
    assert voices(credited(Span(0, 4), Span(8, 12), kind=kind)) == [*told, *SAME, *told]


def test_what_nobody_is_credited_with_or_nobody_said_is_the_outlet_s() -> None:
    assert voices(credited(Span(0, 12), source=None)) == SAME * 3
    assert voices(credited(Span(0, 12), act="attitude")) == SAME * 3
    assert voices(credited(Span(0, 12), act="plan")) == SAME * 3
    unsaid = credited(Span(0, 4), act="plan")
    assert voices(unsaid, credited(Span(4, 8)))[:8] == [*SAME, REPORTED, QUOTED, SCARE, REPORTED]


def test_the_map_that_is_given_stays_as_it_is() -> None:
    with_attributions(ALL, [credited(Span(0, 12))])
    assert [Voice(code) for code in ALL.codes] == SAME * 3
