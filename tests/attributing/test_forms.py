"""Speech that a page shows by its form: posts, transcripts, headlines with a colon."""

from dataclasses import replace

import pytest
from passages import LEAD, article, span, told

import framing
from framing.article import Document, Voice
from framing.attributing import attribute
from framing.attributing.credit import credit
from framing.attributing.headline_speakers import find_headline_speakers
from framing.attributing.posts import find_posts
from framing.attributing.set_off import find_set_off
from framing.attributing.statements import find_statements
from framing.attributing.transcripts import find_turns
from framing.modelling.article_words import read_words
from framing.segmenting import segment
from framing.spans import Span


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("Nothing was ever closed. — Ada Holm (@adaholm) May 3, 2019", [("Ada Holm", "Nothing was ever closed.")]),
        ("Nothing was ever closed.\n\n— Ada Holm (@adaholm) May 3, 2019", [("Ada Holm", "Nothing was ever closed.")]),
        ("Not true. -- Rolf King (@king) 3 May 2019 So be it. — Ada Holm (@adaholm) May 4", None),
        ("The mill at night A photo posted by Ada Holm (@adaholm) on May 3, 2019", [("Ada Holm", "The mill at night")]),
        ("Ada Holm (@adaholm) Nothing was ever closed.", [("Ada Holm", "Nothing was ever closed.")]),
        (
            "Nothing was closed.pic.twitter.com/aB3 https://t.co/x9 — Ada Holm (@adaholm) May 3, 2019",
            [("Ada Holm", "Nothing was closed.")],
        ),
        ("Ada Holm (@adaholm) is a writer in Tarn.", []),
        ("The mill is shut (@ noon) — or so it seems.", []),
    ],
)
def test_a_post_is_its_authors(paragraph: str, expected: list[tuple[str, str]] | None) -> None:
    found = article(paragraph)
    if expected is None:
        expected = [("Rolf King", "Not true."), ("Ada Holm", "So be it.")]
    assert told(found, find_posts(found)) == expected


WIDE = "\n\n\n\n"
POST = f"The mill was never safe.{WIDE}Not once.{WIDE}Close it. — Ada Holm (@adaholm) May 3, 2019"


@pytest.mark.parametrize(
    ("text", "posted"),
    [
        (f"The council met.\n\n{POST}\n\nIt left.", ["The mill was never safe.", "Not once.", "Close it."]),
        (f"The council met.\n\n{POST.replace(WIDE, chr(10) * 2)}", ["Close it."]),
        (f"Ada Holm wrote:{WIDE}{POST}", ["The mill was never safe.", "Not once.", "Close it."]),
        (f"It met.\n\nSo be it. — Rolf King (@king) May 3, 2019{WIDE}{POST}", ["So be it.", "Close it."]),
        (f"It met.\n\nThe mill {'was never safe, and ' * 20}is not.{WIDE}{POST}", ["Close it."]),
    ],
)
def test_paragraphs_that_are_further_apart_than_the_storys_are_the_posts(text: str, posted: list[str]) -> None:
    found = article(text)
    assert [words for _, words in told(found, find_posts(found))] == posted


def test_a_post_is_quoted_speech_and_nothing_in_it_is_tagged_again() -> None:
    text = f"Mill to close\n\n{LEAD}Critics say the mill was never safe. — Ada Holm (@adaholm) May 3, 2019\n"
    report = framing.analyze(text)
    posts = [a for a in report.analysis.attributions if report.analysis.article.slice(a.content[0]).endswith("safe.")]
    assert [(a.kind, a.act, a.source.name if a.source else "") for a in posts] == [("direct", "speech", "Ada Holm")]
    assert report.analysis.voices.of(*posts[0].content[0]) == Voice.QUOTED


@pytest.mark.parametrize("label", ["Advertisement:", "More:", "READ MORE:"])
def test_a_label_of_the_page_is_no_speaker_and_no_reply(label: str) -> None:
    written = "The mill was never safe, and the people of Tarn have known that for some twenty years or more."
    found = article(f"The council met.\n\n{label}\n\n{written}")
    assert told(found, find_set_off(found, [])) == []
    found = article(f"Ada Holm wrote to the staff on Monday:\n\n{label}\n\n{written}")
    assert told(found, find_set_off(found, [])) == [("Ada Holm", written)]


