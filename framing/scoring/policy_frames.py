"""The fourteen policy frames of an article (boydstun2014), several at once, with the words that decided."""

import bisect
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from framing.article import Article
from framing.finding import POLICY_FRAMES, Evidence, FrameScore
from framing.lexicons.compiled import shipped_indexes
from framing.lexicons.match import comparable_article, find
from framing.modelling.article_features import LEXICON_FEATURES, frame_features
from framing.modelling.artifact import Artifact, load_artifact
from framing.modelling.canonical import article_words
from framing.modelling.documents import count_words, document_scores, word_shares
from framing.modelling.linear import probabilities
from framing.modelling.sentences import SentenceTable
from framing.modelling.symmetric import joined
from framing.modelling.vocabulary import Vocabulary, load_vocabulary

__all__ = ["score"]

_FURNITURE = frozenset({"boilerplate", "credit", "byline"})
"""Kinds of blocks that are not the article's own text: "Leave a reply" is no frame."""
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


def score(article: Article, table: SentenceTable) -> dict[str, FrameScore]:
    """Return an article's frames by name, in the codebook's order.

    A frame's score is a calibrated probability; it is present from the threshold that cross-validation gave. The
    evidence is what adds to the score: the words with the largest positive weights, each place with its share of the
    word's weight, and the lexicon's hits with their share of what the hits add together.

    Args:
        article: The article.
        table: The scores of its sentences.

    Raises:
        ModelError: If the shipped model is missing or damaged.
    """
    stored, vocabulary, weights, rarity = _model()
    words = _scored_words(article)
    counts = count_words(vocabulary, words, rarity)
    scored = [article.blocks[sentence.block].kind not in _FURNITURE for sentence in article.sentences]
    found = find(comparable_article(article.tokens, article.sentences), shipped_indexes()["policy_frame"])
    matches = [match for match in found if scored[match.sentence]]
    hits = np.zeros((len(article.sentences), len(POLICY_FRAMES)))
    for match in matches:
        hits[match.sentence, POLICY_FRAMES.index(match.entry.category)] += match.entry.weight
    kept = np.array(scored, dtype=bool)
    features = frame_features(hits[kept], table.frames[kept], sum(map(bool, words)))
    feature_weights = stored.array("article_features")
    total = document_scores(counts, weights) + (features * feature_weights).sum(axis=1)
    chance = probabilities(total + stored.array("article_intercepts"))
    thresholds = stored.array("article_thresholds")
    from_lexicon = (features * feature_weights)[:, :LEXICON_FEATURES].sum(axis=1)
    shares = word_shares(counts, weights)
    by_frame = np.array(list(shares.values())).reshape(len(shares), len(POLICY_FRAMES)).T.tolist()
    places: dict[int, list[int]] = defaultdict(list)
    for place, word in enumerate(words):
        number = vocabulary.words.get(word)
        if number in shares:
            places[number].append(place)
    result = {}
    for frame, name in enumerate(POLICY_FRAMES):
        evidence = _word_evidence(article, dict(zip(shares, by_frame[frame], strict=True)), places)
        own = [match for match in matches if match.entry.category == name]
        weight = max(float(from_lexicon[frame]), 0.0) / max(sum(match.entry.weight for match in own), 1e-9)
        for match in own:
            span = (match.start, match.end)
            evidence[span] = evidence.get(span, 0.0) + weight * match.entry.weight
        shown = tuple(Evidence(start, end, value) for (start, end), value in sorted(evidence.items()))
        result[name] = FrameScore(float(chance[frame]), bool(chance[frame] >= thresholds[frame]), shown)
    return result


def _word_evidence(
    article: Article, shares: Mapping[int, float], places: Mapping[int, Sequence[int]]
) -> dict[tuple[int, int], float]:
    """Return the places of a frame's strongest words with their weights."""
    positive = [(-weight, number) for number, weight in shares.items() if weight > 0]
    strongest = sorted(positive)[:_SHOWN]
    tokens = article.tokens
    return {
        (tokens.starts[place], tokens.ends[place]): -weight / len(places[number])
        for weight, number in strongest
        for place in places[number]
    }


def _scored_words(article: Article) -> list[str]:
    """Return each token's symmetric form, empty in page furniture."""
    words = joined(article_words(article.tokens, article.sentences))
    starts = article.tokens.starts
    for block in article.blocks:
        if block.kind in _FURNITURE:
            first, last = bisect.bisect_left(starts, block.start), bisect.bisect_left(starts, block.end)
            words[first:last] = [""] * (last - first)
    return words
