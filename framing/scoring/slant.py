"""How likely a reader calls a sentence slanted where it stands: by the outlet's own words, in its article.

The probability of slant as a sentence's own (``bias``) is calibrated on a set in which every second sentence is
slanted, and reads quotations like the rest. In an article one sentence in ten is, and few of them stand alone. So only
the outlet's own words are read here, and the article's other sentences count.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.article import FURNITURE, Article, Voice, VoiceMap
from framing.finding import LoadedTerm
from framing.modelling.artifact import load_artifact
from framing.modelling.linear import probabilities
from framing.modelling.sentence_features import split_sentences
from framing.modelling.sentences import Scored, sentence_models

__all__ = ["FEATURES", "OwnScores", "features", "own_scores", "score"]

FEATURES = ("bias", "loaded", "own share", "bias of the article", "listed")
"""What the model reads of a sentence: log-odds of its own words, their share, the article's mean log-odds of slant, the
severity of the lexicons' loaded terms in own voice."""

_MOST_LISTED = 4.0
"""Listed words that a sentence counts for; the model was trained with it."""

_FEWEST = 4
"""Own words below which they say nothing: such a sentence counts as plain."""
_PLAIN = (-4.0, -3.0)
"""Log-odds of slant and of loaded language of a sentence without own words."""
_TYPICAL = 10.0
"""Sentences of a typical article that each article's mean holds too, so that a few sentences do not decide it."""
_UNREAD = FURNITURE | {"caption"}
_LINK = re.compile(
    r"\W*(?:"
    r"(?:also |please )?(?:see|read|watch|listen)(?: also| more| too| next)?:"
    r"|(?:click|check out|subscribe|sign up)\b"
    r"|follow \b.*\bon (?:twitter|facebook|instagram|x)\b"
    r"|(?:photo|data|graph|graphic|image|source|via|credit)s?:"
    r")",
    re.IGNORECASE | re.DOTALL,
)
"""An invitation to look elsewhere, or a credit: nobody's statement."""
_HERE = re.compile(r"\bhere\W*$", re.IGNORECASE)
_LOOK = re.compile(r"\b(?:see|read|find|watch|view|hear|listen to)\b", re.IGNORECASE)
"""Words of a sentence that ends in the link itself: "You can see the chart here:"."""

Floats = NDArray[np.float64]


class OwnScores(NamedTuple):
    """What an article's own words say, sentence by sentence.

    Attributes:
        read: Of shape (n,): whether a reader judges the sentence at all; captions, furniture and links are not.
        spoken: Of shape (n,): whether it has enough own words.
        scores: Of shape (n, 2): log-odds of slant and of loaded language of the own words.
        share: Of shape (n,): the share of the sentence in own voice, 0 to 1.
        listed: Of shape (n,): the severities of its loaded terms in own voice, 0 to 4.
    """

    read: NDArray[np.bool_]
    spoken: NDArray[np.bool_]
    scores: Floats
    share: Floats
    listed: Floats


def own_scores(article: Article, voices: VoiceMap, terms: Sequence[LoadedTerm], whole: Scored) -> OwnScores:
    """Return what the sentence models say of the outlet's own words.

    Args:
        article: The article.
        voices: The voice of every character, attributions included.
        terms: The lexicons' loaded terms.
        whole: What the models say of whole sentences: of those that are all in own voice the same.

    Raises:
        ModelError: If a shipped model is missing or damaged.
    """
    words = whole.words.copy()
    scores = _both(whole)
    parts = [row for row, (start, end, _) in enumerate(article.sentences) if voices.share(start, end, Voice.OWN) < 1]
    if parts:
        own = [_own_words(article, voices, *article.sentences[row][:2]) for row in parts]
        scored = sentence_models().score(split_sentences(own))
        words[parts], scores[parts] = scored.words, _both(scored)
    spoken = words >= _FEWEST
    listed = np.zeros(len(article.sentences))
    for term in terms:
        if term.voice == "own":
            listed[term.sentence] += term.severity
    return OwnScores(
        read=np.array([_is_read(article, *sentence) for sentence in article.sentences], dtype=bool),
        spoken=spoken,
        scores=np.where(spoken[:, None], scores, _PLAIN),
        share=np.array(
            [voices.share(a, b, Voice.OWN) + voices.share(a, b, Voice.SCARE) for a, b, _ in article.sentences]
        ),
        listed=np.minimum(listed, _MOST_LISTED),
    )


def _both(scored: Scored) -> Floats:
    return np.hstack([scored.scores["bias"][:, :1], scored.scores["loaded"][:, :1]])


def features(own: OwnScores, typical: float, highest: float) -> Floats:
    """Return the model's features, of shape (n_sentences, 5).

    Args:
        own: From ``own_scores``.
        typical: Mean log-odds of slant of a typical article's sentences.
        highest: That of the most slanted one that was learned from; beyond, nothing is known.
    """
    counted = own.read & own.spoken
    mean = (own.scores[counted, 0].sum() + _TYPICAL * typical) / (counted.sum() + _TYPICAL)
    means = np.full(len(own.share), min(mean, highest))
    return np.column_stack([own.scores, own.share, means, own.listed])


def score(article: Article, voices: VoiceMap, terms: Sequence[LoadedTerm], whole: Scored) -> list[float | None]:
    """Return for each sentence the probability that a reader of the article calls it slanted.

    ``None`` where there is nothing to judge: captions, page furniture, links.

    Args:
        article: The article.
        voices: The voice of every character, attributions included.
        terms: The lexicons' loaded terms.
        whole: What the models say of its sentences.

    Raises:
        ModelError: If a shipped model is missing or damaged.
    """
    if not article.sentences:
        return []
    stored = _model()
    own = own_scores(article, voices, terms, whole)
    total = features(own, stored.typical, stored.highest) @ stored.coefficients + stored.intercept
    return [float(chance) if read else None for chance, read in zip(probabilities(total), own.read, strict=True)]


class _Model(NamedTuple):
    typical: float
    highest: float
    coefficients: Floats
    intercept: float


@cache
def _model() -> _Model:
    stored = load_artifact("slant")
    return _Model(
        float(stored.array("typical")[0]),
        float(stored.array("highest")[0]),
        stored.array("coefficients"),
        float(stored.array("intercept")[0]),
    )


def _is_read(article: Article, start: int, end: int, block: int) -> bool:
    return article.blocks[block].kind not in _UNREAD and not _leads_away(article.text[start:end])


def _leads_away(sentence: str) -> bool:
    if _LINK.match(sentence):
        return True
    here = _HERE.search(sentence)
    return here is not None and _LOOK.search(sentence, 0, here.start()) is not None


def _own_words(article: Article, voices: VoiceMap, start: int, end: int) -> str:
    """Return a sentence without what it quotes or reports."""
    parts: list[str] = []
    place = start
    for own, run in groupby(voices.codes[start:end], key=lambda code: code in {Voice.OWN, Voice.SCARE}):
        length = sum(1 for _ in run)
        if own:
            parts.append(article.text[place : place + length])
        place += length
    return " ".join(" ".join(parts).split())
