"""What stands around "Holm said, “…”" without a verb of its own is no part of the quotation."""

import pytest
from passages import article, span, told

from framing.attributing import attribute
from framing.attributing.credit import credit
from framing.attributing.openings import without_circumstance, without_lead, without_opening

QUOTED = "“The mill will close.”"


def left(front: str, quoted: str = QUOTED) -> str:
    """What stays of a content in front of and behind "Rolf Kirk said"."""
    found = article(f"{front}, Rolf Kirk said, {quoted}")
    contents = [span(found, front), span(found, quoted)]
    credited = credit(found, contents, span(found, "said"), span(found, "Rolf Kirk"))
    return told(found, [without_opening(found, credited)])[0][1]


@pytest.mark.parametrize(
    "front",
    [
        "On the Tarn Hour on Sunday",
        "On “Good Morning, Tarn” Tuesday",
        "In a letter to the harbour board",
        "At the same time",
        "Turning to the mill",
        "Asking for calm",
        "Trying on a coat",
        "Last month in Odden",
        "Of being mayor",
    ],
)
def test_an_adverbial_in_front_is_not_said(front: str) -> None:
    assert left(front) == QUOTED


@pytest.mark.parametrize(
    "front",
    [
        "At the mill, nothing was ever safe",
        "In the town that I know",
        "After the flood they left",
        "The mill and the ferry",
        "Nothing but an old pump",
        "Everything about the pier",
        "Spring in Odden",
    ],
)
def test_the_first_half_of_a_sentence_is_said(front: str) -> None:
    assert left(front) == f"{front} … {QUOTED}"


def test_only_a_quotation_behind_its_cue_has_an_opening() -> None:
    assert left("In the spring", "will the mill close") == "In the spring … will the mill close"
    found = article("In the spring the mill, Rolf Kirk said.")
    front = credit(found, [span(found, "In the spring the mill")], span(found, "said"), None)
    assert without_opening(found, front) == front


def test_what_is_left_is_direct_speech() -> None:
    found = article("On “Good Morning, Tarn” Sunday, Holm noted, “We have fewer ferries today than we had then.”")
    shown = [one for one in attribute(found) if one.cue and found.slice(one.cue.span) == "noted"]
    assert [one.kind for one in shown] == ["direct"]


@pytest.mark.parametrize(
    ("behind", "content"),
    [("said the catch had halved", "the catch had halved"), ("said, the catch had halved", None)],
)
def test_the_title_of_a_post_is_not_said(behind: str, content: str | None) -> None:
    title = "“The Last Herring,”"
    found = article(f"Writing in a post titled {title} Rolf Kirk {behind}.")
    contents = [span(found, title), span(found, "the catch had halved")]
    credited = credit(found, contents, span(found, "said"), span(found, "Rolf Kirk"))
    assert told(found, [without_opening(found, credited)])[0][1] == (content or f"{title} … the catch had halved")


def said_with(behind: str, content: str, cue: str = "said", quoted: str = "“It will cost us,”") -> str:
    """What stays of a quotation in front of "Rolf Kirk said" and of a content behind it."""
    found = article(f"{quoted} Rolf Kirk {behind}. “We told them so.”")
    contents = [span(found, quoted), span(found, content), span(found, "“We told them so.”")]
    credited = credit(found, contents, span(found, cue), span(found, "Rolf Kirk"))
    return told(found, [without_circumstance(found, credited)])[0][1]


@pytest.mark.parametrize(
    ("behind", "content", "cue"),
    [
        ("said in announcing the pilot project", "the pilot project", "said in announcing"),
        ("told students, without mentioning the counteroffers floated last week", "the counteroffers", "told"),
        ("said of the plan", "the plan", "said of"),
        ("said while touring the plant", "the plant", "said"),
        ("said in response to the audit", "the audit", "said in response to"),
        ("wrote about the new dam", "the new dam", "wrote"),
    ],
)
def test_a_noun_phrase_behind_the_cue_of_a_quotation_is_not_said(behind: str, content: str, cue: str) -> None:
    assert said_with(behind, content, cue) == "“It will cost us,” … “We told them so.”"


