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
