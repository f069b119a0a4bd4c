"""Where a paraphrase ends inside of its sentence."""

import pytest
from passages import article, span, told

from framing.article import Document
from framing.attributing import attribute
from framing.attributing.content_ends import ended
from framing.attributing.credit import credit
from framing.segmenting import segment
from framing.spans import Span


def left(sentence: str, content: str, cue: str = "said", source: str = "Rolf Kirk") -> str:
    """What stays of a content that goes up to the end of its sentence."""
    found = article(sentence)
    credited = credit(found, [span(found, content)], span(found, cue), span(found, source))
    return " … ".join(found.slice(part) for part in ended(found, credited).content)


@pytest.mark.parametrize(
    ("kept", "added"),
    [
        ("that the dam was safe", ", even though two tests had failed"),
        ("the pier would be sold", ", although no buyer has been named"),
        ("the board had acted in time", ", even as the water was still rising"),
        ("the mill would close", " but did not give a date"),
        ("the mill would close", ", but gave few details"),
        ("the ferry had been late", " and declined to comment further"),
        ("the ferry had been late", ", according to the Odden Post"),
        ("the ferry had been late", ", the Odden Post reported on Monday"),
        ("the ferry had been late", ", passengers said"),
        ("that the vote had been stolen", ", without offering up any evidence"),
        ("that the vote had been stolen", ", without evidence"),
        ("the mill would close", " without elaborating"),
        ("the mill would close", ", without saying when"),
    ],
)
def test_what_the_writer_adds_is_not_the_source_s(kept: str, added: str) -> None:
    assert left(f"Rolf Kirk said {kept}{added}.", kept + added) == kept


@pytest.mark.parametrize(
    "content",
    [
        "that taxes would rise, and Ada Owen would veto it",
        "the mill would close, although the jobs would be kept",
        "the harbour was full, though smaller than the old one",
        "that, although the dam is old, it holds",
        "the man held a knife and refused to drop it",
        "the ferry had been late, which the crew was said to know",
        "the harbour had grown, in keeping with the law",
        "“the dam was safe, even though two tests had failed” and old",
        "he knew, passengers said",
        "the crew had been accused without evidence",
        "the bill had passed without giving members time to read it",
    ],
)
def test_what_the_source_goes_on_to_say_stays(content: str) -> None:
    assert left(f"Rolf Kirk said {content}.", content) == content


@pytest.mark.parametrize(
    ("cue", "kept", "added"),
    [
        ("has said", "he backs the pier", " and has met with its builders"),
        ("has vowed", "to keep the mill", ", and has written to the crew"),
        ("explained", "the plan for the pier", " in an interview with the Tarn Post"),
        ("explained", "the plan for the pier", " at a crowded news conference on Monday"),
        ("explained", "the plan for the pier", " in an interview with “Tarn at Noon,”"),
        ("said", "he is not like the mayor", " during a closed-door harbour board conference"),
        ("said", "the board wants a vote on Friday", " during a tense closed-door meeting"),
        ("said", "the pier would be sold", " on a conference call with reporters"),
    ],
)
def test_what_the_source_has_done_and_where_it_was_said_is_the_writer_s(cue: str, kept: str, added: str) -> None:
    assert left(f"Rolf Kirk {cue} {kept}{added}.", kept + added, cue) == kept


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("said", "she backs the pier and has met with its builders"),
        ("has said", "she has seen the pier and has met with its builders"),
        ("has said", "the mill is closed and have all gone"),
        ("denied", "that she had spoken at length in interviews"),
        ("said", "the plan was made in a meeting of the board"),
        ("said", "it was wrong not to insist on a longer interview with the mayor"),
        ("said", "the plan was made in a closed-door meeting, and never shown"),
        ("echoed", "that of the mayor during a conference call: “It is possible”"),
    ],
)
def test_a_clause_in_another_tense_than_the_cue_stays(cue: str, content: str) -> None:
    assert left(f"Rolf Kirk {cue} {content}.", content, cue) == content


def test_what_is_said_of_a_statement_is_not_said_in_it() -> None:
    found = article("“We won,” Rolf Kirk said in a statement that seemed aimed at the mayor.")
    parts = [span(found, "“We won,”"), span(found, "that seemed aimed at the mayor")]
    credited = credit(found, parts, span(found, "said in a statement"), span(found, "Rolf Kirk"))
    assert [found.slice(part) for part in ended(found, credited).content] == ["“We won,”"]


