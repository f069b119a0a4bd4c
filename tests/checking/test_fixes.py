"""Fixes: only where the lexicon says the alternative is always right, and never in a quotation."""

import pytest

import framing
from framing.checking.fixes import fixed_text
from framing.checking.run import check_document
from framing.config import Config
from framing.reading import document

LEAD = "The tax plan of Odden\n\nThe council of Odden met on Tuesday to talk about the tax plan, said Mara Olsen.\n\n"


def offered(words: str) -> dict[str, tuple[str, ...]]:
    read = document(LEAD + words)
    file = check_document(read, Config(values={"select": ["W"], "kind": "news"}), "a").file
    return {found.text: found.alternatives for found in file.diagnostics if found.code == "W101"}


def fixed(words: str, media_type: str = "text/plain") -> str:
    read = document(LEAD + words, media_type=media_type)
    file = check_document(read, Config(values={"select": ["W"], "kind": "news"}), "a").file
    return fixed_text(file).removeprefix(LEAD)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The death tax ends in May.", "The estate tax ends in May."),
        ("Death taxes are a sham.", "Estate taxes are a sham."),
        ("A new death tax ends in May.", "A new estate tax ends in May."),
        ("The town has 40 job creators and a tax.", "The town has 40 employers and a tax."),
        ("The Death Tax ends in May.", "The Estate Tax ends in May."),
        ("It hurts job creators; the death tax ends.", "It hurts employers; the estate tax ends."),
    ],
)
def test_a_safe_alternative_takes_the_number_and_case_of_the_words(before: str, after: str) -> None:
    assert fixed(before) == after


@pytest.mark.parametrize(
    "words",
    [
        "“The death tax ends in May,” said Olsen.",
        '"The death tax ends in May," said Olsen.',
        "The “death tax” ends in May.",
        "A job creator left the town in May.",
        "The DEATH tax ends in May.",
        "It was a terrifying night for the town.",
        "The regime rammed the bill through in May.",
        "The death tax ends in May. <!-- framing: ignore[W101] their term -->",
    ],
)
def test_what_takes_a_person_is_left_as_it_is(words: str) -> None:
    assert fixed(words) == words


def test_alternatives_that_take_a_person_are_offered_in_number_and_case() -> None:
    assert "suspects" in offered("The thugs came at night.")["thugs"]
    assert "Suspects" in offered("Thugs came at night.")["Thugs"]
    assert offered("The regime fell in May.")["regime"] == ("government",)
    assert offered("The death tax ends in May.")["death tax"][0] == "estate tax"


def test_an_alternative_takes_the_number_of_the_words_at_its_head() -> None:
    one = offered("An illegal immigrant came to Odden.")["illegal immigrant"]
    many = offered("The illegal immigrants came to Odden.")["illegal immigrants"]
    assert one == ("immigrant without legal status",)
    assert many == ("immigrants without legal status", "people in the country without authorisation")
    assert offered("The fat cats came to Odden.")["fat cats"][0] == "executives"


def test_what_is_offered_is_the_same_in_a_check_and_in_a_report() -> None:
    words = "The regime's army left, and thugs came. The fat cats hoodwinked the town."
    terms = framing.analyze(LEAD + words).to_dict()["loaded_terms"]
    assert {term["text"]: tuple(term["alternatives"]) for term in terms if term["alternatives"]} == offered(words) != {}


def test_a_verb_s_alternative_stands_in_its_tense_or_is_not_offered() -> None:
    assert offered("The council hoodwinked the town in May.")["hoodwinked"] == ("misled",)
    assert offered("The council is hoodwinking the town.")["hoodwinking"] == ("misleading",)
    assert offered("The council hoodwinks the town.")["hoodwinks"] == ("misleads",)


def test_a_block_quote_is_a_quotation() -> None:
    words = "Olsen wrote:\n\n> The death tax ends in May, and we are glad of it.\n"
    assert fixed(words, "text/markdown") == words


def test_markup_in_the_words_is_left_as_it_is() -> None:
    assert fixed("The death *tax* ends; the death tax ends.", "text/markdown") == (
        "The death *tax* ends; the estate tax ends."
    )


def test_line_ends_and_emoji_in_front_stay() -> None:
    assert (
        fixed("🎈🎈 The death tax is a sham.\r\nIt was May.\r\n") == "🎈🎈 The estate tax is a sham.\r\nIt was May.\r\n"
    )
