"""Who speaks: tallies, stances, who is never heard."""

from dataclasses import replace

import pytest

from framing.article import Document, VoiceMap
from framing.attribution import Attribution, Cue, Source, SourceType, Stance
from framing.finding import Analysis
from framing.lexicons.compiled import shipped_indexes
from framing.measuring.aggregate import measure
from framing.measuring.sources import tally_sources
from framing.measuring.stances import count_stances
from framing.measuring.unheard import find_unheard
from framing.modelling.article_words import read_words
from framing.report import Unheard
from framing.segmenting import segment
from framing.spans import Span

TEXT = """Council puts off harbour vote

The mayor said that the pier is safe. Critics claim that it will fall. Refugees from the bay slept on the quay again.

The mayor said that the vote is off. The refugees were moved on Friday, and no refugees were asked. It rained.

Ana Orr was arrested after the meeting. Ada Brun was charged with theft and said that she would fight it.
"""


def attribution(
    content: str, source: str, kind: SourceType, stance: Stance = "neutral", party: str | None = None
) -> Attribution:
    start = TEXT.index(content)
    mention = TEXT.index(source)
    return Attribution(
        "indirect",
        (Span(start, start + len(content)),),
        Cue(Span(start - 2, start - 1), stance),
        Source(Span(mention, mention + len(source)), source, kind, party, "unnamed_person"),
        None,
        relayed=False,
        words=len(content.split()),
    )


def analysis(*found: Attribution) -> Analysis:
    article = segment(Document(TEXT))
    return Analysis(article, VoiceMap(bytes(len(TEXT))), found, (), (), {}, {}, {}, (), (), None, {})


MAYOR = attribution("that the pier is safe", "The mayor", "government", party="Labour")
AGAIN = attribution("that the vote is off", "The mayor", "government", party="Labour")
CRITICS = attribution("that it will fall", "Critics", "citizen", "doubting")


def with_scores(*found: Attribution) -> Analysis:
    from framing.finding import SentenceScores

    bare = analysis(*found)
    blank = SentenceScores(bias=0.2, slant=0.2, loaded=0.1, subjectivity=0.0, frames={})
    return replace(bare, sentences=(blank,) * len(bare.article.sentences))


def test_a_source_is_tallied_over_its_attributions() -> None:
    first, second = tally_sources(analysis(MAYOR, CRITICS, AGAIN))
    assert (first.name, first.words, first.attributions, first.party) == ("The mayor", 10, 2, "Labour")
    assert first.places == ("first_paragraph",)
    assert (second.name, second.words) == ("Critics", 4)
    assert 0 <= first.first <= second.first <= 1


def test_shares_and_diversity_come_from_attributed_words() -> None:
    measures = measure(with_scores(MAYOR, CRITICS, AGAIN))
    assert measures["sources"].value == 2
    assert measures["source_type_government"].value == 10 / 14
    assert measures["officials"].value == 10 / 14
    assert measures["source_concentration"].value == (10 / 14) ** 2 + (4 / 14) ** 2
    assert measures["doubting_cues"].value == 1 / 3
    assert measures["unsourced_attributions"].value == 0.0
    assert measures["anonymity_explained"].value is None


def test_an_article_without_attributions_has_no_shares() -> None:
    measures = measure(with_scores())
    assert measures["officials"].value is None
    assert measures["source_evenness"].value is None


def test_intervals_hold_the_value_of_a_share() -> None:
    share = measure(with_scores(MAYOR, CRITICS, AGAIN))["officials"]
    assert share.low is not None
    assert share.high is not None
    assert share.value is not None
    assert share.low <= share.value <= share.high


def test_stances_are_counted_by_type_and_party() -> None:
    rows = [(row.by, row.name, dict(row.cues)) for row in count_stances(analysis(MAYOR, CRITICS, AGAIN))]
    assert rows == [
        ("type", "government", {"neutral": 2}),
        ("type", "citizen", {"doubting": 1}),
        ("party", "Labour", {"neutral": 2}),
    ]


def test_who_is_named_and_never_credited_is_listed() -> None:
    found = {(group.name, group.reason) for group in nobody_asked(analysis(MAYOR))}
    assert ("refugees", "affected") in found
    assert ("Ana Orr", "accused") in found


def test_who_is_credited_is_not_unheard() -> None:
    speaks = attribution("that she would fight it", "Ada Brun", "other")
    found = {group.name for group in nobody_asked(analysis(MAYOR, speaks))}
    assert "Ada Brun" not in found


def test_words_for_a_sex_or_kin_and_single_people_name_no_group() -> None:
    found = unheard("Women wait. The women wait. No women sleep. His father waits. A father. The father. One nurse.")
    assert found == []


@pytest.mark.parametrize(
    ("word", "named"), [("tenants", True), ("children", False), ("families", False), ("citizens", False)]
)
def test_words_for_anybody_and_for_those_too_young_to_be_asked_name_no_group(word: str, *, named: bool) -> None:
    found = unheard(f"{word.capitalize()} wait. The {word} wait. No {word} sleep.")
    assert bool(found) is named


def test_a_group_that_begins_a_sentence_with_a_verb_of_saying_may_be_heard() -> None:
    quiet = "Tenants left. The tenants left at noon. Many tenants left."
    assert unheard(quiet) == ["tenants"]
    assert unheard(f"{quiet} Tenants gathered at the gate to denounce the owner.") == []
    assert unheard(f"{quiet} The tenants were never asked.") == ["tenants"]


def test_a_group_is_counted_wherever_it_is_called_so_and_nowhere_else() -> None:
    """The sentence on top of a report tells how often the page has the word."""
    text = "Tenants left. The tenants left. A tenant waits. Angry tenants left. The Tarn Tenants League met."
    assert [(group.name, len(group.mentions)) for group in missed(f"{text} Some were tenants-to-be.")] == [
        ("tenants", 3)
    ]


@pytest.mark.parametrize("asked", ["A poll", "The Tarn Times survey"])
def test_groups_that_a_poll_asks_are_heard(asked: str) -> None:
    quiet = "Tenants left. The tenants left at noon. Many tenants left."
    assert unheard(quiet, asked) == []
    assert unheard(quiet, "A pollution report") == ["tenants"]


def nobody_asked(found: Analysis) -> tuple[Unheard, ...]:
    return find_unheard(found, shipped_indexes(), read_words(found.article).compared)


def unheard(text: str, credited: str = "") -> list[str]:
    return [group.name for group in missed(text, credited)]


def missed(text: str, credited: str = "") -> tuple[Unheard, ...]:
    whole = f"Norland rents rise again\n\n{text}\n"
    article = segment(Document(whole))
    said = [replace(AGAIN, source=replace(AGAIN.source, name=credited, type="document"))] if credited else []
    bare = Analysis(article, VoiceMap(bytes(len(whole))), tuple(said), (), (), {}, {}, {}, (), (), None, {})
    return tuple(nobody_asked(bare))


def test_a_source_is_of_the_type_and_identity_that_most_of_its_attributions_have() -> None:
    first, second, third = (
        replace(one, source=replace(one.source, type=kind, identity=identity, name="The mayor"))
        for one, kind, identity in (
            (MAYOR, "citizen", "unnamed_group"),
            (AGAIN, "government", "unnamed_person"),
            (CRITICS, "government", "unnamed_person"),
        )
        if one.source is not None
    )
    [tally] = tally_sources(analysis(first, second, third))
    assert (tally.type, tally.identity, tally.attributions) == ("government", "unnamed_person", 3)
    [tied] = tally_sources(analysis(first, second))
    assert (tied.type, tied.identity) == ("citizen", "unnamed_group")
