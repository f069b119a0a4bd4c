"""How right the product is on texts that people marked, and what that does to shares that it counts in an archive."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from framing.annotating.agreement import unit_labels, word_spans
from framing.annotating.marks import Annotated

__all__ = ["Correction", "Error", "correction", "errors"]

_DRAWS = 2000
"""Draws of texts for an interval."""
_MOST_WORDS = 30
"""Words of a difference that are shown."""
_FEWEST_TEXTS = 10
"""For an interval: fewer texts drawn again say nothing of how they differ."""
Counts = NDArray[np.float64]
"""Rows: texts; columns: words that both mark, the product alone, people alone, nobody."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A label on texts that people marked.

    Attributes:
        label: The label.
        texts: How many texts there are.
        precision: Share of the words that the product marks which people mark; ``None`` where it marks none.
        recall: Share of the words that people mark which the product marks; ``None`` where they mark none.
        f1: Their harmonic mean; ``None`` where either is.
        counted: Share of all words (of texts, for labels of whole texts) that the product marks, in the archive or,
            without one, in these texts.
        corrected: That share corrected by sensitivity and specificity (Rogan and Gladen 1978), 0 to 1; ``None`` where
            the product tells nothing about the label.
        low: Lower end of its 95% interval, by texts drawn again; ``None`` for fewer than ten texts.
        high: Upper end.
    """

    label: str
    texts: int
    precision: float | None
    recall: float | None
    f1: float | None
    counted: float
    corrected: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Error:
    """Words on which the product and people differ.

    Attributes:
        text: The text's name.
        label: The label.
        kind: ``missed`` by the product, or ``wrong``: marked by the product alone.
        start: Offset of the first character.
        end: Offset after the last one.
        words: The words, at most thirty.
    """

    text: str
    label: str
    kind: str
    start: int
    end: int
    words: str


def correction(
    texts: Sequence[Annotated], product: Mapping[str, Annotated], labels: Sequence[str], archive: Mapping[str, float]
) -> list[Correction]:
    """Return how right the product is on each label, and what share of words carries it.

    A word carries what at least half of a text's annotators give it.

    Args:
        texts: Of all annotators.
        product: The product's marks by a text's characters.
        labels: The labels that are asked for.
        archive: Share of words that the product marks in an archive, by label; empty without one.
    """
    readings = _readings(texts)
    random = np.random.default_rng(0)
    drawn = random.integers(0, len(readings), size=(_DRAWS, len(readings)))
    corrections = []
    for label in labels:
        counts = np.array([_counts(group, product[characters], label) for characters, group in readings])
        corrections.append(_one(label, counts, drawn, archive.get(label)))
    return corrections


def errors(texts: Sequence[Annotated], product: Mapping[str, Annotated], labels: Sequence[str]) -> list[Error]:
    """Return the stretches of words on which the product and people differ, in the order of the texts."""
    wrong: list[Error] = []
    for characters, group in _readings(texts):
        words = word_spans(characters)
        for label in (name for name in labels if ":" not in name):
            ours = unit_labels(product[characters], label)
            states = [_state(a, b) for a, b in zip(ours, _agreed(group, label), strict=True)]
            for state, run in groupby(range(len(words)), key=states.__getitem__):
                if state:
                    places = list(run)
                    start, end = words[places[0]][0], words[places[-1]][1]
                    shown = " ".join(characters[start:end].split()[:_MOST_WORDS])
                    wrong.append(Error(group[0].name, label, state, start, end, shown))
    return wrong


def _state(ours: bool, theirs: bool) -> str:  # noqa: FBT001 -- two of a kind
    return "" if ours == theirs else "wrong" if ours else "missed"


def _readings(texts: Sequence[Annotated]) -> list[tuple[str, list[Annotated]]]:
    ordered = sorted(texts, key=lambda text: (text.name, text.text, text.annotator))
    return [(characters, list(group)) for characters, group in groupby(ordered, key=lambda text: text.text)]


def _agreed(group: Sequence[Annotated], label: str) -> list[bool]:
    """Return for each unit whether at least half of the annotators give it the label."""
    given = [unit_labels(text, label) for text in group]
    return [2 * sum(votes) >= len(group) for votes in zip(*given, strict=True)]


def _counts(group: Sequence[Annotated], ours: Annotated, label: str) -> tuple[int, int, int, int]:
    marked = unit_labels(ours, label)
    theirs = _agreed(group, label)
    both = sum(a and b for a, b in zip(marked, theirs, strict=True))
    return both, sum(marked) - both, sum(theirs) - both, len(marked) - sum(marked) - sum(theirs) + both


def _one(label: str, counts: Counts, drawn: NDArray[np.int64], share: float | None) -> Correction:
    total = counts.sum(axis=0)
    precision = _ratio(total[0], total[0] + total[1])
    recall = _ratio(total[0], total[0] + total[2])
    f1 = _ratio(2 * total[0], 2 * total[0] + total[1] + total[2])
    f1 = None if precision is None or recall is None else f1
    counted = share if share is not None else float((total[0] + total[1]) / max(1.0, total.sum()))
    value = _corrected(total[None], share)[0]
    if len(counts) < _FEWEST_TEXTS:
        known = None if np.isnan(value) else float(value)
        return Correction(label, len(counts), precision, recall, f1, counted, known, None, None)
    draws = _corrected(counts[drawn].sum(axis=1), share)
    draws = draws[~np.isnan(draws)]
    if np.isnan(value) or len(draws) < _DRAWS / 2:
        return Correction(label, len(counts), precision, recall, f1, counted, None, None, None)
    low, high = (float(end) for end in np.quantile(draws, [0.025, 0.975]))
    low, high = min(low, float(value)), max(high, float(value))
    return Correction(label, len(counts), precision, recall, f1, counted, float(value), low, high)


def _corrected(totals: Counts, share: float | None) -> Counts:
    """Return the corrected share of rows of counts, NaN where sensitivity and specificity say nothing."""
    both, ours, theirs, neither = totals.T
    with np.errstate(invalid="ignore", divide="ignore"):
        sensitivity = both / (both + theirs)
        specificity = neither / (neither + ours)
        counted = (both + ours) / totals.sum(axis=1) if share is None else np.full(len(totals), share)
        gain = sensitivity + specificity - 1
        corrected = np.clip((counted + specificity - 1) / gain, 0, 1)
    return np.where(gain > 0, corrected, np.nan)


def _ratio(part: float, whole: float) -> float | None:
    return float(part / whole) if whole else None
