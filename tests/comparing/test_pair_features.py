"""What speaks for two sentences telling the same: each figure of a pair, computed by hand on invented sentences.

The shipped model's weights mean something only for the figures that it was trained on.
"""

import math
from collections.abc import Mapping, Sequence

import numpy as np
import pytest

from framing.aligned import Passage
from framing.comparing.bags import Bags, bags_of
from framing.comparing.pair_features import FEATURES, Pairs, find_pairs
from framing.comparing.passages import Told
from framing.modelling.meanings import stem

NOTHING = Passage(0, 0, 0, 0, "lead")
FERRY, BOAT = stem("ferry"), stem("boat")


def told(
    words: str | Mapping[str, float],
    names: str = "",
    numbers: str = "",
    *,
    quoted: str = "",
    denied: bool = False,
    speakers: str = "",
    entities: str = "",
) -> Told:
    """A sentence of words that no dictionary knows, unless they are given: then only equal words are near."""
    weights = dict.fromkeys(words.split(), 1.0) if isinstance(words, str) else words
    return Told(
        NOTHING,
        weights,
        frozenset(names.split()),
        frozenset(numbers.split()),
        denied,
        (),
        tuple(quoted.split()),
        frozenset(speakers.split()),
        frozenset(entities.split()),
    )


def bags(*accounts: Sequence[Told]) -> list[Bags]:
    return bags_of(accounts)


def rows(one: Sequence[Told], other: Sequence[Told]) -> dict[tuple[int, int], dict[str, float]]:
    """The figures of each pair by name; they are the same whichever account comes first."""
    first, second = bags(one, other)
    pairs, turned = find_pairs(first, second), find_pairs(second, first)
    found = named(pairs)
    back = {(i, j): row for (j, i), row in named(turned).items()}
    assert found.keys() == back.keys()
    for pair, row in found.items():
        assert row == pytest.approx(back[pair], abs=1e-6)
    return found


def named(pairs: Pairs) -> dict[tuple[int, int], dict[str, float]]:
    assert pairs.rows.shape == (len(pairs.first), len(FEATURES))
    return {
        (i, j): dict(zip(FEATURES, row, strict=True))
        for i, j, row in zip(pairs.first.tolist(), pairs.second.tolist(), pairs.rows.tolist(), strict=True)
    }


def pair(one: Told, other: Told) -> dict[str, float]:
    return rows([one], [other])[0, 0]


def weight(held: int, count: int) -> float:
    """What a word weighs that so many of the sentences hold."""
    return math.log1p(count / held) / math.log1p(count)


def test_equal_sentences_hold_all_of_each_other() -> None:
    row = pair(told("xqa xqb xqc", "xqc"), told("xqa xqb xqc", "xqc"))
    full = {"words", "covered_least", "covered_most", "plain_least", "plain_most", "names_least", "names_most"}
    assert {name: row[name] for name in full} == pytest.approx(dict.fromkeys(full, 1.0))
    both = weight(2, 2)
    assert row["shared"] == pytest.approx(math.log1p(2 * both))
    assert row["names_shared"] == pytest.approx(math.log1p(both))
    assert row["shorter"] == pytest.approx(math.log(3))
    assert row["lengths"] == pytest.approx(0)
    assert row["share_of_best_least"] == row["share_of_best_most"] == pytest.approx(1 / 1.05)


def test_sentences_without_a_common_word_hold_nothing_of_each_other() -> None:
    row = pair(told("xqa xqb"), told("xqc xqd xqe"))
    nothing = {"meaning", "words", "covered_most", "plain_most", "shared", "names_shared", "names_most", "numbers"}
    assert {row[name] for name in nothing} == {0.0}
    assert row["shorter"] == pytest.approx(math.log(2))
    assert row["lengths"] == pytest.approx(math.log(3 / 2))


def test_what_a_sentence_holds_of_another_is_a_share_of_its_weight() -> None:
    one, other = told({"xqa": 3.0, "xqb": 1.0}), told({"xqa": 1.0, "xqc": 1.0, "xqd": 2.0})
    both, single = weight(2, 2), weight(1, 2)
    row = pair(one, other)
    ours, theirs = 3 * both / (3 * both + single), both / (both + 3 * single)
    assert row["covered_most"] == row["plain_most"] == pytest.approx(ours)
    assert row["covered_least"] == row["plain_least"] == pytest.approx(theirs)
    assert row["shared"] == pytest.approx(math.log1p((3 * both + both) / 2))
    lengths = math.hypot(3 * both, single) * math.sqrt(both**2 + single**2 + (2 * single) ** 2)
    assert row["words"] == pytest.approx(3 * both * both / lengths)