@pytest.mark.parametrize(
    ("leading", "speaker"),
    [
        ("Holm did not back down when Kirk pressed her on the dam:", "Holm"),
        ("Ada Holm, when asked about the dam on Friday:", "Ada Holm"),
        ("Kirk pressed Holm on the dam:", "Kirk"),
        ("The Norr board was silent when Kirk pressed it on the dam:", "Kirk"),
        ("The board met when the pier sank, and Kirk pressed Holm on it:", "Kirk"),
    ],
)
def test_whoever_a_question_is_put_to_answers_behind_the_colon(leading: str, speaker: str) -> None:
    answer = "“I think this is a false threat from the other side, and I never said that we would shut the dam.”"
    found = article(f"{leading}\n\n{answer}")
    asker, verb = ("Kirk", "pressed") if "Kirk" in leading else ("Ada Holm", "asked")
    content = "the dam" if "the dam" in leading else "Holm on it"
    tagged = replace(credit(found, [span(found, content)], span(found, verb), span(found, asker)), act="speech")
    assert told(found, find_set_off(found, [tagged])) == [(speaker, answer)]


TALK = "{0}: What will become of the mill?\n\n{1}: It will close in May.\n\n{0}: And the crew?\n\n{1}: They will go.\n\nThat is all."


def test_a_transcripts_labels_speak_until_the_next_label() -> None:
    found = article(TALK.format("ELIN MOE", "HOLM"))
    assert told(found, find_turns(found, read_words(found).symmetric)) == [
        ("ELIN MOE", "What will become of the mill?"),
        ("HOLM", "It will close in May."),
        ("ELIN MOE", "And the crew?"),
        ("HOLM", "They will go."),
        ("HOLM", "That is all."),
    ]


def test_an_answer_is_the_person_s_who_was_named_last_and_the_question_nobodys() -> None:
    found = article("Pia Strand met us at the quay.\n\n" + TALK.format("Q", "A"))
    assert told(found, find_turns(found, read_words(found).symmetric)) == [
        ("Pia Strand", "It will close in May."),
        ("Pia Strand", "They will go."),
        ("Pia Strand", "That is all."),
    ]


@pytest.mark.parametrize("labels", [("CLAIM", "THE FACTS"), ("Read More", "Red Line"), ("Economy", "Farming")])
def test_headings_and_lists_are_no_transcript(labels: tuple[str, str]) -> None:
    found = article(TALK.format(*labels))
    assert told(found, find_turns(found, read_words(found).symmetric)) == []


def test_first_names_take_turns_and_a_note_on_the_interview_is_nobodys() -> None:
    talk = TALK.format("Elin", "Ada").replace("And the crew?", "What of the crew? They have been there for years.")
    found = article(talk.replace("That is all.", "This interview has been edited for length."))
    assert told(found, find_turns(found, read_words(found).symmetric)) == [
        ("Elin", "What will become of the mill?"),
        ("Ada", "It will close in May."),
        ("Elin", "What of the crew? They have been there for years."),
        ("Ada", "They will go."),
    ]


def test_a_conversation_whose_lines_were_run_together_has_its_speakers_and_ends_with_the_paragraph() -> None:
    found = article(
        "HOLM: The pier is open again. KIRK: It is a great day! (laughs) HOLM: But the rain will come. "
        "KIRK (ON TAPE): We are ready.\n\nThen the host moved on to other news."
    )
    assert [(who, words.strip()) for who, words in told(found, find_turns(found, read_words(found).symmetric))] == [
        ("HOLM", "The pier is open again."),
        ("KIRK", "It is a great day! (laughs)"),
        ("HOLM", "But the rain will come."),
        ("KIRK", "We are ready."),
    ]


def test_first_names_with_figures_are_no_transcript() -> None:
    found = article("Elin: 43%\n\nAda: 41%\n\nElin: 9 seats\n\nAda: 8 seats")
    assert told(found, find_turns(found, read_words(found).symmetric)) == []


def test_a_transcripts_speaker_may_be_named_in_full_once_and_then_by_first_name_and_initials() -> None:
    found = article("Ada Holm: It will close.\n\nRolf King: Why?\n\nAda: It has to.\n\nRolf: When?\n\nAH: In May.")
    speakers = [source for source, _ in told(found, find_turns(found, read_words(found).symmetric))]
    assert speakers == ["Ada Holm", "Rolf King", "Ada", "Rolf", "AH"]


def test_a_headline_is_no_turn() -> None:
    talk = TALK.format("MOE", "HOLM")
    found = segment(Document(f"Ada Holm: ‘The mill will close’\n\nWe met her at the quay.\n\n{talk}"))
    assert told(found, find_turns(found, read_words(found).symmetric))[0] == ("MOE", "What will become of the mill?")


