"""Which line is a headline, a deck, a subhead, a caption, a byline, a dateline or a pull quote: each rule at its limits."""

import pytest

from framing.article import Block, Document
from framing.segmenting.blocks import find_blocks

BODY = "The council met on Tuesday evening in the old hall, and the vote was put off by a week after a long debate."
OTHER = "Members of the board asked for the figures of ten years, which the harbour office has not sent to them yet."
HEADLINE = "Council puts off harbour vote"


def found(*paragraphs: str, title: str | None = None) -> list[tuple[str, str]]:
    text = "\n\n".join(paragraphs)
    return [(block.kind, text[block.start : block.end]) for block in find_blocks(Document(text, title=title))]


def kinds(*paragraphs: str, title: str | None = None) -> list[str]:
    return [kind for kind, _ in found(*paragraphs, title=title)]


def is_headline(line: str, *following: str) -> bool:
    return kinds(line, *(following or (BODY, OTHER)))[0] == "headline"


@pytest.mark.parametrize(
    "line", ["Council puts", "Ice at the quay …", "Wait...", "Council waits...", "Who pays?", "Tarn wins!", "“We stay”"]
)
def test_a_first_line_of_two_words_or_more_is_the_headline(line: str) -> None:
    assert is_headline(line) == (len(line.split()) > 1)


@pytest.mark.parametrize("line", ["Council", "The council said:", "The council waited;", "Talks ended at noon."])
def test_one_word_or_a_sentence_is_none(line: str) -> None:
    assert not is_headline(line)


def test_a_headline_is_shorter_than_one_of_the_three_paragraphs_below() -> None:
    line = "Council puts off the harbour vote again"
    short = "It rained on Tuesday evening."
    assert is_headline(line, short, short, BODY)
    assert not is_headline(line, short, short, short, BODY)
    assert is_headline("Council puts off it", "It rained at the old")
    assert not is_headline("Council puts off it", "It rained at the ol")


def test_a_headline_needs_text_below() -> None:
    assert kinds(HEADLINE) == ["body"]
    assert kinds("Share this on Facebook") == ["boilerplate"]
    assert kinds("Share this on Facebook", HEADLINE, BODY) == ["boilerplate", "headline", "body"]


@pytest.mark.parametrize(("letters", "kind"), [(200, "headline"), (201, "body")])
def test_a_headline_has_200_characters_at_most(letters: int, kind: str) -> None:
    line = ("harbour vote " * 20)[: letters - 1] + "x"
    assert len(line) == letters
    assert kinds(line, BODY * 3)[0] == kind


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("Rail strike that began on Monday in the town has now hit the U.N.", True),
        ("Rail strike that began on Monday in the old town has now hit the U.N.", False),
        ("Council Votes Again.", True),
        ("Council Votes.", False),
        ("Council Votes to Close It.", True),
        ("Council Votes to close It.", False),
        ("Council 40 Votes for 3 Boats.", True),
        ("40 Votes for Boats.", False),
    ],
)
def test_a_line_with_a_full_stop_is_a_headline_in_title_case_or_before_an_abbreviation(
    line: str, *, headline: bool
) -> None:
    assert is_headline(line) == headline


def test_only_the_first_lines_are_held_against_the_title() -> None:
    title = "Council puts off harbour vote"
    assert kinds(BODY, title, OTHER, title=title) == ["body", "headline", "body"]
    assert kinds(title, BODY, title, OTHER, title=title)[0] == "headline"
    assert "headline" not in kinds(*[BODY] * 30, title, OTHER, title=title)
    assert kinds(HEADLINE, BODY, OTHER, title="Other words of another story") == ["body"] * 3


@pytest.mark.parametrize("end", [".", "!", "?", "”", '"', ":", ";", "…", ")", "’"])
def test_a_deck_and_a_picture_s_title_end_in_no_mark(end: str) -> None:
    line = "Members want to see the figures" + end
    assert kinds(HEADLINE, line, BODY, OTHER)[1] == "body"
    caption = "Boats at the quay. (Per Lie/AP Photo)"
    assert kinds(HEADLINE, BODY, line, caption, OTHER)[2] == "body"


@pytest.mark.parametrize(("words", "kind"), [(10, "caption"), (11, "body")])
def test_a_picture_s_title_has_ten_words_at_most(words: int, kind: str) -> None:
    caption = "Boats at the quay. (Per Lie/AP Photo)"
    assert kinds(HEADLINE, BODY, " ".join(["pier"] * words), caption, OTHER)[2:4] == [kind, "caption"]


