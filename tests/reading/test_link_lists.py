"""Lists of links that stand behind a person's name, in the middle of a sentence."""

import pytest

import framing
from framing.given import given_text
from framing.reading import document

LIST = "Ada Maria (Addie) HolmHolm closes the mill Five things about Tarn The ferry: who pays? MORE"
OTHER = "Rolf Kirk'Never again' in Tarn Council meets on Monday MORE"


@pytest.mark.parametrize(
    ("given", "read", "lists"),
    [
        (f"Mayor Ada Holm {LIST} said that the mill will close.", "Mayor Ada Holm said that the mill will close.", 1),
        (f"Mayor Ada Holm {LIST}’s plan is old.", "Mayor Ada Holm’s plan is old.", 1),
        (f"Rolf Kirk {OTHER} (N) and Ada Holm {LIST}.", "Rolf Kirk (N) and Ada Holm.", 2),
        (f"Rolf Kirk Jr. {OTHER} left.", "Rolf Kirk Jr. left.", 1),
    ],
)
def test_the_sentence_is_read_without_the_list(given: str, read: str, lists: int) -> None:
    found = document(given)
    assert found.text == read
    assert given_text(found) == given
    (notice,) = found.notices
    assert notice.code == "links_left_out"
    assert notice.message.startswith({1: "A list of links was", 2: "2 lists of links were"}[lists])


@pytest.mark.parametrize(
    "sound",
    [
        "Ada Holm wants MORE of it.",
        "Holm and HolmTech, a firm of Tarn, paid for the mill, and wanted MORE.",
        "Mayor Ada Holm and Ada Maria Holm Foundation members asked for MORE money.",
        "McHolm and Ada McHolm asked for MORE.",
    ],
)
def test_a_sentence_stays_as_it_is(sound: str) -> None:
    assert document(sound).text == sound
    assert document(sound).notices == ()


def test_whoever_stands_in_front_of_the_list_speaks() -> None:
    text = f"The mill of Tarn is old. Mayor Ada Holm {LIST} said on Monday that the mill will be closed in May."
    found = framing.analyze(text).to_dict()
    (told,) = (one for one in found["attributions"] if one["source"])
    assert told["source"]["name"] == "Ada Holm"
    assert text[told["content"][0]["start"] : told["content"][0]["end"]].endswith("the mill will be closed in May")
    assert found["article"]["text"] == text
