"""What linked sentences say of one thing that cannot both be true; nothing where a reading lets both be."""

import pytest

import framing
from framing.aligned import Contradiction

STORY = (
    'The only ferry to Torsay stood still on Friday. "We made a fair offer," Greta Halvorsen, the company\'s head, told '
    "reporters. Prices for fresh milk have risen in the island's two shops."
)


def found(one: str, other: str) -> list[tuple[str, str, str]]:
    reports = [framing.analyze(f"{STORY} {sentence}") for sentence in (one, other)]

    def shown(contradiction: Contradiction) -> tuple[str, str, str]:
        return contradiction.kind, contradiction.first.text, contradiction.second.text

    return [shown(one) for one in framing.compare(reports).contradictions]


@pytest.mark.parametrize(
    ("one", "other", "kind", "words"),
    [
        (
            "The company cancelled 46 sailings between Torsay and Skarvik.",
            "The company has cancelled 52 sailings between Torsay and Skarvik.",
            "number",
            ("46 sailings", "52 sailings"),
        ),
        (
            "Three police officers were hurt at the pier of Skarvik.",
            "Five police officers were hurt on Friday at the pier of Skarvik.",
            "number",
            ("Three police officers", "Five police officers"),
        ),
        (
            "The council of Skarvik voted nine to six to buy a second ferry.",
            "The council of Skarvik voted 10-5 to buy a second ferry.",
            "number",
            ("nine to six", "10-5"),
        ),
        (
            "The council of Skarvik approved the purchase of a second ferry late at night.",
            "The council of Skarvik rejected the purchase of a second ferry late at night.",
            "outcome",
            ("approved", "rejected"),
        ),
        (
            "The head of the harbour board of Skarvik resigned on Tuesday after nine years.",
            "The head of the harbour board of Skarvik resigned late on Wednesday after nine years.",
            "date",
            ("resigned on Tuesday", "resigned late on Wednesday"),
        ),
        (
            "The old pier of Skarvik was built in 1911 by convicts.",
            "The old pier of Skarvik, built in 1923 by convicts, is for sale.",
            "date",
            ("built in 1911", "built in 1923"),
        ),
        (
            "The new ferry will be brought to Skarvik, and sail from May 3 on, the board decided.",
            "The new ferry will be brought to Skarvik, and sail from May 13 on, the board decided.",
            "date",
            ("sail from May 3", "sail from May 13"),
        ),
        (
            "Pia Strand, 59, has led the harbour of Skarvik since the merger.",
            "Pia Strand, 61, has led the harbour of Skarvik since the merger.",
            "number",
            ("Strand, 59", "Strand, 61"),
        ),
        (
            "Police chief Bruno Hale closed the harbour of Skarvik at noon.",
            "Police chief Bruno Hart closed the harbour of Skarvik at noon.",
            "name",
            ("Police chief Bruno Hale", "Police chief Bruno Hart"),
        ),
    ],
)
def test_what_cannot_both_be_true_is_laid_side_by_side(one: str, other: str, kind: str, words: tuple[str, str]) -> None:
    assert found(one, other) == [(kind, *words)]
    assert found(other, one) == [(kind, *words[::-1])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The company cancelled at least 46 sailings to Skarvik.", "The company cancelled 52 sailings to Skarvik."),
        (
            "The ferry company of Skarvik will cut its fumes by 30 percent by 2030.",
            "The ferry company of Skarvik will cut its fumes by 30 percent from 2005.",
        ),
        (
            "The ferry company of Skarvik agreed with 12 harbours to pay back fares.",
            "The ferry company of Skarvik agreed to pay back fares, $14 to harbours for each traveller.",
        ),
        (
            "Holm won nine of 12 delegates of Skarvik to the ferry council on Saturday.",
            "Holm won 9 delegates of Skarvik to the ferry council on Saturday.",
        ),
        ("The company cancelled about 50 sailings to Skarvik.", "The company cancelled 52 sailings to Skarvik."),
        ("The strike costs 1.4 million crowns a day.", "The strike costs 1,380,000 crowns a day."),
        ("Nine sailings to Skarvik were cancelled.", "The company cancelled 9 sailings to Skarvik."),
        ("The council of Skarvik voted 9-6 for the ferry.", "The council of Skarvik voted nine to six for the ferry."),
        (
            "The council of Skarvik approved the purchase of a second ferry.",
            "The council of Skarvik has not rejected the purchase of a second ferry.",
        ),
        (
            "The company cancelled 46 sailings to Skarvik and 12 sailings to Hemmel.",
            "The company cancelled 12 sailings to Hemmel, the mayor said.",
        ),
        ("The strike began 2 days ago in Skarvik.", "The strike began in Skarvik and will last 5 days."),
        (
            "The head of the harbour board of Skarvik resigned on Tuesday and will leave on Friday.",
            "The head of the harbour board of Skarvik will leave on Friday.",
        ),
        (
            "The company will not buy a second ferry for Skarvik, the mayor said on Tuesday.",
            "The company will not buy a second ferry for Skarvik, the mayor said on Wednesday.",
        ),
        (
            "The fire on the ferry of Skarvik killed 12 people on Friday.",
            "The fire on the ferry of Skarvik killed 14 people, including two who had lit it, on Friday.",
        ),
        ("The ferry to Skarvik was cancelled last Tuesday.", "The ferry to Skarvik was cancelled next Wednesday."),
        (
            "Deputy police chief Bruno Hale closed the harbour of Skarvik at noon.",
            "Deputy police chief Elin Hart closed the harbour of Skarvik at noon.",
        ),
        (
            "Police chief Bruno Hale closed the harbour of Skarvik at noon.",
            "Police chief Elin Hart closed the harbour of Skarvik at noon. Bruno Hale was on leave.",
        ),
    ],
)
def test_what_may_both_be_true_is_no_contradiction(one: str, other: str) -> None:
    assert not found(one, other)
