"""A second verb of saying behind "and" is no part of what was said first."""

import pytest
from passages import article, span, told

from framing.attributing.credit import credit
from framing.attributing.second_cues import with_second_cues


def parts(content: str, cue: str = "said") -> list[tuple[str | None, str]]:
    """Source and content of what becomes of an attribution."""
    found = article(f"Rolf Kirk {cue} {content}.")
    credited = credit(found, [span(found, content)], span(found, cue), span(found, "Rolf Kirk"))
    return told(found, with_second_cues(found, credited))


@pytest.mark.parametrize(
    ("first", "joint", "second"),
    [
        ("it does", " and cautioned ", "that the board “must be fair about it”"),
        ("the dam is safe", ", but warned ", "that the pier may sink"),
        ("that the audit has shown much", " and called for ", "new rules on dams"),
        ("she would run", " and also promised to ", "mend the pier"),
    ],
)
def test_a_second_verb_of_saying_has_its_own_content(first: str, joint: str, second: str) -> None:
    assert parts(first + joint + second) == [("Rolf Kirk", first), ("Rolf Kirk", second)]


def test_the_second_verb_is_the_cue_of_the_second_content() -> None:
    found = article("Rolf Kirk said it does and cautioned that the dam leaks.")
    credited = credit(
        found,
        [span(found, "it does and cautioned that the dam leaks")],
        span(found, "said"),
        span(found, "Rolf Kirk"),
    )
    assert [found.slice(one.cue.span) for one in with_second_cues(found, credited) if one.cue] == ["said", "cautioned"]


@pytest.mark.parametrize(
    "content",
    [
        "that Ada Holm had seen the dam and warned that it leaks",
        "the board was split and called for more time",
        "Ada Holm met the owners and said that it would close",
        "the dam is old and the board warned that it leaks",
        "that costs are high and added costs are higher",
        "“it does and I cautioned that the dam leaks and warned that it may burst”",
    ],
)
def test_what_somebody_is_said_to_have_told_stays(content: str) -> None:
    assert parts(content) == [("Rolf Kirk", content)]


def test_behind_a_verb_in_the_present_nothing_is_parted() -> None:
    content = "it does and cautioned that the dam leaks"
    assert parts(content, "says") == [("Rolf Kirk", content)]