def test_what_a_quotation_answers_is_not_said_in_it() -> None:
    found = article("“We won,” Rolf Kirk said in response to the mayor's tweets.")
    parts = [span(found, "“We won,”"), span(found, "the mayor's tweets")]
    credited = credit(found, parts, span(found, "said in response to"), span(found, "Rolf Kirk"))
    assert [found.slice(part) for part in ended(found, credited).content] == ["“We won,”"]


def test_a_headlines_second_line_is_not_said_in_the_first() -> None:
    headline = "Kirk says the mill will close; Holm to resign as mayor"
    found = segment(Document(f"{headline}\n\nRolf Kirk said that the mill would close in May, and he was sorry."))
    content = Span(headline.index("the mill"), len(headline))
    credited = credit(found, [content], span(found, "says"), Span(0, 4))
    assert found.slice(ended(found, credited).content[0]) == "the mill will close"


def test_one_share_does_not_say_what_the_next_one_says() -> None:
    longer = "the mill was safe, and 48 percent said it was not"
    assert left(f"Then 51 percent said {longer}.", longer, source="51 percent") == "the mill was safe"
    assert left(f"Then Rolf Kirk said {longer}.", longer) == longer


def test_what_a_poll_concedes_is_what_it_found() -> None:
    content = "half of the voters want the pier, although fewer are keen on it"
    sentence = f"The new poll said {content}."
    assert left(sentence, content, source="The new poll") == content
    assert (
        left(sentence.replace("poll", "mayor"), content, source="The new mayor") == "half of the voters want the pier"
    )


def test_words_in_front_of_the_cue_and_quotations_are_left_alone() -> None:
    front = "The dam was safe, even though two tests had failed"
    assert left(f"{front}, Rolf Kirk said.", front) == front
    quoted = "“The dam was safe, even though two tests had failed.”"
    assert left(f"Rolf Kirk said: {quoted}", quoted) == quoted


@pytest.mark.parametrize(
    ("kept", "added"),
    [
        ("the mill a “blot”", " Tuesday on Tarn TV’s “Good Morning, Odden”"),
        ("the sale “a gift to the owners”", " in a letter to the board"),
        ("the pier “an outright wreck”", " on Chirper"),
    ],
)
def test_when_and_where_something_was_called_so_is_the_writer_s(kept: str, added: str) -> None:
    assert left(f"Rolf Kirk called {kept}{added}.", kept + added, cue="called") == kept
    assert left(f"Rolf Kirk said {kept}{added}.", kept + added) == kept + added


@pytest.mark.parametrize("cue", ["called for", "terminated"])
def test_what_only_looks_like_a_naming_keeps_its_day(cue: str) -> None:
    content = "“a gift to the owners” on Monday"
    assert left(f"Rolf Kirk {cue} {content}.", content, cue=cue) == content


def test_a_clause_behind_a_naming_is_part_of_it() -> None:
    content = "the pier “a wreck” on Monday that had cost the town its name"
    assert left(f"Rolf Kirk called {content}.", content, cue="called") == content


def test_the_main_clause_behind_a_relative_clause_is_the_writer_s() -> None:
    kept, added = "“a wreck waiting to sink,”", " has been sold to a dealer"
    assert left(f"The ferry, which Rolf Kirk called {kept}{added}.", kept + added, cue="called") == kept
    assert left(f"Rolf Kirk called {kept}{added}.", kept + added, cue="called") == kept + added


def test_kind_and_words_follow_from_what_stays() -> None:
    found = article("Rolf Kirk said the dam was safe, although the “Odden tests” had failed.")
    content = span(found, "the dam was safe, although the “Odden tests” had failed")
    credited = credit(found, [content], span(found, "said"), span(found, "Rolf Kirk"))
    cut = ended(found, credited)
    assert (credited.kind, cut.kind, cut.words) == ("mixed", "indirect", 4)


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        (
            "Rolf King said the dam had been safe for years, even though two tests had failed last spring.",
            "the dam had been safe for years",
        ),
        (
            "Rolf King told reporters that the ferry would sail again in May but did not provide details of the plan.",
            "that the ferry would sail again in May",
        ),
        (
            "Police said the driver had been drinking before the crash, the Odden Post reported on Monday.",
            "the driver had been drinking before the crash",
        ),
    ],
)
def test_a_content_that_the_tagger_runs_over_is_shown_without_it(sentence: str, kept: str) -> None:
    found = article(sentence)
    assert kept in [words for _, words in told(found, attribute(found))]


