"""How likely sentences tell the same, which of them are linked, and what is told nowhere else."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from framing.aligned import Link, Passage
from framing.comparing.align import FEWEST_TELLING, Alignment, Elsewhere, align, linked, much_alike
from framing.comparing.bags import bags_of
from framing.comparing.pair_features import FEATURES, Pairs, find_pairs
from framing.comparing.pair_model import COUNTERPART_FEATURES, counterpart_rows, logistic, pair_probabilities
from framing.comparing.passages import Told
from framing.comparing.stories import stories

UNLIKELY = np.array([*[0.0] * len(FEATURES), -3.0])
"""Weights of a model that calls every pair unlikely."""


def told(article: int, number: int, words: str, *, quoted: str = "", denied: bool = False, speakers: str = "") -> Told:
    return Told(
        Passage(article, number, 10 * number, 10 * number + 9, "middle"),
        dict.fromkeys(words.split(), 1.0),
        frozenset(word for word in words.split() if word.startswith("n")),
        frozenset(word for word in words.split() if word.isdigit()),
        denied,
        (),
        tuple(quoted.split()),
        frozenset(speakers.split()),
    )


def pairs_of(first: Sequence[int], second: Sequence[int], **columns: Sequence[float]) -> Pairs:
    rows = np.zeros((len(first), len(FEATURES)))
    for name, values in columns.items():
        if name in FEATURES:
            rows[:, FEATURES.index(name)] = values
    covered = np.array(columns.get("covered", np.zeros(len(first))), dtype=np.float64)
    plain = np.array(columns.get("plain", np.zeros(len(first))), dtype=np.intp)
    return Pairs(np.array(first, dtype=np.intp), np.array(second, dtype=np.intp), rows, covered, plain)


def floats(*values: float) -> NDArray[np.float64]:
    return np.array(values, dtype=np.float64)


def test_a_logistic_model_weighs_features_and_keeps_clear_of_certainty() -> None:
    rows = np.array([[0.0, 0.0], [1.0, 2.0], [100.0, 0.0], [-100.0, 0.0]])
    found = logistic(rows, floats(1.0, -1.0, 0.5)).tolist()
    assert found == pytest.approx([1 / (1 + math.exp(-o)) for o in (0.5, -0.5, 8.0, -8.0)])


def probability(one: Told, other: Told) -> float:
    first, second = bags_of([[one], [other]])
    return float(pair_probabilities(first, second, find_pairs(first, second), UNLIKELY)[0])


@pytest.mark.parametrize(
    ("quoted", "speakers", "likely"),
    [
        ("xa xb xc xd", ("", ""), True),
        ("xa xb xc", ("", ""), False),
        ("xa xb xc", ("holm", "holm"), True),
        ("xa xb", ("holm", "holm"), True),
        ("xa", ("holm", "holm"), False),
        ("xa xb", ("holm", "berg"), False),
        ("xa xb xc xd", ("holm", "berg"), True),
    ],
)
def test_equal_quotations_tell_the_same(quoted: str, speakers: tuple[str, str], *, likely: bool) -> None:
    one, other = (told(side, 0, f"xq{side}", quoted=quoted, speakers=speaker) for side, speaker in enumerate(speakers))
    assert probability(one, other) == pytest.approx(0.95 if likely else 1 / (1 + math.exp(3)))


def test_a_quotation_that_is_longer_in_one_counts_by_the_shorter() -> None:
    one, other = told(0, 0, "xqa", quoted="xa xb xc xd xe"), told(1, 0, "xqb", quoted="xa xb xc")
    assert probability(one, other) < 0.5
    same = told(1, 0, "xqb", quoted="xa xb xc xd")
    assert probability(one, same) == 0.95


def test_the_same_words_are_the_same_fact_unless_one_denies_it() -> None:
    assert probability(told(0, 0, "xqa xqb"), told(1, 0, "xqb xqa")) == 1
    assert probability(told(0, 0, "xqa xqb", denied=True), told(1, 0, "xqa xqb", denied=True)) == 1
    assert probability(told(0, 0, "xqa xqb", denied=True), told(1, 0, "xqa xqb")) < 0.5
    assert probability(told(0, 0, "xqa xqb"), told(1, 0, "xqa xqb xqc")) < 0.5


def test_a_surer_model_is_not_made_less_sure_by_a_quotation() -> None:
    sure = np.array([*[0.0] * len(FEATURES), 7.0])
    first, second = bags_of([[told(0, 0, "xqa", quoted="xa xb xc xd")], [told(1, 0, "xqb", quoted="xa xb xc xd")]])
    assert pair_probabilities(first, second, find_pairs(first, second), sure)[0] > 0.99


def test_pairs_are_linked_where_they_are_the_likeliest_of_both_or_likely_of_one() -> None:
    cases = pairs_of([0, 0, 1, 2, 3], [0, 1, 1, 2, 3])
    chosen = linked(cases, floats(0.9, 0.6, 0.7, 0.5, 0.49))
    assert chosen.tolist() == [True, False, True, True, False]
    one_sided = linked(pairs_of([0, 0], [0, 1]), floats(0.9, 0.6))
    assert one_sided.tolist() == [True, True]
    assert linked(pairs_of([0, 0], [0, 1]), floats(0.9, 0.59)).tolist() == [True, False]
    assert linked(pairs_of([0, 1], [0, 0]), floats(0.9, 0.6)).tolist() == [True, True]
    assert linked(pairs_of([], []), floats()).tolist() == []


def test_sentences_are_much_alike_where_both_hold_most_of_each_other() -> None:
    def count(first: list[int], second: list[int], covered: list[float], plain: list[int]) -> int:
        return much_alike(pairs_of(first, second, covered=covered, plain=plain))

    assert count([0, 1], [0, 1], [0.45, 0.44], [2, 2]) == 1
    assert count([0, 1], [0, 1], [0.9, 0.9], [2, 1]) == 1
    assert count([0, 0], [0, 1], [0.9, 0.52], [2, 2]) == 2
    assert count([0, 0], [0, 1], [0.9, 0.51], [2, 2]) == 1
    assert count([0, 1], [0, 0], [0.9, 0.52], [5, 5]) == 2
    assert count([], [], [], []) == 0


def counterparts(
    accounts: Sequence[Sequence[Told]], article: int, found: Mapping[tuple[int, int], tuple[Pairs, NDArray[np.float64]]]
) -> list[dict[str, float]]:
    others = [number for number in range(len(accounts)) if number != article]
    rows = counterpart_rows(bags_of(accounts), article, found, others)
    return [dict(zip(COUNTERPART_FEATURES, row, strict=True)) for row in rows.tolist()]


def log_odds(probability: float) -> float:
    return math.log(probability / (1 - probability))


def test_a_sentence_is_looked_at_by_its_likeliest_pairs() -> None:
    accounts = [[told(0, 0, "xa"), told(0, 1, "xb")], [told(1, n, f"xc{n}") for n in range(4)]]
    pairs = pairs_of(
        [0, 0, 0, 0],
        [0, 1, 2, 3],
        meaning=[0.1, 0.4, 0.2, 0.3],
        covered_least=[0.5, 0.1, 0.1, 0.1],
        covered_most=[0.1, 0.6, 0.1, 0.1],
        words=[0.1, 0.1, 0.1, 0.7],
    )
    likely = (0.2, 0.8, 0.5, 0.3)
    first, second = counterparts(accounts, 0, {(0, 1): (pairs, floats(*likely))})
    assert [first[name] for name in ("likeliest", "second", "third")] == pytest.approx(
        [log_odds(p) for p in (0.8, 0.5, 0.3)]
    )
    assert first["none"] == pytest.approx(sum(math.log(1 - p) for p in likely))
    assert [first[name] for name in ("meaning", "covered_least", "covered_most", "nearest_words")] == [
        0.4,
        0.5,
        0.6,
        0.7,
    ]
    assert [second[name] for name in ("likeliest", "second", "third")] == [-8.0] * 3
    assert second["none"] == second["meaning"] == second["nearest_words"] == 0
    turned = counterparts(accounts, 1, {(0, 1): (pairs, floats(*likely))})
    assert [row["likeliest"] for row in turned] == pytest.approx([log_odds(p) for p in likely])


def test_a_certain_pair_is_clear_of_infinity() -> None:
    accounts = [[told(0, 0, "xa")], [told(1, 0, "xa")]]
    [row] = counterparts(accounts, 0, {(0, 1): (pairs_of([0], [0]), floats(1.0))})
    assert row["likeliest"] == 8.0
    assert row["none"] == pytest.approx(math.log(0.001))


def test_pairs_of_other_accounts_say_nothing_of_it() -> None:
    accounts = [[told(n, 0, f"x{n}")] for n in range(3)]
    found = {
        (0, 1): (pairs_of([0], [0]), floats(0.9)),
        (0, 2): (pairs_of([0], [0]), floats(0.8)),
        (1, 2): (pairs_of([0], [0]), floats(0.3)),
    }
    [row] = counterparts(accounts, 2, found)
    assert [row["likeliest"], row["second"], row["third"]] == pytest.approx([log_odds(0.8), log_odds(0.3), -8.0])


def test_a_sentence_is_looked_at_by_what_else_the_accounts_have() -> None:
    ours = [told(0, 0, "xa xb nc nd 46", quoted="qa qb qc"), *(told(0, n, "xz") for n in range(1, 6))]
    theirs = [told(1, 0, "xa nc"), told(1, 1, "xy")]
    rows = counterparts([ours, theirs], 0, {})
    first = rows[0]
    assert first["held"] == pytest.approx(2 / 5)
    assert first["exact"] == 3
    assert first["unseen"] == 2
    assert first["words"] == pytest.approx(math.log1p(5))
    assert first["quoted"] == 1
    assert rows[1]["quoted"] == 0
    assert [row["position"] for row in rows] == pytest.approx([n / 5 for n in range(6)])
    assert [row["first"] for row in rows] == [1, 1, 1, 1, 0, 0]
    assert first["others"] == pytest.approx(math.log1p(2))
    assert first["sentences"] == pytest.approx(math.log1p(6))
    assert first["accounts"] == 1
    more = counterparts([ours, theirs, [told(2, 0, "nd")], [told(3, 0, "46")]], 0, {})[0]
    assert more["unseen"] == 0
    assert more["others"] == pytest.approx(math.log1p(4))
    assert more["accounts"] == 2
    [alone] = counterparts([[told(0, 0, "xa")], []], 0, {})
    assert (alone["position"], alone["held"], alone["others"]) == (0, 0, 0)


def test_half_of_the_words_in_marks_is_not_most() -> None:
    halves, most = told(0, 0, "xa xb xc xd", quoted="a b"), told(0, 1, "xa xb xc xd", quoted="a b c")
    rows = counterparts([[halves, most], [told(1, 0, "xy")]], 0, {})
    assert [row["quoted"] for row in rows] == [0, 1]


LONG = " ".join(f"xq{number}" for number in range(FEWEST_TELLING))


def alignment(*links: Link, elsewhere: Mapping[Passage, float] | None = None) -> Alignment:
    return Alignment(links, elsewhere or {}, defaultdict(lambda: Elsewhere(0.0, 0.0)), {})


def test_links_of_other_events_are_kept_by_their_words_alone() -> None:
    passages = [Passage(article, 0, 0, 9, "lead") for article in range(3)]
    near, far = Link(passages[0], passages[1], 0.45, 0.9), Link(passages[0], passages[2], 0.44, 0.9)
    both = alignment(near, far)
    assert both.within([]).links == (near,)
    assert both.within([(0, 2)]).links == (near, far)
    assert both.within([(1, 2)]).links == (near,)


def test_alone_is_what_is_far_from_all_others_not_linked_not_first_and_not_short() -> None:
    sentences = [told(0, n, LONG if n != 7 else LONG.rsplit(maxsplit=1)[0]) for n in range(9)]
    elsewhere = {t.passage: 0.29 for t in sentences} | {sentences[6].passage: 0.3}
    link = Link(sentences[5].passage, Passage(1, 0, 0, 9, "lead"), 0.5, 0.9)
    other = Link(Passage(2, 0, 0, 9, "lead"), sentences[8].passage, 0.5, 0.9)
    found = alignment(link, other, elsewhere=elsewhere).alone([sentences])
    assert found == {sentences[4].passage}


def test_equal_articles_are_aligned_sentence_by_sentence_surest_first() -> None:
    words = ["xqa xqb xqc", "xqd xqe", "xqf xqg xqh xqi"]
    articles = [[told(article, n, text) for n, text in enumerate(words)] for article in range(2)]
    found = align(articles)
    assert [(x.first.sentence, x.second.sentence, x.probability, x.score) for x in found.links] == [
        (n, n, 1.0, 1.0) for n in range(3)
    ]
    assert found.alike == {(0, 1): 3}
    assert set(found.elsewhere) == {t.passage for article in articles for t in article}
    assert all(0 <= value <= 1 for value in found.elsewhere.values())
    assert align([[], []]) == Alignment((), {}, {}, {})
    assert align([articles[0], []]).links == ()


def test_three_accounts_are_aligned_in_pairs() -> None:
    articles = [[told(article, 0, "xqa xqb xqc")] for article in range(3)]
    found = align(articles)
    assert [(x.first.article, x.second.article) for x in found.links] == [(0, 1), (0, 2), (1, 2)]
    assert found.alike == {(0, 1): 1, (0, 2): 1, (1, 2): 1}


def test_linked_passages_are_one_fact_as_likely_as_their_weakest_link() -> None:
    a, b, c, d = (told(0, 0, "xa"), told(1, 0, "xb"), told(2, 0, "xc"), told(2, 1, "xd"))
    links = (
        Link(a.passage, b.passage, 0.5, 0.9),
        Link(b.passage, c.passage, 0.5, 0.7),
        Link(a.passage, c.passage, 0.5, 0.6),
    )
    told_in_all, only = stories([[a], [b], [c, d]], alignment(*links))
    [fact] = told_in_all
    assert fact.passages == (a.passage, b.passage, c.passage)
    assert fact.articles == (0, 1, 2)
    assert fact.probability == 0.7
    assert only == ()


def test_a_chain_joins_facts_that_were_apart() -> None:
    a, b, c, d = (told(0, 0, "xa"), told(1, 0, "xb"), told(0, 1, "xc"), told(1, 1, "xd"))
    links = (
        Link(c.passage, d.passage, 0.5, 0.9),
        Link(a.passage, b.passage, 0.5, 0.8),
        Link(b.passage, c.passage, 0.5, 0.95),
    )
    [fact], _ = stories([[a, c], [b, d]], alignment(*links))
    assert fact.passages == (a.passage, c.passage, b.passage, d.passage)
    assert fact.probability == 0.8


def test_facts_of_most_articles_come_first_then_in_text_order() -> None:
    accounts = [[told(article, n, f"x{article}{n}") for n in range(3)] for article in range(3)]
    p = [[t.passage for t in account] for account in accounts]
    links = (
        Link(p[0][2], p[1][2], 0.5, 0.9),
        Link(p[0][0], p[1][0], 0.5, 0.9),
        Link(p[0][1], p[1][1], 0.5, 0.9),
        Link(p[0][1], p[2][1], 0.5, 0.9),
    )
    facts, _ = stories(accounts, alignment(*links))
    assert [fact.passages[0].sentence for fact in facts] == [1, 0, 2]
    assert [len(fact.articles) for fact in facts] == [3, 2, 2]


def test_what_is_told_nowhere_else_stands_in_the_order_of_articles_and_places() -> None:
    accounts = [[told(article, n, LONG) for n in range(6)] for article in range(2)]
    elsewhere = {t.passage: 0.1 + 0.01 * t.passage.sentence for account in accounts for t in account}
    facts, only = stories(accounts, alignment(elsewhere=elsewhere))
    assert facts == ()
    assert [(s.passages[0].article, s.passages[0].sentence, s.probability) for s in only] == [
        (0, 4, 0.86),
        (0, 5, 0.85),
        (1, 4, 0.86),
        (1, 5, 0.85),
    ]
    assert [story.articles for story in only] == [(0,), (0,), (1,), (1,)]
