"""A condition of anonymity is no reason for it, and an outlet that reports passes on nobody's words by that alone."""

import pytest

import framing

STORY = "Talks go on\n\nThe envoys met in Tarn on Monday. {}\n"


@pytest.mark.parametrize(
    ("told", "explained"),
    [
        ("“It is over,” said an official on condition of anonymity.", False),
        ("“It is over,” said an official who asked not to be named.", False),
        ("“It is over,” said an official on condition of anonymity because the talks are secret.", True),
        ("“It is over,” said an official who asked not to be named for fear of reprisals.", True),
        ("“It is over,” said an official on condition of anonymity to discuss the talks.", True),
        ("“It is over,” said an official who was not authorized to speak.", True),
        ("“It is over,” said an official on condition of anonymity discussing private talks.", True),
        ("“It is over,” said an unnamed official. The source could not speak openly because talks are secret.", True),
    ],
)
def test_a_reason_is_more_than_the_condition(told: str, *, explained: bool) -> None:
    (said,) = framing.analyze(STORY.format(told)).analysis.speech
    assert said.anonymity_explained is explained


def test_an_outlet_that_reports_speaks_for_itself_and_one_that_cites_does_not() -> None:
    own = framing.analyze(STORY.format("The pier will be closed for a year, the Tarn Times reported.")).analysis.speech
    assert [said.relayed for said in own] == [False]
    cited = framing.analyze(STORY.format("The Tarn Times cited officials as saying that the pier will close.")).analysis
    assert any(said.relayed for said in cited.speech)
