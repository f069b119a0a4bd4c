"""Who spoke, and who is only said to think or want."""

import pytest

from framing.attributing.acts import act_of
from framing.attribution import Act, Kind


@pytest.mark.parametrize(
    ("cue", "following", "act"),
    [
        ("said", "the dam is safe", "speech"),
        ("denied", "that she had known", "speech"),
        ("demanded", "that the mayor resign", "speech"),
        ("called for", "a vote", "speech"),
        ("wondered aloud", "whether it would hold", "speech"),
        ("voiced concern", "about the pier", "speech"),
        ("seemed to suggest", "that the pier is unsafe", "speech"),
        ("is believed", "to have left", "speech"),
        ("went on to say", "that it would hold", "speech"),
        ("told reporters she wants", "a vote", "speech"),
        ("agreed", "that the pier is unsafe", "speech"),
        (":", "the pier is unsafe", "speech"),
        ("called", "the vote a disgrace", "speech"),
        ("asked", "the question that nobody liked", "speech"),
        ("called", "a special session on the pier", "plan"),
        ("asked", "a question", "plan"),
        ("believes", "that the dam will hold", "attitude"),
        ("fear", "another flood", "attitude"),
        ("were worried about", "the pier", "attitude"),
        ("seemed", "tired of it", "attitude"),
        ("is seen as", "a rival", "attitude"),
        ("could argue", "that it was late", "attitude"),
        ("wants", "to sell the pier", "plan"),
        ("hopes", "to sell the pier", "attitude"),
        ("is expected to", "sell the pier", "plan"),
        ("agreed", "to sell the pier", "plan"),
        ("refused", "to say who had paid", "plan"),
        ("did not respond to", "a request for comment", "plan"),
        ("is pushing for", "a sale", "plan"),
        ("was willing", "to sell", "plan"),
        ("voted for", "the sale", "plan"),
        ("pleaded guilty to", "lying about the sale", "plan"),
        ("retweeted", "the mayor", "plan"),
        ("has the final say on", "the sale", "plan"),
        ("tweeted", "an image of the pier", "plan"),
        ("tweeted", "that the pier is unsafe", "speech"),
        ("dodged a question about", "whether the pier is safe", "plan"),
        ("spar on", "the sale", "plan"),
        ("is strongly opposed to", "the sale", "attitude"),
        ("takes for granted", "that the pier is safe", "attitude"),
        ("is defined as", "a bridge with one end", "attitude"),
        ("misrepresented", "the storm", "attitude"),
        ("blasted", "the mayor", "attitude"),
        ("was titled", "The Mill", "attitude"),
        ("known as", "the Old Mill", "attitude"),
        ("criticism of", "the mayor", "attitude"),
        ("the claim", "that the mayor knew", "speech"),
        ("is widely believed", "to have left", "speech"),
    ],
)
def test_the_first_word_or_phrase_of_a_cue_tells_the_act(cue: str, following: str, act: Act) -> None:
    assert act_of(cue, following, "indirect", 4) == act


@pytest.mark.parametrize(
    ("following", "kind", "act"),
    [
        ("that the pier is unsafe", "indirect", "speech"),
        ("why the pier is unsafe", "indirect", "speech"),
        ("the “unsafe” pier", "mixed", "speech"),
        ("the pier", "indirect", "plan"),
    ],
)
def test_of_an_unlisted_cue_the_content_tells_whether_somebody_spoke(following: str, kind: Kind, act: Act) -> None:
    assert act_of("harrumphed", following, kind, 4) == act


def test_a_clause_behind_a_verb_of_being_was_not_said() -> None:
    assert act_of("are so secret", "that nobody may see them", "indirect", 5) == "plan"


def test_attack_and_praise_are_speech_with_what_is_judged() -> None:
    assert act_of("blasted", "the mayor", "indirect", 2) == "attitude"
    assert act_of("blasted", "the mayor as a liar", "indirect", 5, judged=True) == "speech"
    assert act_of("blasted", "the “lying” mayor", "mixed", 3) == "speech"


def test_words_in_quotation_marks_were_said_whatever_announces_them() -> None:
    assert act_of("wants", "“to mend it once and for all”", "direct", 7) == "speech"
    assert act_of("", "", "direct", 3) == "speech"
    assert act_of("wants", "“change”", "direct", 1) == "plan"
    assert act_of("titled", "“I am part of it all”", "direct", 6) == "attitude"