@pytest.mark.parametrize(
    ("behind", "content", "cue"),
    [
        ("said in May the dam would leak", "the dam would leak", "said"),
        ("told the board, and the dam", "the dam", "told"),
        ("said while calling the dam a ruin", "the dam a ruin", "said"),
        ("said in May “of the dam”", "“of the dam”", "said"),
        ("wrote in a letter about the “ruin of a dam”", "the “ruin of a dam”", "wrote"),
    ],
)
def test_more_that_is_said_behind_a_quotation_stays(behind: str, content: str, cue: str) -> None:
    assert said_with(behind, content, cue) == f"“It will cost us,” … {content} … “We told them so.”"


def test_what_is_warned_of_in_front_of_a_quotation_stays() -> None:
    found = article("Rolf Kirk warned of the cost. “It will be high.”")
    contents = [span(found, "the cost"), span(found, "“It will be high.”")]
    credited = credit(found, contents, span(found, "warned of"), span(found, "Rolf Kirk"))
    assert without_circumstance(found, credited) == credited


@pytest.mark.parametrize(
    ("front", "behind", "stays"),
    [
        ("Though the mill is old", "the dam would hold", False),
        ("But while the mill is old", "the dam would hold", False),
        ("Despite a fall in sales", "the pier would stay", False),
        ("If the mill is sold", "the pier would stay", True),
        ("Thoughtful men are rare", "the pier would stay", True),
    ],
)
def test_what_the_writer_concedes_in_front_is_not_said(front: str, behind: str, stays: bool) -> None:
    found = article(f"{front}, Rolf Kirk said {behind}.")
    contents = [span(found, front), span(found, behind)]
    credited = credit(found, contents, span(found, "said"), span(found, "Rolf Kirk"))
    assert told(found, [without_opening(found, credited)])[0][1] == (f"{front} … {behind}" if stays else behind)


def test_a_concession_around_its_cue_is_said() -> None:
    found = article("Though the mill is old, Rolf Kirk said, it will hold.")
    contents = [span(found, "Though the mill is old"), span(found, "it will hold")]
    credited = credit(found, contents, span(found, "said"), span(found, "Rolf Kirk"))
    assert without_opening(found, credited) == credited


@pytest.mark.parametrize(("front", "stays"), [("The pier must close because", False), ("The pier must close", True)])
def test_the_reason_alone_is_said_where_a_source_is_passed_on_for_it(front: str, stays: bool) -> None:
    behind = "its timber is rotten"
    found = article(f"{front}, as Rolf Kirk said, {behind}.")
    contents = [span(found, front), span(found, behind)]
    credited = credit(found, contents, span(found, "said"), span(found, "Rolf Kirk"))
    assert told(found, [without_opening(found, credited)])[0][1] == (f"{front} … {behind}" if stays else behind)


@pytest.mark.parametrize(
    ("cue", "content", "kept"),
    [
        ("asked", "his closest advisers about the island", "about the island"),
        ("told", "his crew that the ferry would sail", "that the ferry would sail"),
        ("decried", "what he called “a farce”", "“a farce”"),
        ("faulted", "what they had described as “a farce”", "“a farce”"),
        ("faulted", "what the mayor called “a farce”", "what the mayor called “a farce”"),
        ("asked", "his crew to sail", "his crew to sail"),
        ("told", "his story about the island", "his story about the island"),
        ("said", "his crew whether old or young would sail", "his crew whether old or young would sail"),
        ("said", "what he called for was a vote", "what he called for was a vote"),
    ],
)
def test_whom_somebody_tells_and_what_they_call_it_is_not_said(cue: str, content: str, kept: str) -> None:
    found = article(f"Rolf Kirk {cue} {content}.")
    credited = credit(found, [span(found, content)], span(found, cue), span(found, "Rolf Kirk"))
    assert told(found, [without_lead(found, credited)])[0][1] == kept
