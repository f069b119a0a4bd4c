"""Headlines of records, put above their texts."""

from framing.reading import document
from framing.reading.headline import with_headline


def test_a_headline_stands_above_the_text_as_a_block() -> None:
    found = with_headline(document("The council voted on Monday.", title="Council\n votes "))
    assert found.text == "Council votes\n\nThe council voted on Monday."
    assert [(block.kind, block.start, block.end) for block in found.marked] == [("headline", 0, 13)]


def test_a_text_that_begins_with_its_headline_is_left_as_it_is() -> None:
    found = document("Council\nvotes\n\nThe council voted on Monday.", title="Council votes")
    assert with_headline(found) is found


def test_no_headline_is_nothing_to_put_there() -> None:
    found = document("The council voted on Monday.", title=" ")
    assert with_headline(found) is found