def test_names_and_numbers_are_counted_beside_the_plain_words() -> None:
    one = told("xqa xqn xqm 46 12", "xqn xqm", "46 12")
    other = told("xqb xqn xqp 46", "xqn xqp", "46")
    row = pair(one, other)
    both, single = weight(2, 2), weight(1, 2)
    assert row["shared"] == row["plain_most"] == 0
    assert row["names_shared"] == pytest.approx(math.log1p(both))
    assert row["names_least"] == row["names_most"] == pytest.approx(both / (both + single))
    assert row["numbers"] == 1
    assert row["other_numbers"] == 0
    assert row["covered_most"] == pytest.approx(2 * both / (2 * both + 2 * single))


@pytest.mark.parametrize(("count", "counted"), [(0, 0), (1, 1), (3, 3), (5, 3)])
def test_equal_numbers_count_up_to_three(count: int, counted: int) -> None:
    digits = " ".join(str(number + 40) for number in range(count))
    row = pair(told(f"xqa {digits}", numbers=digits), told(f"xqa {digits}", numbers=digits))
    assert row["numbers"] == counted


@pytest.mark.parametrize(
    ("ours", "theirs", "conflict"),
    [("46", "52", 1), ("46", "46", 0), ("46 12", "52 12", 0), ("46", "", 0), ("", "", 0)],
)
def test_numbers_speak_against_each_other_where_both_have_some_and_none_in_common(
    ours: str, theirs: str, conflict: int
) -> None:
    row = pair(told(f"xqa xqb {ours}", numbers=ours), told(f"xqa xqb {theirs}", numbers=theirs))
    assert row["other_numbers"] == conflict


def test_words_of_near_meaning_cover_each_other_in_part() -> None:
    row = pair(told(FERRY), told(BOAT))
    [one, other] = bags([told(FERRY)], [told(BOAT)])
    similar = float((one.vectors[one.words[0, 0]] @ other.vectors[other.words[0, 0]]).item())
    assert 0.6 <= similar < 1
    assert row["covered_least"] == row["covered_most"] == pytest.approx(0.8 * similar, abs=1e-6)
    assert row["meaning"] == pytest.approx(similar, abs=1e-6)
    assert row["shared"] == row["words"] == 0


def test_names_and_numbers_cover_only_themselves() -> None:
    assert pair(told(FERRY, FERRY), told(BOAT, BOAT))["covered_most"] == 0
    assert pair(told(FERRY, FERRY), told(BOAT))["covered_most"] == 0
    assert pair(told(FERRY, numbers=FERRY), told(BOAT))["covered_most"] == 0


def test_words_of_far_meaning_cover_nothing() -> None:
    assert pair(told(FERRY), told(stem("verdict")))["covered_most"] == 0


@pytest.mark.parametrize(
    ("ours", "theirs", "share"),
    [
        ("xa xb xc xd", "xa xb xc xd", 1.0),
        ("xa xb xc xd", "xa xb xc", 1.0),
        ("xa xb xc xd xe", "xb xc xd xy xz", 1 / 3),
        ("xa xb xc xd", "xd xc xb xa", 0.0),
        ("xa xb", "xa xb", 1.0),
        ("xa xb", "xq xa xb xr", 1.0),
        ("xq xa xb", "xa xb", 1.0),
        ("xa xb", "xb xa xr xs", 0.0),
        ("xb xc", "xa xb xc", 1.0),
        ("xa", "xa", 0.0),
        ("xa", "xa xb xc xd", 0.0),
        ("", "xa xb xc", 0.0),
        ("", "", 0.0),
    ],
)
def test_quotations_are_the_same_by_runs_of_three_words(ours: str, theirs: str, share: float) -> None:
    assert pair(told("xqa", quoted=ours), told("xqa", quoted=theirs))["quotation"] == pytest.approx(share)


@pytest.mark.parametrize(
    ("ours", "theirs", "same", "other"),
    [("holm", "holm", 1, 0), ("holm berg", "berg", 1, 0), ("holm", "berg", 0, 1), ("holm", "", 0, 0), ("", "", 0, 0)],
)
def test_speakers_are_the_same_or_others(ours: str, theirs: str, same: int, other: int) -> None:
    row = pair(told("xqa", speakers=ours), told("xqa", speakers=theirs))
    assert (row["same_speaker"], row["other_speaker"]) == (same, other)


