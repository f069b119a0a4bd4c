"""Which figures, votes and outcomes of two linked sentences contradict each other: each rule at its limits."""

import pytest

from framing.comparing.contradictions import contradictions
from tests.comparing.linked import bare, link


def found(one: str, other: str, probability: float = 0.9) -> list[tuple[str, str, str]]:
    rows = contradictions([bare(one), bare(other)], [link(one, other, probability)])
    assert all((row.first.article, row.second.article) == (0, 1) for row in rows)
    for row in rows:
        assert one[row.first.start : row.first.end] == row.first.text
        assert other[row.second.start : row.second.end] == row.second.text
    return [(row.kind, row.first.text, row.second.text) for row in rows]


def clash(one: str, other: str) -> bool:
    """Whether two counts in one sentence each contradict each other, whichever comes first."""
    there, back = (found(f"They saw {a} there.", f"They saw {b} there.") for a, b in ((one, other), (other, one)))
    assert bool(there) == bool(back)
    return bool(there)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("46 boats", "52 boats"),
        ("46 boats", "47 boats"),
        ("three boats", "four boats"),
        ("Three boats", "four boats"),
        ("1,410 boats", "1,450 boats"),
        ("2.5 boats", "3.5 boats"),
        ("46 people", "52 people"),
        ("46 women", "52 women"),
        ("46 fishing boats", "52 fishing boats"),
        ("two dozen boats", "30 boats"),
        ("two hundred boats", "300 boats"),
        ("2 thousand boats", "3,000 boats"),
        ("2 million boats", "3,000,000 boats"),
        ("2 billion boats", "3,000,000,000 boats"),
        ("2-million boats", "3-million boats"),
        ("2 Million boats", "3 million boats"),
        ("$46 fines", "$52 fines"),
        ("twenty boats", "thirty boats"),
    ],
)
def test_two_counts_of_one_thing_contradict_each_other(one: str, other: str) -> None:
    assert clash(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("46 boats", "46 boats"),
        ("46 boats", "52 cars"),
        ("46 boats", "forty boats and 52 boats"),
        ("46% boats", "52% boats"),
        ("46 percent boats", "52 percent boats"),
        ("46 per cent boats", "52 per cent boats"),
        ("46 Boats", "52 Boats"),
        ("46, boats", "52, boats"),
        ("1,946, boats", "1,952, boats"),
        ("4/46 boats", "4/52 boats"),
        ("46", "52"),
        ("No-46 boats", "No-52 boats"),
        ("46-52 boats", "53 boats"),
        ("10:46 boats", "10:52 boats"),
        ("A46 boats", "A52 boats"),
        ("46 fire at boats", "52 fire at boats"),
        ("46 fire", "52 fire"),
        ("9 trillion boats", "9,000,000,000,000 boats"),
        ("two dozen boats", "24 boats"),
        ("five hundred boats", "500 boats"),
        ("5 thousand boats", "5,000 boats"),
        ("5 billion boats", "5,000,000,000 boats"),
        ("twenty boats", "20 boats"),
        ("Ninety boats", "90 boats"),
    ],
)
def test_other_things_and_equal_figures_do_not(one: str, other: str) -> None:
    assert not clash(one, other)


@pytest.mark.parametrize("unit", "times years months weeks days hours minutes".split())
def test_units_of_time_are_not_counted(unit: str) -> None:
    assert not clash(f"46 {unit}", f"52 {unit}")


@pytest.mark.parametrize(
    "words",
    [
        "at least",
        "more than",
        "over",
        "above",
        "upward of",
        "upwards of",
        "as many as",
        "At least",
        "no fewer than",
        "not fewer than",
        "no less than",
    ],
)
def test_a_least_figure_may_be_any_that_is_not_far_below(words: str) -> None:
    assert not clash(f"{words} 46 boats", "9000 boats")
    assert not clash(f"{words} 46 boats", "40 boats")
    assert clash(f"{words} 46 boats", "39 boats")


@pytest.mark.parametrize(
    "words", ["up to", "fewer than", "less than", "under", "at most", "Up to", "no more than", "not more than"]
)
def test_a_greatest_figure_may_be_any_that_is_not_far_above(words: str) -> None:
    assert not clash(f"{words} 46 boats", "2 boats")
    assert not clash(f"{words} 46 boats", "52 boats")
    assert clash(f"{words} 46 boats", "53 boats")


@pytest.mark.parametrize("word", "about around roughly some nearly almost approximately estimated About".split())
def test_a_figure_that_is_only_near_holds_those_around_it(word: str) -> None:
    assert not clash(f"{word} 80 boats", "92 boats")
    assert not clash(f"{word} 80 boats", "68 boats")
    assert clash(f"{word} 80 boats", "93 boats")
    assert clash(f"{word} 80 boats", "67 boats")
    assert clash(f"{word} of 80 boats", "81 boats")


def test_round_figures_are_only_near() -> None:
    assert not clash("200 boats", "230 boats")
    assert clash("200 boats", "231 boats")
    assert not clash("100 boats", "115 boats")
    assert clash("210 boats", "211 boats")
    assert clash("00 boats", "1 boats")
    assert not clash("2 million boats", "2,250,000 boats")


