"""A content that was cut behind its subordinate clause goes on to the end of its sentence."""

import pytest
from passages import article, span, told

from framing.attributing import attribute
from framing.attributing.credit import credit
from framing.attributing.main_clauses import with_main_clauses
from framing.spans import Span

MAIN = "the board will have to close the mill"


def left(begun: str, main: str = MAIN, cue: str = "said") -> str:
    """What becomes of a content that ends at the comma in front of a main clause."""
    found = article(f"Rolf Kirk {cue} {begun}, {main}.")
    credited = credit(found, [span(found, begun)], span(found, cue), span(found, "Rolf Kirk"))
    return told(found, with_main_clauses(found, [credited]))[0][1]


@pytest.mark.parametrize(
    "begun",
    [
        "if the council is serious about the pier",
        "that in a land where owners rule",
        "that despite the losses of last year",
        "when the ferry stops in May",
        "that unless the council acts by Friday",
    ],
)
def test_the_main_clause_behind_is_said_as_well(begun: str) -> None:
    assert left(begun) == f"{begun}, {MAIN}"


@pytest.mark.parametrize(
    ("begun", "main", "cue"),
    [
        ("the mill was old", MAIN, "said"),
        ("that at least two ferries were lost, if not more", MAIN, "said"),
        ("if the mill would close", MAIN, "asked"),
        ("if the mill would close", "to nobody’s surprise", "said"),
    ],
)
def test_a_content_that_is_whole_is_left_alone(begun: str, main: str, cue: str) -> None:
    assert left(begun, main, cue) == begun


def test_what_is_thought_in_the_main_clause_is_part_of_what_is_said() -> None:
    begun, main = "that in a land where owners rule", "Ada Owen wants the mill to close"
    found = article(f"Rolf Kirk said {begun}, {main}.")
    said = credit(found, [span(found, begun)], span(found, "said"), span(found, "Rolf Kirk"))
    wish = credit(found, [span(found, "the mill to close")], span(found, "wants"), span(found, "Ada Owen"))
    assert told(found, with_main_clauses(found, [said, wish])) == [("Rolf Kirk", f"{begun}, {main}")]


def test_somebody_else_who_speaks_in_the_main_clause_keeps_it() -> None:
    begun = "that if the rain goes on"
    found = article(f"Rolf Kirk said {begun}, Ada Owen told the board that the mill will close.")
    said = credit(found, [span(found, begun)], span(found, "said"), span(found, "Rolf Kirk"))
    spoken = credit(found, [span(found, "that the mill will close")], span(found, "told"), span(found, "Ada Owen"))
    assert list(with_main_clauses(found, [said, spoken])) == [said, spoken]


@pytest.mark.parametrize(("speaker", "swallowed"), [("Ada Owen", False), ("Kirk", True)])
def test_a_quotation_of_somebody_else_in_the_main_clause_is_theirs(speaker: str, swallowed: bool) -> None:
    begun, main = "that if the rain goes on", f"the mill will close “by the end of May”, so {speaker}"
    found = article(f"Rolf Kirk said {begun}, {main}.")
    said = credit(found, [span(found, begun)], span(found, "said"), span(found, "Rolf Kirk"))
    source = Span(found.text.rindex(speaker), found.text.rindex(speaker) + len(speaker))
    quoted = credit(found, [span(found, "“by the end of May”")], None, source)
    shown = told(found, with_main_clauses(found, [said, quoted]))
    assert shown == ([("Rolf Kirk", f"{begun}, {main}")] if swallowed else told(found, [said, quoted]))


@pytest.mark.parametrize("cue", ["announced", "explained", "predicted", "testified", "has warned"])
def test_any_verb_of_saying_has_a_main_clause(cue: str) -> None:
    begun = "that if the rain goes on"
    assert left(begun, cue=cue) == f"{begun}, {MAIN}"


def test_a_cut_content_is_shown_with_its_main_clause() -> None:
    sentence = (
        "Officials say that in a land where owners control the mills, Mr. King is also adamant that he not join the "
        "debate about the pier."
    )
    found = article(sentence)
    assert [words for who, words in told(found, attribute(found)) if who == "Officials"] == [sentence[14:-1]]
