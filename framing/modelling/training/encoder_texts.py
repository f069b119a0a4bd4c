"""What the encoder learns from: texts in pieces, and what is known of their tokens and sentences."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.article import Article, Document
from framing.encoding.pieces import PieceVocabulary, article_pieces, block_numbers
from framing.modelling.article_words import read_words
from framing.modelling.labels import LABELS
from framing.modelling.training.corpora import rows
from framing.modelling.training.gold_attributions import read_gold
from framing.modelling.training.marked import LONGEST_SPAN, letters
from framing.modelling.training.soft_labels import sentence_labels, soft_articles
from framing.modelling.training.weak import LOADED_TECHNIQUES
from framing.segmenting import segment

__all__ = ["EncoderText", "annotated_sets", "as_text", "class_words", "news_texts"]

_EXAMPLES = 300
"""Words that a class stands for, the most frequent ones, from whose pieces its own piece starts."""

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class EncoderText:
    """A text to learn from; where nothing is known of a token or sentence stands nan.

    Attributes:
        pieces: Numbers of its pieces.
        firsts: Where each token's first piece stands, of shape (n_tokens,).
        bounds: For each sentence the numbers of its first token and of the token after its last.
        labels: Probabilities of ``LABELS``, of shape (n_tokens, n_labels).
        tokens: By exit, of shape (n_tokens,): whether annotators or readers mark the token.
        sentences: By exit, of shape (n_sentences,): how likely a reader calls the sentence so.
        own: Of shape (n_tokens,): whether the token is the outlet's own.
    """

    pieces: NDArray[np.int64]
    firsts: NDArray[np.int64]
    bounds: Sequence[tuple[int, int]]
    labels: Array | None = None
    tokens: Mapping[str, Array] = field(default_factory=dict)
    sentences: Mapping[str, Array] = field(default_factory=dict)
    own: NDArray[np.bool_] | None = None


def as_text(article: Article, vocabulary: PieceVocabulary, **known: Any) -> EncoderText:  # noqa: ANN401 -- of each attribute
    """Return an article in pieces, with what is known of it."""
    words = read_words(article)
    pieces = article_pieces(words.joined, block_numbers(article), vocabulary)
    return EncoderText(pieces.numbers, pieces.firsts, words.bounds, **known)


def news_texts(data: Path, vocabulary: PieceVocabulary) -> Iterator[EncoderText]:
    """Yield the news sample with what a large encoder says of it: labels, bias and loaded language."""
    of_sentences = sentence_labels(data)
    for name, article, labels in soft_articles(data):
        known = of_sentences.get(name, {})
        said = np.array(
            [known.get(sentence.start, (np.nan, np.nan)) for sentence in article.sentences], dtype=np.float32
        ).reshape(-1, 2)
        shares = labels.astype(np.float32)
        shares /= np.maximum(shares.sum(axis=1, keepdims=True), 1)
        yield as_text(article, vocabulary, labels=shares, sentences={"bias": said[:, 0], "loaded": said[:, 1]})


def annotated_sets(data: Path, vocabulary: PieceVocabulary) -> Mapping[str, Sequence[EncoderText]]:
    """Return the annotated sets by name: ``attributions``, ``biased`` and ``loaded``."""
    certain = np.eye(len(LABELS), dtype=np.float32)
    return {
        "attributions": [
            as_text(gold.article, vocabulary, labels=certain[list(gold.labels)]) for gold in read_gold(data, ("train",))
        ],
        "biased": [_biased(row, vocabulary) for row in rows(data / "babe.jsonl")],
        "loaded": [
            _loaded(row, vocabulary) for row in rows(data / "semeval23_en.jsonl") if row["techniques"] is not None
        ],
    }


def _biased(row: Mapping[str, Any], vocabulary: PieceVocabulary) -> EncoderText:
    article = segment(Document(row["text"]))
    listed = {word for phrase in row["biased_words"] for word in letters(phrase)}
    marked = [not listed.isdisjoint(letters(text)) for text in article.tokens.texts]
    return as_text(
        article,
        vocabulary,
        tokens={"marked": np.array(marked, dtype=np.float32)},
        sentences={"bias": np.full(len(article.sentences), row["biased"], dtype=np.float32)},
    )


def _loaded(row: Mapping[str, Any], vocabulary: PieceVocabulary) -> EncoderText:
    article = segment(Document(row["text"]))
    spans = [(start, end) for name, start, end in row["techniques"] if name in LOADED_TECHNIQUES]
    short = [(start, end) for start, end in spans if len(row["text"][start:end].split()) <= LONGEST_SPAN]
    places = list(zip(article.tokens.starts, article.tokens.ends, strict=True))
    # A word of a long span may be loaded or not: nobody said.
    marks = [1.0 if _touches(place, short) else np.nan if _touches(place, spans) else 0.0 for place in places]
    loaded = [_touches((sentence.start, sentence.end), spans) for sentence in article.sentences]
    return as_text(
        article,
        vocabulary,
        tokens={"loaded_word": np.array(marks, dtype=np.float32)},
        sentences={"loaded": np.array(loaded, dtype=np.float32)},
    )


def _touches(place: tuple[int, int], spans: Iterable[tuple[int, int]]) -> bool:
    return any(start < place[1] and end > place[0] for start, end in spans)


def class_words(data: Path) -> Mapping[str, Mapping[str, int]]:
    """Return for each class of symmetric words those that it stands for in the news sample, and how often."""
    counts: dict[str, Counter[str]] = {}
    for _, article, _ in soft_articles(data):
        for text, word in zip(article.tokens.texts, read_words(article).joined, strict=True):
            if word[0] == "<":
                counts.setdefault(word, Counter())[text.lower()] += 1
    # A mark such as "<" is a word of the text, and no class.
    return {name: dict(found.most_common(_EXAMPLES)) for name, found in sorted(counts.items()) if name[1:-1].isalpha()}
