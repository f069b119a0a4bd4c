"""Kin are whoever the one list has, old and young, one or several."""

import pytest

from framing import analyze


def type_of(text: str) -> str:
    (source,) = {one.source.type for one in analyze(text).analysis.speech if one.source}
    return source


@pytest.mark.parametrize("noun", ["daughter", "niece", "grandmother", "mum", "sons", "children", "baby"])
def test_whose_kin_it_befell_is_affected(noun: str) -> None:
    told = "Talks on the quay\n\nRolf Kirk, whose {} drowned there in May, said on Monday that the quay was not safe.\n"
    assert type_of(told.format(noun)) == "affected_person"
    assert type_of(told.format("car")) != "affected_person"
