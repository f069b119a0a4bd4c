"""What the lexicon of circumstances tells: whose lawyers speak, which doctors are physicians, and who is on a side."""

import pytest

from framing import analyze
from framing.source_typing.crowds import tells_a_side


def types_of(text: str) -> set[str]:
    return {one.source.type for one in analyze(text).analysis.speech if one.source}


@pytest.mark.parametrize(("client", "kind"), [("tenants", "affected_person"), ("gunmen", "affected_person")])
def test_a_lawyer_speaks_for_what_befell_a_client(client: str, kind: str) -> None:
    told = "Talks on the quay\n\nA lawyer for the {} said on Monday that the quay was not safe.\n"
    assert types_of(told.format(client)) == {kind}
    assert types_of(told.format("ferries")) != {kind}


def test_who_is_on_a_side_may_be_an_official_or_a_passer_by() -> None:
    assert [word for word in ("critics", "Critic", "progressives", "voters", "progressive") if tells_a_side(word)] == [
        "critics",
        "Critic",
        "progressives",
    ]


def test_a_doctor_is_a_physician_in_a_paragraph_of_medicine() -> None:
    told = "Talks on the quay\n\nThe {} went well. Dr. Ada Holm said on Monday that the quay was not safe.\n"
    assert types_of(told.format("surgery")) == {"expert"}
    assert types_of(told.format("voyage")) != {"expert"}
