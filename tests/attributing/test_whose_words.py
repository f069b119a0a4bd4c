"""Whose words are whose without names and types: what a check needs is what the full analysis says."""

from passages import article

from framing.article import Document
from framing.attributing import attributed, speakers
from framing.modelling.article_words import read_words
from framing.segmenting import segment

TOLD = (
    "“We were never asked,” said Ada Holm. Rolf King told reporters that the mill would close in May. It is believed that "
    "hundreds will lose their work. Norr Builders was accused of fraud by the harbour board. According to a report by the "
    "council, repairs would cost 12 million crowns."
)


def test_contents_cues_acts_and_sources_places_are_those_of_the_full_analysis() -> None:
    read = article(TOLD)
    words = read_words(read)
    bare, full = speakers(read, words), attributed(read, words).attributions
    assert [(one.content, one.cue, one.kind, one.act) for one in bare] == [
        (one.content, one.cue, one.kind, one.act) for one in full
    ]
    assert [one.source.span if one.source else None for one in bare] == [
        one.source.span if one.source else None for one in full
    ]
    assert sum(one.source is not None for one in bare) >= 3


def test_who_is_accused_says_nothing() -> None:
    read = article("Norr Builders was accused of fraud, and Ada Holm said that she would sue.")
    sources = {read.slice(one.source.span) for one in speakers(read, read_words(read)) if one.source}
    assert sources == {"Ada Holm"}


def test_a_text_without_words_has_no_speakers() -> None:
    empty = segment(Document(" "))
    assert speakers(empty, read_words(empty)) == ()