@pytest.mark.parametrize(
    ("sentence", "content", "kept", "cue", "source"),
    [
        (
            "So while Rolf Kirk insists that the dam is old, it may not matter.",
            "that the dam is old, it may not matter",
            "that the dam is old",
            "insists",
            "Rolf Kirk",
        ),
        (
            "Although a majority said the pier was dear, most voted for it.",
            "the pier was dear, most voted for it",
            "the pier was dear",
            "said",
            "a majority",
        ),
        (
            "Because Rolf Kirk insists that it is dry, the board saw no leaks.",
            "that it is dry, the board saw no leaks",
            "that it is dry",
            "insists",
            "Rolf Kirk",
        ),
        (
            "Nurses arguing that now is the time to let it fall are angry at Holm, angry at voters.",
            "that now is the time to let it fall are angry at Holm, angry at voters",
            "that now is the time to let it fall",
            "arguing",
            "Nurses",
        ),
        (
            "Others hoping to catch the mayor’s ear have gone to the market.",
            "to catch the mayor’s ear have gone to the market",
            "to catch the mayor’s ear",
            "hoping",
            "Others",
        ),
    ],
)
def test_the_main_clause_around_cue_and_content_is_the_writer_s(
    sentence: str, content: str, kept: str, cue: str, source: str
) -> None:
    assert left(sentence, content, cue, source) == kept


@pytest.mark.parametrize(
    ("sentence", "content", "cue", "source"),
    [
        (
            "While Kirk said so, Holm said that if it rained, the dam would fall.",
            "that if it rained, the dam would fall",
            "said",
            "Holm",
        ),
        (
            "Nurses warning that the ward is old and that it will close met.",
            "that the ward is old and that it will close",
            "warning",
            "Nurses",
        ),
        ("Kirk arguing for the cuts he would make met.", "the cuts he would make", "arguing for", "Kirk"),
    ],
)
def test_a_clause_of_the_content_s_own_stays(sentence: str, content: str, cue: str, source: str) -> None:
    assert left(sentence, content, cue, source) == content


def test_a_demand_ends_where_somebody_else_acts() -> None:
    sentence = "Residents asked for a vote on the pier, but the board did not listen."
    assert left(sentence, sentence[20:-1], "asked for", "Residents") == "a vote on the pier"
    sentence = "Holm warned of floods and of fires, but not of storms."
    assert left(sentence, sentence[15:-1], "warned of", "Holm") == sentence[15:-1]


def test_the_writer_s_remark_in_brackets_is_not_said() -> None:
    said = "that “the herring are as calm as ever”"
    assert left(f"Holm said {said} (nobody asked the fish).", f"{said} (nobody asked the fish)", source="Holm") == said
    said = "that the herring (and the cod) are calm"
    assert left(f"Holm said {said}.", said, source="Holm") == said


@pytest.mark.parametrize(
    ("cue", "kept", "added"),
    [
        ("confirmed", "the changes at the board", " Wednesday morning ahead of a planned vote"),
        ("announced", "the closure of the mill", " on Monday"),
        ("said", "he felt “used and abused,”", " as he tried to slow down the vote"),
        ("said", "the pier was “a disgrace,”", " while the mayor waited for the bus"),
    ],
)
def test_when_something_was_made_known_or_said_is_the_writer_s(cue: str, kept: str, added: str) -> None:
    assert left(f"Rolf Kirk {cue} {kept}{added}.", kept + added, cue) == kept


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("announced", "that the mill would close on Monday"),
        ("said", "the closure of the mill on Monday"),
        ("announced", "that they received a ton of coal in the hours since noon on Monday"),
        ("announced", "a vote on the mill and a rally on Monday"),
        ("said", "the pier was “a disgrace” as it stood"),
        ("said", "the plan is based on, though it is not identical to, an old rule"),
        ("called", "the pier “a disgrace,” over the years"),
    ],
)
def test_a_day_or_an_aside_inside_of_what_is_told_stays(cue: str, content: str) -> None:
    assert left(f"Rolf Kirk {cue} {content}.", content, cue) == content


def test_the_occasion_of_what_somebody_calls_something_is_the_writer_s() -> None:
    content = "the board's “desperate tactics,” over an advert on the dead"
    sentence = f"Rolf Kirk faulted what he called {content}."
    assert left(sentence, content, "faulted") == "the board's “desperate tactics,”"