@pytest.mark.parametrize(
    ("headline", "source"),
    [
        ("Ada Holm: Board Will Try to Close Mill", "Ada Holm"),
        ("Ada O'Rourke: Board Hid Fire Risk From Workers", None),
        ("Poll: Most Voters Want the Mill Shut", "poll"),
        ("Watch: Mill Fire Was Arson", None),
    ],
)
def test_a_headline_in_title_case_is_read_and_a_label_is_nobody(headline: str, source: str | None) -> None:
    report = framing.analyze(f"{headline}\n\n{LEAD}Ada Holm and Rolf King were there. It rained all day on the quay.")
    spoke = [one.source.name for one in report.analysis.speech if one.source and one.content[0].start < len(headline)]
    assert spoke == ([source] if source else [])


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Mill fire was arson: police", [("police", "Mill fire was arson")]),
        ("Poll: Most voters want the mill shut", [("Poll", "Most voters want the mill shut")]),
        ("Holm: Mill will close in May", [("Holm", "Mill will close in May")]),
        ("Ada Holm to council: Keep the mill open", [("Ada Holm", "Keep the mill open")]),
        ("Mayor King: ‘We will not sell the mill’", [("Mayor King", "‘We will not sell the mill’")]),
        ("Ada Holm: the woman who would close the mill", []),
        ("Ada Holm: Why the mill had to close", []),
        ("Norland: Mill workers go on strike", []),
        ("Mill fire: police close three roads", []),
        ("The Memo: King fights for the mill", []),
        ("Police: live", []),
    ],
)
def test_a_headline_s_colon_credits_a_person_or_a_source_s_noun(headline: str, expected: list[tuple[str, str]]) -> None:
    found = segment(Document(f"{headline}\n\n{LEAD}It rained."))
    assert told(found, find_headline_speakers(found, read_words(found).symmetric)) == expected


WRITTEN = "the mill was never safe, and nobody who worked there was asked about it for nine years"


@pytest.mark.parametrize(
    ("paragraphs", "source"),
    [
        (f"So Strand wrote in a letter:\n\nT{WRITTEN[1:]}", "Strand"),
        (f"That is over. From the Courier:\n\nT{WRITTEN[1:]}", "the Courier"),
        (f"Strand says:\n\nT{WRITTEN[1:]}", "Strand"),
        (f"The Courier wrote beneath the photo:\n\nT{WRITTEN[1:]}", "The Courier"),
        (f"Strand says that nobody could see why:\n\nT{WRITTEN[1:]}", "Strand"),
        (f"As the Courier reports:\n\nT{WRITTEN[1:]}", "the Courier"),
        (f"Ms. Strand issued a statement on Monday:\n\n“T{WRITTEN[1:]}.”", "Ms. Strand"),
        (f"Sen. Pia Strand, R-O.V.:\n\n“T{WRITTEN[1:]}.”", "Sen. Pia Strand, R-O.V."),
        (f"“T{WRITTEN[1:]}.” — Pia Strand, Tarn Times", "Pia Strand"),
        (f"“T{WRITTEN[1:]}.” — Pia Strand to Tarn Press", "Pia Strand"),
        (f"“T{WRITTEN[1:]}.”\n\n— Pia Strand, a baker", "Pia Strand"),
        (f"“T{WRITTEN[1:]}.”\n\nPia Strand, Tarn Times", "Pia Strand"),
    ],
)
def test_a_paragraph_that_is_set_off_is_its_speakers(paragraphs: str, source: str) -> None:
    found = article(paragraphs)
    content = f"T{WRITTEN[1:]}"
    known = []
    if "Strand wrote" in paragraphs:
        known = [credit(found, [span(found, "in a letter")], span(found, "wrote"), span(found, "Strand"))]
    (one,) = find_set_off(found, known)
    assert told(found, [one])[0][0] == source
    assert content in told(found, [one])[0][1]
    assert one.kind == "direct"


@pytest.mark.parametrize(
    "paragraphs",
    [
        f"What happens next:\n\nT{WRITTEN[1:]}",
        "From the Courier:\n\nNine short words.",
        f"Pia Strand wrote about the ferry. Watch:\n\nT{WRITTEN[1:]}",
        f"Pia Strand shared a picture of the mill:\n\nT{WRITTEN[1:]}",
        f"Pia Strand wrote of the mill. You can see it in Tarn:\n\nT{WRITTEN[1:]}",
        f"Pia Strand posted a picture of the mill:\n\nT{WRITTEN[1:]}",
        f"Pia Strand said to the board:\n\nStrand t{WRITTEN[1:]}",
        f"Pia Strand said to the board:\n\nPia Strand t{WRITTEN[1:]}",
        f"Strand said to the board:\n\nMs. Pia Strand t{WRITTEN[1:]}",
        f"T{WRITTEN[1:]}.\n\nPia Strand, Tarn Times",
        f"“T{WRITTEN[1:]}.”\n\nPia Strand was there, too",
        f"The board has three plans:\n\nT{WRITTEN[1:]}",
        f"“T{WRITTEN[1:]}.” — so it began",
    ],
)
def test_other_paragraphs_are_nobodys(paragraphs: str) -> None:
    found = article(paragraphs)
    assert told(found, find_set_off(found, [])) == []


