"""Who is not heard: said of the group that is named most, and only where nobody's quotation could be theirs."""

from framing.report import Unheard
from framing.spans import Span
from framing.summing_up.not_heard import not_heard
from tests.summing_up.conftest import BODY, MakeReport, Say


def group(name: str, times: int, reason: str = "affected") -> Unheard:
    return Unheard(name, reason, tuple(Span(BODY + 70 * number, BODY + 70 * number + 7) for number in range(times)))


def test_the_group_that_is_named_most(make_report: MakeReport) -> None:
    found = not_heard(make_report(unheard=[group("tenants", 3), group("workers", 5)]))
    assert found is not None
    assert (
        found.text == "The article speaks of “workers” five times, and nobody whom it calls so is quoted or reported."
    )
    assert len(found.evidence) == 5


def test_nothing_is_said_where_everybody_is_heard_or_only_accused(make_report: MakeReport) -> None:
    assert not_heard(make_report()) is None
    assert not_heard(make_report(unheard=[group("Ada Holm", 3, "accused")])) is None


def test_a_quotation_of_nobody_could_be_theirs(make_report: MakeReport, say: Say) -> None:
    assert not_heard(make_report([say(None, 9, said="direct")], unheard=[group("tenants", 3)])) is None
    assert not_heard(make_report([say(None, 9, said="indirect")], unheard=[group("tenants", 3)])) is not None
