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

__all__ = ["ENCODED", "FEATURES", "OwnWords", "own_words"]

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
_LEAST_SLANT = 0.05
"""Sentences below are plain: nothing is proposed there."""
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
        nameless: Of shape (n,): whether it is written small, or its whole sentence is a headline.
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
    read = [number for number, chance in enumerate(slant) if chance is not None and chance >= _LEAST_SLANT]
    tokens = scored.split.tokens
    listed = {place: term.severity for term in terms for place in range(term.span.start, term.span.end)}
    evaluative = {
        place for word in markers if word.category in _EVALUATIVE for place in range(word.span.start, word.span.end)
    }
    words = scored.marks[:, 0] != -np.inf
    runs: list[tuple[int, int, int, int, bool, bool, bool, bool, int]] = []
    odds: list[float] = []
    stems: list[str] = []
    for number in read:
        chance = min(max(slant[number] or 0.0, 0.005), 0.995)
        headline = article.blocks[article.sentences[number].block].kind == "headline"
        first, last = scored.split.bounds[number]
        begin = int(scored.bounds[number])
        before = len(runs)
        for token in (first + np.flatnonzero(words[begin : begin + last - first])).tolist():
            start, end = tokens.starts[token], tokens.ends[token]
            if voices.of(start, end) in _OWN:
                stems.append(stem(scored.split.words[number][token - first]))
                small = headline or token == first or tokens.texts[token][0].islower()
                runs.append(
                    (
                        *(start, end, number, begin + token - first, small, headline),
                        *(token == first, token + 1 == last, token),
                    )
                )
        odds += [float(np.log(chance / (1 - chance)))] * (len(runs) - before)
    columns = np.array(runs, dtype=np.int64).reshape(-1, 9).T
    starts, ends, sentences, places, small_ones, headlines, opens, closes, numbers = columns
    marks = np.maximum(scored.marks[places], _FLOOR)
    highest = np.pad(np.maximum(scored.marks.max(axis=1, initial=_FLOOR), _FLOOR), 1, constant_values=_FLOOR)
    table = np.column_stack(
        [
            marks,
            np.maximum(marks - _PLAIN, 0) ** 2,
            np.array(odds),
            np.array([listed.get(start, 0) for start in starts.tolist()], dtype=float),
            np.array([start in evaluative for start in starts.tolist()], dtype=float),
            scored.weights[places],
            scored.alone[places],
            scored.rarity[places],
            np.where(opens, _FLOOR, highest[places]),
            np.where(closes, _FLOOR, highest[places + 2]),
            ends - starts,
            headlines,
            np.log1p(np.bincount(sentences, minlength=1)[sentences]),
            *(() if encoded is None else (encoded.columns(("word",))[numbers, 0],)),
        ]
    )
    return OwnWords(starts, ends, sentences, places, table, small_ones.astype(bool), tuple(stems))
