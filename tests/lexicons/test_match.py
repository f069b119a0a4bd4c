"""What the matcher finds, and what it leaves alone."""

import itertools
import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.article import Sentence
from framing.lexicons.compiled import compile_lexicons
from framing.lexicons.entry import Entry, Lexicon
from framing.lexicons.index import Index
from framing.lexicons.match import comparable, find
from framing.segmenting.words import find_tokens

Hits = Callable[..., list[str]]


def test_all_forms_of_an_entry_are_found(hits: Hits) -> None:
    assert hits('{pattern="thug"},', "A thug met two thugs; the THUG’s hat fell.") == ["thug", "thugs", "THUG’s"]


def test_the_longest_form_wins(hits: Hits) -> None:
    entries = '{pattern="illegal", pos="adjective"}, {pattern="illegal immigrant"},'
    assert hits(entries, "Illegal immigrants hid an illegal trap.") == ["Illegal immigrants", "illegal"]


def test_hyphen_and_space_are_equal(hits: Hits) -> None:
    assert hits('{pattern="far-right", pos="adjective"},', "far right, far-right, far‑right") == [
        "far right",
        "far-right",
        "far‑right",
    ]


def test_other_punctuation_keeps_words_apart(hits: Hits) -> None:
    assert hits('{pattern="death tax", pos="phrase"},', "He feared death, tax and rain.") == []


def test_a_star_is_exactly_one_word(hits: Hits) -> None:
    entry = '{pattern="play~ the * card", pos="verb"},'
    assert hits(entry, "She played the race card.") == ["played the race card"]
    assert hits(entry, "She played the card.") == []
    assert hits(entry, "She played the old race card.") == []


def test_a_star_on_the_page_is_no_word(hits: Hits) -> None:
    entry = '{pattern="play~ * card", pos="verb"},'
    assert hits(entry, "She played race card.") == ["played race card"]
    assert hits(entry, "She played * card.") == []


@pytest.mark.parametrize(
    ("guard", "text", "found"),
    [
        ('not_before=["parking"]', "An illegal parking case.", False),
        ('not_before=["parking"]', "An illegal deal.", True),
        ('only_before=["park*"]', "An illegal parking case.", True),
        ('only_before=["park*"]', "An illegal deal.", False),
        ('not_after=["not {so,at all}"]', "It is not at all illegal.", False),
        ('not_after=["not {so,at all}"]', "It is so illegal.", True),
        ('only_after=["the"]', "the illegal one", True),
        ('only_after=["the"]', "an illegal one", False),
        ('not_near=["tumo*"]', "The tumour was not illegal.", False),
        ('not_near=["tumo*"]', "The act was not illegal.", True),
        ('only_near=["port * fees"]', "illegal by the port of fees", True),
        ('only_near=["port * fees"]', "illegal by the port fees", False),
        ('case="lower"', "Illegal was the name.", False),
        ('case="lower"', "it was illegal", True),
        ('case="capital"', "it was illegal", False),
    ],
)
def test_guards(hits: Hits, guard: str, text: str, found: bool) -> None:
    assert bool(hits(f'{{pattern="illegal", pos="adjective", {guard}}},', text)) is found


@pytest.mark.parametrize(("between", "found"), [(190, False), (210, True)])
def test_a_guard_looks_200_words_far_in_a_text_without_full_stops(hits: Hits, between: int, found: bool) -> None:
    text = " ".join(["the tumour", *["and so"] * (between // 2), "an illegal one"])
    assert bool(hits('{pattern="illegal", pos="adjective", not_near=["tumo*"]},', text)) is found


def test_an_exact_entry_minds_every_letter(hits: Hits) -> None:
    assert hits('{pattern="Dreamer", case="exact", forms=["Dreamers"], inflect=false},', "A dreamer and Dreamers") == [
        "Dreamers"
    ]


def test_a_match_never_crosses_a_sentence() -> None:
    text = "They feared death. Tax was due."
    lexicon = Lexicon("x", "1", "", "loaded", (), "", (), (Entry("e", "death tax", "phrase", "emotive", 1),))
    stored = compile_lexicons([lexicon], {})["loaded"]
    words = comparable(find_tokens(text), [Sentence(0, 18, 0), Sentence(19, 31, 0)])
    assert list(find(words, Index(stored["tree"], stored["rows"]))) == []


def test_fixed_phrases_exempt_what_they_hold(hits: Hits) -> None:
    text = "A war on drugs is no war."
    lexicon = Lexicon("x", "1", "", "loaded", (), "", (), (Entry("war", "war", "noun", "emotive", 1),))
    stored = compile_lexicons([lexicon], {})["loaded"]
    words = comparable(find_tokens(text), [Sentence(0, len(text), 0)])
    starts = [match.start for match in find(words, Index(stored["tree"], stored["rows"]), exempt=[(2, 14)])]
    assert starts == [21]


ENTRIES = tuple(
    Entry(str(number), pattern, "phrase", "emotive", 1)
    for number, pattern in enumerate(["a", "b", "a b", "a b c", "b c", "c * a", "b a"])
)


def _found(entries: tuple[Entry, ...], text: str) -> list[tuple[int, int, str]]:
    stored = compile_lexicons([Lexicon("x", "1", "", "loaded", (), "", (), entries)], {})["loaded"]
    words = comparable(find_tokens(text), [Sentence(0, len(text), 0)] if text else [])
    return [(m.start, m.end, m.entry.key) for m in find(words, Index(stored["tree"], stored["rows"]))]


@given(st.lists(st.sampled_from(["a", "b", "c", "A", "d", ",", "a's"]), max_size=25), st.randoms())
def test_the_order_of_entries_does_not_matter(parts: list[str], shuffler: random.Random) -> None:
    text = " ".join(parts)
    shuffled = list(ENTRIES)
    shuffler.shuffle(shuffled)
    assert _found(ENTRIES, text) == _found(tuple(shuffled), text)


@given(st.text(max_size=200))
def test_hits_are_ordered_disjoint_and_inside_any_text(text: str) -> None:
    found = _found(ENTRIES, text)
    assert all(0 <= start < end <= len(text) for start, end, _ in found)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(found))
