"""Which sentences of two accounts may tell the same, and what speaks for it: a row of figures for each pair.

All pairs are compared by two products of matrices, words and meanings; only the nearest of each sentence are looked at
word by word. Every figure is the same whichever account comes first.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from framing.comparing.bags import Bags
from framing.comparing.passages import Told
from framing.expressions import expression

__all__ = ["FEATURES", "Pairs", "find_pairs"]

Floats = NDArray[np.float64]

FEATURES = (
    "meaning", "words", "covered_least", "covered_most", "plain_least", "plain_most", "shared", "names_shared",
    "names_least", "names_most", "numbers", "other_numbers", "counted", "quotation", "same_speaker",
    "other_speaker", "entities", "denied", "margin_least", "margin_most", "rank_least", "rank_most", "neighbours",
    "apart", "both_first", "shorter", "lengths", "share_of_best_least", "share_of_best_most",
)  # fmt: skip
_NEAREST = 8
"""Sentences of the other account that each is compared with word by word, the nearest by words and meaning."""
_NEAR = 0.6
"""Similarity of vectors below which words have nothing to do with each other."""
_PARTLY = 0.8
"""What a word of near meaning covers, as a share of its similarity."""
_FIRST = 3
"""Places beyond which it makes no difference how early a sentence stands."""
_AT_ONCE = 4096
"""Pairs whose words are compared in one step, which bounds the memory."""
_RUN = 3
"""Words in a row that make quotations the same."""
_LEVEL = 0.05
"""Is added to the greatest likeness of a sentence, so that a pair of unlike sentences does not stand out."""
_BESIDE = 2
"""Words that say something on either side of a number, in which what it counts is looked for."""
_HARDLY_COUNTS = frozenset({"0", "1", "2"})
"""Numbers that say "somebody" or "both" as often as they count."""
_YEAR = expression(r"(?:1[89]|20)\d\d")


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Pairs of sentences that may tell the same.

    Attributes:
        first: Numbers of the one account's sentences, of shape (n,).
        second: Numbers of the other's, of shape (n,).
        rows: ``FEATURES`` of each pair, of shape (n, n_features).
        covered: How much of both sentences the other one covers, words beside names twice, of shape (n,).
        plain: Words beside names and numbers that both have, of shape (n,).
    """

    first: NDArray[np.intp]
    second: NDArray[np.intp]
    rows: Floats
    covered: Floats
    plain: NDArray[np.intp]


def find_pairs(one: Bags, other: Bags) -> Pairs:
    """Return the pairs of two accounts' sentences that may tell the same, in text order."""
    meaning = one.meaning @ other.meaning.T
    words = _lengthened(one.dense()) @ _lengthened(other.dense()).T
    near = meaning + words
    chosen = _nearest(near) | _nearest(near.T).T
    for i, j in _same_runs(one.told, other.told):
        chosen[i, j] = True
    first, second = np.nonzero(chosen)
    by_words = [
        _by_words(one, other, first[start : start + _AT_ONCE], second[start : start + _AT_ONCE])
        for start in range(0, len(first), _AT_ONCE)
    ]
    columns = np.concatenate(by_words) if by_words else np.zeros((0, _BY_WORDS))
    there, back, plain, plain_back, shared, names, names_there, names_back, numbers, conflict, common = columns.T
    rows = np.column_stack(
        [
            meaning[first, second],
            words[first, second],
            *_ordered(there, back),
            *_ordered(plain, plain_back),
            np.log1p(shared),
            np.log1p(names),
            *_ordered(names_there, names_back),
            np.minimum(numbers, 3),
            conflict,
            _counted(one, other, first, second),
            _by_people(one.told, other.told, first, second),
            _by_place(near, first, second),
            *_by_length(one, other, first, second),
            *_shares_of_best(words, first, second),
        ]
    )
    covered = (there + back + plain + plain_back) / 4
    return Pairs(first, second, rows, covered, common.astype(np.intp))


