"""What is tagged and yet no attribution, and whom "it" stands for."""

import pytest
from passages import article, span

import framing
from framing.attributing.credit import credit
from framing.attributing.plausible import is_empty_subject, is_inverted, stands

LEAD = "The board met on Friday in Hallam. "


@pytest.mark.parametrize("cue", ["is widely believed", "was reported", "has been suggested", "’s understood"])
def test_it_stands_for_nobody_before_an_impersonal_verb(cue: str) -> None:
    assert is_empty_subject("It", cue)


@pytest.mark.parametrize(("source", "cue"), [("it", "said"), ("He", "is believed"), ("It", "is preparing to say")])
def test_it_may_stand_for_an_organisation(source: str, cue: str) -> None:
    assert not is_empty_subject(source, cue)


@pytest.mark.parametrize(
    ("sentence", "cue", "inverted"),
    [
        ("The mill puts the town at risk, agrees Ada Holm.", "agrees", True),
        ("The mill puts the town at risk, agrees the engineer Ada Holm.", "agrees", True),
        ("The mill puts the town at risk and troubles Ada Holm.", "troubles", False),
        ("The mill puts the town at risk, Ada Holm agrees.", "agrees", False),
    ],
)
def test_a_verb_between_a_clause_and_its_subject_reports_the_clause(sentence: str, cue: str, inverted: bool) -> None:
    found = article(sentence)
    source = "the engineer Ada Holm" if "engineer" in sentence else "Ada Holm"
    content = span(found, "The mill puts the town at risk")
    credited = credit(found, [content], span(found, cue), span(found, source))
    assert is_inverted(found, credited) is inverted


def test_a_belief_of_nobody_is_an_attribution_without_a_source() -> None:
    text = (
        LEAD
        + "The company called the findings outdated. It is widely believed that the board will look at the plan again."
    )
    found = framing.analyze(text).to_dict()["attributions"]
    belief = next(a for a in found if a["cue"] and "believed" in text[a["cue"]["start"] : a["cue"]["end"]])
    assert belief["source"] is None


def test_a_reason_for_anonymity_is_no_statement() -> None:
    text = (
        LEAD
        + "Her ministry is preparing a bill, according to two officials who spoke on condition of anonymity because "
        "they were not authorised to discuss the talks."
    )
    contents = [
        text[c["start"] : c["end"]] for a in framing.analyze(text).to_dict()["attributions"] for c in a["content"]
    ]
    assert "the talks" not in contents


def test_words_that_nothing_credits_to_anybody_stay_the_outlet_s() -> None:
    for found in (framing.analyze(LEAD * n + "Milk was scarce, with no end to the chaos in sight.") for n in (1, 9)):
        assert all(a["cue"] or a["source"] or a["kind"] != "indirect" for a in found.to_dict()["attributions"])


@pytest.mark.parametrize(
    ("opening", "speaks"),
    [
        ("If Ada Holm had told you in May that the ferry would be sold, it would have been a joke.", False),
        ("But if Ada Holm told you in May that the ferry would be sold, you would have laughed.", False),
        ("If Ada Holm says in May that the ferry will be sold, it will be sold.", True),
        ("Ada Holm had told the board in May that the ferry would be sold.", True),
    ],
)
def test_a_condition_that_was_never_met_reports_no_words(opening: str, speaks: bool) -> None:
    report = framing.analyze(LEAD + opening).to_dict()
    assert any(one["act"] == "speech" for one in report["attributions"]) is speaks


@pytest.mark.parametrize(
    ("told", "speech"),
    [
        ("The Orr administration’s proposed rule on plants will not be enough.", 0),
        ("Holm’s promised fiscal budget would also provide eighty million for piers.", 0),
        ("Holm’s aide proposed that they leave the pier.", 1),
    ],
)
def test_a_participle_behind_an_owner_says_nothing(told: str, speech: int) -> None:
    assert len(framing.analyze(f"Piers\n\nIt rained in Tarn on Monday. {told}\n").analysis.speech) == speech


@pytest.mark.parametrize(
    ("sentence", "cue", "content", "kept"),
    [
        ("Ada Holm voiced frustration as the board met.", "voiced frustration as", "the board met", False),
        ("Ada Holm voiced frustration as the board met.", "voiced frustration", "as the board met", False),
        ("Ada Holm expressed concern after the pier sank.", "expressed concern", "after the pier sank", False),
        ("Ada Holm issued a letter after the dam was shut.", "issued a letter after", "the dam was shut", False),
        ("Ada Holm voiced concern that the dam was old.", "voiced concern", "that the dam was old", True),
        ("Ada Holm said when the pier sank, all were out.", "said", "when the pier sank, all were out", True),
        ("Ada Holm has said before it would sink.", "has said before", "it would sink", True),
        ("Ada Holm described as old the dam at Norr.", "described as", "old the dam at Norr", True),
    ],
)
def test_when_a_feeling_was_voiced_is_not_what_was_said(sentence: str, cue: str, content: str, kept: bool) -> None:
    found = article(sentence)
    credited = credit(found, [span(found, content)], span(found, cue), span(found, "Ada Holm"))
    assert stands(found, credited) is kept


@pytest.mark.parametrize(
    ("sentence", "content", "kept"),
    [
        ("Despite claims from pier owners, the bill holds no rule on loans.", "the bill holds no rule on loans", False),
        ("Contrary to the claims of pier owners, nobody paid.", "nobody paid", False),
        ("Despite claims from pier owners that all had paid, the board met.", "that all had paid", True),
        ("After the claims of pier owners, nobody paid.", "nobody paid", True),
    ],
)
def test_the_writer_denies_what_stands_behind_despite(sentence: str, content: str, kept: bool) -> None:
    found = article(sentence)
    credited = credit(found, [span(found, content)], span(found, "claims"), span(found, "pier owners"))
    assert stands(found, credited) is kept
