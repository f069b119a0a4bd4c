"""Plain text is the document, untouched."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.errors import InputError
from framing.given import given_text
from framing.reading import document
from framing.reading.plain import clean_name


def codes(text: str) -> list[str]:
    return [notice.code for notice in document(text).notices]


def test_the_text_keeps_every_character_and_line_end() -> None:
    text = "  Ferry late \r\n\r\nThe ferry\tfrom Sund was late.\u2028Again.\r"
    found = document(text, title=" Ferry late ", metadata={"outlet": "The Sund Post"}, name="a.txt")
    assert (found.text, found.title, found.name) == (text, "Ferry late", "a.txt")
    assert found.metadata == {"outlet": "The Sund Post"}
    assert (found.marked, found.origin, found.notices) == ((), None, ())


@pytest.mark.parametrize("text", ["", " ", "\n\t \r\n", "\u2003\xa0"])
def test_white_space_alone_is_an_error(text: str) -> None:
    with pytest.raises(InputError, match="empty"):
        document(text, name="a.txt")


def test_lone_surrogates_are_replaced_with_a_notice_and_the_length_stays() -> None:
    found = document("The \ud83d ferry", title="A \udc00 title", metadata={"out\ud800let": "\udfff"}, name="\udce9.txt")
    assert found.text == "The \ufffd ferry"
    assert [notice.code for notice in found.notices] == ["text_repaired"]
    json.dumps([found.text, found.title, dict(found.metadata), found.name], ensure_ascii=False).encode("utf-8")


def test_a_nul_is_replaced_too() -> None:
    assert document("The\0ferry").text == "The\ufffdferry"


@pytest.mark.parametrize("damage", ["The mayorâ€™s ferry", "The cafÃ© by the quay", "The \ufffd ferry", "Â£40 a day"])
def test_damage_is_announced_and_left_alone(damage: str) -> None:
    assert codes(damage) == ["text_damaged"]
    assert document(damage).text == damage


@pytest.mark.parametrize(
    "sound", ["The mayor’s ferry", "O café de São João, à noite", "Ängste, Öl und Übermut", "Â mes amis"]
)
def test_accents_are_no_damage(sound: str) -> None:
    assert codes(sound) == []


def test_an_unknown_media_type_is_the_caller_s_fault() -> None:
    with pytest.raises(ValueError, match="text/rtf"):
        document("The ferry", media_type="text/rtf")


def test_a_name_cannot_forge_lines_or_move_the_cursor() -> None:
    assert clean_name("a\nframing: all is well\x1b[2J") == "a\\x0aframing: all is well\\x1b[2J"


@given(st.text(st.characters(), min_size=1))
def test_any_string_is_a_document_that_can_be_written_or_an_error(text: str) -> None:
    try:
        found = document(text)
    except InputError:
        assert not re.sub("[\\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]", "", text)
    else:
        assert len(given_text(found)) == len(text)
        found.text.encode("utf-8")
