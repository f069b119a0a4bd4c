"""Training of words' marks: which words annotators underline as biased (BABE) or loaded (SemEval-2023 task 3).

A word is judged by itself, its pieces and its vector, so that words which no annotator saw get a mark from words
that are used like them.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from framing.modelling.linear import Linear, Weights
from framing.modelling.marked_words import mark_features, mark_shares
from framing.modelling.sentence_features import SentenceTokens, split_sentences
from framing.modelling.sentences import word_marks
from framing.modelling.training.corpora import digests, rows, sentence_spans
from framing.modelling.training.folds import group_folds
from framing.modelling.training.space import Matrix, Space, space_of
from framing.modelling.training.stored import snapped, store
from framing.modelling.training.weak import LOADED_TECHNIQUES

__all__ = [
    "KINDS",
    "LONGEST_SPAN",
    "MarkedTokens",
    "annotated_marks",
    "biased_marks",
    "fit_marks",
    "letters",
    "marks_of",
    "nested_marks",
    "train",
    "whole_marks",
]

KINDS = ("biased", "loaded")
"""The kinds of marks in the order of the artifact's outputs."""

_STRENGTH = 1.0
"""Inverse of the regularisation. scikit-learn's default."""
_RARITY, _PIECES, _VECTORS = 0.3, 1.5, 2.0
"""Scales of a word's own feature, its pieces and its vector."""
LONGEST_SPAN = 8
"""Words of a loaded span from which it is a phrase or clause: its words are then not loaded one by one."""
_INNER = 4
"""Folds inside a fold, by article: a sentence's features never come from marks that were learned on it."""
_FILES = ("babe.jsonl", "news.jsonl.gz", "semeval23_en.jsonl")

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class MarkedTokens:
    """Known words of annotated sentences: number in the vocabulary, sentence, whether marked."""

    words: NDArray[np.int64]
    sentences: NDArray[np.int64]
    marked: NDArray[np.bool_]
    split: SentenceTokens


@lru_cache(maxsize=2)
def biased_marks(data: Path, space: Space) -> MarkedTokens:
    """Return BABE's words, those marked that experts listed for their sentence."""
    sentences = list(rows(data / "babe.jsonl"))
    split = split_sentences([row["text"] for row in sentences])
    listed = [{word for phrase in row["biased_words"] for word in letters(phrase)} for row in sentences]

    def marked(sentence: int, token: int) -> bool:
        return not listed[sentence].isdisjoint(letters(split.tokens.texts[token]))

    return _tokens(space, split, marked)


@lru_cache(maxsize=2)
def annotated_marks(data: Path, space: Space) -> MarkedTokens:
    """Return the SemEval set's words, those marked that stand in a short span of loaded language."""
    texts: list[str] = []
    spans: list[list[tuple[int, int]]] = []
    for row in rows(data / "semeval23_en.jsonl"):
        if row["techniques"] is None:
            continue
        text = row["text"]
        short = [
            (a, b)
            for name, a, b in row["techniques"]
            if name in LOADED_TECHNIQUES and len(text[a:b].split()) <= LONGEST_SPAN
        ]
        for start, end in sentence_spans(text):
            texts.append(text[start:end])
            spans.append([(a - start, b - start) for a, b in short if a < end and b > start])
    split = split_sentences(texts)
    tokens = split.tokens

    def marked(sentence: int, token: int) -> bool:
        offset = split.sentences[sentence].start
        start, end = tokens.starts[token] - offset, tokens.ends[token] - offset
        return any(a < end and b > start for a, b in spans[sentence])

    return _tokens(space, split, marked)


def letters(text: str) -> list[str]:
    """Return the runs of small letters of a text, as BABE's lists of biased words are held against its sentences."""
    return re.findall(r"[a-z]+", text.lower())


def _tokens(space: Space, split: SentenceTokens, marked: Callable[[int, int], bool]) -> MarkedTokens:
    known = space.vocabulary.words
    flags = [
        (known[word], sentence, marked(sentence, first + place))
        for sentence, (words, (first, _)) in enumerate(zip(split.words, split.bounds, strict=True))
        for place, word in enumerate(words)
        if word[0].isalpha() and word in known
    ]
    words, sentences, marks = zip(*flags, strict=True)
    return MarkedTokens(np.array(words), np.array(sentences), np.array(marks, dtype=bool), split)


