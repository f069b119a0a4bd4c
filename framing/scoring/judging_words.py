"""Which words of the outlet's own judge here, by the words themselves and where they stand.

No list of words is complete, and a listed word does not judge everywhere. Each word is read with its marks (do
annotators underline it), what it adds to its sentence's slant, the slant of the sentence in its article, its neighbours
and the lexicons' hits; words that no lexicon lists are proposed, neighbours that read alike as one phrase.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.article import Article, Voice, VoiceMap
from framing.encoding.installed import fitted_folder
from framing.expressions import expression
from framing.finding import LoadedTerm
from framing.lexicons.compiled import shipped_indexes
from framing.lexicons.match import Words, find
from framing.modelling.artifact import load_artifact, split
from framing.modelling.linear import probabilities
from framing.modelling.own_words import OwnWords
from framing.resources import lexicons_folder
from framing.scoring.charged import is_charged
from framing.scoring.plain_uses import WEATHER, is_plain
from framing.spans import Span

__all__ = ["PERHAPS", "Fitted", "Judging", "Thresholds", "perhaps", "proposed", "score", "thresholds", "with_proposed"]

_HEADS = frozenset({"headline", "deck"})
_LONGEST = 4
"""Words of the longest term that the model finds."""
_COMPOUND_BEFORE = expression(r"(?<![\w-])(?:[a-z]+-)+\Z")
_COMPOUND_AFTER = expression(r"(?:-[a-z]+)+(?![\w-])")
_LONGEST_PART = 40
"""Letters in front of a word in which the rest of its compound is looked for."""
_REASON = "Where it stands, the word reads as one that judges; say what the judgement rests on."

Floats = NDArray[np.float64]


class Fitted(NamedTuple):
    """A model: the columns' coefficients, the intercept, what a stem adds, and from where words count."""

    coefficients: Floats
    intercept: float
    stems: Mapping[str, float]
    least: "Thresholds"

    def chances(self, words: OwnWords) -> Floats:
        """Return each word's probability, of shape (n,)."""
        by_stem = np.array([self.stems.get(stem, 0.0) for stem in words.stems], dtype=np.float64)
        return probabilities(words.rows @ self.coefficients + self.intercept + by_stem)


class Thresholds(NamedTuple):
    """Probabilities from which words count.

    Attributes:
        proposed: A word that no lexicon lists.
        beside: A neighbour that joins it in one phrase.
        listed: A listed word, by severity; below these, one in five is right.
        headline: A listed word of a headline, where every word is a choice.
    """

    proposed: float = 0.68
    beside: float = 0.25
    listed: Mapping[int, float] = MappingProxyType({1: 0.65, 2: 0.3})
    headline: float = 0.1


PERHAPS = Thresholds(proposed=0.45, listed=MappingProxyType({1: 0.45, 2: 0.3}))
"""From where words may judge. Readers mark half of those that lie between these and what is shown as loaded, and twice
as many of theirs are found (``docs/models/judging-words.md``)."""


class Judging(NamedTuple):
    """The terms that judge, and those that may: other words, of which readers mark half. In text order."""

    terms: tuple[LoadedTerm, ...]
    perhaps: tuple[LoadedTerm, ...]


def proposed(
    words: OwnWords, chances: Floats, taken: Iterable[tuple[int, int]], least: Thresholds
) -> list[tuple[Span, int, float]]:
    """Return words and phrases that judge: span, sentence and probability, in text order.

    Args:
        words: The article's own words.
        chances: Their probabilities, of shape (n,).
        taken: Spans of which nothing is proposed.
        least: From where words count.
    """
    covered = _places(taken)
    free = np.array([start not in covered for start in words.starts], dtype=bool) & words.nameless
    joining = free & (chances >= least.beside)
    proposals: list[tuple[Span, int, float]] = []
    used = -1
    for peak in np.flatnonzero(free & (chances >= least.proposed)):
        if peak <= used:
            continue
        first = last = int(peak)
        while first - 1 > used and _joins(words, joining, first - 1, first) and last - first + 2 <= _LONGEST:
            first -= 1
        while last + 1 < len(chances) and _joins(words, joining, last + 1, last) and last - first + 2 <= _LONGEST:
            last += 1
        used = last
        span = Span(int(words.starts[first]), int(words.ends[last]))
        proposals.append((span, int(words.sentences[peak]), float(chances[first : last + 1].max())))
    return proposals


def _places(spans: Iterable[tuple[int, int]]) -> set[int]:
    """Return every place that lies in one of some spans: a span is held against all of them in one look."""
    return {place for start, end in spans for place in range(start, end)}


def _joins(words: OwnWords, joining: NDArray[np.bool_], word: int, neighbour: int) -> bool:
    beside = abs(int(words.places[word]) - int(words.places[neighbour])) == 1
    same = words.sentences[word] == words.sentences[neighbour]
    return bool(beside and same and joining[word])


