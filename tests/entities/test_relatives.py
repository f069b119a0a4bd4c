"""Whom "who" and "which" stand for where no name is in front."""

import pytest

import framing
from framing.entities.relatives import noun_before


@pytest.mark.parametrize(
    ("front", "noun"),
    [
        ("Calls came from mayors and ferry owners in both parties ", "ferry owners in both parties"),
        ("This is music to the ears of a guy ", "a guy"),
        ("It angered some voters, ", "some voters"),
        ("That irked bishops and Catholic teachers, ", "Catholic teachers"),
        ("The harbour pilots — ", "The harbour pilots"),
        ("One of the ferry captains ", "One of the ferry captains"),
        ("Residents in Tarn ", "Residents in Tarn"),
        ("He thanked those on the left ", "those on the left"),
        ("The plan, including news people ", "news people"),
        ("It is he ", None),
        ("The pier closed. ", None),
    ],
)
def test_who_stands_behind_a_noun_phrase(front: str, noun: str | None) -> None:
    found = noun_before(f"{front}who said so", len(front))
    assert (found and front[slice(*found)]) == noun


def test_which_stands_behind_the_nearest_noun_and_its_year() -> None:
    front = "The value of the Ferry Act of 2009, "
    found = noun_before(f"{front}which says so", len(front))
    assert found
    assert front[slice(*found)] == "the Ferry Act of 2009"


def test_who_stands_for_a_name_behind_its_party_or_its_apposition() -> None:
    text = (
        "Pier to close\n\nThe council met on Monday. Among the guests was Sen. Ada Holm, D-Ostvale, who said the pier was "
        "unsafe.\n\nIts report cites Shore Watch, a leading Norland residents group, which warned that the pier would sink."
    )
    names = [source["name"] for source in framing.analyze(text).to_dict()["sources"]]
    assert "Ada Holm" in names
    assert "Shore Watch" in names
    assert not any("group" in name or "Ostvale" in name for name in names)
