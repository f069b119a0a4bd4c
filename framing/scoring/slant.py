"""How likely a reader calls a sentence slanted where it stands: by the outlet's own words, in its article.

The probability of slant as a sentence's own (``bias``) is calibrated on a set in which every second sentence is
slanted, and reads quotations like the rest. In an article one sentence in ten is, and few of them stand alone. So only
the outlet's own words are read here, and the article's other sentences count.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.article import FURNITURE, Article, Voice, VoiceMap
from framing.encoding.encoded import EncodedArticle
from framing.encoding.installed import fitted_folder
from framing.expressions import expression
from framing.finding import LEAST_SLANT, LoadedTerm
from framing.modelling.artifact import load_artifact
from framing.modelling.linear import probabilities
from framing.modelling.sentence_features import split_sentences
from framing.modelling.sentences import Scored, sentence_models

__all__ = [
    "ENCODED",
    "FEATURES",
    "Fitted",
    "OwnScores",
    "chances",
    "features",
    "least_shown",
    "means",
    "own_scores",
    "score",
]

FEATURES = (
    *("bias", "loaded", "own share", "bias of the article", "listed", "listed in the article"),
    *("headline", "contrast", "person in the article", "bias beside"),
)
"""What the model reads of a sentence: log-odds of its own words, their share, the article's mean log-odds of slant, the
severity of the lexicons' loaded terms in own voice and its mean in the article, whether it is a headline, words that
set one thing against another, how often the article says I, we and you, and the log-odds of the sentences beside."""
ENCODED = (*FEATURES, "encoder")
"""With the encoder: its log-odds of slant too, the mean over the sentence's own words."""

_MOST_LISTED = 4.0
"""Listed words that a sentence counts for; the model was trained with it."""
_CONTRAST = frozenset("but yet however instead despite while though although rather".split())
_PERSON = frozenset("i my me i'm i've we our us ours you your yours".split())
_MOST_COUNTED = 3
"""Words of contrast or of person in a sentence beyond which more say nothing."""
_MOST_ABOVE = 1.5
"""How far the article may lift a sentence's log-odds above its own words': a plain one stays plain in a tirade."""
_NEAR = (1, 2)
"""How far the sentences beside stand, on either side."""
_UNREAD_BESIDE = -2.5
"""Log-odds of slant that a neighbour without own words counts with: those of a sentence in a report."""