def test_the_first_line_is_no_picture_s_title() -> None:
    caption = "Boats at the quay. (Per Lie/AP Photo)"
    assert kinds(BODY, "The old quay", caption, OTHER) == ["body", "caption", "caption", "body"]
    assert kinds(HEADLINE, caption, BODY, OTHER) == ["headline", "caption", "body", "body"]
    assert kinds(HEADLINE, BODY, "Share this on Facebook", caption) == ["headline", "body", "boilerplate", "caption"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("The Long Wait of a Small Town", "subhead"),
        ("The Long Wait of a Very Small Town", "subhead"),
        ("The Long Wait of a Very Small Old Town", "body"),
        ("the long wait", "subhead"),
        ("the very long wait", "body"),
        ("“The Long Wait", "body"),
        ("(The Long Wait", "body"),
        ("40 Years On", "subhead"),
        ("The Long Wait,", "body"),
        ("The Long Wait?", "body"),
        ("The Long Wait:", "body"),
        ("The Long Wait;", "body"),
        ("The Long Wait.", "body"),
        ("The Long Wait!", "subhead"),
        ("A Talk at the U.N.", "subhead"),
        ("U.N.", "body"),
    ],
)
def test_a_subhead_is_a_short_line_in_title_case_or_of_three_words(line: str, kind: str) -> None:
    assert kinds(HEADLINE, BODY, line, OTHER, BODY)[2] == kind


@pytest.mark.parametrize("word", "a an and as at but by for from in is of on or the to vs with".split())
def test_small_words_may_stand_in_a_title_in_small_letters(word: str) -> None:
    assert kinds(HEADLINE, BODY, f"Long Wait {word} Small Town", OTHER, BODY)[2] == "subhead"
    assert kinds(HEADLINE, BODY, f"Long Wait {word}x Small Town", OTHER, BODY)[2] == "body"


def test_a_subhead_stands_between_paragraphs() -> None:
    assert kinds(HEADLINE, BODY, OTHER, "The Long Wait")[-1] == "body"
    assert kinds(HEADLINE, BODY, "The Long Wait", "Share this on Facebook")[2] == "body"
    assert kinds(HEADLINE, BODY, "The Long Wait", "THE COST", OTHER)[2:4] == ["subhead", "subhead"]
    assert kinds(HEADLINE, BODY, "THE LONG WAIT", "THE COST", OTHER)[2:4] == ["subhead", "subhead"]
    caption = "Boats lie at the old quay. (Per Lie/AP Photo)"
    assert (
        kinds(HEADLINE, BODY, "THE LONG WAIT OF THE VERY SMALL TOWN OF ODDEN FOR ITS SHIPS", caption, OTHER)[2]
        == "subhead"
    )


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Ana Orr", True),
        ("Von Ana Orr", True),
        ("BY Ana Orr and Per Lie | The Courier", True),
        ("By Ana Orr, Per Lie and Ada Holm • May 4, 2022", True),
        ("By noon the hall was empty", False),
        ("By Ana Orr of the harbour office was the plan drawn", False),
        ("By Ana" + " Orr" * 12, True),
        ("By Ana" + " Orr" * 13, False),
        ("By Ana " + "O" * 112, True),
        ("By Ana " + "O" * 113, False),
    ],
)
def test_a_byline_is_by_and_names(line: str, *, byline: bool) -> None:
    assert (kinds(HEADLINE, line, BODY, OTHER)[1] == "byline") == byline


@pytest.mark.parametrize(
    "place",
    [
        "TORSAY",
        "NEW TORSAY",
        "TORSAY, Norland",
        "TORSAY, Norland, May 4",
        "TORSAY, May 4, 2022",
        "TORSAY (Reuters)",
        "TORSAY, May 4 (Tarn News)",
        "(CNN)",
        "(AFP)",
        "ST. ORR",
    ],
)
@pytest.mark.parametrize("dash", [" - ", " – ", " — ", "—", " -- "])
def test_a_dateline_is_a_place_in_capitals_and_a_dash(place: str, dash: str) -> None:
    assert found(HEADLINE, f"{place}{dash}{BODY}", OTHER)[1:3] == [
        ("dateline", f"{place}{dash}".rstrip()),
        ("body", BODY),
    ]


