"""Which words of the outlet's own judge here, by the words themselves and where they stand.

No list of words is complete, and a listed word does not judge everywhere. Each word is read with its marks (do
annotators underline it), what it adds to its sentence's slant, the slant of the sentence in its article, its neighbours
and the lexicons' hits; words that no lexicon lists are proposed, neighbours that read alike as one phrase.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.article import Article, Voice, VoiceMap
from framing.finding import LoadedTerm, SubjectiveWord
from framing.lexicons.compiled import shipped_indexes
from framing.lexicons.match import Words
from framing.modelling.artifact import load_artifact
from framing.modelling.linear import probabilities
from framing.modelling.sentences import Scored
from framing.resources import lexicons_folder
from framing.scoring.plain_uses import WEATHER, is_plain
from framing.spans import Span

__all__ = ["FEATURES", "OwnWords", "own_words", "proposed", "score"]

FEATURES = (
    *("biased", "loaded", "strongly biased", "strongly loaded", "slant", "listed", "evaluative"),
    *("slant added", "loaded added", "slant alone", "loaded alone", "rarity", "left", "right", "letters"),
    *("headline", "own words"),
)
"""What the model reads of a word: both marks, the squares of what lies above a plain word's; its sentence's log-odds of
slant; the severity of a lexicon's hit; whether a lexicon has it as evaluative; what it adds to the slant and the loaded
language of its sentence and what it weighs alone; how rare it is in news; its neighbours' higher marks; its length;
whether it stands in a headline; the logarithm of its sentence's words in own voice."""

_PLAIN = -4.0
"""Log-odds of a mark up to which a word is plain."""

_FLOOR = -8.0
"""Log-odds of a mark below which words are alike."""
_LEAST_SLANT = 0.05
"""Sentences below are plain: nothing is proposed there."""
_LEAST, _BESIDE = 0.6, 0.25
"""The probability from which a word is proposed, and that of a neighbour which joins it in one phrase."""
_LEAST_LISTED = {1: 0.5, 2: 0.15}
"""The probability from which a listed word counts, by severity: of those below one in five is right."""
_LEAST_IN_HEADLINE = 0.15
"""The probability from which a listed word of a headline counts, where every word is a choice."""
_HEADS = frozenset({"headline", "deck"})
_LONGEST = 4
"""Words of the longest term that the model finds."""
_OWN = frozenset({Voice.OWN, Voice.SCARE})
_EVALUATIVE = frozenset({"evaluative_adjective", "evaluative_adverb", "intensifier"})
_REASON = "No lexicon lists the word; where it stands, it reads as one that judges. Say what was done or said."

Floats = NDArray[np.float64]


class OwnWords(NamedTuple):
    """The words in own voice of an article's sentences that may be slanted.

    Attributes:
        starts: Of shape (n,): where each starts in the article.
        ends: Of shape (n,).
        sentences: Of shape (n,): its sentence's number.
        places: Of shape (n,): its number among the tokens of all sentences; neighbours differ by one.
        rows: Of shape (n, 17): see ``FEATURES``.
        nameless: Of shape (n,): whether it is written small, or its whole sentence is a headline.
    """

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    sentences: NDArray[np.int64]
    places: NDArray[np.int64]
    rows: Floats
    nameless: NDArray[np.bool_]

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
) -> OwnWords:
    """Return an article's own words with what the model reads of each.

    Args:
        article: The article.
        voices: The voice of every character.
        slant: Each sentence's probability of slant.
        terms: The lexicons' loaded terms.
        markers: The lexicons' subjective words.
        scored: What the models say of the article's sentences.
    """
    read = [number for number, chance in enumerate(slant) if chance is not None and chance >= _LEAST_SLANT]
    tokens = scored.split.tokens
    listed = {place: term.severity for term in terms for place in range(term.span.start, term.span.end)}
    evaluative = {
        place for word in markers if word.category in _EVALUATIVE for place in range(word.span.start, word.span.end)
    }
    words = scored.marks[:, 0] != -np.inf
    runs: list[tuple[int, int, int, int, bool, bool, bool, bool]] = []
    odds: list[float] = []
    for number in read:
        chance = min(max(slant[number] or 0.0, 0.005), 0.995)
        headline = article.blocks[article.sentences[number].block].kind == "headline"
        first, last = scored.split.bounds[number]
        begin = int(scored.bounds[number])
        before = len(runs)
        for token in (first + np.flatnonzero(words[begin : begin + last - first])).tolist():
            start, end = tokens.starts[token], tokens.ends[token]
            if voices.of(start, end) in _OWN:
                small = headline or token == first or tokens.texts[token][0].islower()
                runs.append(
                    (start, end, number, begin + token - first, small, headline, token == first, token + 1 == last)
                )
        odds += [float(np.log(chance / (1 - chance)))] * (len(runs) - before)
    columns = np.array(runs, dtype=np.int64).reshape(-1, 8).T
    starts, ends, sentences, places, small_ones, headlines, opens, closes = columns
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
        ]
    )
    return OwnWords(starts, ends, sentences, places, table, small_ones.astype(bool))


