"""What the lexicon of circumstances tells: whose lawyers speak, and which doctors are physicians."""

import re

import pytest

from framing import analyze
from framing.source_typing.circumstance_words import circumstance_words


def types_of(text: str) -> set[str]:
    return {one.source.type for one in analyze(text).analysis.speech if one.source}


@pytest.mark.parametrize(("client", "kind"), [("tenants", "affected_person"), ("gunmen", "affected_person")])
def test_a_lawyer_speaks_for_what_befell_a_client(client: str, kind: str) -> None:
    told = "Talks on the quay\n\nA lawyer for the {} said on Monday that the quay was not safe.\n"
    assert types_of(told.format(client)) == {kind}
    assert types_of(told.format("ferries")) != {kind}


def test_a_doctor_is_a_physician_in_a_paragraph_of_medicine() -> None:
    told = "Talks on the quay\n\nThe {} went well. Dr. Ada Holm said on Monday that the quay was not safe.\n"
    assert types_of(told.format("surgery")) == {"expert"}
    assert types_of(told.format("voyage")) != {"expert"}


def test_words_come_in_all_their_forms() -> None:
    medicine = re.compile(circumstance_words("medicine"))
    assert all(map(medicine.fullmatch, ("nurse", "nurses", "vaccinated", "surgical")))
    assert not medicine.fullmatch("tenant")
    assert "tenants" in circumstance_words("client").split("|")
