"""An article: what each of its parts is taken from."""

from framing.article import Block, Document, Notice, Voice
from framing.segmenting import segment
from framing.segmenting.voice import voice_map

TEXT = (
    "Council puts off harbour vote\n\n"
    "The council met on Tuesday evening in the old hall. “We wait,” said Ada Holm, the mayor of Tarn.\n\n"
    "Share this on Facebook\n\n"
    "The vote was put off by a week after a long debate about the cost of the pier."
)


def test_each_sentence_knows_its_block() -> None:
    article = segment(Document(TEXT))
    assert [(TEXT[s.start : s.end][:9], article.blocks[s.block].kind) for s in article.sentences] == [
        ("Council p", "headline"),
        ("The counc", "body"),
        ("“We wait,", "body"),
        ("Share thi", "boilerplate"),
        ("The vote ", "body"),
    ]


def test_language_tokens_quotations_and_voices_are_of_the_text() -> None:
    article = segment(Document(TEXT))
    assert article.document.text == article.text == TEXT
    assert article.language == "en"
    assert article.tokens.texts[:5] == ("Council", "puts", "off", "harbour", "vote")
    assert [TEXT[q.start : q.end] for q in article.quotations] == ["We wait,"]
    assert len(article.voices.codes) == len(TEXT)


def test_the_title_is_the_metadata_s_or_else_the_headline() -> None:
    assert segment(Document(TEXT)).title == "Council puts off harbour vote"
    assert segment(Document(TEXT, title="Vote put off")).title == "Vote put off"
    assert segment(Document("It rained.")).title is None


def test_furniture_does_not_count_for_the_language() -> None:
    form = "Share this on Facebook\n\nDer Rat hat am Dienstag beschlossen, den Hafen neu zu bauen, und er ist nicht da."
    assert segment(Document(form)).language == "de"
    foreign = "\n\n".join([TEXT, *["Tags: der die das und ist nicht mit den von zu ein eine auch sich"] * 12])
    assert segment(Document(foreign)).language == "en"


def test_a_reader_s_notice_stands_with_the_text_s_and_in_place_of_an_equal_one() -> None:
    given = (Notice("cut_off", "The file ends in a word."), Notice("too_short", "The page is short."))
    notices = segment(Document("The council met.", notices=given)).notices
    assert [(n.code, n.message) for n in notices if n.code in {"cut_off", "too_short"}] == [
        ("too_short", "The page is short."),
        ("cut_off", "The file ends in a word."),
    ]


def test_marks_are_quoted_and_reach_over_no_edge_of_the_text() -> None:
    text = "“no”"
    article = segment(Document(text))
    assert [Voice(code) for code in article.voices.codes] == [Voice.QUOTED] * 4
    unclosed = segment(Document("She said “no")).voices.codes
    assert [Voice(code) for code in unclosed] == [Voice.OWN] * 9 + [Voice.QUOTED] * 3


def test_the_voice_of_an_outer_quotation_holds_for_what_is_quoted_in_it() -> None:
    text = "“The ‘reform’ failed us all,” she said."
    assert {Voice(code) for code in segment(Document(text)).voices.codes[:30]} == {Voice.QUOTED, Voice.OWN}
    assert segment(Document(text)).voices.codes[text.index("reform")] == Voice.QUOTED
    assert voice_map(4, (Block("body", 1, 3, quoted=True),), ()).codes == bytes(
        [Voice.OWN, Voice.QUOTED, Voice.QUOTED, Voice.OWN]
    )