def test_whom_few_sentences_name_says_more() -> None:
    one = [told("xqa", entities="holm tarn"), told("xqb", entities="tarn")]
    other = [told("xqa", entities="holm tarn"), told("xqc", entities="tarn odden")]
    found = rows(one, other)
    assert found[0, 0]["entities"] == pytest.approx(math.log1p(math.log1p(4 / 2) + math.log1p(4 / 4)))
    assert found[0, 1]["entities"] == pytest.approx(math.log1p(math.log1p(1)))
    assert pair(told("xqa", entities="holm"), told("xqa", entities="odden"))["entities"] == 0


@pytest.mark.parametrize(("ours", "theirs"), [(True, True), (True, False), (False, True), (False, False)])
def test_one_that_denies_speaks_against_one_that_does_not(*, ours: bool, theirs: bool) -> None:
    assert pair(told("xqa", denied=ours), told("xqa", denied=theirs))["denied"] == (ours != theirs)


def test_a_pair_is_held_against_the_others_of_its_sentences() -> None:
    one = [told("xqa xqb"), told("xqc xqd")]
    other = [told("xqa xqb"), told("xqa xqe"), told("xqf xqg"), told("xqc xqh")]
    found = rows(one, other)
    words = {pair: row["words"] for pair, row in found.items()}
    assert found[0, 0]["margin_least"] == pytest.approx(words[0, 0] - words[0, 1], abs=1e-6)
    assert found[0, 0]["margin_most"] == pytest.approx(words[0, 0], abs=1e-6)
    assert found[0, 1]["margin_least"] == pytest.approx(words[0, 1] - words[0, 0], abs=1e-6)
    assert found[0, 1]["margin_most"] == pytest.approx(words[0, 1], abs=1e-6)
    assert found[0, 0]["rank_most"] == 0
    assert found[0, 1]["rank_least"] == pytest.approx(0)
    assert found[0, 1]["rank_most"] == pytest.approx(math.log1p(1))
    assert found[0, 2]["rank_most"] == pytest.approx(math.log1p(2))
    assert found[0, 1]["share_of_best_least"] == pytest.approx(words[0, 1] / (words[0, 0] + 0.05))
    assert found[0, 1]["share_of_best_most"] == pytest.approx(words[0, 1] / (words[0, 1] + 0.05))


def test_a_single_sentence_has_no_other_to_be_held_against() -> None:
    row = pair(told("xqa xqb"), told("xqa xqc"))
    assert row["margin_least"] == row["margin_most"] == pytest.approx(row["words"], abs=1e-6)
    assert row["rank_most"] == row["neighbours"] == 0


def test_neighbours_of_two_sentences_are_near_where_both_accounts_go_the_same_way() -> None:
    one = [told(f"xq{letter} xz{letter}") for letter in "abcd"]
    for shift in (0, 1):
        other = [told(f"xy{n}") for n in range(shift)] + [told(f"xq{letter} xz{letter}") for letter in "abcd"]
        found = rows(one, other)
        near = found[0, shift]["words"] + found[0, shift]["meaning"]
        assert found[1, 1 + shift]["neighbours"] == pytest.approx(near, abs=1e-6)
        assert found[0, 3]["neighbours"] == pytest.approx(0, abs=1e-6) or shift
        assert found[0, 1 + shift]["neighbours"] == pytest.approx(near, abs=1e-6)
    crossed = rows([told("xqa"), told("xqb")], [told("xqb"), told("xqa")])
    assert crossed[0, 0]["neighbours"] == pytest.approx(1)
    assert crossed[0, 1]["neighbours"] == pytest.approx(1)


def test_places_are_compared_as_shares_of_the_accounts() -> None:
    one = [told(f"xqa xq{n}") for n in range(5)]
    other = [told(f"xqa xr{n}") for n in range(3)]
    found = rows(one, other)
    assert found[0, 0]["apart"] == 0
    assert found[4, 2]["apart"] == 0
    assert found[1, 2]["apart"] == pytest.approx(3 / 4)
    assert found[4, 0]["apart"] == pytest.approx(1)
    assert pair(told("xqa"), told("xqa"))["apart"] == 0


def test_the_first_three_sentences_of_both_open_the_accounts() -> None:
    one = [told(f"xqa xq{n}") for n in range(5)]
    found = rows(one, one)
    assert {pair for pair, row in found.items() if row["both_first"]} == {(i, j) for i in range(3) for j in range(3)}


