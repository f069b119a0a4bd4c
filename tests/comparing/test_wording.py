"""Labels for the same people, act or place: what is laid side by side, and what is not."""

from itertools import chain

import pytest

import framing
from framing.comparing.rival_labels import RIVALS
from framing.comparing.stemmed import stems_of

SENTINEL = """Officers clear camp at Harrow Bridge

Officers cleared the camp at Harrow Bridge before dawn on Tuesday and put 212 illegal immigrants on two flights. Three officers were hurt when a riot broke out at the gate, police chief Anna Roe said. Eleven people were arrested.
"""
VOICE = """Camp at Harrow Bridge razed at dawn

Officers stormed the camp at Harrow Bridge before dawn on Tuesday and forced 212 undocumented Afghans on to two flights. A protest at the gate was met with batons, witnesses said. Eleven people were arrested.
"""
FROST = """Orchard growers count the cost of a late frost

Growers in the valley of Hemmel lost half of their cherries when the temperature fell to minus six degrees in April. A protest of growers in front of the county hall is planned. The cooperative will ask the county for 2 million crowns.
"""


def pairs(*texts: str) -> set[tuple[str, ...]]:
    found = framing.compare([framing.analyze(text) for text in texts])
    return {tuple(label.text for label in wording.labels) for wording in found.wordings}


def test_two_names_for_the_same_people_and_the_same_act_are_pairs() -> None:
    assert {("illegal immigrants", "undocumented Afghans"), ("riot", "protest")} <= pairs(SENTINEL, VOICE)


def test_words_of_different_events_are_no_pairs() -> None:
    assert ("riot", "protest") not in pairs(SENTINEL, FROST)


def test_a_label_that_both_use_is_no_pair() -> None:
    assert not {pair for pair in pairs(SENTINEL, VOICE.replace("A protest", "A riot")) if "riot" in pair}


def test_riot_police_are_no_riot() -> None:
    without = SENTINEL.replace("a riot broke out at the gate", "riot police came to the gate")
    assert not {pair for pair in pairs(without, VOICE) if "riot" in pair}


def test_spellings_of_one_label_are_no_pair() -> None:
    one = SENTINEL.replace("illegal immigrants", "unauthorized immigrants")
    other = VOICE.replace("undocumented Afghans", "unauthorised immigrants")
    assert not {pair for pair in pairs(one, other) if "immigrants" in pair[0]}


def test_labels_of_two_things_in_one_story_are_no_pair() -> None:
    one = SENTINEL + "\nA riot of colour greets visitors of the county's flower market in May, when tulips open."
    one = one.replace("a riot broke out at the gate", "stones were thrown at the gate")
    assert not {pair for pair in pairs(one, VOICE) if "riot" in pair}


def test_a_verb_and_a_part_of_a_name_stand_for_no_thing() -> None:
    one = SENTINEL.replace("Eleven people were arrested.", "A probe of the clearing was opened, Roe said.")
    for words in (
        "The court will inquire into the clearing.",
        "The court is probing the clearing.",
        "The Bureau of Investigation watched the clearing.",
    ):
        other = VOICE.replace("Eleven people were arrested.", words)
        assert not {pair for pair in pairs(one, other) if "probe" in pair}, words
    other = VOICE.replace("Eleven people were arrested.", "An inquiry into the clearing was opened, Roe said.")
    assert ("probe", "inquiry") in pairs(one, other)


def test_the_other_order_gives_the_same_pairs_turned() -> None:
    assert {pair[::-1] for pair in pairs(VOICE, SENTINEL)} == pairs(SENTINEL, VOICE)


def test_each_label_carries_the_voice_that_says_it() -> None:
    quoted = SENTINEL.replace(
        "212 illegal immigrants on two flights.",
        '212 people on two flights. "Those are illegal immigrants, and the flights are paid," she said.',
    )
    found = framing.compare([framing.analyze(quoted), framing.analyze(VOICE)])
    voices = {label.text: label.voice for wording in found.wordings for label in wording.labels}
    assert voices["illegal immigrants"] == "quoted"


@pytest.mark.parametrize("line", RIVALS, ids=lambda line: line[0][0])
def test_each_line_has_two_labels_and_no_label_twice(line: tuple[tuple[str, ...], ...]) -> None:
    labels = [label for label in line if not label[0].startswith("-")]
    assert len(labels) >= 2
    forms = [stems_of(words) for words in chain.from_iterable(line)]
    assert len(set(forms)) == len(forms), "spellings with one stem need one entry"
