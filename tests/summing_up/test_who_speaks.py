"""Who speaks: what may be said of one kind of source, and from where on."""

from dataclasses import replace

import pytest

from framing.attribution import SourceType
from framing.report import Measure
from framing.summing_up.who_speaks import who_speaks
from tests.summing_up.conftest import MakeReport, Say


def test_most_is_said_where_the_interval_lies_above_a_half(make_report: MakeReport, say: Say) -> None:
    officials = [say("government", 20, place=number) for number in range(9)]
    found = who_speaks(make_report([*officials, say("expert", 20, place=20)]))
    assert found.text == "Officials and politicians speak most: 90% of the words that sources are credited with."
    assert found.evidence == tuple(span for one in officials for span in one.content)


def test_the_types_of_officials_count_together(make_report: MakeReport, say: Say) -> None:
    types = ("government", "law_enforcement", "military", "judiciary", "politician")
    found = who_speaks(make_report([say(kind, 20, place=number) for number, kind in enumerate(types * 2)]))
    assert found.text.startswith("Officials and politicians speak most: 100%")


def test_a_larger_part_that_chance_could_undo_is_not_most(make_report: MakeReport, say: Say) -> None:
    """Seven of ten statements: the share is 70%, the interval begins below a half."""
    speech = [say("government", 20, place=number) for number in range(7)]
    speech += [say(kind, 20, place=10 + number) for number, kind in enumerate(("expert", "ngo", "citizen"))]
    found = who_speaks(make_report(speech))
    assert found.text == "Officials and politicians have the largest part of what sources say."


@pytest.mark.parametrize("other", ["expert", "other"])
def test_a_kind_with_more_than_half_has_the_largest_part(make_report: MakeReport, say: Say, other: SourceType) -> None:
    """It is what the panel shows, whatever the rest is."""
    speech = [say("government", 20, place=number) for number in range(6)]
    speech += [say(other, 20, place=10 + number) for number in range(4)]
    found = who_speaks(make_report(speech))
    assert found.text == "Officials and politicians have the largest part of what sources say."


@pytest.mark.parametrize(
    ("other", "named"),
    [
        ("business", "Business, entertainment and sport have"),
        ("ngo", "Advocacy groups, unions and churches have"),
    ],
)
def test_a_kind_is_named_with_all_who_are_of_it(
    make_report: MakeReport, say: Say, other: SourceType, named: str
) -> None:
    """A singer's words are of the type that companies have, a bishop's of that of advocacy groups."""
    speech = [say(other, 20, place=number) for number in range(6)]
    speech += [say("government", 20, place=10 + number) for number in range(4)]
    report = make_report(speech)
    sure = tuple(replace(row, confidence=0.99) for row in report.sources)
    assert who_speaks(replace(report, sources=sure)).text == f"{named} the largest part of what sources say."


def test_a_half_is_no_lead(make_report: MakeReport, say: Say) -> None:
    """50.3% reads as a half."""
    speech = [say("government", words, place=number) for number, words in enumerate((61, 60, 60))]
    speech += [say("expert", 60, place=10 + number) for number in range(3)]
    found = who_speaks(make_report(speech))
    assert found.text == "Which kind of source speaks most was not found surely."


@pytest.mark.parametrize(("own", "little"), [(0.9, True), (0.89, False)])
def test_where_the_outlet_speaks_sources_have_little_room(
    make_report: MakeReport, say: Say, own: float, *, little: bool
) -> None:
    speech = [say(kind, 9, place=number) for number, kind in enumerate(("government", "expert", "ngo"))]
    share = Measure(own, "share", own, own, 1, 2, 90, "news_sample")
    found = who_speaks(make_report(speech, measures={"words_own": share}))
    assert (found.text == "Sources have little room: 90% of the body is the outlet’s own voice.") is little
    assert ("Which kind" in found.text) is not little


def test_few_sources_are_not_counted_and_compared_like_many(make_report: MakeReport, say: Say) -> None:
    """A reader often counts one more, or one less."""
    one = who_speaks(make_report([say("government", 20, "Ada Holm", place) for place in range(9)]))
    assert one.text == "Officials and politicians speak most: 100% of the words that sources are credited with."
    two = who_speaks(make_report([say("government", 20, "Ada Holm"), say("expert", 20, "Mara Olsen", 1)]))
    assert two.text == "Which kind of source speaks most was not found surely."


@pytest.mark.parametrize(("kind", "sure", "unsure"), [("government", True, True), ("business", True, False)])
def test_a_kind_that_seldom_leads_has_the_largest_part_by_sure_rows_alone(
    make_report: MakeReport, say: Say, kind: SourceType, *, sure: bool, unsure: bool
) -> None:
    speech = [say(kind, 20, place=number) for number in range(6)]
    speech += [say("ngo", 20, place=10 + number) for number in range(4)]
    report = make_report(speech)
    for confidence, said in ((0.99, sure), (0.1, unsure)):
        rows = tuple(replace(row, confidence=confidence) for row in report.sources)
        assert ("the largest part" in who_speaks(replace(report, sources=rows)).text) is said


def test_words_of_nobody_and_no_words_are_no_source(make_report: MakeReport, say: Say) -> None:
    for speech in ([], [say(None, 20)]):
        found = who_speaks(make_report(speech))
        assert found.text == "No words were found that are credited to a source."
        assert found.evidence == ()


def test_of_few_words_a_large_part_is_little_room(make_report: MakeReport, say: Say) -> None:
    speech = [say("government", 3, place=number) for number in range(7)]
    speech += [say(kind, 3, place=10 + number) for number, kind in enumerate(("expert", "ngo", "citizen"))]
    own = {"words_own": Measure(0.95, "share", 0.9, 0.98, 950, 1000, 90, "news_sample")}
    assert who_speaks(make_report(speech, measures=own)).text == (
        "Sources have little room: 95% of the body is the outlet’s own voice."
    )