def test_each_sentence_is_compared_with_the_eight_nearest() -> None:
    one = [told("xqa " + " ".join(f"xq{n}" for n in range(6)))]
    other = [told(f"xqa xz{n}") for n in range(6)] + [told(f"xy{n}") for n in range(30)]
    first, second = bags(one, other)
    assert {(i, j) for i, j in named(find_pairs(first, second)) if j < 6} == {(0, j) for j in range(6)}
    many = [told(f"xu{n} xv{n}") for n in range(40)]
    again = [told(f"xu{n} xw{n}") for n in range(40)]
    first, second = bags(many, again)
    found = named(find_pairs(first, second))
    assert {(n, n) for n in range(40)} <= found.keys()
    for side in (0, 1):
        counts = [sum(pair[side] == number for pair in found) for number in range(40)]
        assert min(counts) >= 8
    assert len(found) <= 2 * 8 * 40


@pytest.mark.parametrize(("quoted", "compared"), [("xa xb xc", True), ("xa xb", True), ("xa", True), ("", False)])
def test_equal_quotations_are_compared_however_far_their_sentences_are(quoted: str, *, compared: bool) -> None:
    one = [told("xqb", quoted=quoted), *(told(f"xk xw{n}") for n in range(40))]
    other = [*(told(f"xqb xz{n}") for n in range(40)), told("xk xv", quoted=quoted)]
    assert ((0, 40) in named(find_pairs(*bags(one, other)))) == compared


def test_what_everybody_quotes_makes_no_pairs() -> None:
    everybody = [told(f"xk xv{n}", quoted="xa xb xc") for n in range(9)]
    one = [told("xqb", quoted="xa xb xc"), *(told(f"xk xw{n}") for n in range(40))]
    for count, compared in ((8, 8), (9, 0)):
        other = [*(told(f"xqb xz{n}") for n in range(40)), *everybody[:count]]
        found = named(find_pairs(*bags(one, other)))
        assert sum(pair[0] == 0 and pair[1] >= 40 for pair in found) == compared


def test_what_covers_a_pair_is_the_mean_of_all_words_and_of_the_plain_ones() -> None:
    one, other = told("xqa xqn", "xqn"), told("xqa xqb xqn", "xqn")
    pairs = find_pairs(*bags([one], [other]))
    both, single = weight(2, 2), weight(1, 2)
    back, plain_back = 2 * both / (2 * both + single), both / (both + single)
    assert pairs.covered.tolist() == pytest.approx([(1 + back + 1 + plain_back) / 4])
    assert pairs.plain.tolist() == [1]


def test_a_name_here_that_is_a_word_there_counts_half_of_each() -> None:
    row = pair(told("xqa xqn", "xqn"), told("xqa xqn"))
    both = weight(2, 2)
    assert row["shared"] == pytest.approx(math.log1p(1.5 * both))
    assert row["names_shared"] == pytest.approx(math.log1p(0.5 * both))


def test_no_sentences_make_no_pairs() -> None:
    first, second = bags([told("xqa")], [])
    pairs = find_pairs(first, second)
    assert pairs.rows.shape == (0, len(FEATURES))
    assert len(pairs.first) == len(pairs.covered) == len(pairs.plain) == 0


def test_many_pairs_are_looked_at_in_pieces_and_come_out_the_same() -> None:
    one = [told(f"xqa xq{n}") for n in range(70)]
    other = [told(f"xqa xr{n} xq{n}") for n in range(600)]
    found = named(find_pairs(*bags(one, other)))
    assert len(found) > 4096
    for number in (0, 35, 69):
        assert found[number, number]["shared"] == found[0, 0]["shared"]
        assert found[number, number]["words"] == pytest.approx(found[0, 0]["words"], abs=1e-6)


def test_a_bag_holds_each_word_where_its_sentence_has_it() -> None:
    [bag] = bags([told("xqa xqb 46", "xqb", "46"), told("xqa")])
    assert (bag.words >= 0).tolist() == [[True, True, True], [True, False, False]]
    assert bag.names.tolist() == [[False, True, False], [False, False, False]]
    assert bag.numbers.tolist() == [[False, False, True], [False, False, False]]
    both, single = weight(2, 2), weight(1, 2)
    assert bag.weights.tolist() == [pytest.approx([both, single, single]), pytest.approx([both, 0, 0])]
    dense = bag.dense()
    assert dense.shape == (2, 3)
    assert dense.sum(axis=1).tolist() == pytest.approx([both + 2 * single, both])
    [known] = bags([told(f"{FERRY} xqa"), told("xqa")])
    assert np.linalg.norm(known.meaning, axis=1).tolist() == pytest.approx([1, 0], abs=1e-6)
