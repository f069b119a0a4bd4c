"""Two levels of speech: who passes on somebody's words, and whose they are."""

import pytest

from framing.article import Document
from framing.attributing import attribute
from framing.attribution import Attribution
from framing.segmenting import segment


def told(text: str) -> dict[str, Attribution]:
    """The speech of a text by the name of its source."""
    found = attribute(segment(Document(f"Night ferry to end\n\n{text}")))
    return {one.source.name: one for one in found if one.source is not None and one.act == "speech"}


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        (
            "The Tarn Times reported that Ada Holm told harbour staff that the night ferry would never come back.",
            "Tarn Times",
            "Ada Holm",
        ),
        ("Sen. Rolf King called the board’s plan “a disgrace,” according to the Courier.", "Courier", "Rolf King"),
        (
            "Rolf King said on Monday that a report by the harbour board warned that the pier could fall within a year.",
            "Rolf King",
            "report by the harbour board",
        ),
        (
            "Mara Pitt claimed that Mayor Ada Holm had promised in May that the school would stay open.",
            "Mara Pitt",
            "Ada Holm",
        ),
        ("Ada Holm said the ministry had promised a new bridge in the spring.", "Ada Holm", "ministry"),
        (
            "The Tarn Times reported that for the first time the board told staff that the night ferry would end.",
            "Tarn Times",
            "board",
        ),
        ("The Tarn Times reported that Ada Holm blamed “a broken valve” for the flood.", "Tarn Times", "Ada Holm"),
    ],
)
def test_the_words_are_the_inner_speakers_and_the_outer_one_passes_them_on(text: str, outer: str, inner: str) -> None:
    speech = told(text)
    assert {outer, inner} <= set(speech)
    assert not speech[inner].relayed
    passed = speech[outer]
    assert passed.relayed
    # No word counts for two.
    assert passed.words + speech[inner].words <= len(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holm said the council would sell the pier and that Rolf King had voted for it.",
        "Mara Pitt said she had warned the board in May.",
        "A Tarn Poll found that 60 percent of the voters surveyed blamed the board for the loss of the ferry.",
        "The Courier reported that the board wants Ada Holm to sell the night ferry to a rival.",
        "The permit says that the operator must warn residents “without delay” of any leak.",
        "Mara Pitt revealed that her reports “went into a drawer and stayed there” for a year.",
        "“Rolf King told me that the pier would be sold,” Ada Holm said.",
        "The Tarn Bureau reported Wednesday that its own survey indicated 20.2 million jobs were lost last month.",
        "Ada Holm says it's time the town's laws acknowledged that the mill is closed.",
        "Ada Holm says it is high time the board acknowledged that the mill is closed.",
        "Rolf King said on Monday that Ada Holm reminded voters of “a wet weekend in May.”",
        "Mara Pitt asserts Ada Holm again lied “in agreeing to have the talk off the record.”",
        "If the drought continues, “further steps to protect the fields will be needed,” Ada Holm said.",
    ],
)
def test_who_only_acts_inside_of_a_report_or_is_quoted_there_does_not_speak(text: str) -> None:
    speech = told(text)
    assert len(speech) == 1
    assert not next(iter(speech.values())).relayed


def test_whoever_reports_their_own_words_passes_on_nobody_s() -> None:
    found = attribute(
        segment(Document("Night ferry to end\n\nMara Pitt testified that Pitt had told the board that it was unsafe."))
    )
    speech = [one for one in found if one.act == "speech" and one.source is not None]
    assert {one.source.name for one in speech if one.source} == {"Mara Pitt"}
    assert len(speech) > 1
    assert not any(one.relayed for one in speech)