def proposed(words: OwnWords, chances: Floats, terms: Sequence[LoadedTerm]) -> list[tuple[Span, int, float]]:
    """Return words and phrases that no term covers and that judge: span, sentence and probability, in text order."""
    covered = {place for term in terms for place in range(term.span.start, term.span.end)}
    free = np.array([start not in covered for start in words.starts], dtype=bool) & words.nameless
    proposals: list[tuple[Span, int, float]] = []
    used = -1
    for peak in np.flatnonzero(free & (chances >= _LEAST)):
        if peak <= used:
            continue
        first = last = int(peak)
        while first - 1 > used and _joins(words, chances, free, first - 1, first) and last - first + 2 <= _LONGEST:
            first -= 1
        while last + 1 < len(chances) and _joins(words, chances, free, last + 1, last) and last - first + 2 <= _LONGEST:
            last += 1
        used = last
        span = Span(int(words.starts[first]), int(words.ends[last]))
        proposals.append((span, int(words.sentences[peak]), float(chances[first : last + 1].max())))
    return proposals


def _joins(words: OwnWords, chances: Floats, free: NDArray[np.bool_], word: int, neighbour: int) -> bool:
    beside = abs(int(words.places[word]) - int(words.places[neighbour])) == 1
    same = words.sentences[word] == words.sentences[neighbour]
    return bool(beside and same and free[word] and chances[word] >= _BESIDE)


def score(
    article: Article,
    voices: VoiceMap,
    words: OwnWords,
    terms: Sequence[LoadedTerm],
    compared: Words,
) -> tuple[LoadedTerm, ...]:
    """Return the lexicons' terms with their probability and the words that the model proposes, in text order.

    Args:
        article: The article.
        voices: The voice of every character.
        words: From ``own_words``.
        terms: The lexicons' loaded terms.
        compared: The article's words as the lexicons compare them.

    Raises:
        ModelError: If a shipped model is missing or damaged.
    """
    coefficients, intercept = _model()
    chances = probabilities(words.rows @ coefficients + intercept)
    return with_proposed(article, voices, words, chances, terms, compared)


def with_proposed(
    article: Article,
    voices: VoiceMap,
    words: OwnWords,
    chances: Floats,
    terms: Sequence[LoadedTerm],
    compared: Words,
) -> tuple[LoadedTerm, ...]:
    """Return the terms that judge, with their probability, and those that the probabilities of own words propose."""
    likely: dict[int, float] = dict(zip(words.starts.tolist(), chances.tolist(), strict=True))
    rated = [replace(term, probability=_likeliest(likely, term.span)) for term in terms]
    kept = [term for term in rated if _judges(term)]
    listed = shipped_indexes()["loaded"]
    for span, sentence, chance in proposed(words, chances, terms):
        # A listed word that was not found stands where its guards leave it alone.
        said = article.slice(span).lower().split()
        if is_plain(compared, *span) or any(word in WEATHER or listed.lists(word) for word in said):
            continue
        kept.append(
            LoadedTerm(
                span=span,
                entry=f"judging_words/{' '.join(said)}",
                category="in_context",
                severity=1,
                voice="own",
                block=article.blocks[article.sentences[sentence].block].kind,
                sentence=sentence,
                scare=voices.of(*span) is Voice.SCARE,
                alternatives=(),
                reason=_REASON,
                references=("spinde2021",),
                origin="model",
                probability=chance,
            )
        )
    return tuple(sorted(kept, key=lambda term: term.span))


def _judges(term: LoadedTerm) -> bool:
    """Return whether a listed term judges where it stands; in quotation marks the outlet keeps its distance from it.

    A user's own list says what it means: the model is asked of our words, and of strong ones only where it has read
    their sentence.
    """
    if term.voice != "own":
        return True
    if term.scare:
        return False
    if term.entry.partition("/")[0] not in _shipped():
        return True
    if term.probability is None:
        return term.severity > 1
    least = _LEAST_LISTED.get(term.severity, 0.0)
    return term.probability >= (min(least, _LEAST_IN_HEADLINE) if term.block in _HEADS else least)


@cache
def _shipped() -> frozenset[str]:
    return frozenset(path.stem for path in lexicons_folder().glob("*.toml"))


def _likeliest(likely: dict[int, float], span: Span) -> float | None:
    probabilities = [likely[place] for place in range(span.start, span.end) if place in likely]
    return max(probabilities) if probabilities else None


@cache
def _model() -> tuple[Floats, float]:
    stored = load_artifact("judging_words")
    return stored.array("coefficients"), float(stored.array("intercept")[0])
