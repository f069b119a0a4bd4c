"""An article's own words as the model of judging words reads them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.article import Article, Voice, VoiceMap
from framing.encoding.encoded import EncodedArticle
from framing.finding import LoadedTerm, SubjectiveWord
from framing.modelling.meanings import stem
from framing.modelling.sentences import Scored

__all__ = ["ENCODED", "FEATURES", "LEAST_READ", "OwnWords", "own_words"]

FEATURES = (
    *("biased", "loaded", "strongly biased", "strongly loaded", "slant", "listed", "evaluative"),
    *("slant added", "loaded added", "slant alone", "loaded alone", "rarity", "left", "right", "letters"),
    *("headline", "own words"),
)
"""What the model reads of a word: both marks, the squares of what lies above a plain word's; its sentence's log-odds of
slant; the severity of a lexicon's hit; whether a lexicon has it as evaluative; what it adds to the slant and the loaded
language of its sentence and what it weighs alone; how rare it is in news; its neighbours' higher marks; its length;
whether it stands in a headline; the logarithm of its sentence's words in own voice."""
ENCODED = (*FEATURES, "encoder")
"""With the encoder: its log-odds that a reader marks the word, too."""

_PLAIN = -4.0
"""Log-odds of a mark up to which a word is plain."""
_FLOOR = -8.0
"""Log-odds of a mark below which words are alike."""
LEAST_READ = 0.05
"""Probability of slant below which sentences are plain: nothing is proposed there."""
_SUREST = 0.005
"""Probability of slant, and of none, beyond which sentences are alike."""
_OWN = frozenset({Voice.OWN, Voice.SCARE})
_EVALUATIVE = frozenset({"evaluative_adjective", "evaluative_adverb", "intensifier"})

Floats = NDArray[np.float64]


class OwnWords(NamedTuple):
    """The words in own voice of an article's sentences that may be slanted.

    Attributes:
        starts: Of shape (n,): where each starts in the article.
        ends: Of shape (n,).
        sentences: Of shape (n,): its sentence's number.
        places: Of shape (n,): its number among the tokens of all sentences; neighbours differ by one.
        rows: Of shape (n, 17), or 18 with the encoder: see ``FEATURES`` and ``ENCODED``.
        nameless: Of shape (n,): whether it is written small, opens its sentence or stands in a headline.
        stems: Each word's stem as models see it; a class in angle brackets where it may be swapped.
    """

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    sentences: NDArray[np.int64]
    places: NDArray[np.int64]
    rows: Floats
    nameless: NDArray[np.bool_]
    stems: tuple[str, ...]

    def places_in_text(self) -> Iterator[tuple[int, int]]:
        """Yield where each word starts and ends."""
        return zip(self.starts.tolist(), self.ends.tolist(), strict=True)


class _Places(NamedTuple):
    """Where words stand: each of shape (n,), the last four 0 or 1.

    Attributes:
        starts: Where each starts in the article.
        ends: Where it ends.
        sentences: Its sentence's number.
        places: Its number among the tokens of all sentences that are scored.
        tokens: Its number among the article's tokens.
        nameless: Whether it is written small, opens its sentence or stands in a headline.
        headlines: Whether it stands in a headline.
        opens: Whether it is its sentence's first token.
        closes: Whether it is the last.
    """

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    sentences: NDArray[np.int64]
    places: NDArray[np.int64]
    tokens: NDArray[np.int64]
    nameless: NDArray[np.int64]
    headlines: NDArray[np.int64]
    opens: NDArray[np.int64]
    closes: NDArray[np.int64]


def own_words(
    article: Article,
    voices: VoiceMap,
    slant: Sequence[float | None],
    terms: Sequence[LoadedTerm],
    markers: Sequence[SubjectiveWord],
    scored: Scored,
    encoded: EncodedArticle | None = None,
) -> OwnWords:
    """Return an article's own words with what the model reads of each.

    Args:
        article: The article.
        voices: The voice of every character.
        slant: Each sentence's probability of slant.
        terms: The lexicons' loaded terms.
        markers: The lexicons' subjective words.
        scored: What the models say of the article's sentences.
        encoded: What the encoder says of the article.
    """
    odds = {number: _log_odds(chance) for number, chance in enumerate(slant) if chance and chance >= LEAST_READ}
    words, stems = _standing(article, voices, scored, list(odds))
    marks = np.maximum(scored.marks, _FLOOR)
    own_marks, places, sentences = marks[words.places], words.places, words.sentences
    table = np.column_stack(
        [
            own_marks,
            np.maximum(own_marks - _PLAIN, 0) ** 2,
            np.array([odds[number] for number in sentences.tolist()], dtype=float),
            *_listed(words.starts, terms, markers),
            scored.weights[places],
            scored.alone[places],
            scored.rarity[places],
            *_beside(words, marks),
            words.ends - words.starts,
            words.headlines,
            np.log1p(np.bincount(sentences, minlength=1)[sentences]),
            *(() if encoded is None else (encoded.columns(("word",))[words.tokens, 0],)),
        ]
    )
    return OwnWords(words.starts, words.ends, sentences, places, table, words.nameless.astype(bool), tuple(stems))


def _log_odds(chance: float) -> float:
    """The log-odds of a sentence's slant, which no sentence has for certain."""
    chance = min(max(chance, _SUREST), 1 - _SUREST)
    return float(np.log(chance / (1 - chance)))


def _standing(
    article: Article, voices: VoiceMap, scored: Scored, sentences: Sequence[int]
) -> tuple[_Places, list[str]]:
    """The words in own voice of some sentences, in text order, and their stems."""
    tokens = scored.split.tokens
    words = scored.marks[:, 0] != -np.inf
    rows: list[tuple[int, int, int, int, int, bool, bool, bool, bool]] = []
    stems: list[str] = []
    for number in sentences:
        headline = article.blocks[article.sentences[number].block].kind == "headline"
        first, last = scored.split.bounds[number]
        begin = int(scored.bounds[number])
        for token in (first + np.flatnonzero(words[begin : begin + last - first])).tolist():
            start, end = tokens.starts[token], tokens.ends[token]
            if voices.of(start, end) not in _OWN:
                continue
            stems.append(stem(scored.split.words[number][token - first]))
            opens, closes = token == first, token + 1 == last
            nameless = headline or opens or tokens.texts[token][0].islower()
            place = begin + token - first
            rows.append((start, end, number, place, token, nameless, headline, opens, closes))
    return _Places(*np.array(rows, dtype=np.int64).reshape(-1, len(_Places._fields)).T), stems


def _listed(
    starts: NDArray[np.int64], terms: Sequence[LoadedTerm], markers: Sequence[SubjectiveWord]
) -> tuple[Floats, Floats]:
    """The severity of each word's hit as a loaded term, 0 without one, and whether it is evaluative; of shape (n,)."""
    severities = {place: term.severity for term in terms for place in range(*term.span)}
    evaluative = {place for word in markers if word.category in _EVALUATIVE for place in range(*word.span)}
    return (
        np.array([severities.get(start, 0) for start in starts.tolist()], dtype=float),
        np.array([start in evaluative for start in starts.tolist()], dtype=float),
    )


def _beside(words: _Places, marks: Floats) -> tuple[Floats, Floats]:
    """The higher mark of each word's left and right neighbour in its sentence, of shape (n,)."""
    highest = np.pad(marks.max(axis=1, initial=_FLOOR), 1, constant_values=_FLOOR)
    return (
        np.where(words.opens, _FLOOR, highest[words.places]),
        np.where(words.closes, _FLOOR, highest[words.places + 2]),
    )
