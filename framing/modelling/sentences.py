"""All models of sentences, loaded once and scored in one pass."""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.errors import ModelError
from framing.modelling.artifact import load_artifact
from framing.modelling.linear import Linear, Weights, weights_of
from framing.modelling.marked_words import MARK_FEATURES, mark_features, mark_shares
from framing.modelling.sentence_features import EXTRAS, SentenceTokens, extra_features, split_sentences
from framing.modelling.vocabulary import Encoded, Vocabulary, load_vocabulary

__all__ = [
    "SENTENCE_MODELS",
    "Scored",
    "SentenceModels",
    "SentenceTable",
    "WordWeight",
    "feature_count",
    "sentence_models",
    "word_marks",
]

SENTENCE_MODELS = ("bias", "loaded", "frames", "techniques")
"""The artifacts that score sentences."""

_READ = ("bias", "loaded")
"""Models of which single words are read."""
_RARER = 0.5
"""How far the rarity of a word that the vocabulary lacks lies above any known word's."""
_FIGURES = frozenset({"<", "<number>", "<year>"})
"""Forms in angle brackets that are no words."""

Floats = NDArray[np.float64]


class WordWeight(NamedTuple):
    """A token's place in its sentence and what it adds to a score's log-odds."""

    start: int
    end: int
    weight: float


class Scored(NamedTuple):
    """Sentences with their log-odds.

    Attributes:
        scores: By model, of shape (n_sentences, n_outputs).
        extras: Of shape (n_sentences, n_extras): lexicon hits, quotation, length.
        words: For each sentence how many of its tokens are words.
        unknown: For each sentence the share of its words that no model knows, 0 to 1.
        split: The sentences as tokens.
        bounds: Of shape (n_sentences + 1,): where each sentence's tokens start in the arrays of tokens.
        marks: Of shape (n_tokens, n_kinds): log-odds that annotators underline a token, ``-inf`` for what is no word.
        weights: Of shape (n_tokens, 2): what a token adds to its sentence's log-odds of slant and of loaded language.
        alone: Of shape (n_tokens, 2): the same of the word by itself, however long its sentence is.
        rarity: Of shape (n_tokens,): logarithm of news articles over those with the word; above all for unknown words.
    """

    scores: Mapping[str, Floats]
    extras: Floats
    words: NDArray[np.int64]
    unknown: Floats
    split: SentenceTokens
    bounds: NDArray[np.int64]
    marks: Floats
    weights: Floats
    alone: Floats
    rarity: Floats


class SentenceTable(NamedTuple):
    """Scores of n sentences.

    Attributes:
        bias: Of shape (n,): calibrated probability of slant, nan where the model abstains (no word, or mostly words
            that no model knows, as in another language).
        loaded: Of shape (n,): calibrated probability of loaded language.
        frames: Of shape (n, 14): calibrated probability of each policy frame, in the codebook's order.
        frame: The strongest policy frame, or ``other`` where none is likely enough.
        words: Of shape (n,): words in the sentence.
    """

    bias: NDArray[np.float64]
    loaded: NDArray[np.float64]
    frames: NDArray[np.float64]
    frame: list[str]
    words: NDArray[np.int64]