def _lengthened(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return rows


def _nearest(near: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Return which columns are among the nearest of each row."""
    chosen = np.zeros(near.shape, dtype=bool)
    if not near.size:
        return chosen
    most = min(_NEAREST, near.shape[1])
    columns = np.argpartition(-near, most - 1, axis=1)[:, :most]
    np.put_along_axis(chosen, columns, values=True, axis=1)
    return chosen


def _same_runs(one: Sequence[Told], other: Sequence[Told]) -> Iterator[tuple[int, int]]:
    """Yield pairs that quote the same words in a row, however few, unless everybody quotes them."""
    holding: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, told in enumerate(other):
        for run in _runs(told.quoted) or {told.quoted}:
            holding[run].append(number)
    for number, told in enumerate(one):
        for run in _runs(told.quoted) or {told.quoted}:
            if run and len(holding[run]) <= _NEAREST:
                yield from ((number, there) for there in holding[run])


def _ordered(one: NDArray[np.floating], other: NDArray[np.floating]) -> tuple[Floats, Floats]:
    """Return the lesser and the greater of each two values."""
    first, second = one.astype(np.float64), other.astype(np.float64)
    return np.minimum(first, second), np.maximum(first, second)


_BY_WORDS = 11
"""Features of a pair that come from its words."""


def _by_words(one: Bags, other: Bags, first: NDArray[np.intp], second: NDArray[np.intp]) -> Floats:
    """Return what the words of each pair share, of shape (n, ``_BY_WORDS``)."""
    ours, theirs = one.words[first], other.words[second]
    here, there = ours >= 0, theirs >= 0
    similar = np.matmul(one.vectors[ours], other.vectors[theirs].transpose(0, 2, 1))
    similar = np.where((similar >= _NEAR) & here[:, :, None] & there[:, None, :], _PARTLY * similar, 0.0)
    equal = (ours[:, :, None] == theirs[:, None, :]) & here[:, :, None]
    similar[equal] = 1.0
    sides = (
        (one, first, similar.max(axis=2), equal.any(axis=2)),
        (other, second, similar.max(axis=1), equal.any(axis=1)),
    )
    covered, plain, named, shared = [], [], [], []
    for bags, chosen, best, same in sides:
        weights = bags.weights[chosen]
        names, numbers = bags.names[chosen], bags.numbers[chosen]
        bare = ~(names | numbers)
        covered.append(_share(weights, best))
        plain.append(_share(weights * bare, best))
        named.append(_share(weights * names, same))
        # What is a name in one account may be a word in the other.
        amounts = (weights * bare * same, weights * names * same, numbers & same, bare & same)
        shared.append(np.column_stack([amount.sum(axis=1) for amount in amounts]))
    both = (shared[0] + shared[1]) / 2
    numbered = one.numbers[first].any(axis=1) & other.numbers[second].any(axis=1)
    conflict = numbered & (both[:, 2] == 0)
    return np.column_stack([*covered, *plain, both[:, :2], *named, both[:, 2], conflict, both[:, 3]])


def _share(weights: NDArray[np.float32], held: NDArray[np.float32] | NDArray[np.bool_]) -> NDArray[np.float32]:
    """Return the share of each row's weight that is held, 0 where it has none."""
    share: NDArray[np.float32] = (weights * held).sum(axis=1) / np.maximum(weights.sum(axis=1), 1e-9)
    return share


def _counted(one: Bags, other: Bags, first: NDArray[np.intp], second: NDArray[np.intp]) -> Floats:
    """Return of each pair how many numbers stand beside the same word in both: "87 arrests", "arrested 87"."""
    ours, theirs = ([_beside_numbers(bags, row) for row in range(len(bags.told))] for bags in (one, other))
    shared = [len(ours[i] & theirs[j]) for i, j in zip(first.tolist(), second.tolist(), strict=True)]
    return np.minimum(np.array(shared, dtype=np.float64), _FIRST)


def _beside_numbers(bags: Bags, row: int) -> frozenset[tuple[str, int]]:
    """Return a sentence's counts, each with each word close to it that is no name: "Holm, 59" counts nothing."""
    written = list(bags.told[row].weights)
    words, exact = bags.words[row].tolist(), (bags.names | bags.numbers)[row].tolist()
    return frozenset(
        (written[place], words[near])
        for place in np.flatnonzero(bags.numbers[row]).tolist()
        if written[place] not in _HARDLY_COUNTS and not _YEAR.fullmatch(written[place])
        for near in range(max(place - _BESIDE, 0), min(place + _BESIDE + 1, len(written)))
        if not exact[near]
    )


def _by_people(one: Sequence[Told], other: Sequence[Told], first: NDArray[np.intp], second: NDArray[np.intp]) -> Floats:
    """Return what speakers, names, quotations and negations say of each pair, of shape (n, 5)."""
    held = Counter(key for told in (*one, *other) for key in told.entities)
    count = len(one) + len(other)
    rarity = {key: float(np.log1p(count / times)) for key, times in held.items()}
    runs = [[_runs(told.quoted) for told in account] for account in (one, other)]

    def rows() -> Iterator[tuple[float, ...]]:
        for i, j in zip(first.tolist(), second.tolist(), strict=True):
            ours, theirs = one[i], other[j]
            same = bool(ours.speakers & theirs.speakers)
            yield (
                _quoted(runs[0][i], runs[1][j], ours.quoted, theirs.quoted),
                same,
                bool(ours.speakers and theirs.speakers and not same),
                float(np.log1p(sum(rarity[key] for key in ours.entities & theirs.entities))),
                ours.denied != theirs.denied,
            )

    return np.array([*rows()], dtype=np.float64).reshape(-1, 5)


def _runs(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words[start : start + _RUN]) for start in range(len(words) - _RUN + 1))


def _quoted(
    ours: frozenset[tuple[str, ...]], theirs: frozenset[tuple[str, ...]], one: Sequence[str], other: Sequence[str]
) -> float:
    """Return the share of the shorter quotation's runs of words that the other one has; short ones are equal or not."""
    if ours and theirs:
        return len(ours & theirs) / min(len(ours), len(theirs))
    short, long = sorted((tuple(one), tuple(other)), key=len)
    if len(short) < _RUN - 1:
        return 0.0
    return float(any(long[start : start + len(short)] == short for start in range(len(long) - len(short) + 1)))


def _by_place(near: NDArray[np.float32], first: NDArray[np.intp], second: NDArray[np.intp]) -> Floats:
    """Return how each pair stands among the others of its sentences, and its neighbours, of shape (n, 7)."""
    count, count_back = near.shape
    margins = _ordered(_margins(near)[first, second], _margins(near.T).T[first, second])
    ranks = _ordered(_ranks(near, first, second), _ranks(near.T, second, first))
    framed = np.zeros((count + 2, count_back + 2), dtype=np.float32)
    framed[1:-1, 1:-1] = near
    around = [(0, 0), (2, 2), (0, 2), (2, 0), (0, 1), (1, 0), (1, 2), (2, 1)]
    neighbours = np.max([framed[first + down, second + right] for down, right in around], axis=0)
    apart = np.abs(first / max(count - 1, 1) - second / max(count_back - 1, 1))
    both_first = (first < _FIRST) & (second < _FIRST)
    return np.column_stack([*margins, *map(np.log1p, ranks), neighbours, apart, both_first])


def _margins(near: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return how far each pair lies above the best other one of its row, or below the row's best."""
    if near.shape[1] < 2:
        return near.copy()
    two = -np.partition(-near, 1, axis=1)[:, :2]
    best, next_best = two[:, :1], two[:, 1:]
    return near - np.where(near >= best, next_best, best)


def _ranks(near: NDArray[np.float32], first: NDArray[np.intp], second: NDArray[np.intp]) -> Floats:
    """Return how many sentences are nearer to the pair's first one, ``_NEAREST`` at most."""
    most = min(_NEAREST, near.shape[1])
    best = -np.sort(np.partition(-near, most - 1, axis=1)[:, :most], axis=1) if near.size else near
    ranks: Floats = (best[first] > near[first, second][:, None]).sum(axis=1).astype(np.float64)
    return ranks


def _by_length(one: Bags, other: Bags, first: NDArray[np.intp], second: NDArray[np.intp]) -> tuple[Floats, Floats]:
    ours, theirs = ((bags.words[chosen] >= 0).sum(axis=1) for bags, chosen in ((one, first), (other, second)))
    return np.log(np.minimum(ours, theirs)), np.abs(np.log(ours / theirs))


def _shares_of_best(
    words: NDArray[np.float32], first: NDArray[np.intp], second: NDArray[np.intp]
) -> tuple[Floats, Floats]:
    """Return how near the pair's words come to the nearest of each of its sentences."""
    if not words.size:
        return np.zeros(0), np.zeros(0)
    pair = words[first, second].astype(np.float64)
    return _ordered(pair / (words.max(axis=1)[first] + _LEVEL), pair / (words.max(axis=0)[second] + _LEVEL))
