"""An article's sentences in own voice as the model of slant reads them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.article import FURNITURE, Article, Voice, VoiceMap
from framing.encoding.encoded import EncodedArticle
from framing.expressions import expression
from framing.finding import LoadedTerm
from framing.modelling.sentence_features import split_sentences
from framing.modelling.sentences import Scored, sentence_models

__all__ = ["OwnScores", "own_scores"]

_MOST_LISTED = 4.0
"""Listed words that a sentence counts for; the model was trained with it."""
_CONTRAST = frozenset("but yet however instead despite while though although rather".split())
_PERSON = frozenset("i my me i'm i've we our us ours you your yours".split())
_MOST_COUNTED = 3
"""Words of contrast or of person in a sentence beyond which more say nothing."""
_FEWEST = 4
"""Own words below which they say nothing: such a sentence counts as plain."""
_PLAIN = (-4.0, -3.0)
"""Log-odds of slant and of loaded language of a sentence without own words."""
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
        parts: What the models say of the own words of sentences that are not all in own voice, by these words: how many
            they are, and the log-odds.
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
    parts: Mapping[str, tuple[int, Floats]] = MappingProxyType({})


def own_scores(
    article: Article,
    voices: VoiceMap,
    terms: Sequence[LoadedTerm],
    whole: Scored,
    encoded: EncodedArticle | None = None,
    before: OwnScores | None = None,
) -> OwnScores:
    """Return what the sentence models say of the outlet's own words.

    Args:
        article: The article.
        voices: The voice of every character, attributions included.
        terms: The lexicons' loaded terms.
        whole: What the models say of whole sentences: of those that are all in own voice the same.
        encoded: What the encoder says of the article.
        before: The same by other voices: what it says of parts of sentences need not be asked again.

    Raises:
        ModelError: If a shipped model is missing or damaged.
    """
    words = whole.words.copy()
    scores = _both(whole)
    texts = {
        row: _own_words(article, voices, start, end)
        for row, (start, end, _) in enumerate(article.sentences)
        if voices.share(start, end, Voice.OWN) < 1
    }
    parts = _parts(texts.values(), {} if before is None else before.parts)
    for row, text in texts.items():
        words[row], scores[row] = parts[text] if text else (0, _PLAIN)
    spoken = words >= _FEWEST
    listed = np.zeros(len(article.sentences))
    for term in terms:
        if term.voice == "own":
            listed[term.sentence] += term.severity
    return OwnScores(
        read=np.array([_is_read(article, *sentence) for sentence in article.sentences], dtype=bool),
        spoken=spoken,
        scores=np.where(spoken[:, None], scores, _PLAIN),
        share=np.array([voices.own_share(start, end) for start, end, _ in article.sentences]),
        listed=np.minimum(listed, _MOST_LISTED),
        headline=np.array([article.blocks[block].kind == "headline" for _, _, block in article.sentences], dtype=float),
        contrast=_counts(article, voices, whole, _CONTRAST),
        person=_counts(article, voices, whole, _PERSON),
        encoded=None if encoded is None else _encoded(article, voices, whole, encoded, spoken),
        parts=parts,
    )


def _parts(texts: Iterable[str], known: Mapping[str, tuple[int, Floats]]) -> Mapping[str, tuple[int, Floats]]:
    """Return what the models say of each text, those that are known not asked for again."""
    new = [text for text in dict.fromkeys(texts) if text and text not in known]
    if not new:
        return known
    scored = sentence_models().score(split_sentences(new))
    return {**known, **dict(zip(new, zip(scored.words.tolist(), _both(scored), strict=True), strict=True))}


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
    tokens, compared = article.tokens, whole.split.compared
    found = sorted(compared.numbers[place] for word in counted for place in compared.places.get(word, ()))
    places = [
        place
        for place in found
        # Compared words have lost a possessive's "s".
        if tokens.texts[place].lower().replace("’", "'") in counted
        and voices.of(tokens.starts[place], tokens.ends[place]) in _OWN
    ]
    counts = [bisect_left(places, last) - bisect_left(places, first) for first, last in whole.split.bounds]
    return np.minimum(np.array(counts, dtype=np.float64), _MOST_COUNTED)


def _both(scored: Scored) -> Floats:
    return np.hstack([scored.scores["bias"][:, :1], scored.scores["loaded"][:, :1]])


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