class SentenceModels:
    """The models of sentences as one linear model; a batch is tokenised and looked up once for all."""

    __slots__ = ("_columns", "_linear", "_rarity", "_vocabulary", "manifests")

    def __init__(self, folder: Path | None = None, names: Sequence[str] = SENTENCE_MODELS) -> None:
        vocabulary = load_vocabulary(folder)
        artifacts = {name: load_artifact(name, folder) for name in ("marked", *names)}
        weights = {name: weights_of(artifact, vocabulary) for name, artifact in artifacts.items()}
        width = feature_count(len(weights["marked"].intercepts))
        for name in names:
            if len(weights[name].extras) != width:
                raise ModelError(f"model '{name}' was trained with other features; train it again")
        # Marks are features of the other models and have none of their own.
        weights["marked"] = weights["marked"]._replace(extras=np.zeros((width, len(weights["marked"].intercepts))))
        edges = np.cumsum([0, *(len(part.intercepts) for part in weights.values())])
        self._columns = {
            name: slice(int(start), int(end)) for name, (start, end) in zip(weights, pairwise(edges), strict=True)
        }
        self._vocabulary: Vocabulary = vocabulary
        self._linear = Linear(vocabulary, _beside(list(weights.values())))
        rarity = artifacts["frames"].array("rarity") if "frames" in names else np.zeros(1)
        self._rarity: Floats = np.append(rarity.astype(np.float64), rarity.max() + _RARER)
        self.manifests: Mapping[str, Mapping[str, Any]] = {
            name: artifact.manifest for name, artifact in artifacts.items()
        }

    def score(self, split: SentenceTokens) -> Scored:
        """Return the log-odds of sentences, each scored as if it stood alone."""
        encoded = self._vocabulary.encode(split.words)
        rows = self._linear.rows(encoded)
        is_word = _is_word(split)
        marks = self._marks(is_word, rows)
        shares = mark_shares(marks, encoded.word_bounds)
        features = np.hstack([extra_features(split), mark_features(shares, encoded.word_bounds)])
        total = self._linear.scores(encoded, features, rows)
        words, unknown = self._known(split, encoded, is_word)
        columns = [self._columns[name].start for name in _READ if name in self._columns]
        return Scored(
            scores={name: total[:, part] for name, part in self._columns.items()},
            extras=features,
            words=words,
            unknown=unknown,
            split=split,
            bounds=encoded.word_bounds,
            marks=marks,
            weights=np.column_stack([self._token_weights(encoded, rows, shares, column) for column in columns]),
            alone=rows[:, columns],
            rarity=self._rarity[np.minimum(encoded.words, len(self._rarity) - 1)],
        )

    def word_weights(self, text: str, model: str, output: int = 0) -> tuple[WordWeight, ...]:
        """Return what each token of a sentence adds to an output's log-odds.

        The weights and what the further features add sum to the score: see ``extras_weight``.
        """
        split = split_sentences([text])
        encoded = self._vocabulary.encode(split.words)
        rows = self._linear.rows(encoded)
        shares = mark_shares(self._marks(_is_word(split), rows), encoded.word_bounds)
        weights = self._token_weights(encoded, rows, shares, self._columns[model].start + output)
        tokens = split.tokens
        return tuple(
            WordWeight(start, end, float(weight))
            for start, end, weight in zip(tokens.starts, tokens.ends, weights, strict=True)
        )

    def _token_weights(self, encoded: Encoded, rows: Floats, shares: Floats, column: int) -> Floats:
        """Return what each token adds to an output's log-odds, a pair's weight shared by its two words."""
        lengths = np.diff(encoded.word_bounds)
        own = self._linear.contributions(encoded, rows, column) / np.sqrt(np.repeat(np.maximum(lengths, 1), lengths))
        result: Floats = own + shares @ self._linear.weights.extras[len(EXTRAS) :, column]
        return result

    def extras_weight(self, text: str, model: str, output: int = 0) -> float:
        """Return what the intercept, the lexicons' hits and the sentence's form add to an output's log-odds."""
        column = self._columns[model].start + output
        weights = self._linear.weights
        features = extra_features(split_sentences([text]))[0]
        return float(features @ weights.extras[: len(EXTRAS), column] + weights.intercepts[column])

    def _marks(self, is_word: NDArray[np.bool_], rows: Floats) -> Floats:
        """Return each token's marks: log-odds of being underlined, minus infinity for what is no word."""
        part = self._columns["marked"]
        return _of_words(is_word, rows[:, part] + self._linear.weights.intercepts[part])

    def _known(
        self, split: SentenceTokens, encoded: Encoded, is_word: NDArray[np.bool_]
    ) -> tuple[NDArray[np.int64], Floats]:
        """Return each sentence's number of words and the share of them that the vocabulary lacks."""
        named = np.array(
            [word[0] == "<" and word not in _FIGURES for words in split.words for word in words], dtype=bool
        )
        lacking = encoded.words >= len(self._vocabulary.words)
        counted = np.concatenate([[0], np.cumsum(is_word)])
        classes = np.concatenate([[0], np.cumsum(named)])
        missed = np.concatenate([[0], np.cumsum(is_word & lacking)])
        bounds = encoded.word_bounds
        ordinary = counted[bounds[1:]] - counted[bounds[:-1]]
        words = ordinary + classes[bounds[1:]] - classes[bounds[:-1]]
        # Names are no sign of a language: only ordinary words count for the share.
        return words, (missed[bounds[1:]] - missed[bounds[:-1]]) / np.maximum(ordinary, 1)


def _beside(parts: Sequence[Weights]) -> Weights:
    """Return several models' weights as one model with all their outputs."""
    return Weights(
        np.hstack([part.words for part in parts]),
        np.hstack([part.pieces for part in parts]),
        np.hstack([part.pairs for part in parts]),
        np.hstack([part.extras for part in parts]),
        np.concatenate([part.intercepts for part in parts]),
    )


def feature_count(kinds: int) -> int:
    """Return how many further features the models read: sentences' extras and those of each kind of mark."""
    return len(EXTRAS) + len(MARK_FEATURES) * kinds


def word_marks(split: SentenceTokens, rows: Floats) -> Floats:
    """Return tokens' marks, of shape (n_tokens, n_kinds): ``-inf`` for punctuation, numbers and classes of names."""
    return _of_words(_is_word(split), rows)


def _is_word(split: SentenceTokens) -> NDArray[np.bool_]:
    """Return whether each token is a word, of shape (n_tokens,)."""
    return np.array([word[0].isalpha() for words in split.words for word in words], dtype=bool)


def _of_words(is_word: NDArray[np.bool_], rows: Floats) -> Floats:
    result: Floats = np.where(is_word[:, None], rows, -np.inf)
    return result


@cache
def sentence_models(folder: Path | None = None) -> SentenceModels:
    """Return the stored models of sentences, loaded once.

    Raises:
        ModelError: If one is missing, damaged or does not fit the others.
    """
    return SentenceModels(folder)
