"""The fourteen policy frames of an article (boydstun2014), several at once, with the words that decided."""

from collections import defaultdict
from functools import cache

import numpy as np
from numpy.typing import NDArray

from framing.article import Article
from framing.finding import POLICY_FRAMES, Evidence, FrameScore
from framing.modelling.artifact import Artifact, load_artifact
from framing.modelling.canonical import canonical_words
from framing.modelling.documents import count_words, document_scores, word_shares
from framing.modelling.linear import probabilities
from framing.modelling.sentences import SentenceTable
from framing.modelling.vocabulary import Vocabulary, load_vocabulary

__all__ = ["score"]

_SHOWN = 40
"""Words of evidence for a frame at most: the strongest."""


@cache
def _model() -> tuple[Artifact, Vocabulary, NDArray[np.float64], NDArray[np.float64]]:
    stored = load_artifact("frames")
    return (
        stored,
        load_vocabulary(),
        stored.array("article_words").astype(np.float64),
        stored.array("rarity").astype(np.float64),
    )


def score(article: Article, table: SentenceTable) -> dict[str, FrameScore]:  # noqa: ARG001
    """Return an article's frames by name, in the codebook's order.

    A frame's score is a calibrated probability; it is present from the threshold that cross-validation gave. The
    evidence is the words with the largest positive weights, each place with its share of the word's weight.

    Args:
        article: The article.
        table: The scores of its sentences.

    Raises:
        ModelError: If the shipped model is missing or damaged.
    """
    stored, vocabulary, weights, rarity = _model()
    words = canonical_words(article.tokens.texts, _first_tokens(article))
    counts = count_words(vocabulary, words, rarity)
    chance = probabilities(document_scores(counts, weights) + stored.array("article_intercepts"))
    thresholds = stored.array("article_thresholds")
    shares = word_shares(counts, weights)
    places: dict[int, list[int]] = defaultdict(list)
    for place, word in enumerate(words):
        number = vocabulary.words.get(word)
        if number in shares:
            places[number].append(place)
    result = {}
    for frame, name in enumerate(POLICY_FRAMES):
        strongest = sorted(
            (number for number in shares if shares[number][frame] > 0), key=lambda n: (-shares[n][frame], n)
        )
        evidence = [
            Evidence(
                article.tokens.starts[place],
                article.tokens.ends[place],
                float(shares[number][frame]) / len(places[number]),
            )
            for number in strongest[:_SHOWN]
            for place in places[number]
        ]
        result[name] = FrameScore(
            float(chance[frame]), bool(chance[frame] >= thresholds[frame]), tuple(sorted(evidence))
        )
    return result


def _first_tokens(article: Article) -> list[int]:
    """Return the numbers of the tokens that start a sentence."""
    numbers = []
    token = 0
    for sentence in article.sentences:
        while token < len(article.tokens) and article.tokens.starts[token] < sentence.start:
            token += 1
        numbers.append(token)
    return numbers
