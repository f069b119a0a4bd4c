"""Blocks: what each paragraph is on the page."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.article import Block, Document
from framing.segmenting import segment
from framing.segmenting.blocks import find_blocks

ROOT = Path(__file__).parent.parent.parent
BODY = "The council met on Tuesday evening in the old hall, and the vote was put off by a week after a long debate."


def kinds(*paragraphs: str, title: str | None = None) -> list[str]:
    text = "\n\n".join(paragraphs)
    return [block.kind for block in find_blocks(Document(text, title=title))]


def middle(paragraph: str) -> str:
    """What a paragraph is between two paragraphs of a story with a headline."""
    return kinds("Council puts off harbour vote", BODY, paragraph, BODY, BODY)[2]


def test_a_first_line_without_a_full_stop_is_the_headline() -> None:
    assert kinds("Council puts off harbour vote", BODY, BODY) == ["headline", "body", "body"]


def test_a_title_of_the_metadata_that_stands_in_the_text_is_the_headline() -> None:
    assert kinds("Council puts off vote.", BODY, title="Council puts off vote") == ["headline", "body"]


def test_a_title_that_is_metadata_only_makes_no_block() -> None:
    article = segment(Document(f"{BODY}\n\n{BODY}", title="Council puts off vote"))
    assert [block.kind for block in article.blocks] == ["body", "body"]
    assert article.title == "Council puts off vote"


def test_the_headline_once_more_is_the_pages() -> None:
    """It stands where a deck or a picture's title would, and its words would count twice."""
    headline = "Council puts off harbour vote"
    credit = "Enlarge this image toggle caption Per Lie/Courier Per Lie/Courier"
    found = kinds(headline, headline, credit, BODY, BODY)
    assert found == ["headline", "boilerplate", "credit", "body", "body"]
    assert kinds(headline, headline, BODY, BODY)[:2] == ["headline", "boilerplate"]
    assert kinds(headline, "Council puts off the vote once more", BODY, BODY)[1] == "deck"


def test_a_deck_follows_the_headline() -> None:
    found = kinds("Council puts off harbour vote", "Members want to see the figures before they decide", BODY, BODY)
    assert found[:2] == ["headline", "deck"]


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        ("By Ana Orr", "byline"),
        ("By Ana Orr and Per Lie", "byline"),
        ("Boats lie at the old quay on Friday. (Per Lie/AP Photo)", "caption"),
        ("A woman waits at the pier, May 4, 2022. (Reuters)", "caption"),
        ("FILE - The pier in spring, seen from the east side of the bay.", "caption"),
        ("Per Lie of the Courier contributed to this report.", "credit"),
        ("Reporting by Ana Orr; editing by Per Lie", "credit"),
        ("Sign up for our morning newsletter", "boilerplate"),
        ("Share this on Facebook", "boilerplate"),
        ("Facebook | Twitter | Email", "boilerplate"),
        ("Copyright 2022 The Courier. All rights reserved.", "boilerplate"),
        ("Related: Ferry crews walk out again", "boilerplate"),
        ("Read more: Why the ferry stands still", "boilerplate"),
        ("Advertisement", "boilerplate"),
        ("Advertisement:", "boilerplate"),
        ("Your email address will not be published.", "boilerplate"),
        ("Advertisement Continue reading the main story", "boilerplate"),
        ("Story Continued Below", "boilerplate"),
        ("( Also on COURIER: Ferry crews walk out)", "boilerplate"),
        ("- Follow the desk on Twitter: @merrin_desk", "boilerplate"),
        ("More", "boilerplate"),
        ("More than forty boats were lost.", "body"),
        ("[pullquote]", "boilerplate"),
        ("* * *", "boilerplate"),
        ("_____", "boilerplate"),
        ("https://harbour.example/watch", "boilerplate"),
        ("(Photo: Per Lie/Courier)", "caption"),
        ("A boat in Merrin, N.H. (Photo: Per F. Lie/AP) More", "caption"),
        ("Enlarge this image toggle caption Per Lie/Courier Per Lie/Courier", "credit"),
        ("Enlarge this image toggle caption Boats at the quay. Per Lie/Courier", "caption"),
        ("The Long Wait", "subhead"),
        ("Other members were more critical of the plan", "body"),
        ("“We will wait and see,” she said.", "body"),
        ("But why?", "body"),
    ],
)
def test_a_paragraph_of_a_story(paragraph: str, kind: str) -> None:
    assert middle(paragraph) == kind


