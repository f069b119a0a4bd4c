"""Questions are the asker's, and answers hold no question."""

import pytest
from passages import article, span, told

from framing.article import Article
from framing.attributing.asked import without_questions
from framing.attributing.credit import credit
from framing.attribution import Attribution


def left(sentence: str, contents: list[str], cue: str, source: str = "Rolf Kirk") -> list[tuple[str | None, str]]:
    """Source and content of what stays of an attribution."""
    return told(*shown(sentence, contents, cue, source))


def shown(sentence: str, contents: list[str], cue: str, source: str = "Rolf Kirk") -> tuple[Article, list[Attribution]]:
    found = article(sentence)
    credited = credit(found, [span(found, content) for content in contents], span(found, cue), span(found, source))
    return found, list(without_questions(found, [credited]))


@pytest.mark.parametrize(
    "opening",
    [
        "When asked whether the mill would close",
        "Asked on Monday whether the mill would close",
        "After being pressed by the Tarn Times on whether the mill would close",
        "But asked again whether the mill would close",
    ],
)
def test_an_answer_holds_no_question(opening: str) -> None:
    contents = ["whether the mill would close", "“Not this year.”"]
    sentence = f"{opening}, Rolf Kirk said, “Not this year.”"
    assert left(sentence, contents, "said") == [("Rolf Kirk", "“Not this year.”")]


@pytest.mark.parametrize(
    ("opening", "content"),
    [
        ("Asked about the mill", "“It will close,”"),
        ("Pressed for cash", "the mill will close in May"),
        ("Asked about jobs", "what counts is the mill"),
    ],
)
def test_an_answer_in_front_of_its_cue_stays(opening: str, content: str) -> None:
    assert left(f"{opening}, {content}, Rolf Kirk said.", [content], "said") == [("Rolf Kirk", content)]


def test_what_was_asked_about_is_no_answer() -> None:
    sentence = "Asked on Monday about its debts, Rolf Kirk said it will close."
    assert left(sentence, ["its debts", "it will close"], "said") == [("Rolf Kirk", "it will close")]


def test_a_question_is_nobody_s_who_was_asked() -> None:
    sentence = "Rolf Kirk said when asked if the mill would close."
    assert left(sentence, ["if the mill would close"], "asked") == [(None, "if the mill would close")]
    sentence = "Asked about the mill, Rolf Kirk smiled."
    assert left(sentence, ["the mill"], "Asked about") == []


def test_an_asker_who_is_named_keeps_the_question() -> None:
    sentence = "When asked by Ada Owen how it would pay, the board was silent."
    assert left(sentence, ["how it would pay"], "asked", "Ada Owen") == [("Ada Owen", "how it would pay")]
    sentence = "Pressed by Ada Owen to “come clean”, Rolf Kirk smiled."
    assert left(sentence, ["to “come clean”"], "Pressed", "Ada Owen") == [("Ada Owen", "to “come clean”")]
    assert left(sentence, ["to “come clean”"], "Pressed", "Rolf Kirk") == [(None, "to “come clean”")]
    sentence = "Ada Owen asked whether the mill would close."
    assert left(sentence, ["whether the mill would close"], "asked", "Ada Owen") == [
        ("Ada Owen", "whether the mill would close")
    ]


def test_a_reply_around_its_question_is_the_part_behind_it() -> None:
    sentence = "Rolf Kirk said when asked if the mill would close that the board had no plans."
    content = "if the mill would close that the board had no plans"
    found, kept = shown(sentence, [content], "asked")
    assert told(found, kept) == [("Rolf Kirk", "the board had no plans")]
    assert [found.slice(one.cue.span) for one in kept if one.cue] == ["said"]


@pytest.mark.parametrize(
    ("sentence", "cue", "act"),
    [
        ("Rolf Kirk declined to say whether the mill would close.", "say", "plan"),
        ("Rolf Kirk did not disclose whether the mill would close.", "did not disclose", "plan"),
        ("The board gave Rolf Kirk a week to say whether the mill would close.", "to say", "plan"),
        ("Rolf Kirk took a question on whether the mill would close.", "took a question on", "plan"),
        (
            "Rolf Kirk was answering a question about whether the mill would close.",
            "was answering a question about",
            "plan",
        ),
        ("Rolf Kirk raised the question of whether the mill would close.", "raised the question of", "speech"),
        ("Rolf Kirk told the board whether the mill would close.", "told", "speech"),
        ("Rolf Kirk asked whether the mill would close.", "asked", "speech"),
    ],
)
def test_a_question_left_open_is_no_speech(sentence: str, cue: str, act: str) -> None:
    _, kept = shown(sentence, ["whether the mill would close"], cue)
    assert [one.act for one in kept] == [act]


def test_an_attribution_beside_a_question_is_left_alone() -> None:
    sentence = "When asked, Rolf Kirk said the mill would close if the town agreed."
    content = "the mill would close if the town agreed"
    assert left(sentence, [content], "said") == [("Rolf Kirk", content)]
    found = article("It rained.")
    alone = credit(found, [span(found, "It rained.")], None, None)
    assert list(without_questions(found, [alone])) == [alone]


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Rolf Kirk named a friend, ignoring calls for a vote on the mill.", None),
        ("Rolf Kirk has brushed off repeated calls for a vote on the mill.", None),
        ("Rolf Kirk calls for a vote on the mill.", "Rolf Kirk"),
        ("Rolf Kirk rejected the plan and repeated calls for a vote on the mill.", "Rolf Kirk"),
    ],
)
def test_calls_that_somebody_goes_against_are_not_theirs(sentence: str, source: str | None) -> None:
    assert left(sentence, ["a vote on the mill"], "calls for") == [(source, "a vote on the mill")]
