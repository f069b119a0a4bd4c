"""Characters that nobody sees part no words."""

import pytest

import framing
from framing.errors import InputError
from framing.given import given_text
from framing.reading import document

INVISIBLE = {
    "soft hyphen": "\u00ad",
    "zero-width space": "\u200b",
    "zero-width joiner": "\u200d",
    "zero-width non-joiner": "\u200c",
    "word joiner": "\u2060",
    "byte order mark": "\ufeff",
    "mark of direction": "\u200e",
}


@pytest.mark.parametrize("mark", INVISIBLE.values(), ids=INVISIBLE)
def test_sources_are_found_and_counted_in_the_text_as_given(mark: str) -> None:
    text = f"“We will go,” sa{mark}id Ada Ho{mark}lm. “The council of Tarn vo{mark}tes on Monday,” add{mark}ed Per Orr."
    plain = framing.analyze(text.replace(mark, ""))
    report = framing.analyze(text)
    found = report.to_dict()
    assert report.measures == plain.measures
    assert [one["source"]["name"] for one in found["attributions"]] == ["Ada Holm", "Per Orr"]
    assert text[slice(*_place(found["attributions"][0]["source"]))] == f"Ada Ho{mark}lm"
    assert text[slice(*_place(found["attributions"][0]["cue"]))] == f"sa{mark}id"
    assert found["article"]["text"] == text
    assert "invisible_characters" in {notice.code for notice in report.notices}


def _place(span: dict[str, int]) -> tuple[int, int]:
    return span["start"], span["end"]


def test_pages_write_soft_hyphens_as_references_and_elements() -> None:
    found = document("<p>The coun&shy;cil vo<wbr>ted on Mon\u00adday.</p>", media_type="text/html")
    assert found.text == "The council voted on Monday."


def test_joiners_of_other_writings_and_of_pictures_stay() -> None:
    text = "می\u200cخواهم and 👩\u200d💻"
    assert document(text).text == text


def test_a_text_of_nothing_visible_is_empty() -> None:
    with pytest.raises(InputError, match="empty"):
        document("\u200b\u00ad \ufeff")


def test_a_text_without_them_is_the_one_given() -> None:
    found = document("The café’s owner")
    assert (found.text, found.origin, found.notices) == ("The café’s owner", None, ())
    assert given_text(found) == found.text
