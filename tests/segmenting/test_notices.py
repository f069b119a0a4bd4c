"""Warnings about a text."""

import pytest

from framing.article import Document
from framing.segmenting import segment

SENTENCE = "The council met on Tuesday evening in the old hall, and the vote was put off by a week. "


def codes(text: str) -> list[str]:
    return [notice.code for notice in segment(Document(text)).notices]


def test_a_plain_article_has_no_warning() -> None:
    assert codes("\n\n".join([SENTENCE * 3] * 4)) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (SENTENCE, "too_short"),
        ("\n\n".join(f"“{SENTENCE * 3}It was day {n}.” she said." for n in range(4)), "mostly_quoted"),
        ("\n\n".join([SENTENCE * 3] * 4) + " The The end came. .", "text_damaged"),
        ("\n\n".join([SENTENCE * 3] * 4) + " caf\ufffd", "text_damaged"),
        (
            "Der Rat hat am Dienstag beschlossen, den Hafen neu zu bauen, und die Arbeiten beginnen im Mai.",
            "not_english",
        ),
        ("Xyl qop brant vemmel dask hurn polt wemmer tiks orval simp nord.", "language_unclear"),
        ("word " * 400, "not_an_article"),
        ("word " * 4000, "no_language"),
        ("“" * 400, "no_language"),
    ],
)
def test_a_warning_is_given(text: str, code: str) -> None:
    assert code in codes(text)


def test_every_warning_is_one_sentence() -> None:
    notices = segment(Document(SENTENCE + " . . \ufffd")).notices
    assert notices
    assert all(notice.message.endswith(".") for notice in notices)


@pytest.mark.parametrize(("quoted", "warned"), [(55, False), (65, True)])
def test_a_text_is_mostly_quoted_from_three_fifths_of_the_body(quoted: int, *, warned: bool) -> None:
    text = f"“{'we waited ' * quoted}” {'it rained ' * (100 - quoted)}."
    assert ("mostly_quoted" in codes(text)) == warned


@pytest.mark.parametrize(
    ("words", "sentences", "warned"), [(110, 1, False), (130, 1, True), (230, 2, False), (250, 2, True)]
)
def test_a_sentence_for_120_words_is_the_least_that_an_article_has(words: int, sentences: int, *, warned: bool) -> None:
    filler = ["the council of the town and the board of the harbour"] * 30
    long = " ".join(filler).split()[: words // sentences - 2]
    text = " ".join(f"It was {' '.join(long)}." for _ in range(sentences))
    assert ("not_an_article" in codes(text)) == warned
