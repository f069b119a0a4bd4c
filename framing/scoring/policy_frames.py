"""The fourteen policy frames of an article (boydstun2014), several at once, with the words that decided."""

import bisect
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.article import Article
from framing.finding import POLICY_FRAMES, Evidence, FrameScore
from framing.lexicons.compiled import shipped_indexes
from framing.lexicons.match import find
from framing.modelling.article_features import frame_features
from framing.modelling.article_words import ArticleWords
from framing.modelling.artifact import Artifact, load_artifact
from framing.modelling.documents import count_words, document_scores, word_shares
from framing.modelling.linear import probabilities
from framing.modelling.sentences import SentenceTable
from framing.modelling.vocabulary import Vocabulary, load_vocabulary
from framing.packaged import packaged_json, well_formed
from framing.resources import artifacts_folder

__all__ = ["Clues", "clues", "score"]

_FURNITURE = frozenset({"boilerplate", "credit", "byline"})
"""Kinds of blocks that are not the article's own text: "Leave a reply" is no frame."""
_SHOWN = 40
"""Words of evidence for a frame at most that the trained model adds to the frame's own: the strongest."""
_FEW_WORDS = 10.0
"""Weight of words, those of all frames together, that a text's frame words are held against: in a short text the
share of one word is no share of an article."""

Floats = NDArray[np.float64]


class Clues(NamedTuple):
    """What speaks for each frame, arrays of shape (14,), and the words that make it up.

    Attributes:
        log_odds: Of the model of annotated articles (SemEval-2023 task 3), as it was calibrated there.
        lexicon: Root of the share of the frame's words among all frames' words.
        words: For each of the codebook's frames, what the model's words add to the log-odds, by place.
    """

    log_odds: Floats
    lexicon: Floats
    words: tuple[Mapping[tuple[int, int], float], ...]


@cache
def _model() -> tuple[Artifact, Vocabulary, Floats, Floats]:
    stored = load_artifact("frames")
    return (
        stored,
        load_vocabulary(),
        stored.array("article_words").astype(np.float64),
        stored.array("rarity").astype(np.float64),
    )


@cache
def _news() -> Mapping[str, float]:
    path = artifacts_folder() / "news_frames.json"
    with well_formed(path):
        return {str(name): float(value) for name, value in packaged_json(path).items()}


def score(
    article: Article, tokens: ArticleWords, table: SentenceTable, frame_words: Mapping[str, Sequence[Evidence]]
) -> dict[str, FrameScore]:
    """Return an article's frames by name, in the codebook's order.

    A frame's score is the probability that a reader of ordinary news calls it present: from the share of its words
    and from how far the trained model's log-odds lie above those of the mean news article. It is present from a
    threshold on, and only with words of its own. The evidence is what adds to the score: the frame's words, and the
    words with the largest positive weights in the model.

    Args:
        article: The article.
        tokens: Its words as the models and the lexicons see them.
        table: The scores of its sentences.
        frame_words: The frames' words: what the frames' shares are made of.

    Raises:
        ModelError: If the shipped model is missing or damaged.
    """
    news, article_clues = _news(), clues(article, tokens, table, frame_words)
    usual, intercepts = (
        np.array([news[f"{kind}_{name}"] for name in POLICY_FRAMES]) for kind in ("usual", "intercept")
    )
    from_lexicon = news["lexicon"] * article_clues.lexicon
    chance = probabilities(news["model"] * (article_clues.log_odds - usual) + from_lexicon + intercepts)
    result = {}
    for frame, name in enumerate(POLICY_FRAMES):
        evidence = {place: news["model"] * weight for place, weight in article_clues.words[frame].items()}
        total = sum(word.weight for word in frame_words[name])
        for word in frame_words[name]:
            place = (word.start, word.end)
            evidence[place] = evidence.get(place, 0.0) + float(from_lexicon[frame]) * word.weight / total
        shown = tuple(Evidence(start, end, value) for (start, end), value in sorted(evidence.items()))
        present = bool(frame_words[name]) and bool(chance[frame] >= news["present"])
        result[name] = FrameScore(float(chance[frame]), present, shown)
    return result


def clues(
    article: Article, tokens: ArticleWords, table: SentenceTable, frame_words: Mapping[str, Sequence[Evidence]]
) -> Clues:
    """Return what speaks for each frame, before it is weighed for ordinary news.

    Args:
        article: The article.
        tokens: Its words as the models and the lexicons see them.
        table: The scores of its sentences.
        frame_words: The frames' words.

    Raises:
        ModelError: If the shipped model is missing or damaged.
    """
    stored, vocabulary, weights, rarity = _model()
    words = _scored_words(article, tokens.joined)
    counts = count_words(vocabulary, words, rarity)
    scored = [article.blocks[sentence.block].kind not in _FURNITURE for sentence in article.sentences]
    hits = np.zeros((len(article.sentences), len(POLICY_FRAMES)))
    for match in find(tokens.compared, shipped_indexes()["policy_frame"]):
        if scored[match.sentence]:
            hits[match.sentence, POLICY_FRAMES.index(match.entry.category)] += match.entry.weight
    kept = np.array(scored, dtype=bool)
    features = frame_features(hits[kept], table.frames[kept], sum(map(bool, words)))
    total = document_scores(counts, weights) + (features * stored.array("article_features")).sum(axis=1)
    shares = word_shares(counts, weights)
    by_frame = np.array(list(shares.values())).reshape(len(shares), len(POLICY_FRAMES)).T
    places: dict[int, list[int]] = defaultdict(list)
    for place, word in enumerate(words):
        number = vocabulary.words.get(word)
        if number in shares:
            places[number].append(place)
    own = np.array([sum(word.weight for word in frame_words[name]) for name in POLICY_FRAMES])
    return Clues(
        total + stored.array("article_intercepts"),
        np.sqrt(own / (own.sum() + _FEW_WORDS)),
        tuple(_word_evidence(article, list(shares), by_frame[frame], places) for frame in range(len(POLICY_FRAMES))),
    )


def _word_evidence(
    article: Article, numbers: Sequence[int], shares: Floats, places: Mapping[int, Sequence[int]]
) -> dict[tuple[int, int], float]:
    """Return the places of a frame's strongest words with their weights; of equals, the word with the lower number."""
    order = np.argsort(-shares, kind="stable")[:_SHOWN].tolist()
    strongest = [(float(shares[row]), numbers[row]) for row in order if shares[row] > 0]
    tokens = article.tokens
    return {
        (tokens.starts[place], tokens.ends[place]): weight / len(places[number])
        for weight, number in strongest
        for place in places[number]
    }


def _scored_words(article: Article, joined: Sequence[str]) -> list[str]:
    """Return each token's symmetric form, empty in page furniture."""
    words = list(joined)
    starts = article.tokens.starts
    for block in article.blocks:
        if block.kind in _FURNITURE:
            first, last = bisect.bisect_left(starts, block.start), bisect.bisect_left(starts, block.end)
            words[first:last] = [""] * (last - first)
    return words
