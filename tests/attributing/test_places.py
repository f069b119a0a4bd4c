"""Whose words stand at a place is told by the blocks around it as it is told by all of them."""

from pathlib import Path

import pytest

import framing
from framing.article import Article, Document
from framing.attributing import speakers
from framing.modelling.article_words import read_words
from framing.segmenting import segment
from framing.segmenting.voice import with_attributions

SEEDS = sorted(path for path in (Path(__file__).parents[2] / "seeds").glob("*/*") if path.suffix in {".txt", ".md"})
FAR = (
    "The reckless board sold the mill in May.\n\n"
    "Ada Holm, a nurse, said that the reckless board had never asked her.\n\n"
    + "It rained in Torsay.\n\n" * 6
    + "Kai Lund told reporters that the ferry would stop on Friday."
)


def article(text: str) -> Article:
    return segment(Document(text))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_place_read_with_its_neighbours_has_the_voice_that_it_has_in_the_whole(path: Path) -> None:
    found = framing.analyze(path.read_text(encoding="utf-8")).analysis.article
    words = read_words(found)
    whole = with_attributions(found.voices, speakers(found, words))
    for place in found.tokens.starts[7::150]:
        part = with_attributions(found.voices, speakers(found, words, [place]))
        assert part.codes[place] == whole.codes[place], found.text[place : place + 60]


def test_only_the_blocks_around_the_places_are_read() -> None:
    found = article(FAR)
    words = read_words(found)
    near = speakers(found, words, [FAR.index("reckless board had")])
    assert [found.slice(one.source.span)[:8] for one in near if one.source] == ["Ada Holm"]
    every = speakers(found, words, [FAR.index("reckless board had"), FAR.index("Friday")])
    assert [found.slice(one.source.span)[:8] for one in every if one.source] == ["Ada Holm", "Kai Lund"]
    assert speakers(found, words, [FAR.index("reckless board sold")]) == ()
    assert speakers(found, words, []) == ()


def test_a_paragraph_that_ends_with_a_colon_is_read_for_the_one_behind_it() -> None:
    text = (
        "It rained in Torsay on Monday, and the ferry stayed in the harbour.\n\nAda Holm wrote to the board on Tuesday:\n\n"
        "The reckless sale of the mill has left the town without work, and nobody here was asked about it."
    )
    found = article(text)
    place = text.index("reckless")
    told = speakers(found, read_words(found), [place])
    assert [found.slice(one.source.span) for one in told if one.source] == ["Ada Holm"]
    assert any(span.start <= place < span.end for one in told for span in one.content)


def test_an_advertisement_between_keeps_no_paragraph_from_announcing_another() -> None:
    text = (
        "It rained in Torsay on Monday, and the ferry stayed in the harbour.\n\nOn Tuesday the Tarn Times wrote:\n\n"
        "Advertisement:\n\n“The reckless sale of the mill has left the town without work, and nobody was asked.”"
    )
    found = article(text)
    place = text.index("reckless")
    told = speakers(found, read_words(found), [place])
    assert [found.slice(one.source.span) for one in told if one.source] == ["the Tarn Times"]
