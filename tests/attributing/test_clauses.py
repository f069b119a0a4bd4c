"""Clauses of saying that a tagger misses or cuts, phrases that credit, and subjects of cues."""

import pytest
from passages import article, span, told

from framing.attributing.clauses import find_clauses
from framing.attributing.credit import credit
from framing.attributing.phrases import find_phrases
from framing.attributing.subjects import with_subjects


@pytest.mark.parametrize(
    ("sentence", "source", "content"),
    [
        ("The mill will close, Ada Holm said on Monday.", "Ada Holm", "The mill will close"),
        ("The mill will close, Ada Holm told reporters.", "Ada Holm", "The mill will close"),
        ("The mill will close, Ada Holm, 62, said on Monday.", "Ada Holm", "The mill will close"),
        ("The mill will close, Ada Holm, the head of the board, said.", "Ada Holm", "The mill will close"),
        ("The mill will close, Ada Holm, 62, a baker, said.", "Ada Holm", "The mill will close"),
        ("Teak had been denied a rifle, Olga Penn told the Tarn Herald.", "Olga Penn", "Teak had been denied a rifle"),
        ("Guards are weighing a strike, the Tarn Times reported.", "the Tarn Times", "Guards are weighing a strike"),
        ("Nurses who work there said the ward was closed.", "Nurses", "the ward was closed"),
        ("New polling shows the mayor is liked.", "New polling", "the mayor is liked"),
        ("On Monday, the mayor said the ward was closed.", "the mayor", "the ward was closed"),
        ("It met Ada Holm of Tarn, a nurse who said the ward was closed.", "Ada Holm", "the ward was closed"),
        ("But Ada Holm, a nurse who said the ward was closed.", "Ada Holm", "the ward was closed"),
        ("In Tarn, a nurse who said the ward was closed.", "who", "the ward was closed"),
        ("On Monday, the nurse who said the ward was closed.", "who", "the ward was closed"),
        ("Ada Holm, the mill was run by a man who said it was shut.", "who", "it was shut"),
        ("Ada Holm, the mill hired a man who said it was shut.", "who", "it was shut"),
        ("There was a nurse who later said the ward was closed.", "who", "the ward was closed"),
    ],
)
def test_a_clause_gives_source_and_content(sentence: str, source: str, content: str) -> None:
    found = article(sentence)
    assert told(found, find_clauses(found, ())) == [(source, content)]


@pytest.mark.parametrize(
    "sentence",
    [
        "“The mill will close, Ada Holm said on Monday.”",
        "All told, the mill was open for nine years.",
        "The mill, as was said on Monday.",
        "It is said the ward was closed.",
        "Ada Holm, a nurse who said it, left.",
        "The mayor said when asked if the ward was closed.",
        "The mayor said when prompted that the ward was closed, not sold.",
        "The mayor said nothing of it.",
        "The mayor found the ward was closed.",
        "The mayor refused to say who was on the ward.",
    ],
)
def test_what_is_no_clause_of_saying_is_left(sentence: str) -> None:
    found = article(sentence)
    assert told(found, find_clauses(found, ())) == []


def test_what_is_known_with_its_source_is_left() -> None:
    found = article("The mill will close, Ada Holm said on Monday.")
    tagged = credit(found, [span(found, "The mill will close")], span(found, "said"), span(found, "mill"))
    assert told(found, find_clauses(found, (tagged,))) == []


def test_a_nickname_in_marks_belongs_to_the_speaker() -> None:
    found = article("A camper known to friends as “Doc,” said the crew gave no notice.")
    tagged = credit(
        found, [span(found, "A camper known to friends as “Doc,”")], span(found, "said"), span(found, "the crew")
    )
    assert told(found, find_clauses(found, (tagged,))) == [
        ("A camper known to friends as “Doc,”", "the crew gave no notice")
    ]


def test_a_clause_goes_on_behind_the_verb_that_interrupts_it() -> None:
    found = article("The company, Holm said in a letter to staff, will close in May.")
    tagged = credit(found, [span(found, "The company")], span(found, "said"), span(found, "Holm said"))
    assert told(found, find_clauses(found, (tagged,))) == [("Holm said", "The company … will close in May")]


@pytest.mark.parametrize(
    ("sentence", "source", "content"),
    [
        ("The mill will close in May, per Holm.", "Holm", "The mill will close in May"),
        ("The mill will close in May, per the Courier.", "the Courier", "The mill will close in May"),
        ("In Holm’s view, the plan is a waste.", "Holm’s", "the plan is a waste"),
        ("In the view of Ada Holm, the plan is a waste.", "Ada Holm", "the plan is a waste"),
        ("As Holm put it, the plan is a waste.", "Holm", "the plan is a waste"),
        ("The plan is, as Holm put it, “a waste of money.”", "Holm", "“a waste of money.”"),
        ("In the latest Tarn poll, 43% are for it.", "the latest Tarn poll", "43% are for it"),
        ("As Holm pointed out, the plan is a waste.", "Holm", "the plan is a waste"),
        ("According to the audit, the pump failed twice.", "the audit", "the pump failed twice"),
        ("The pump failed twice, according to the audit.", "the audit", "The pump failed twice"),
        ("It meets the concerns raised by the Harbour Board.", "the Harbour Board", "the concerns"),
        ("Fears like the flood fears voiced by Ada Holm remain.", "Ada Holm", "the flood fears"),
        ("Doubts expressed by Reformers and border guards in Tarn remain.", "Reformers and border guards", "Doubts"),
    ],
)
def test_a_phrase_credits_its_clause(sentence: str, source: str, content: str) -> None:
    found = article(sentence)
    attributions = list(find_phrases(found, ()))
    assert told(found, attributions) == [(source, content)]
    assert attributions[0].act == "speech"