def test_the_thing_counted_is_told_with_its_figure() -> None:
    assert found("They saw 46 old boats there.", "There were 52 old boats at the quay.") == [
        ("number", "46 old boats", "52 old boats")
    ]
    assert found("They saw 46 boats and 12 cars.", "They saw 13 cars and 47 boats.") == [
        ("number", "46 boats", "47 boats"),
        ("number", "12 cars", "13 cars"),
    ]


def test_only_the_linked_sentence_counts() -> None:
    one, other = "They saw 46 boats there.", "They saw 52 boats there. It rained."
    before = "The 9 boats left. " + one
    rows = contradictions([bare(before), bare(other)], [link(before, other)])
    assert not rows


@pytest.mark.parametrize(
    ("one", "other", "contradicts"),
    [
        ("The council voted 9-6 for it.", "The council voted 10-5 for it.", True),
        ("The council voted 9–6 for it.", "The council voted 10–5 for it.", True),
        ("The council voted 9 to 6 for it.", "The council voted 10-to-5 for it.", True),
        ("The council voted nine to six for it.", "The council voted ten to five for it.", True),
        ("The council votes 9-6 for it.", "Voting was 10-5 for it.", True),
        ("A ballot of 9-6 went for it.", "A majority of 10-5 went for it.", True),
        ("The council voted 9-6 for it.", "The council voted 6-9 against it.", False),
        ("The council voted 9-6 for it.", "The council voted nine to six for it.", False),
        ("The team won 9-6 there.", "The team won 10-5 there.", False),
        ("The council voted 9-6 for it.", "The team won 10-5 there.", False),
        ("The council voted 9-6 for it.", "The council voted 10-5 and 9-6 for it.", False),
        ("The council voted 9-6 for it.", "The council voted for it.", False),
    ],
)
def test_votes_contradict_each_other_by_their_figures(one: str, other: str, *, contradicts: bool) -> None:
    assert bool(found(one, other)) == bool(found(other, one)) == contradicts


PAIRS = {
    "rejected": ["approved", "passed", "adopted"],
    "voted down": ["approved", "passed"],
    "defeated": ["adopted"],
    "acquitted": ["convicted", "found guilty"],
    "cleared": ["convicted"],
    "found not guilty": ["convicted"],
    "overturned": ["upheld"],
    "struck down": ["upheld"],
    "died": ["survived"],
    "was killed": ["survived"],
}


@pytest.mark.parametrize(("one", "other"), [(one, other) for one, others in PAIRS.items() for other in others])
def test_outcomes_of_which_only_one_can_be_contradict_each_other(one: str, other: str) -> None:
    assert found(f"At noon it {one} there.", f"At noon it {other} there.") == [("outcome", one, other)]
    assert found(f"At noon it {other} there.", f"At noon it {one} there.") == [("outcome", other, one)]
    assert found(f"At noon it {one.upper()} there.", f"At noon it {other} there.")
    assert not found(f"At noon it {one} there.", f"At noon it {one} there.")
    assert not found(f"At noon it {one} there.", f"At noon it {other}s there.")
    assert not found(f"At noon it {one} there.", f"Then it {other} or {one} there.")


@pytest.mark.parametrize(
    "words",
    [
        "not",
        "never",
        "no",
        "failed to be",
        "refused to be",
        "without",
        "could be",
        "would be",
        "may",
        "might",
        "if",
        "to be",
        "hasn’t",
        "isn't",
    ],
)
def test_an_outcome_that_is_denied_or_only_possible_is_none(words: str) -> None:
    assert not found("At noon it approved that.", f"At noon it {words} rejected there.")
    assert not found(f"At noon it {words} approved that.", "At noon it rejected there.")


def test_a_denial_far_before_the_word_is_none_of_it() -> None:
    assert found("It did not rain at noon, and the council of Tarn approved that.", "At noon it rejected that.")


def test_a_link_counts_from_a_probability_of_three_fifths() -> None:
    one, other = "They saw 46 boats there.", "They saw 52 boats there."
    assert found(one, other, 0.6)
    assert not found(one, other, 0.59)


def test_what_two_links_lead_to_is_told_once_and_in_their_order() -> None:
    one, other = "They saw 46 boats there.", "They saw 52 boats there."
    articles = [bare(one), bare(other)]
    assert len(contradictions(articles, [link(one, other, 0.9), link(one, other, 0.7)])) == 1
    unsure = "It rained on Monday in Tarn."
    rows = contradictions([bare(one), bare(unsure)], [link(one, unsure, 0.2)])
    assert rows == ()
    three = [*articles, bare("They saw 60 boats there.")]
    second = link(one, "They saw 60 boats there.", 0.8)
    second = type(second)(second.first, type(second.second)(2, 0, 0, 24, "middle"), 0.5, 0.8)
    skipped = link(one, other, 0.1)
    rows = contradictions(three, [skipped, second, link(one, other, 0.7)])
    assert [(row.second.article, row.probability) for row in rows] == [(2, 0.8), (1, 0.7)]