def score(
    article: Article,
    voices: VoiceMap,
    words: OwnWords,
    terms: Sequence[LoadedTerm],
    compared: Words,
    *,
    encoded: bool = False,
) -> Judging:
    """Return the lexicons' terms with their probability and the words that the model proposes; apart, what may judge.

    Args:
        article: The article.
        voices: The voice of every character.
        words: From ``own_words``.
        terms: The lexicons' loaded terms.
        compared: The article's words as the lexicons compare them.
        encoded: Whether the words were read with the encoder.

    Raises:
        ModelError: If a shipped model is missing or damaged.
    """
    fitted = _model(fitted_folder("judging_words") if encoded else None)
    chances = fitted.chances(words)
    kept = with_proposed(article, voices, words, chances, terms, compared, fitted.least)
    return Judging(kept, perhaps(kept, with_proposed(article, voices, words, chances, terms, compared, PERHAPS)))


def perhaps(kept: Sequence[LoadedTerm], likely: Sequence[LoadedTerm]) -> tuple[LoadedTerm, ...]:
    """Return those of the likely terms in own voice that lie beside all that are kept.

    Args:
        kept: The terms that judge.
        likely: Those from ``PERHAPS`` on.
    """
    shown = _places(term.span for term in kept)
    return tuple(term for term in likely if term.voice == "own" and shown.isdisjoint(range(*term.span)))


def with_proposed(
    article: Article,
    voices: VoiceMap,
    words: OwnWords,
    chances: Floats,
    terms: Sequence[LoadedTerm],
    compared: Words,
    least: Thresholds,
) -> tuple[LoadedTerm, ...]:
    """Return the terms that judge, with their probability, and those that the probabilities of own words propose.

    Args:
        article: The article.
        voices: The voice of every character.
        words: From ``own_words``.
        chances: Their probabilities, of shape (n,).
        terms: The lexicons' loaded terms.
        compared: The article's words as the lexicons compare them.
        least: From where words count.
    """
    likely: dict[int, float] = dict(zip(words.starts.tolist(), chances.tolist(), strict=True))
    rated = [replace(term, probability=_likeliest(likely, term.span)) for term in terms]
    kept = [term for term in rated if _judges(term, least)]
    covered = _places(term.span for term in kept)
    listed = shipped_indexes()["loaded"]
    fixed = ((match.start, match.end) for match in find(compared, shipped_indexes()["not_loaded"]))
    for span, sentence, chance in proposed(words, chances, (*(term.span for term in terms), *fixed), least):
        # A listed word that was not found stands where its guards leave it alone.
        said = article.slice(span).lower().split()
        if is_plain(compared, *span) or is_charged(compared, span.start):
            continue
        if any(word in WEATHER or listed.lists(word) for word in said):
            continue
        if span.start in covered:  # in a compound that is found already
            continue
        whole = _compound(article.text, span)
        if not covered.isdisjoint(range(*whole)):
            whole = span
        covered.update(range(*whole))
        kept.append(
            LoadedTerm(
                span=whole,
                entry=f"judging_words/{' '.join(article.slice(whole).lower().split())}",
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


def _compound(text: str, span: Span) -> Span:
    """Return a span with the rest of the compounds that it begins or ends in: "full-throated" for "throated".

    A part that is written large may be a name, which no finding is about.
    """
    before = _COMPOUND_BEFORE.search(text, max(span.start - _LONGEST_PART, 0), span.start)
    after = _COMPOUND_AFTER.match(text, span.end)
    return Span(before.start() if before else span.start, after.end() if after else span.end)


def _judges(term: LoadedTerm, thresholds: Thresholds) -> bool:
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
    least = thresholds.listed.get(term.severity, 0.0)
    return term.probability >= (min(least, thresholds.headline) if term.block in _HEADS else least)


@cache
def _shipped() -> frozenset[str]:
    return frozenset(path.stem for path in lexicons_folder().glob("*.toml"))


def _likeliest(likely: dict[int, float], span: Span) -> float | None:
    probabilities = [likely[place] for place in range(span.start, span.end) if place in likely]
    return max(probabilities) if probabilities else None


def thresholds(given: Mapping[str, Any]) -> Thresholds:
    """Return the thresholds that a manifest gives, the usual ones where it gives none."""
    usual = Thresholds()
    listed = {int(severity): float(least) for severity, least in given.get("listed", {}).items()}
    return Thresholds(
        float(given.get("proposed", usual.proposed)),
        float(given.get("beside", usual.beside)),
        listed or usual.listed,
        float(given.get("headline", usual.headline)),
    )


@cache
def _model(folder: Path | None) -> Fitted:
    stored = load_artifact("judging_words", folder)
    # A model that was fitted before words counted by their stems has none: the encoder brings such a one.
    stems = split(stored.array("stems")) if "stems" in stored.arrays else []
    return Fitted(
        stored.array("coefficients"),
        float(stored.array("intercept")[0]),
        dict(zip(stems, stored.array("added").tolist(), strict=True)) if stems else {},
        thresholds(stored.manifest.get("thresholds", {})),
    )
