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
        ("\n\n".join([*[SENTENCE * 3] * 4, "Leave a comment", SENTENCE]), "comments_left_out"),
        ("\n\n".join([*[SENTENCE * 3] * 4, "Next post: The mill", SENTENCE]), "comments_left_out"),
        ("word " * 4000, "no_language"),
        ("“" * 400, "no_language"),
        ('a"' * 10_000, "no_language"),
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


BODY = " ".join([SENTENCE] * 6)


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("“" * 400, ["The text is marks, single letters, or a few words over and over again; nothing is scored."]),
        (
            "Der Rat hat am Dienstag beschlossen, den Hafen neu zu bauen, und die Arbeiten beginnen im Mai.",
            ["The text is not English (it looks like 'de'); only English is scored."],
        ),
        (
            "Xyl qop brant vemmel dask hurn polt wemmer tiks orval simp nord. " * 9,
            ["The language cannot be told; the figures hold only if it is English."],
        ),
        (SENTENCE, ["The body has 19 words; under 100 most figures say little."]),
        (f"“{'we waited ' * 65}” {'it rained ' * 35}.", ["65% of the body is quotation: little is in own voice."]),
        (
            BODY + " caf\ufffd was shut.",
            ["The text is damaged in places (doubled words, stray marks); spans may be off there."],
        ),
        (
            "It was the council of the town and the board of the harbour " * 12,
            ["There are few sentences for so many words: a list, a table or a transcript."],
        ),
    ],
)
def test_a_warning_says_what_is_wrong(text: str, messages: list[str]) -> None:
    found = [notice.message for notice in segment(Document(text)).notices]
    assert [message for message in found if message in messages] == messages


@pytest.mark.parametrize(("words", "warned"), [(99, True), (100, False)])
def test_a_body_is_too_short_below_a_hundred_words(words: int, *, warned: bool) -> None:
    text = f"Council puts off vote\n\n{' '.join(['it was the rain and'] * 40)}"
    text = " ".join(text.split(" ")[: words + 3]) + "."
    assert ("too_short" in codes(text)) == warned


@pytest.mark.parametrize(
    "damage", ["It ended. . Then", "The The end", "A A man", "He He left", "In In May", "Ã¼ber", "itâ€™s"]
)
def test_what_a_bad_copy_leaves_is_damage(damage: str) -> None:
    assert "text_damaged" in codes(f"{BODY} {damage} it was.")


@pytest.mark.parametrize(
    "sound",
    [
        "It was that that she said.",
        "Had had it.",
        "The end . It was",
        "Über alles, café.",
        "They left . . . and",
        "He went. . . . Then",
        "So be it.. . . Then",
    ],
)
def test_what_writers_write_is_none(sound: str) -> None:
    assert "text_damaged" not in codes(f"{BODY} {sound} it was.")


def test_headlines_and_captions_are_no_body() -> None:
    caption = "Boats at the quay, where “we waited and we waited and we waited,” they said. (Per Lie/AP Photo)"
    article = segment(Document(f"Council puts off vote\n\n{SENTENCE}\n\n" + "\n\n".join([caption] * 6)))
    assert [notice.code for notice in article.notices] == ["too_short"]


@pytest.mark.parametrize("rest", [(), ("Home", "Sport", "The mill opens again")])
def test_a_label_of_comments_that_nothing_written_follows_is_no_warning(rest: tuple[str, ...]) -> None:
    assert codes("\n\n".join([*[SENTENCE * 3] * 4, "Leave a reply", *rest])) == []