@lru_cache(maxsize=1)
def _features(space: Space) -> Matrix:
    return sp.hstack(
        [sp.diags(space.rarity) * _RARITY, space.pieces * _PIECES, sp.csr_matrix(space.vectors * _VECTORS)]
    ).tocsr()


def fit_marks(space: Space, tokens: MarkedTokens, sentences: NDArray[np.int64]) -> Weights:
    """Return the weights of one kind of mark, as they are stored.

    Args:
        space: Words, their vectors and rarities.
        tokens: All sentences' tokens with their marks.
        sentences: Numbers of those that are learned from, of shape (n,).
    """
    from sklearn.linear_model import LogisticRegression

    count = len(space.rarity)
    kept = np.isin(tokens.sentences, sentences)
    positive = np.bincount(tokens.words[kept & tokens.marked], minlength=count)
    negative = np.bincount(tokens.words[kept & ~tokens.marked], minlength=count)
    # A word's occurrences are alike here, so each word stands once for all its marked and once for its other ones.
    some, unmarked = np.flatnonzero(positive), np.flatnonzero(negative)
    features = _features(space)
    labels = np.concatenate([np.ones(len(some)), np.zeros(len(unmarked))])
    model = LogisticRegression(C=_STRENGTH, max_iter=500).fit(
        sp.vstack([features[some], features[unmarked]]),
        labels,
        sample_weight=np.concatenate([positive[some], negative[unmarked]]),
    )
    coefficients = model.coef_[0]
    pieces = _PIECES * coefficients[count : count + len(space.vocabulary.pieces)]
    weights = Weights(
        (features @ coefficients)[:, None],
        pieces[:, None],
        np.zeros((len(space.vocabulary.pairs), 1)),
        np.zeros((0, 1)),
        model.intercept_,
    )
    arrays = snapped(weights)
    return Weights(*(arrays[name].astype(np.float64) for name in ("words", "pieces", "pairs", "extras", "intercepts")))


def marks_of(space: Space, weights: Weights, split: SentenceTokens) -> Floats:
    """Return sentences' features of one kind of mark, of shape (n_sentences, 4)."""
    encoded = space.vocabulary.encode(split.words)
    rows_of_tokens = Linear(space.vocabulary, weights).rows(encoded) + weights.intercepts
    return mark_features(mark_shares(word_marks(split, rows_of_tokens), encoded.word_bounds), encoded.word_bounds)


def nested_marks(
    space: Space,
    tokens: MarkedTokens,
    groups: Sequence[str],
    train_rows: NDArray[np.int64],
    test_rows: NDArray[np.int64],
) -> Floats:
    """Return the features of a set's own sentences, of shape (n_sentences, 4), none made of the sentence's own marks.

    Training sentences get them from models of the other inner folds, test sentences from a model of all training
    sentences; others stay zero.
    """
    result = np.zeros((len(groups), 4))
    for inner, left_out in group_folds([groups[i] for i in train_rows], _INNER):
        weights = fit_marks(space, tokens, train_rows[inner])
        result[train_rows[left_out]] = marks_of(space, weights, tokens.split)[train_rows[left_out]]
    if len(test_rows):
        weights = fit_marks(space, tokens, train_rows)
        result[test_rows] = marks_of(space, weights, tokens.split)[test_rows]
    return result


def whole_marks(space: Space, tokens: MarkedTokens) -> Weights:
    """Return the weights of one kind of mark, learned from all its sentences."""
    return fit_marks(space, tokens, np.unique(tokens.sentences))


def train(data: Path, output: Path) -> dict[str, Any]:
    """Train both kinds of marks, write the artifact ``marked`` and return its manifest."""
    space = space_of(data)
    parts = [whole_marks(space, tokens(data, space)) for tokens in (biased_marks, annotated_marks)]
    weights = Weights(
        np.hstack([part.words for part in parts]),
        np.hstack([part.pieces for part in parts]),
        np.hstack([part.pairs for part in parts]),
        np.zeros((0, len(parts))),
        np.concatenate([part.intercepts for part in parts]),
    )
    return store(output, "marked", weights, space, {"data": dict(digests(data, _FILES)), "outputs": list(KINDS)})
