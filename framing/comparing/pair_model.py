"""How likely two sentences tell the same fact, and how likely a sentence is told anywhere else.

Two logistic models, trained by ``framing train links`` on accounts that readers laid side by side (docs/same-facts.md):
one of pairs, one of sentences that looks at the pairs of a sentence and at what else its account and the others have.
"""

from collections.abc import Mapping, Sequence
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from framing.comparing.bags import Bags
from framing.comparing.pair_features import FEATURES, Pairs
from framing.comparing.passages import LEAD
from framing.modelling.artifact import load_artifact

__all__ = ["COUNTERPART_FEATURES", "Found", "counterpart_rows", "logistic", "pair_probabilities"]

Floats = NDArray[np.float64]
Found = Mapping[tuple[int, int], tuple[Pairs, Floats]]
"""By the numbers of two accounts: their pairs, and how likely each tells the same."""

COUNTERPART_FEATURES = (
    "likeliest", "second", "third", "none", "position", "first", "words", "held", "unseen", "exact", "others",
    "sentences", "accounts", "quoted", "meaning", "covered_least", "covered_most", "nearest_words",
)  # fmt: skip
_MOST_LOG_ODDS = 8.0
"""Log odds beyond which the models would claim more than their training bears (0.9997); set by hand."""
_MOST_ACCOUNTS = 2
"""Other accounts above which the model, which has seen two at most, is asked as for two."""
_SAME_QUOTATION = 0.95
"""Probability of a pair with equal quotations; set by hand."""
_FEWEST_QUOTED, _FEWEST_SAME_SPEAKER = 4, 2
"""Equal quotations of so many words tell the same: whoever speaks, and where the speaker is the same."""


def logistic(rows: Floats, weights: Floats) -> Floats:
    """Return a logistic model's probabilities.

    Args:
        rows: Of shape (n, n_features).
        weights: One a feature, then the intercept.
    """
    odds = np.clip(rows @ weights[:-1] + weights[-1], -_MOST_LOG_ODDS, _MOST_LOG_ODDS)
    probabilities: Floats = 1 / (1 + np.exp(-odds))
    return probabilities


def pair_probabilities(one: Bags, other: Bags, pairs: Pairs, weights: Floats | None = None) -> Floats:
    """Return how likely each pair tells the same, in whole or in part: 0 to 1, of shape (n_pairs,).

    Args:
        one: The one account's sentences.
        other: The other's.
        pairs: Their pairs.
        weights: Of the model; the shipped one's where they are not given.

    Raises:
        ModelError: If the shipped model is missing or damaged.
    """
    probabilities = logistic(pairs.rows, load_artifact("links").array("pairs") if weights is None else weights)
    equal = pairs.rows[:, FEATURES.index("quotation")] == 1.0
    speaker = pairs.rows[:, FEATURES.index("same_speaker")] == 1.0
    for number in np.flatnonzero(equal).tolist():
        first, second = one.told[pairs.first[number]], other.told[pairs.second[number]]
        count = min(len(first.quoted), len(second.quoted))
        if count >= (_FEWEST_SAME_SPEAKER if speaker[number] else _FEWEST_QUOTED):
            probabilities[number] = max(probabilities[number], _SAME_QUOTATION)
    for number, (i, j) in enumerate(zip(pairs.first.tolist(), pairs.second.tolist(), strict=True)):
        first, second = one.told[i], other.told[j]
        if first.denied == second.denied and first.weights.keys() == second.weights.keys():
            probabilities[number] = 1.0  # the same words are the same fact, however few
    return probabilities


def counterpart_rows(bags: Sequence[Bags], article: int, found: Found, others: Sequence[int]) -> Floats:
    """Return ``COUNTERPART_FEATURES`` of each sentence of an account, of shape (n, n_features).

    Args:
        bags: Each account's sentences.
        article: The account's number.
        found: The pairs of all accounts.
        others: Numbers of the accounts in which a counterpart is looked for: all others, or one of them.
    """
    told = bags[article].told
    near: list[list[tuple[float, tuple[float, ...]]]] = [[] for _ in told]
    columns = [FEATURES.index(name) for name in ("meaning", "covered_least", "covered_most", "words")]
    for pair, (pairs, probabilities) in found.items():
        if article not in pair or not {*pair} - {article} <= {*others}:
            continue
        side = pairs.first if pair[0] == article else pairs.second
        values = pairs.rows[:, columns].tolist()
        for number, probability, value in zip(side.tolist(), probabilities.tolist(), values, strict=True):
            near[number].append((probability, tuple(value)))
    known = frozenset().union(*(bags[other].words.ravel().tolist() for other in others))
    around = (
        np.log1p(sum(len(bags[other].told) for other in others)),
        np.log1p(len(told)),
        min(len(others), _MOST_ACCOUNTS),
    )
    rows = []
    for number, sentence in enumerate(told):
        likely = sorted((probability for probability, _ in near[number]), reverse=True)
        odds = np.clip(_log_odds([*likely, 0.0, 0.0, 0.0]), -_MOST_LOG_ODDS, _MOST_LOG_ODDS)
        weight = sum(sentence.weights.values())
        held = [word in known for word in bags[article].words[number, : len(sentence.weights)].tolist()]
        exact = sentence.names | sentence.numbers
        most = np.max([values for _, values in near[number]], axis=0) if near[number] else np.zeros(len(columns))
        rows.append(
            (
                *odds[:3],
                float(np.sum(np.log1p(-np.minimum(likely, 0.999)))),
                number / max(len(told) - 1, 1),
                number < LEAD,
                np.log1p(len(sentence.weights)),
                sum(compress(sentence.weights.values(), held)) / max(weight, 1e-9),
                sum(word in exact for word, there in zip(sentence.weights, held, strict=True) if not there),
                len(exact),
                *around,
                len(sentence.quoted) * 2 > len(sentence.weights),
                *most,
            )
        )
    return np.array(rows, dtype=np.float64).reshape(-1, len(COUNTERPART_FEATURES))


def _log_odds(probabilities: Sequence[float]) -> Floats:
    inside = np.clip(np.array(probabilities), 1e-6, 1 - 1e-6)
    odds: Floats = np.log(inside / (1 - inside))
    return odds