@pytest.mark.parametrize("place", ["Torsay (CNN)", "New Torsay, Norland (CNN)", "(CNN)", "Torsay (AP)"])
@pytest.mark.parametrize("dash", [" ", " -- ", " – "])
def test_an_agency_in_brackets_needs_no_dash_and_no_capitals(place: str, dash: str) -> None:
    assert found(HEADLINE, f"{place}{dash}{BODY}", OTHER)[1:3] == [
        ("dateline", f"{place}{dash}".rstrip()),
        ("body", BODY),
    ]


@pytest.mark.parametrize(
    "line", [f"Torsay Regional Council (TRC) {BODY}", f"OVD-{BODY}", f"Torsay (CNN) {BODY.lower()}"]
)
def test_brackets_of_other_letters_and_hyphened_names_open_no_dateline(line: str) -> None:
    assert "dateline" not in kinds(HEADLINE, line, OTHER)


@pytest.mark.parametrize(
    "line", [f"Torsay - {BODY}", f"TORSAY: {BODY}", f"TORSAY - {BODY.lower()}", f"T - {BODY}", "TORSAY — "]
)
def test_what_only_looks_like_one_stays_body(line: str) -> None:
    assert "dateline" not in kinds(HEADLINE, BODY, line, OTHER)


def test_a_dateline_opens_one_of_the_first_three_paragraphs() -> None:
    dated = f"TORSAY — {BODY}"
    assert kinds(HEADLINE, BODY, OTHER, dated).count("dateline") == 1
    assert kinds(HEADLINE, BODY, OTHER, BODY, dated).count("dateline") == 0
    marked = Block("body", 0, len(dated), quoted=True)
    blocks = find_blocks(Document(dated, marked=(marked,)))
    assert [(block.kind, block.quoted) for block in blocks] == [("dateline", True), ("body", True)]


def test_a_pull_quote_has_five_words_or_more_and_less_than_300_characters() -> None:
    for words, kind in ((4, "body"), (5, "pull_quote")):
        quote = f"“{' '.join(['wait'] * words)}.”"
        assert kinds(HEADLINE, f"{BODY} {quote} It rained.", quote, OTHER)[2] == kind
    for letters, kind in ((299, "pull_quote"), (300, "body")):
        quote = "“" + ("we wait and wait " * 20)[: letters - 3].strip().ljust(letters - 3, "x") + ".”"
        assert len(quote) == letters
        assert kinds(HEADLINE, f"{BODY} {quote} It rained.", quote, OTHER)[2] == kind


def test_a_quotation_that_stands_once_is_no_pull_quote() -> None:
    assert kinds(HEADLINE, BODY, "“Nobody has asked the people of the quay.”", OTHER)[2] == "body"
    straight = '"Nobody has asked the people of the quay."'
    assert kinds(HEADLINE, f"{BODY} {straight} It rained.", straight, OTHER)[2] == "pull_quote"


@pytest.mark.parametrize(("more", "pulled"), [(199, True), (200, False)])
def test_a_transcript_has_no_pull_quotes(more: int, *, pulled: bool) -> None:
    quote = "“Nobody has asked the people of the quay.”"
    lines = [f"“Answer {number} is one of many in this hall.”" for number in range(more)]
    assert ("pull_quote" in kinds(HEADLINE, f"{BODY} {quote} It rained.", quote, *lines)) == pulled


def test_comments_begin_below_the_third_paragraph() -> None:
    assert kinds(HEADLINE, BODY, "Leave a Reply", OTHER, BODY)[2:] == ["boilerplate", "body", "body"]
    assert kinds(HEADLINE, BODY, OTHER, "Leave a Reply", BODY, OTHER)[3:] == ["boilerplate"] * 3


def test_lines_between_marked_blocks_are_looked_at_too() -> None:
    text = f"{HEADLINE}\n{BODY}\n\nShare this on Facebook\n\nBy Ana Orr\n{OTHER}"
    start = text.index(BODY)
    marked = (Block("body", text.index(OTHER), len(text)), Block("body", start, start + len(BODY)))
    blocks = find_blocks(Document(text, marked=marked))
    assert [block.kind for block in blocks] == ["body", "body", "boilerplate", "byline", "body"]
    headed = find_blocks(Document(text, marked=(Block("body", text.index(OTHER), len(text)),)))
    assert [block.kind for block in headed] == ["headline", "body", "boilerplate", "byline", "body"]