def test_a_sign_up_form_in_one_long_paragraph_is_furniture() -> None:
    form = (
        "Newsletter Sign Up Please verify you're not a robot by ticking the box. " + "Enter your address again. " * 12
    )
    assert len(form) > 300
    assert middle(form.strip()) == "boilerplate"


def test_a_story_about_sign_up_forms_stays_body() -> None:
    assert middle(f"Newsletter sign up rates fell. The form asked: please verify you’re not a robot. {BODY}") == "body"


def test_a_picture_s_title_goes_with_its_caption() -> None:
    found = kinds("Council puts off vote", BODY, "The old quay", "Boats at the quay. (Per Lie/AP Photo)", BODY)
    assert found[2:4] == ["caption", "caption"]


def test_a_comment_form_ends_the_story() -> None:
    found = kinds("Council puts off vote", BODY, BODY, BODY, "Leave a Reply", "Great news, thank you for it.")
    assert found[-2:] == ["boilerplate", "boilerplate"]


def test_a_dateline_is_split_off() -> None:
    text = f"TORSAY (Reuters) - {BODY}"
    blocks = find_blocks(Document(text, title="x"))
    assert [block.kind for block in blocks] == ["dateline", "body"]
    assert text[blocks[1].start :].startswith("The council")


def test_a_pull_quote_repeats_the_body() -> None:
    quote = "“Nobody has asked the people of the old quay at all,”"
    found = kinds("Council puts off vote", f"{BODY} {quote} she said.", quote.replace(",”", "”"), BODY)
    assert found[2] in {"pull_quote", "body"}
    exact = "“Nobody has asked the people of the old quay at all.”"
    assert kinds("Council puts off vote", f"{BODY} {exact} It rained.", exact, BODY)[2] == "pull_quote"


def test_markup_wins_over_guesses() -> None:
    text = f"Related: a heading\n{BODY}"
    blocks = find_blocks(Document(text, marked=(Block("headline", 0, 18),)))
    assert [block.kind for block in blocks] == ["headline", "body"]


def test_wrapped_lines_are_one_paragraph() -> None:
    words = (BODY + " ") * 4
    lines = [words[i : i + 70] for i in range(0, 280, 70)]
    text = "Council puts off harbour vote\n\n" + "\n".join(lines) + "\n\n" + "\n".join(lines)
    assert [block.kind for block in find_blocks(Document(text))].count("body") == 2


@given(st.text(max_size=400))
def test_every_visible_character_lies_in_exactly_one_block(text: str) -> None:
    if not text.strip():
        return
    blocks = find_blocks(Document(text))
    covered = [0] * len(text)
    for block in blocks:
        for place in range(block.start, block.end):
            covered[place] += 1
    assert all(count == 1 for count, character in zip(covered, text, strict=True) if not character.isspace())


@given(st.text(max_size=400))
def test_sentences_lie_inside_their_blocks(text: str) -> None:
    if not text.strip():
        return
    article = segment(Document(text))
    last = 0
    for sentence in article.sentences:
        block = article.blocks[sentence.block]
        assert block.start <= sentence.start < sentence.end <= block.end
        assert last <= sentence.start
        last = sentence.end


def test_the_real_article_is_read_as_a_careful_reader_does() -> None:
    path = ROOT.parent / "shared" / "articles" / "pakistan-crackdown.txt"
    if not path.exists():
        pytest.skip("the real article is not beside the repository")
    text = path.read_text(encoding="utf-8")
    lines = {text[: block.start].count("\n") + 1: block.kind for block in find_blocks(Document(text))}
    assert lines[1] == "headline"
    assert {number for number, kind in lines.items() if kind == "caption"} == {12, 14, 27, 29, 35, 37}
    assert lines[52] == "credit"
    assert all(kind == "boilerplate" for number, kind in lines.items() if number >= 54)
    assert lines[48] == "body"


def test_a_line_in_capitals_among_others_is_no_body_however_long() -> None:
    assert (
        middle("HARBOUR WORKERS’ LONG WINTER: WHAT THE FIGURES OF TEN YEARS SAY ABOUT THE PORT, ANALYSIS SAYS")
        == "subhead"
    )


def test_a_story_in_capitals_keeps_its_body() -> None:
    assert kinds("COUNCIL PUTS OFF VOTE", BODY.upper(), BODY.upper().rstrip("."), BODY.upper())[1:] == ["body"] * 3


