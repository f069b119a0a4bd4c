"""A party is somebody's only where the page says so of that person."""

import pytest

import framing

SAID = "\n\nAda Holm said on Monday that the vote was lost, and that she would try again before the end of the year."
DEMOCRATIC, REPUBLICAN, TORY = "Democratic Party (US)", "Republican Party (US)", "Conservative Party (UK)"


def party(text: str) -> str | None:
    """The party that a report gives Ada Holm."""
    report = framing.analyze(text + SAID)
    return next(entity.party for entity in report.analysis.entities if entity.name.endswith("Ada Holm"))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The vote\n\nAda Holm, a Republican, left the hall on Monday.", REPUBLICAN),
        ("The vote\n\nAda Holm, Democrat of Georgia, left the hall on Monday.", DEMOCRATIC),
        ("The vote\n\nSen. Ada Holm, Texas Republican, left the hall on Monday.", REPUBLICAN),
        ("The vote\n\nSen. Ada Holm (R-Texas) left the hall on Monday.", REPUBLICAN),
        ("The vote\n\nSen. Ada Holm (D) left the hall on Monday.", DEMOCRATIC),
        ("The vote\n\nRepublican presidential candidate Ada Holm left the hall on Monday.", REPUBLICAN),
        ("The vote\n\nAda Holm, who is a Democrat, left the hall on Monday.", DEMOCRATIC),
    ],
)
def test_a_party_that_stands_with_a_name_is_its_bearers(text: str, wanted: str) -> None:
    assert party(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holm, GOP and the blame game\n\nThe council met.",
        "Ada Holm, Tories trade blame over bridge\n\nThe council met.",
        "Ada Holm, Iranian official slam GOP letter on deal\n\nThe council met.",
        "The vote\n\nRepublican presidential candidate Per Orr said Ms. Ada Holm had left the hall.",
        "The vote\n\nDemocratic Rep. Per Orr called President Ada Holm a friend of the town.",
        "The vote\n\nPresident Ada Holm (R) hugs Representative Per Orr at the bridge.",
        "The vote\n\nPresident Ada Holm (R) and Per Orr shake hands at the bridge in Ostvale.",
        "The vote\n\nPresident Ada Holm met Republicans, Democrats and the mayor on Monday.",
    ],
)
def test_another_ones_party_never_sticks(text: str) -> None:
    assert party(text) is None