def test_a_signed_quotation_may_have_several_paragraphs() -> None:
    found = article(f"“T{WRITTEN[1:]}…\n\n“And so it ends.”\n\n— Pia Strand, a baker")
    assert [source for source, _ in told(found, find_set_off(found, []))] == ["Pia Strand", "Pia Strand"]


LETTER = "Friends,\n\nI am leaving the mill this year.\n\nThe board has been good to all of us.\n\nGood bye to you all."


@pytest.mark.parametrize(
    ("announced", "behind", "source"),
    [
        ("Read the full statement below.", "", "Pia Strand"),
        ("Here is the full text of Rolf King’s letter:", "", "Rolf King"),
        ("Full text of Rolf King’s announcement, via the harbour's page:", "", "Rolf King"),
        ("The full text of Rolf King's letter to the staff:", "", "Rolf King"),
        ("Read the full letter below.", "More: Mill closes", "Pia Strand"),
        ("Read the full letter below.", "“I am glad,” Elin Moe said.", "Pia Strand"),
    ],
)
def test_a_statement_in_full_is_its_authors_until_the_page_reports_again(
    announced: str, behind: str, source: str
) -> None:
    found = article(f"Pia Strand said she would go.\n\n{announced}\n\n{LETTER}\n\n{behind}")
    known = [credit(found, [span(found, "she would go")], span(found, "said"), span(found, "Pia Strand"))]
    if "Moe" in behind:
        known += [
            credit(
                found,
                [span(found, "“I am glad,”")],
                Span(found.text.rindex("said"), len(found.text) - 1),
                span(found, "Elin Moe"),
            )
        ]
    assert told(found, find_statements(found, known)) == [(source, part) for part in LETTER.split("\n\n")]


@pytest.mark.parametrize(
    "announced",
    [
        "Read more about the mill below.",
        "The statement was long.",
        "See the letter.",
        "The Courier printed the full text of Pia Strand's letter.",
        "Full text of a letter is what Rolf King wants.",
    ],
)
def test_what_no_page_prints_in_full_is_no_statement(announced: str) -> None:
    found = article(f"Pia Strand said she would go.\n\n{announced}\n\n{LETTER}")
    known = [credit(found, [span(found, "she would go")], span(found, "said"), span(found, "Pia Strand"))]
    assert told(found, find_statements(found, known)) == []


def test_a_statement_that_never_says_i_is_the_pages_own() -> None:
    found = article("Pia Strand said she would go.\n\nRead the full letter below.\n\nThe mill closed.\n\nIt rained.")
    known = [credit(found, [span(found, "she would go")], span(found, "said"), span(found, "Pia Strand"))]
    assert told(found, find_statements(found, known)) == []


def test_what_shares_of_the_people_want_is_told_by_a_poll_alone() -> None:
    wants = "A majority of voters want the mill to close."
    polled = framing.analyze(f"Mill to close\n\n{LEAD}The Tarn Poll asked 900 people. {wants}")
    alone = framing.analyze(f"Mill to close\n\n{LEAD}The mill is old. {wants}")
    assert [[one.act for one in report.analysis.attributions] for report in (polled, alone)] == [["speech"], ["plan"]]


def test_what_is_credited_besides_a_quotation_of_its_own_paragraph_stays_its_sources() -> None:
    text = (
        "Pier to close\n\nAda Holm said the pier is a danger to everybody who walks there in winter and that the board has known it. "
        "She wrote to staff:\n\n“The pier will close on Monday and none of you will lose a day of pay for it, I promise you that.”"
    )
    article = segment(Document(text))
    told = [(article.slice(one.content[0]), one.source.name) for one in attribute(article) if one.source]
    assert any(words.startswith("the pier is a danger") and name == "Ada Holm" for words, name in told)
    assert any(words.startswith("“The pier will close") and name == "Ada Holm" for words, name in told)


@pytest.mark.parametrize("text", ["A:said\tsaid", "B(0"])
def test_scraps_of_text_credit_nobody(text: str) -> None:
    assert attribute(segment(Document(text))) == ()


def test_a_broadcast_s_directions_and_notes_are_nobody_s() -> None:
    text = (
        "Mill report is out\n\nADA BLOCK, HOST: There is news today on the mill.\n\n"
        "(SOUNDBITE OF ARCHIVED RECORDING)\n\nROLF KANE, BYLINE: The mill is old, and nobody knows what to do.\n\n"
        "BLOCK: And what did the board say?\n\nKANE: It said nothing.\n\n"
        "TRN transcripts are created on a rush deadline and may not be in their final form."
    )
    said = [attribution for attribution in framing.analyze(text).analysis.speech if attribution.source]
    contents = " ".join(text[start:end] for attribution in said for start, end in attribution.content)
    assert "The mill is old" in contents
    assert "SOUNDBITE" not in contents
    assert "rush deadline" not in contents