@pytest.mark.parametrize(
    "sentence",
    [
        "Previous post offices in the county were closed.",
        "Next story in the series of reforms is the harbour, the council said.",
        "Related arrests were made in Odden on Monday night.",
        "Popular anger at the plan grew through the spring.",
        "Published on Monday, the report found no fault.",
        "Terms of service at the port were changed in May.",
    ],
)
def test_a_sentence_that_begins_as_a_link_does_is_the_articles_and_so_is_what_follows(sentence: str) -> None:
    assert kinds("Odden plans", BODY, BODY, BODY, sentence, BODY) == ["headline", *["body"] * 5]


@pytest.mark.parametrize(
    "label", ["Previous post", "Previous Post: The Harbour of Odden", "Leave a Reply", "Next post"]
)
def test_what_follows_a_label_of_the_comments_is_furniture(label: str) -> None:
    assert kinds("Odden plans", BODY, BODY, BODY, label, BODY)[-2:] == ["boilerplate", "boilerplate"]


def test_a_first_line_with_a_label_is_the_headline_and_further_down_a_link() -> None:
    line = "Exclusive: Norland may sell the night ferry"
    story = "The board of Norland’s harbour met on Monday to talk about the ferry, and it will meet again."
    first, *_ = find_blocks(Document(f"{line}\n\n{story}\n\n{story}"))
    assert first.kind == "headline"
    assert "boilerplate" in {block.kind for block in find_blocks(Document(f"Ferry to go\n\n{story}\n\n{line}"))}
    assert find_blocks(Document(f"Video: Watch\n\n{story}\n\n{story}"))[0].kind == "boilerplate"


PARAGRAPHS = (
    "The council of Tarn met on Monday and voted on a new ferry plan for the port and the hall, officials said.\n\n"
    "The vote was close, and the mayor, Ada Holm, left the hall before it ended, two people who were there said."
)


@pytest.mark.parametrize(
    "headline",
    [
        "Quake Relief Delayed by the U.N.",
        "Norland bank buys Sund Trading Inc.",
        "Rail strike hits Washington, D.C.",
        "Holm wins seat in Alexandria, Va.",
        "Meeting moved to 5 p.m.",
        "Court rules against Per Holm Jr.",
        "“We Stay,” Says the U.N.",
        "Council Votes to Shut the Library.",
        "Who Pays? Norland Will.",
    ],
)
def test_a_headline_may_end_in_a_full_stop(headline: str) -> None:
    found = segment(Document(f"{headline}\n\n{PARAGRAPHS}"))
    assert next((block.kind, found.slice((block.start, block.end))) for block in found.blocks) == ("headline", headline)


@pytest.mark.parametrize(
    "sentence",
    [
        "The council voted to shut the library.",
        "Ada Holm left.",
        "Ada Holm on channel 34. Norland Communications Inc.",
        "The council of Tarn will meet again on Monday in the hall, and the mayor will speak at 5 p.m.",
    ],
)
def test_a_first_sentence_is_no_headline(sentence: str) -> None:
    found = segment(Document(f"{sentence}\n\n{PARAGRAPHS}"))
    assert {block.kind for block in found.blocks} == {"body"}


def test_a_subhead_may_end_in_an_abbreviation() -> None:
    found = segment(Document(f"Council votes\n\n{PARAGRAPHS}\n\nTalks at the U.N.\n\n{PARAGRAPHS}"))
    assert [found.slice((b.start, b.end)) for b in found.blocks if b.kind == "subhead"] == ["Talks at the U.N."]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Four words stand here", "deck"),
        ("Only three words", "body"),
        (" ".join(["word"] * 40), "deck"),
        (" ".join(["word"] * 41), "body"),
        ("A line that ends as a sentence does.", "body"),
    ],
)
def test_a_deck_has_four_to_forty_words_and_no_full_stop(line: str, kind: str) -> None:
    assert (kinds("Council puts off harbour vote", line, BODY, BODY)[1] == "deck") == (kind == "deck")


def test_a_deck_has_a_story_below_it() -> None:
    lines = ("Council puts off harbour vote", "Members want to see the figures before they decide", BODY)
    assert "deck" in kinds(*lines, BODY)
    assert "deck" not in kinds(*lines)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("THE LONG WAIT OF THE TOWN OF ODDEN FOR ITS OLD HARBOUR", "subhead"),
        ("THE LONG WAIT OF THE TOWN OF ODDEN IS OVER.", "body"),
        ("THE LONG WAIT OF THE TOWN OF ODDEN, OF TARN,", "body"),
    ],
)
def test_a_line_in_capitals_is_a_subhead_unless_it_ends_as_a_sentence(line: str, kind: str) -> None:
    assert middle(line) == kind
