"""Quotation marks: what stands in them, and what kind it is."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.article import Block, Document, Voice
from framing.segmenting import segment
from framing.segmenting.marks import find_quotations

CASES: dict[str, dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent.parent / "cases" / "quotations.toml").read_text(encoding="utf-8")
)["cases"]


def found(text: str) -> list[str]:
    blocks = []
    start = 0
    for part in text.split("\n"):
        blocks.append(Block("body", start, start + len(part)))
        start += len(part) + 1
    return [f"{q.kind[0]}:{text[q.start : q.end]}" for q in find_quotations(text, blocks)]


def test_there_are_sixty_cases() -> None:
    assert len(CASES) >= 60


@pytest.mark.parametrize("name", list(CASES))
def test_what_stands_in_marks_is_found(name: str) -> None:
    assert found(CASES[name]["text"].replace("/", "\n")) == CASES[name]["found"]


@given(st.text(alphabet="“”\"'‘’«» ab.,\n", max_size=120))
def test_quotations_lie_inside_the_text_in_order(text: str) -> None:
    if not text.strip():
        return
    article = segment(Document(text))
    places = [(q.start, q.end) for q in article.quotations]
    assert places == sorted(places, key=lambda place: (place[0], -place[1]))
    assert all(0 <= start < end <= len(text) for start, end in places)


def test_every_character_has_one_voice_and_marks_are_quoted() -> None:
    text = "“We leave,” she said. The “reform” failed. Nobody knows why it did, and nobody asked about it then.\n"
    article = segment(Document(text))
    codes = article.voices.codes
    assert len(codes) == len(text)
    assert codes[0] == Voice.QUOTED
    assert codes[text.index("said")] == Voice.OWN
    assert codes[text.index("reform")] == Voice.SCARE


def test_a_block_quote_is_quoted_throughout() -> None:
    text = "The letter read as follows on Monday.\nWe leave at noon and shall not return."
    marked = (Block("body", 0, 37), Block("body", 38, len(text), quoted=True))
    article = segment(Document(text, marked=marked))
    assert article.voices.share(38, len(text), Voice.QUOTED) == 1.0
    assert article.voices.share(0, 37, Voice.OWN) == 1.0


MISMATCHED = {
    "‘Horrifying!” Holm said of the port.": ["Horrifying!"],
    "'Horrifying!\" Holm said of the port.": ["Horrifying!"],
    "“Horrifying!’ Holm said of the port. She left.": ["Horrifying!"],
    '"We go,” Holm said. "No."': ["We go,", "No."],
    '“We go," Holm said.': ["We go,"],
    "“We go,“ Holm said, “now.“": ["We go,", "now."],
    "”We go,” Holm said.": ["We go,"],
    "»We go«, Holm said, »now«.": ["We go", "now"],
    '``We go," Holm said.': ["We go,"],
    "“We came,’ he said, and “they left,” she said.": ["We came,", "they left,"],
}
MATCHED = {
    "“It was ‘Horrifying!” Holm said.": ["It was ‘Horrifying!"],
    "“The dogs' bowl,” she said, “is the boys'.” He left.": ["The dogs' bowl,", "is the boys'."],
    "In the '90s, “we went ‘home’ a lot,” she said.": ["we went ‘home’ a lot,", "home"],
    "“He said, ‘Go.’ Then we went,” she said.": ["He said, ‘Go.’ Then we went,", "Go."],
    "It's the dogs’ “best friend” in '68.": ["best friend"],
    "The 6’ man and the boys’ dog left, she said.": [],
}


@pytest.mark.parametrize(("text", "wanted"), {**MISMATCHED, **MATCHED}.items())
def test_a_mark_of_another_kind_closes_where_no_partner_does(text: str, wanted: list[str]) -> None:
    found = find_quotations(text, [Block("body", 0, len(text))])
    assert [text[quotation.start : quotation.end] for quotation in found] == wanted


@pytest.mark.parametrize(("opening", "closing"), [("“a ", "b” "), ("“‘a ", "b’” "), ("«a ", "b» ")])
def test_marks_inside_of_marks_take_steps_in_proportion_to_the_text(opening: str, closing: str) -> None:
    """Each stretch was read whole again for each of those that it lies in."""

    def read(count: int) -> int:
        text = opening * count + closing * count
        found = find_quotations(text, (Block("body", 0, len(text)),))
        return sum(one.end - one.start for one in found)

    assert read(400) < 2.5 * read(200)
