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
from framing.modelling.documents import WordCounts, count_words, document_scores
from framing.modelling.linear import probabilities
from framing.modelling.sentences import SentenceTable
from framing.modelling.vocabulary import Vocabulary, load_vocabulary
from framing.scoring.words_found import NOT_TOLD

__all__ = ["Clues", "News", "clues", "news", "score"]

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
        counts: The article's words, for the weights that ordinary news gives them.
        places: Where each known word stands in the text, by its number.
    """

    log_odds: Floats
    lexicon: Floats
    counts: WordCounts
    places: Mapping[int, Sequence[tuple[int, int]]]


class News(NamedTuple):
    """How clues are weighed in ordinary news.

    Attributes:
        model: Weight of the annotated model's log-odds over their mean in the news sample.
        lexicon: Weight of the root of a frame's share.
        usual: Those means, of shape (14,).
        intercepts: Of shape (14,).
        words: What each word of the vocabulary adds, of shape (n_words, 14).
        present: Probability from which a frame is present.
    """

    model: float
    lexicon: float
    usual: Floats
    intercepts: Floats
    words: Floats
    present: float

    def chances(self, article: Clues) -> Floats:
        """Return the probability that a reader calls each frame present, of shape (14,)."""
        of_clues = self.model * (article.log_odds - self.usual) + self.lexicon * article.lexicon + self.intercepts
        chances: Floats = probabilities(of_clues + document_scores(article.counts, self.words))
        return chances


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
def news() -> News:
    """Return the shipped weights.

    Raises:
        ModelError: If the model is missing or damaged.
    """
    stored = load_artifact("news_frames")
    model, lexicon, present = stored.array("weights").astype(np.float64).tolist()
    words = np.zeros((len(load_vocabulary().words), len(POLICY_FRAMES)))
    words[stored.array("numbers")] = stored.array("words")
    usual, intercepts = (stored.array(name).astype(np.float64) for name in ("usual", "intercepts"))
    return News(model, lexicon, usual, intercepts, words, present)


def score(
    article: Article,
    tokens: ArticleWords,
    table: SentenceTable,
    frame_words: Mapping[str, Sequence[Evidence]],
    *,
    evidence: bool = True,
) -> dict[str, FrameScore]:
    """Return an article's frames by name, in the codebook's order.

    A frame's score is the probability that a reader of ordinary news calls it present: from the share of its words,
    from all words of the article, and from how far the annotated model's log-odds lie above those of the mean news
    article. It is present from a threshold on, and only with words of its own. The evidence is what adds to the score:
    the frame's words, and the words with the largest positive weights in the models.

    Args:
        article: The article.
        tokens: Its words as the models and the lexicons see them.
        table: The scores of its sentences.
        frame_words: The frames' words: what the frames' shares are made of.
        evidence: Whether to say what adds to the scores.

    Raises:
        ModelError: If a shipped model is missing or damaged.
    """
    weights, article_clues = news(), clues(article, tokens, table, frame_words)
    chance = weights.chances(article_clues)
    present = [
        bool(frame_words[name]) and bool(chance[frame] >= weights.present) for frame, name in enumerate(POLICY_FRAMES)
    ]
    if not evidence:
        scored = zip(POLICY_FRAMES, chance.tolist(), present, strict=True)
        return {name: FrameScore(value, holds, ()) for name, value, holds in scored}
    from_lexicon = weights.lexicon * article_clues.lexicon
    numbers = article_clues.counts.numbers
    added = article_clues.counts.values[:, None] * (weights.model * _model()[2][numbers] + weights.words[numbers])
    result = {}
    for frame, name in enumerate(POLICY_FRAMES):
        places = _word_evidence(numbers.tolist(), added[:, frame], article_clues.places)
        total = sum(word.weight for word in frame_words[name])
        for word in frame_words[name]:
            place = (word.start, word.end)
            places[place] = places.get(place, 0.0) + float(from_lexicon[frame]) * word.weight / total
        shown = tuple(Evidence(start, end, value) for (start, end), value in sorted(places.items()))
        result[name] = FrameScore(float(chance[frame]), present[frame], shown)
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
    scored = [article.blocks[sentence.block].kind not in NOT_TOLD for sentence in article.sentences]
    hits = np.zeros((len(article.sentences), len(POLICY_FRAMES)))
    for match in find(tokens.compared, shipped_indexes()["policy_frame"]):
        if scored[match.sentence]:
            hits[match.sentence, POLICY_FRAMES.index(match.entry.category)] += match.entry.weight
    kept = np.array(scored, dtype=bool)
    features = frame_features(hits[kept], table.frames[kept], sum(map(bool, words)))
    total = document_scores(counts, weights) + (features * stored.array("article_features")).sum(axis=1)
    known = set(counts.numbers.tolist())
    places: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for word, place in zip(words, zip(article.tokens.starts, article.tokens.ends, strict=True), strict=True):
        number = vocabulary.words.get(word)
        if number is not None and number in known:
            places[number].append(place)
    own = np.array([sum(word.weight for word in frame_words[name]) for name in POLICY_FRAMES])
    return Clues(total + stored.array("article_intercepts"), np.sqrt(own / (own.sum() + _FEW_WORDS)), counts, places)


def _word_evidence(
    numbers: Sequence[int], added: Floats, places: Mapping[int, Sequence[tuple[int, int]]]
) -> dict[tuple[int, int], float]:
    """Return the places of a frame's strongest words with their weights; of equals, the word with the lower number."""
    order = np.argsort(-added, kind="stable")[:_SHOWN].tolist()
    strongest = [(float(added[row]), numbers[row]) for row in order if added[row] > 0]
    return {place: weight / len(places[number]) for weight, number in strongest for place in places[number]}


def _scored_words(article: Article, joined: Sequence[str]) -> list[str]:
    """Return each token's symmetric form, empty in page furniture."""
    words = list(joined)
    starts = article.tokens.starts
    for block in article.blocks:
        if block.kind in NOT_TOLD:
            first, last = bisect.bisect_left(starts, block.start), bisect.bisect_left(starts, block.end)
            words[first:last] = [""] * (last - first)
    return words
