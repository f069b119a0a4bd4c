"""The sentences that are compared, and what of each: words, names, numbers, days, negations."""

import pytest

from framing.article import Block, Document
from framing.comparing.passages import Told, headline_weights, sentences_told
from framing.modelling.meanings import load_meanings, stem
from framing.segmenting import segment


def told(text: str, article: int = 0) -> tuple[Told, ...]:
    return sentences_told(segment(Document(text, marked=(Block("body", 0, len(text)),))), article)


def only(text: str) -> Told:
    [sentence] = told(text)
    return sentence


def rarity(word: str) -> float:
    return float(load_meanings().rarities([stem(word)])[0])


def test_sentences_of_deck_and_body_with_four_words_or_more_tell() -> None:
    text = (
        "Council puts off vote\nMembers want to see figures\nIt rained at noon. It rained again.\nBoats at the old quay"
    )
    kinds = ("headline", "deck", "body", "caption")
    places = [0, *(n + 1 for n, letter in enumerate(text) if letter == "\n"), len(text) + 1]
    marked = tuple(Block(kind, places[n], places[n + 1] - 1) for n, kind in enumerate(kinds))  # type: ignore[arg-type]
    article = segment(Document(text, marked=marked))
    found = sentences_told(article, 3)
    assert [text[t.passage.start : t.passage.end] for t in found] == [
        "Members want to see figures",
        "It rained at noon.",
    ]
    assert [(t.passage.article, t.passage.sentence) for t in found] == [(3, 1), (3, 2)]


def test_a_sentence_without_a_word_that_tells_is_left_out() -> None:
    assert told("It was to be of that. The ferry sank at noon.") == told(
        "It was to be of that. The ferry sank at noon."
    )
    assert len(told("It was of the in and. The ferry sank at noon.")) == 1


@pytest.mark.parametrize(
    ("count", "positions"),
    [
        (1, ["lead"]),
        (2, ["lead", "middle"]),
        (3, ["lead", "middle", "middle"]),
        (5, ["lead", "middle", "middle", "middle", "end"]),
        (10, ["lead"] * 2 + ["middle"] * 6 + ["end"] * 2),
    ],
)
def test_the_first_and_the_last_fifth_are_lead_and_end(count: int, positions: list[str]) -> None:
    found = told(" ".join(f"The ferry number {n} sank there." for n in range(count)))
    assert [sentence.passage.position for sentence in found] == positions


def test_words_weigh_by_rarity_and_names_and_numbers_more() -> None:
    weights = only("The council of Odden bought 46 ferries.").weights
    assert weights["council"] == pytest.approx(rarity("council"))
    assert weights[stem("ferries")] == pytest.approx(rarity("ferries"))
    assert weights[stem("Odden")] == pytest.approx(1.6 * rarity("Odden"))
    assert weights["46"] == pytest.approx(1.6 * rarity("46"))
    assert {"the", "of"}.isdisjoint(weights)
    assert all(weight >= 1.2 for weight in weights.values())


def test_names_have_a_capital_inside_a_sentence_or_are_no_known_word() -> None:
    assert only("Council members met Ada Holm there.").names == {stem("Ada"), stem("Holm")}
    assert only("Xqzt met the council there.").names == {"xqzt"}
    assert only("“Council members met the board there.").names == frozenset()


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("46", "46"),
        ("1,200", "1200"),
        ("3.5", "3.5"),
        ("twelve", "12"),
        ("Twelve", "12"),
        ("zero", "0"),
        ("twenty", "20"),
        ("thirty", "30"),
        ("forty", "40"),
        ("fifty", "50"),
        ("sixty", "60"),
        ("seventy", "70"),
        ("eighty", "80"),
        ("ninety", "90"),
        ("10:30", "10:30"),
    ],
)
def test_numbers_are_their_digits(written: str, number: str) -> None:
    found = only(f"The council bought {written} ferries.")
    assert found.numbers == {number}
    assert not found.names
    assert found.weights[number] == pytest.approx(1.6 * float(load_meanings().rarities([number])[0]))


@pytest.mark.parametrize(
    ("words", "denied"),
    [
        ("did not vote", True),
        ("never voted", True),
        ("had no vote", True),
        ("asked nobody there", True),
        ("asked neither side", True),
        ("left without a vote", True),
        ("denied the vote", True),
        ("will deny a vote", True),
        ("denies the vote", True),
        ("is denying a vote", True),
        ("didn’t vote", True),
        ("didn't vote", True),
        ("DID NOT VOTE", True),
        ("took a note", False),
        ("knows the vote", False),
    ],
)
def test_a_negation_is_told(words: str, *, denied: bool) -> None:
    assert only(f"The council of Odden {words} there.").denied == denied
    assert not told(f"The ferry sank at noon. The council {words} there.")[0].denied


def test_days_of_the_week_are_told_in_their_order() -> None:
    text = "On Friday, Monday and Friday they met, not on Tuesdays, saturday or Sun. The Wednesday was wet and long."
    assert [sentence.weekdays for sentence in told(text)] == [("fri", "mon", "fri"), ("wednes",)]
    assert only("Thursday, Saturday and Sunday were wet.").weekdays == ("thurs", "satur", "sun")


def test_each_sentence_has_its_own_words() -> None:
    first, second = told("The ferry sank at noon. The council met there.")
    assert stem("ferry") in first.weights
    assert stem("ferry") not in second.weights
    assert "council" in second.weights
    assert "council" not in first.weights


def test_a_word_that_comes_as_a_name_too_keeps_the_greater_weight() -> None:
    found = only("The harbour board left Harbour House there.")
    assert found.weights["harbour"] == pytest.approx(1.6 * rarity("harbour"))


def test_a_headline_s_words_weigh_by_their_rarity() -> None:
    found = headline_weights(segment(Document("The council of Odden.", title="Council of Odden buys ferries")))
    assert set(found) == {"council", stem("Odden"), stem("buys"), stem("ferries")}
    assert found["council"] == pytest.approx(rarity("council"))
    assert headline_weights(segment(Document("It rained."))) == {}
