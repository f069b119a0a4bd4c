"""How far annotators agree: on the labels of each word and of each text, by chance-corrected coefficients."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from framing.annotating.marks import Annotated
from framing.packages import needed
from framing.segmenting.words import find_tokens

__all__ = ["Agreement", "agreement", "unit_labels", "word_labels", "word_spans"]

ALL = "all labels"
_NOTHING = frozenset({""})
_Row = tuple[str, tuple[int, int], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement on one label, or on all of them.

    Attributes:
        label: The label; ``all labels`` for the sets of labels that words carry.
        annotators: How many there are.
        units: Words that two annotators or more have read; for labels of whole texts (``frame:economic``) texts.
        marked: Those that at least one of them gives the label.
        alpha: Krippendorff's alpha, -1 to 1: of all labels by the MASI distance of the sets (Passonneau 2006), of one
            label nominal; ``None`` where everybody gives every word the same.
        kappa: Cohen's kappa, mean of all pairs of annotators; ``None`` for all labels, and where it is not defined.
    """

    label: str
    annotators: int
    units: int
    marked: int
    alpha: float | None
    kappa: float | None


def word_spans(text: str) -> list[tuple[int, int]]:
    """Return the words of a text as pairs of offsets; punctuation marks are none."""
    tokens = find_tokens(text)
    return [(start, end) for start, end, word in zip(tokens.starts, tokens.ends, tokens.words, strict=True) if word]


def word_labels(text: Annotated, words: Sequence[tuple[int, int]]) -> list[frozenset[str]]:
    """Return the labels of each word: those of the marks that hold a character of it."""
    labels_of_words: list[set[str]] = [set() for _ in words]
    ends = [last for _, last in words]
    for mark in text.marks:
        for start, end in mark.spans:
            number = bisect_right(ends, start)
            while number < len(words) and words[number][0] < end:
                labels_of_words[number].add(mark.label)
                number += 1
    return [frozenset(labels) for labels in labels_of_words]


def unit_labels(text: Annotated, label: str) -> list[bool]:
    """Return whether each unit carries a label: each word, or the text for labels of texts (``frame:economic``)."""
    if ":" in label:
        return [label in text.labels]
    return [label in labels for labels in word_labels(text, word_spans(text.text))]


def agreement(texts: Iterable[Annotated]) -> list[Agreement]:
    """Return the agreement on all labels, then on each label that anybody uses; none where no text has two readings.

    Args:
        texts: Of all annotators; texts are the same where their characters are.

    Raises:
        InstallError: If NLTK is not installed.
    """
    words, whole = _rows(texts)
    if not words:
        return []
    annotators = len({annotator for annotator, _, _ in words})
    # A word without a label is one of the labels: the distance of two empty sets is not defined.
    alpha, _ = _coefficients([(who, unit, given or _NOTHING) for who, unit, given in words], masi=True)
    agreements = [Agreement(ALL, annotators, *_counted(words), alpha, None)]
    for rows in (words, whole):
        for label in sorted({label for _, _, given in rows for label in given}):
            binary = [(annotator, unit, label in given) for annotator, unit, given in rows]
            agreements.append(Agreement(label, annotators, *_counted(binary), *_coefficients(binary, masi=False)))
    return agreements


def _counted(rows: Sequence[tuple[str, Any, Any]]) -> tuple[int, int]:
    return len({unit for _, unit, _ in rows}), len({unit for _, unit, given in rows if given})


def _rows(texts: Iterable[Annotated]) -> tuple[list[_Row], list[_Row]]:
    """Return annotator, unit and labels for words and for texts, of texts that two annotators or more have read."""
    of_words: list[_Row] = []
    of_texts: list[_Row] = []
    by_text = groupby(sorted(texts, key=lambda text: (text.text, text.annotator)), key=lambda text: text.text)
    for number, (characters, group) in enumerate(by_text):
        readings = {text.annotator: text for text in group}
        if len(readings) < 2:
            continue
        words = word_spans(characters)
        for annotator, text in readings.items():
            of_texts.append((annotator, (number, -1), frozenset(text.labels)))
            of_words += [(annotator, (number, place), labels) for place, labels in enumerate(word_labels(text, words))]
    return of_words, of_texts


def _coefficients(rows: Sequence[tuple[str, Any, Any]], *, masi: bool) -> tuple[float | None, float | None]:
    if len({given for _, _, given in rows}) < 2:
        return None, None
    module = needed("nltk.metrics.agreement")
    distances = needed("nltk.metrics.distance")
    distance = distances.masi_distance if masi else distances.binary_distance
    task = module.AnnotationTask(data=list(rows), distance=distance)
    alpha = float(task.alpha())
    if masi:
        return alpha, None
    try:
        return alpha, float(task.kappa())
    except ZeroDivisionError:
        return alpha, None