_FEWEST = 4
"""Own words below which they say nothing: such a sentence counts as plain."""
_PLAIN = (-4.0, -3.0)
"""Log-odds of slant and of loaded language of a sentence without own words."""
_TYPICAL = 10.0
"""Sentences of a typical article that each article's mean holds too, so that a few sentences do not decide it."""
_OWN = frozenset({Voice.OWN, Voice.SCARE})
_OWN_RUN = expression(rb"[%c%c]+" % (Voice.OWN, Voice.SCARE))
_UNREAD = FURNITURE | {"caption"}
_LINK = expression(
    r"\W*(?:"
    r"(?:also |please )?(?:see|read|watch|listen)(?: also| more| too| next)?:"
    r"|(?:click|check out|subscribe|sign up)\b"
    r"|follow \b.*\bon (?:twitter|facebook|instagram|x)\b"
    r"|(?:photo|data|graph|graphic|image|source|via|credit)s?:"
    r")",
    re.IGNORECASE | re.DOTALL,
)
"""An invitation to look elsewhere, or a credit: nobody's statement."""
_HERE = expression(r"\bhere\W*$", re.IGNORECASE)
_LOOK = expression(r"\b(?:see|read|find|watch|view|hear|listen to)\b", re.IGNORECASE)
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
        headline: Of shape (n,): whether it is one.
        contrast: Of shape (n,): own words that set one thing against another, 0 to 3.
        person: Of shape (n,): own words such as I, we and you, 0 to 3.
        encoded: Of shape (n,): the encoder's log-odds of slant of the own words; ``None`` without it.
    """

    read: NDArray[np.bool_]
    spoken: NDArray[np.bool_]
    scores: Floats
    share: Floats
    listed: Floats
    headline: Floats
    contrast: Floats
    person: Floats
    encoded: Floats | None = None


def own_scores(
    article: Article,
    voices: VoiceMap,
    terms: Sequence[LoadedTerm],
    whole: Scored,
    encoded: EncodedArticle | None = None,
) -> OwnScores:
    """Return what the sentence models say of the outlet's own words.

    Args:
        article: The article.
        voices: The voice of every character, attributions included.
        terms: The lexicons' loaded terms.
        whole: What the models say of whole sentences: of those that are all in own voice the same.
        encoded: What the encoder says of the article.

    Raises:
        ModelError: If a shipped model is missing or damaged.
    """
    words = whole.words.copy()
    scores = _both(whole)
    parts = {
        row: _own_words(article, voices, start, end)
        for row, (start, end, _) in enumerate(article.sentences)
        if voices.share(start, end, Voice.OWN) < 1
    }
    words[list(parts)] = 0
    parts = {row: own for row, own in parts.items() if own}
    if parts:
        scored = sentence_models().score(split_sentences(list(parts.values())))
        words[list(parts)], scores[list(parts)] = scored.words, _both(scored)
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
        headline=np.array([article.blocks[block].kind == "headline" for _, _, block in article.sentences], dtype=float),
        contrast=_counts(article, voices, whole, _CONTRAST),
        person=_counts(article, voices, whole, _PERSON),
        encoded=None if encoded is None else _encoded(article, voices, whole, encoded, spoken),
    )


def _encoded(
    article: Article, voices: VoiceMap, whole: Scored, encoded: EncodedArticle, spoken: NDArray[np.bool_]
) -> Floats:
    """Return the encoder's log-odds of slant, the mean over each sentence's own words."""
    tokens = article.tokens
    own = [voices.of(start, end) in _OWN for start, end in zip(tokens.starts, tokens.ends, strict=True)]
    means = encoded.sentence_means("slant", whole.split.bounds, np.array(own, dtype=bool))
    return np.where(spoken & ~np.isnan(means), means, _PLAIN[0])


def _counts(article: Article, voices: VoiceMap, whole: Scored, counted: frozenset[str]) -> Floats:
    """Return how many own words of each sentence are among some, 0 to 3."""
    tokens = article.tokens
    written = {text for text in set(tokens.texts) if text.lower().replace("’", "'") in counted}
    places = [
        place
        for place, text in enumerate(tokens.texts)
        if text in written and voices.of(tokens.starts[place], tokens.ends[place]) in _OWN
    ]
    counts = [bisect_left(places, last) - bisect_left(places, first) for first, last in whole.split.bounds]
    return np.minimum(np.array(counts, dtype=np.float64), _MOST_COUNTED)


def _both(scored: Scored) -> Floats:
    return np.hstack([scored.scores["bias"][:, :1], scored.scores["loaded"][:, :1]])


def means(own: OwnScores) -> Floats:
    """Return an article's mean log-odds of slant, listed severity and words of person, of shape (3,).

    All are nan where it has no words in own voice.
    """
    counted = own.read & own.spoken
    return _of_article(own)[counted].mean(axis=0) if counted.any() else np.full(3, np.nan)


def _of_article(own: OwnScores) -> Floats:
    return np.column_stack([own.scores[:, 0], own.listed, own.person])


def features(own: OwnScores, typical: Floats, highest: Floats) -> Floats:
    """Return the model's features, of shape (n_sentences, 10), or 11 with the encoder.

    Args:
        own: From ``own_scores``.
        typical: The ``means`` of a typical article.
        highest: Those of the articles that had most of each among those learned from; beyond, nothing is known.
    """
    counted = own.read & own.spoken
    total = _of_article(own)[counted].sum(axis=0) + _TYPICAL * typical
    bias, listed, person = np.minimum(total / (counted.sum() + _TYPICAL), highest)
    same = np.ones(len(own.share))
    return np.column_stack(
        [
            *(own.scores, own.share, same * bias, own.listed, same * listed),
            *(own.headline, own.contrast, same * person, _beside(np.where(counted, own.scores[:, 0], _UNREAD_BESIDE))),
            *(() if own.encoded is None else (own.encoded,)),
        ]
    )


def _beside(bias: Floats) -> Floats:
    """Return the mean of the sentences beside each; past the text's ends the first and the last stand in."""
    numbers = np.arange(len(bias))
    steps = [sign * step for step in _NEAR for sign in (-1, 1)]
    result: Floats = np.mean([bias[np.clip(numbers + step, 0, len(bias) - 1)] for step in steps], axis=0)
    return result


def score(own: OwnScores) -> list[float | None]:
    """Return for each sentence the probability that a reader of the article calls it slanted.

    ``None`` where there is nothing to judge: captions, page furniture, links.

    Args:
        own: What the article's own words say.

    Raises:
        ModelError: If the shipped model is missing or damaged.
    """
    if not len(own.read):
        return []
    found = chances(own, _model(None if own.encoded is None else fitted_folder("slant")))
    return [float(chance) if read else None for chance, read in zip(found, own.read, strict=True)]


class Fitted(NamedTuple):
    """A model: what ``features`` takes, the columns' coefficients, the intercept, and from where it is shown."""

    typical: Floats
    highest: Floats
    coefficients: Floats
    intercept: float
    least_shown: float = LEAST_SLANT


def chances(own: OwnScores, fitted: Fitted) -> Floats:
    """Return each sentence's probability, of shape (n_sentences,), whether or not a reader judges it."""
    total = features(own, fitted.typical, fitted.highest) @ fitted.coefficients + fitted.intercept
    alone = own.scores[:, 0] if own.encoded is None else np.maximum(own.scores[:, 0], own.encoded)
    return probabilities(np.minimum(total, alone + _MOST_ABOVE))


def least_shown() -> float:
    """Return the probability from which the model that reads the encoder shows a sentence."""
    return _model(fitted_folder("slant")).least_shown


@cache
def _model(folder: Path | None) -> Fitted:
    stored = load_artifact("slant", folder)
    return Fitted(
        stored.array("typical"),
        stored.array("highest"),
        stored.array("coefficients"),
        float(stored.array("intercept")[0]),
        float(stored.manifest.get("thresholds", {}).get("shown", LEAST_SLANT)),
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
    parts = [article.text[run.start() : run.end()] for run in _OWN_RUN.finditer(voices.codes, start, end)]
    return " ".join(" ".join(parts).split())
