"""The forms of a category's entries, for rules that ask of a word."""

import re

from framing.lexicons.forms import alternatives_of, forms_of


def test_words_come_in_all_their_forms() -> None:
    medicine = re.compile(alternatives_of("circumstance", "medicine"))
    assert all(map(medicine.fullmatch, ("nurse", "nurses", "vaccinated", "surgical")))
    assert not medicine.fullmatch("tenant")
    assert "tenants" in forms_of("circumstance", "client")


def test_phrases_are_whole_and_words_that_are_not_inflected_stand_as_they_are_listed() -> None:
    assert {"called for", "urged"} <= forms_of("clause", "second")
    assert {"urge", "urges", "called"}.isdisjoint(forms_of("clause", "second"))
    assert "pass" in forms_of("clause", "demanded")
    assert "passed" not in forms_of("clause", "demanded")
