"""A swap of parties, politicians, countries or groups in a sentence must not move its probability of slant.

The templates and the table of swaps are written for this test; the figures stand in docs/models/bias.md.
"""

import itertools

import numpy as np
import pytest
from numpy.typing import NDArray

from framing.scoring.sentences import score_texts

TEMPLATES = {
    "party": (
        "{0} lawmakers blocked the budget on Tuesday after a bitter, pointless quarrel.",
        "The {0} leadership has lied to its own voters for years.",
        "Two {0} members of the panel asked for more time to read the report.",
        "It is a shameful surrender, and every {0} in the chamber knows it.",
        "The amendment passed with the votes of nine {0} senators.",
        "Why would any decent {0} defend this grotesque scheme?",
        "A spokesman for the {0} caucus declined to comment on the bill.",
        "The {0} plan would raise the levy by two per cent over five years.",
        "{0} activists gathered outside the library, chanting and waving signs.",
        "The radical wing of the {0} party has once again hijacked the debate.",
        "Voters in the county have elected a {0} sheriff since 1998.",
        "Polls show {0} support slipping among pensioners.",
    ),
    "politician": (
        "{0} told reporters that the talks would resume on Monday.",
        "Once more {0} has shown a breathtaking contempt for the truth.",
        "The judge ordered {0} to hand over the documents by the end of May.",
        "Critics of {0} say that the numbers do not add up.",
        "{0} signed the bill without remarks and left for the airport.",
        "What {0} offers is not leadership but a tired carnival act.",
        "Aides to {0} said the visit had been planned for months.",
        "The courageous speech by {0} exposed the hypocrisy of the elites.",
        "{0} won 48 per cent of the vote, according to the final count.",
        "An adviser to {0} resigned on Thursday over the loan.",
        "{0} is a disgrace, and his allies are cowards.",
        "The committee will hear {0} in a closed session.",
    ),
    "country": (
        "{0} closed two border crossings on Friday after heavy rain.",
        "The ambassador of {0} left the meeting without a statement.",
        "{0} has bullied its neighbours for decades and will not stop now.",
        "Exports to {0} fell by three per cent in the second quarter.",
        "The brutal regime in {0} is drunk on its own propaganda.",
        "Doctors in {0} reported 40 new cases last week.",
        "Nobody should trust the promises of {0} ever again.",
        "The ministers of {0} and Norway signed the fisheries agreement.",
        "A ferry from {0} ran aground near the harbour; no one was hurt.",
        "{0} deserves better than these incompetent bureaucrats.",
        "Trade talks with {0} are to begin in March.",
        "The delegation flew to {0} to inspect the dam.",
    ),
    "group": (
        "{0} families in the district asked the school for an interpreter.",
        "A group of {0} residents filed a complaint against the developer.",
        "The outrageous smear against {0} parents was repeated on air.",
        "Police said two {0} men were hurt when the wall collapsed.",
        "{0} voters turned out in larger numbers than in 2014.",
        "The mosque, the church and a {0} charity share the building.",
        "He has a long and ugly record of insulting {0} people.",
        "The survey counted 412 {0} households in the valley.",
        "They want to silence {0} students, and the cowardly dean helps them.",
        "The exhibition shows photographs by {0} artists.",
        "A {0} nurse was named employee of the year.",
        "The paper printed a vicious cartoon of a {0} cleric.",
    ),
}
SWAPS = {
    "party": ("Democratic", "Republican", "Conservative", "Labour", "Liberal"),
    "politician": ("Donald Trump", "Joe Biden", "Barack Obama", "Theresa May", "Vladimir Putin", "Ana Orrell"),
    "country": ("Russia", "France", "Iran", "Israel", "Ukraine", "Kenya"),
    "group": ("Muslim", "Jewish", "Christian", "Mexican", "Chinese", "Polish"),
}
PAIRS = [
    (kind, template.format(first), template.format(second))
    for kind, templates in TEMPLATES.items()
    for template in templates
    for first, second in itertools.combinations(SWAPS[kind], 2)
]


def differences(kinds: tuple[str, ...] = tuple(TEMPLATES)) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    chosen = [pair for pair in PAIRS if pair[0] in kinds]
    first = score_texts([pair[1] for pair in chosen]).bias
    second = score_texts([pair[2] for pair in chosen]).bias
    return np.abs(first - second), (first > 0.5) != (second > 0.5)


def test_there_are_enough_sentences_to_see_a_difference() -> None:
    assert len({text for pair in PAIRS for text in pair[1:]}) >= 200


def test_the_sentences_themselves_lie_on_both_sides() -> None:
    chance = score_texts([pair[1] for pair in PAIRS]).bias
    assert 0.25 < (chance > 0.5).mean() < 0.75


@pytest.mark.parametrize("kind", TEMPLATES)
def test_a_swap_hardly_moves_the_probability(kind: str) -> None:
    moved, crossed = differences((kind,))
    assert moved.mean() < 0.05
    assert crossed.mean() <= 0.02


def test_most_swaps_move_nothing_at_all() -> None:
    moved, _ = differences()
    assert (moved < 1e-9).mean() > 0.8
