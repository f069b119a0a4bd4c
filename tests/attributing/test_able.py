"""Who can speak at all."""

import pytest

import framing
from framing.article import Document
from framing.attributing.able import can_speak
from framing.attributing.credit import credit
from framing.segmenting import segment
from framing.spans import Span


def speaks(source: str, cue: str) -> bool:
    text = f"Pier to close\n\nIn Ostvale {source} {cue} that the pier is unsafe."
    article = segment(Document(text))
    start = text.index(source, text.index("Ostvale"))
    begin = start + len(source) + 1
    content = Span(text.index("that the"), len(text) - 1)
    return can_speak(
        article, credit(article, [content], Span(begin, begin + len(cue)), Span(start, start + len(source)))
    )


@pytest.mark.parametrize(
    ("source", "cue"),
    [
        ("the harbour pilots", "said"),
        ("the gardeners", "suggest"),
        ("critics", "suggest"),
        ("the commission", "showed"),
        ("a new study", "shows"),
        ("Newly released emails", "show"),
        ("minutes read to the inquiry", "show"),
        ("31,072 engineers", "suggest"),
        ("a number of residents", "suggest"),
        ("one of the captains", "suggested"),
        ("the 53-year-old", "indicated"),
        ("the photograph’s owner", "showed"),
        ("the boat", "said"),
        ("Ada Holm", "showed"),
    ],
)
def test_people_bodies_and_texts_speak(source: str, cue: str) -> None:
    assert speaks(source, cue)


@pytest.mark.parametrize(
    ("source", "cue"),
    [
        ("past trends", "suggest"),
        ("troubling discoveries", "point to"),
        ("marine biology", "suggests"),
        ("the mayor’s confrontation with Kirk", "showed"),
        ("the situation", "shows"),
        ("that question", "denied"),
        ("demonstrations", "demand"),
        ("the tests", "showed"),
        ("the number of residents", "suggests"),
        ("simple arithmetic", "suggests"),
        ("the boat", "suggests"),
    ],
)
def test_nobody_speaks_by_showing_and_no_event_does(source: str, cue: str) -> None:
    assert not speaks(source, cue)


@pytest.mark.parametrize(
    ("sentence", "heard"),
    [
        ("The board read a letter that argues that the pier is unsafe.", True),
        ("The board feels the weariness, which suggests that the pier is unsafe.", False),
    ],
)
def test_a_relative_is_heard_in_an_article(sentence: str, heard: bool) -> None:
    found = framing.analyze(f"Pier to close\n\nThe town is Ostvale. {sentence}").to_dict()["sources"]
    assert bool(found) == heard


def test_a_name_that_is_an_ordinary_word_too_speaks() -> None:
    text = "Pier to close\n\nIt was shown to Event on Monday. Event said that the pier is unsafe."
    article = segment(Document(text))
    start = text.index("Event said")
    content = Span(text.index("that the"), len(text) - 1)
    attribution = credit(article, [content], Span(start + 6, start + 10), Span(start, start + 5))
    assert can_speak(article, attribution)


def test_a_letter_is_a_word_like_any_other() -> None:
    assert speaks("the letter s", "said")