@pytest.mark.parametrize(
    "sentence",
    [
        "The mill makes nine barrels per day, and it is old.",
        "In the latest poll, the mayor took no part.",
        "The judges are chosen, according to a method that the state sets.",
        "The guests were seated according to age and rank in the hall.",
        "“The mill will close in May, per Holm.”",
        "“They met the concerns raised by the Harbour Board.”",
        "The concerns raised by fire and flood remain.",
    ],
)
def test_other_uses_of_the_words_credit_nobody(sentence: str) -> None:
    found = article(sentence)
    assert told(found, find_phrases(found, ())) == []


def test_a_phrase_that_a_known_cue_covers_is_left() -> None:
    found = article("The pump failed twice, according to the audit.")
    tagged = credit(found, [span(found, "The pump")], span(found, "according to"), span(found, "the audit"))
    assert told(found, find_phrases(found, (tagged,))) == []


@pytest.mark.parametrize(
    ("content", "whole"),
    [
        ("a landmark known as the “Gate of Norr,”", True),
        ("the oldest of all piers", True),
        ("which was never sold", False),
        ("the board has said", False),
    ],
)
def test_an_apposition_in_front_of_a_phrase_is_not_all_it_credits(content: str, whole: bool) -> None:
    comma = "" if content.endswith("”") else ","
    found = article(f"Ada Holm will speak at the mill, {content}{comma} according to the audit.")
    tagged = credit(found, [span(found, content)], span(found, "according to"), span(found, "the audit"))
    expected = [("the audit", f"Ada Holm will speak at the mill, {content}")] if whole else []
    assert told(found, find_phrases(found, (tagged,))) == expected


def test_a_noun_phrase_behind_an_opening_is_all_that_a_phrase_credits() -> None:
    found = article("In Tarn, the oldest mill of all, according to the audit.")
    tagged = credit(
        found, [span(found, "the oldest mill of all")], span(found, "according to"), span(found, "the audit")
    )
    assert told(found, find_phrases(found, (tagged,))) == []


def subject(sentence: str, content: str, cue: str) -> tuple[str | None, str]:
    found = article(sentence)
    (one,) = with_subjects(found, [credit(found, [span(found, content)], span(found, cue), None)])
    return found.slice(one.source.span) if one.source else None, one.act


def test_a_cue_without_a_source_has_its_subject() -> None:
    assert subject("Ada Holm sighed, adding that it was late.", "that it was late", "adding") == ("Ada Holm", "speech")
    assert (
        subject("Pia Strand also left early, and has said it was late.", "it was late", "has said")[0] == "Pia Strand"
    )
    assert subject("It rained, but the foreman warned of floods.", "of floods", "warned") == ("the foreman", "speech")


def test_a_cue_that_is_no_verb_of_a_clause_and_has_no_subject_tells_of_no_speech() -> None:
    assert subject("There was time to talk about the plan.", "the plan", "to talk about") == (None, "attitude")
    assert subject("It is said that it was late.", "that it was late", "is said") == (None, "speech")


def test_a_participle_has_the_subject_of_the_clause_next_to_it() -> None:
    def source(sentence: str, cue: str = "saying") -> str:
        found = article(sentence)
        tagged = credit(found, [span(found, "it was late")], span(found, cue), span(found, "Ada Holm"))
        (one,) = with_subjects(found, [tagged])
        return found.slice(one.source.span) if one.source else ""

    assert source("Ada Holm named Pia Strand, but she left amid the row, saying it was late.") == "she"
    assert source("Ada Holm named Pia Strand, who left amid the row, saying it was late.") == "Ada Holm"
    assert source("Ada Holm sighed, but she left, and was heard saying it was late.") == "Ada Holm"


def test_the_source_may_stand_behind_the_cue() -> None:
    found = article("The pump failed, says the audit.")
    contents = [span(found, "The pump failed"), span(found, "the audit")]
    (one,) = with_subjects(found, [credit(found, contents, span(found, "says"), None)])
    assert told(found, [one]) == [("the audit", "The pump failed")]


def test_a_source_has_its_noun_and_the_cue_its_verb() -> None:
    found = article("The 2024 threat assessment warned that pumps may fail.")
    contents = [span(found, "that pumps may fail")]
    tagged = credit(found, contents, span(found, "assessment warned"), span(found, "The 2024 threat"))
    (one,) = with_subjects(found, [tagged])
    assert told(found, [one]) == [("The 2024 threat assessment", "that pumps may fail")]
    assert one.cue is not None
    assert found.slice(one.cue.span) == "warned"


def test_what_is_no_person_says_nothing() -> None:
    found = article("This suggested a change of plan.")
    (one,) = with_subjects(
        found, [credit(found, [span(found, "a change of plan")], span(found, "suggested"), span(found, "This"))]
    )
    assert one.act == "attitude"
